import { memo, useEffect, useState } from 'react';
import type { SubmitEvent } from 'react';

import { t } from '../../../base/language.ts';
import type { RunExample } from '../../../analysis/campaign/aggregate.ts';
import type { CampaignSpec } from '../../../analysis/campaign/campaign.ts';
import { scenarioOfResult } from '../../../analysis/campaign/campaign.ts';
import type { CampaignReport } from '../../../analysis/campaign/report.ts';
import type { FaultOutcome } from '../../../base/vocabulary.ts';
import { FAULT_OUTCOMES } from '../../../base/vocabulary.ts';
import { groupDigits } from '../../../draw/format.ts';
import { OUTCOME_WORDS } from '../../faults/outcome-words.ts';
import { useApp } from '../../shell/app-context.ts';
import { useCampaigns } from '../campaigns-context.ts';
import { exampleWords } from './example-words.ts';
import { OutcomeSwatch } from './OutcomePatterns.tsx';

/** Runs shown of an outcome until more are asked for. */
const FEW = 3;

interface Props {
  readonly spec: CampaignSpec;
  readonly report: CampaignReport;
}

/** Runs of every outcome as links: each opens in the Lab at the instant of its fault. */
export const Examples = memo(function Examples({ spec, report }: Props) {
  return (
    <section className="result examples" aria-label={t('Runs to open')}>
      <h3>{t('Every run is a link to itself.')}</h3>
      <p className="quiet">{t('It opens in the Lab at the instant of its fault.')}</p>
      <div className="example-groups">
        {FAULT_OUTCOMES.map((outcome) => (
          <Group
            key={outcome}
            spec={spec}
            outcome={outcome}
            examples={report.examples[outcome] ?? []}
          />
        ))}
      </div>
      <AnyRun spec={spec} />
    </section>
  );
});

interface GroupProps {
  readonly spec: CampaignSpec;
  readonly outcome: FaultOutcome;
  readonly examples: readonly RunExample[];
}

function Group({ spec, outcome, examples }: GroupProps) {
  const [all, setAll] = useState(false);
  if (examples.length === 0) return null;
  const shown = all ? examples : examples.slice(0, FEW);
  const name = t(OUTCOME_WORDS[outcome].name);
  return (
    <div className="example-group">
      <h4>
        <OutcomeSwatch outcome={outcome} />
        {name}
      </h4>
      <ul aria-label={t('Runs: {outcome}', { outcome: name })}>
        {shown.map((example) => (
          <li key={example.run}>
            <RunLink spec={spec} example={example} />
          </li>
        ))}
      </ul>
      {examples.length > FEW && (
        <button type="button" className="link-button" onClick={() => setAll(!all)}>
          {all ? t('fewer') : t('{count} more', { count: examples.length - FEW })}
        </button>
      )}
    </div>
  );
}

interface RunLinkProps {
  readonly spec: CampaignSpec;
  readonly example: RunExample;
}

function RunLink({ spec, example }: RunLinkProps) {
  const { codec } = useApp();
  const [fragment, setFragment] = useState<string | null>(null);
  const { run } = example;
  useEffect(() => {
    let current = true;
    const { at } = example.fault;
    const view = 'cycle' in at ? { time: at.cycle } : {};
    const scenario = scenarioOfResult(spec, example);
    void codec.encode({ scenario, view }).then((link) => current && setFragment(link));
    return () => {
      current = false;
    };
    // A run of a campaign never changes, however often results are counted anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [codec, spec, run]);
  const words = (
    <>
      <span className="num">{groupDigits(run)}</span> {exampleWords(spec, example)}
    </>
  );
  return fragment === null ? words : <a href={`#${fragment}`}>{words}</a>;
}

/** Opens any run by its number. */
function AnyRun({ spec }: { readonly spec: CampaignSpec }) {
  const { codec } = useApp();
  const campaigns = useCampaigns();
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const run = Number(text.replaceAll(/\s/gu, ''));
  const known = text.trim() !== '' && Number.isInteger(run) && run >= 0 && run < spec.runs;
  const open = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!known) return;
    setSaid('');
    const scenario = await campaigns.scenarioOfRun(spec, run);
    if (!scenario.ok) {
      setSaid(scenario.error);
      return;
    }
    const at = scenario.value.faults[0]?.at;
    const view = at !== undefined && 'cycle' in at ? { time: at.cycle } : {};
    window.location.hash = await codec.encode({ scenario: scenario.value, view });
  };
  return (
    <form className="row any-run" onSubmit={(event) => void open(event)}>
      <label>
        {t('Run number')}{' '}
        <input
          type="text"
          className="num number-input"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <span className="quiet">{t('0 to {last}', { last: groupDigits(spec.runs - 1) })}</span>
      <button type="submit" className="text-button" disabled={!known}>
        {t('Open in Lab')}
      </button>
      <output className="field-problem">{said}</output>
    </form>
  );
}
