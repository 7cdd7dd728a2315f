import { useId } from 'react';

import { groupDigits } from '../../draw/format.ts';
import { DEFAULT_CLOCK_GHZ } from '../../workload/import/profile-file.ts';
import { MAPPING_RULES, RULE_TEXTS } from '../../workload/import/rules.ts';
import { processOf } from '../../store/import-draft.ts';
import { FormatField } from './FormatField.tsx';
import { GapFields } from './GapFields.tsx';
import { namesOf } from './Reading.tsx';
import { TypedNumber } from './TypedNumber.tsx';
import type { ImportStage } from '../../store/import-work.ts';
import type { Import } from './use-import.ts';
import { bytesWords, FORMAT_NAMES, recognisedWords, RULE_NAMES, withUnits } from './words.ts';

export interface ReadProps {
  readonly work: Import;
  readonly stage: Extract<ImportStage, { readonly kind: 'read' }>;
}

/** What was recognised, and everything about the profile that a person may choose. */
export function Choices({ work, stage }: ReadProps) {
  const { report } = stage;
  return (
    <>
      <section className="import-what" aria-label="What it is">
        <h3 className="import-first" tabIndex={-1}>
          {namesOf(work.files)}
        </h3>
        <p>
          <b>{FORMAT_NAMES[report.format]}</b>: {withUnits(report.reason)}
        </p>
        <p className="num">
          {bytesWords(report.bytes)}, {groupDigits(report.lines)}{' '}
          {report.format === 'chrome' ? 'events' : 'lines'}
        </p>
        <ul className="import-list">
          {recognisedWords(report).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <FormatField work={work} />
      </section>
      <ProcessField work={work} stage={stage} />
      <RuleField work={work} />
      <GapFields work={work} stage={stage} />
      <section aria-label="Clock">
        <TypedNumber
          label="Its clock"
          unit="GHz"
          value={work.draft.clockGHz ?? DEFAULT_CLOCK_GHZ}
          least={0.001}
          most={1000}
          remark={work.draft.clockGHz === null ? 'an assumption: no log says it' : undefined}
          onChange={(clockGHz) => work.change({ clockGHz })}
        />
      </section>
    </>
  );
}

function ProcessField({ work, stage: { report } }: ReadProps) {
  const { processes } = report;
  const chosen = processOf(report, work.draft);
  if (chosen === undefined) return null;
  const missing = chosen.traps - chosen.kept;
  return (
    <section aria-label="Process">
      <label className="field">
        <span className="field-name">Process</span>
        <select
          className="import-process"
          value={chosen.pid}
          disabled={processes.length === 1}
          onChange={({ target }) => work.change({ pid: Number(target.value) })}
        >
          {processes.map(({ pid, label, traps }) => (
            <option key={pid} value={pid} disabled={traps === 0}>
              {label}: {groupDigits(traps)} {traps === 1 ? 'trap' : 'traps'}
            </option>
          ))}
        </select>
      </label>
      {missing > 0 && (
        <p className="field-remark">
          The last {groupDigits(missing)} of its traps are left out: a workload may not be longer.
        </p>
      )}
    </section>
  );
}

function RuleField({ work }: { readonly work: Import }) {
  const name = useId();
  const { rule } = work.draft;
  const { title, basis, limits } = RULE_TEXTS[rule];
  return (
    <fieldset className="import-rules">
      <legend>From Linux to L4: the rule</legend>
      {MAPPING_RULES.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={name}
            checked={one === rule}
            onChange={() => work.change({ rule: one })}
          />
          {RULE_NAMES[one]} <code>{one}</code>
        </label>
      ))}
      <details>
        <summary>What this rule does</summary>
        <p>{title}.</p>
        <p>
          <b>Basis</b> {basis}.
        </p>
        <p>
          <b>Limits</b> {limits}.
        </p>
      </details>
    </fieldset>
  );
}
