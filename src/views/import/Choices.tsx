import { useId } from 'react';

import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import { DEFAULT_CLOCK_GHZ } from '../../workload/import/profile-file.ts';
import type { ProcessReport } from '../../workload/import/report.ts';
import { MAPPING_RULES, RULE_TEXTS } from '../../workload/import/rules.ts';
import { MAX_SEGMENTS } from '../../workload/segments.ts';
import { processOf } from '../../store/import-draft.ts';
import { ColumnFields } from './ColumnFields.tsx';
import { FormatField } from './FormatField.tsx';
import { GapFields } from './GapFields.tsx';
import { namesOf } from './Reading.tsx';
import { TypedNumber } from './TypedNumber.tsx';
import type { ImportStage } from '../../store/import-work.ts';
import type { Import } from './use-import.ts';
import {
  bytesWords,
  FORMAT_NAMES,
  importerWords,
  labelText,
  recognisedWords,
  RULE_NAMES,
} from './words.ts';

export interface ReadProps {
  readonly work: Import;
  readonly stage: Extract<ImportStage, { readonly kind: 'read' }>;
}

/** What was recognised, and everything about the profile that a person may choose. */
export function Choices({ work, stage }: ReadProps) {
  const { report } = stage;
  const size = { bytes: bytesWords(report.bytes), count: groupDigits(report.lines) };
  return (
    <>
      <section className="import-what" aria-label={t('What it is')}>
        <h3 className="import-first" tabIndex={-1}>
          {namesOf(work.files)}
        </h3>
        <p>
          <b>{t(FORMAT_NAMES[report.format])}</b>: {importerWords(report.reason)}
        </p>
        <p className="num">
          {report.format === 'chrome'
            ? t('{bytes}, {count} events', size)
            : t('{bytes}, {count} lines', size)}
        </p>
        <ul className="import-list">
          {recognisedWords(report).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <FormatField work={work} />
      </section>
      {stage.table !== null && <ColumnFields work={work} table={stage.table} />}
      <ProcessField work={work} stage={stage} />
      <RuleField work={work} />
      <GapFields work={work} stage={stage} />
      <section aria-label={t('Clock')}>
        <TypedNumber
          label={t('Its clock')}
          unit="GHz"
          value={work.draft.clockGHz ?? DEFAULT_CLOCK_GHZ}
          least={0.001}
          most={1000}
          remark={work.draft.clockGHz === null ? t('an assumption: no log says it') : undefined}
          onChange={(clockGHz) => work.change({ clockGHz })}
        />
      </section>
    </>
  );
}

function ProcessField({ work, stage: { report, built } }: ReadProps) {
  const { processes } = report;
  const chosen = processOf(report, work.draft);
  if (chosen === undefined) return null;
  return (
    <section className="import-gaps" aria-label={t('Process')}>
      <label className="field">
        <span className="field-name">{t('Process')}</span>
        <select
          className="import-process"
          value={chosen.pid}
          disabled={processes.length === 1}
          onChange={({ target }) => work.change({ pid: Number(target.value) })}
        >
          {processes.map(({ pid, label, traps }) => (
            <option key={pid} value={pid} disabled={traps === 0}>
              {t('{process}: {n, plural, one {{count} trap} other {{count} traps}}', {
                process: labelText(label),
                n: traps,
                count: groupDigits(traps),
              })}
            </option>
          ))}
        </select>
      </label>
      <TypedNumber
        label={t('At most')}
        unit={t('traps')}
        value={work.draft.most}
        least={1}
        most={MAX_SEGMENTS}
        remark={remarkOn(chosen, built)}
        onChange={(most) => work.change({ most: Math.round(most) })}
      />
    </section>
  );
}

/** What is missing at the end of a long log, and what more would take. */
function remarkOn({ traps, kept }: ProcessReport, built: Built): string | undefined {
  const missing = traps - kept + (built?.ok === true ? built.value.leftOut : 0);
  if (missing > 0) return t('{count} at the end are left out', { count: groupDigits(missing) });
  const long = built?.ok === true && built.value.traps > 200_000;
  return long ? t('a run of so many takes minutes and much memory') : undefined;
}

type Built = ReadProps['stage']['built'];

function RuleField({ work }: { readonly work: Import }) {
  const name = useId();
  const { rule } = work.draft;
  const { title, basis, limits } = RULE_TEXTS[rule];
  return (
    <fieldset className="import-rules">
      <legend>{t('From Linux to L4: the rule')}</legend>
      {MAPPING_RULES.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={name}
            checked={one === rule}
            onChange={() => work.change({ rule: one })}
          />
          {t(RULE_NAMES[one])} <code>{one}</code>
        </label>
      ))}
      <details>
        <summary>{t('What this rule does')}</summary>
        <p>{t(title)}.</p>
        <p>
          <b>{t('Basis')}</b> {t(basis)}.
        </p>
        <p>
          <b>{t('Limits')}</b> {t(limits)}.
        </p>
      </details>
    </fieldset>
  );
}
