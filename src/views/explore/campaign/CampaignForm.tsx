import type { ReactNode, SubmitEvent } from 'react';

import { t } from '../../../base/language.ts';
import type { FaultTarget, SignallingMethod } from '../../../base/vocabulary.ts';
import { COMPARISONS, FAULT_TARGETS, SIGNALLING_METHODS } from '../../../base/vocabulary.ts';
import { campaignRuns } from './command-text.ts';
import type { CampaignDraft, ReadDraft } from '../../../store/campaign-draft.ts';
import { groupDigits } from '../../../draw/format.ts';
import { MethodPictogram } from '../../glyphs/MethodPictogram.tsx';
import { TARGET_WORDS } from '../../faults/target-words.ts';
import { CheckGroup } from '../CheckGroup.tsx';
import { DraftField } from '../DraftField.tsx';
import { valueWords } from '../words.ts';

const REDUNDANCIES = ['native', 1, 2, 3, 5, 7] as const;

interface Props {
  readonly draft: CampaignDraft;
  readonly read: ReadDraft;
  readonly running: boolean;
  readonly onChange: (change: Partial<CampaignDraft>) => void;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

/** What a campaign varies and how many runs it does; what is left alone is as the scenario says. */
export function CampaignForm({ draft, read, running, onChange, onStart, onCancel }: Props) {
  const { spec, problems } = read;
  const problemAt = (path: string): string =>
    problems.find((problem) => problem.path === path)?.message ?? '';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (problems.length === 0) onStart();
  };
  const text = (name: 'runs' | 'seed' | 'stopWidth' | 'workers') => ({
    value: draft[name],
    problem: problemAt(name),
    onChange: (value: string) => onChange({ [name]: value }),
  });
  return (
    <form className="campaign-form" aria-label={t('Campaign')} onSubmit={submit}>
      <div className="figures-fields">
        <DraftField label={t('Runs')} {...text('runs')} />
        <DraftField label={t('Seed')} {...text('seed')} />
        <DraftField label={t('Stop at interval width')} unit="%" {...text('stopWidth')} />
        <DraftField label={t('Workers')} {...text('workers')} />
      </div>
      <Varied spec={spec} problemAt={problemAt} onChange={onChange} />
      <p className="quiet">{campaignRuns(spec)}</p>
      <div className="row">
        <button type="submit" className="text-button primary" disabled={problems.length > 0}>
          {running
            ? t('Start again')
            : t('Start {count} runs', { count: groupDigits(spec.runs || 0) })}
        </button>
        <button type="button" className="text-button" disabled={!running} onClick={onCancel}>
          {t('Cancel')}
        </button>
      </div>
    </form>
  );
}

interface VariedProps {
  readonly spec: ReadDraft['spec'];
  readonly problemAt: (path: string) => string;
  readonly onChange: Props['onChange'];
}

/** What the runs are spread over. */
function Varied({ spec, problemAt, onChange }: VariedProps) {
  return (
    <>
      <CheckGroup
        legend={t('Targets')}
        values={FAULT_TARGETS}
        chosen={spec.targets}
        problem={problemAt('targets')}
        titleOf={(target) => t(TARGET_WORDS[target])}
        faceOf={targetFace}
        onChange={(targets) => onChange({ targets })}
      />
      <CheckGroup
        legend={t('Methods')}
        values={SIGNALLING_METHODS}
        chosen={spec.methods}
        problem={problemAt('methods')}
        faceOf={methodFace}
        onChange={(methods) => onChange({ methods })}
      />
      <CheckGroup
        legend={t('Redundancy')}
        values={REDUNDANCIES}
        chosen={spec.redundancies}
        problem={problemAt('redundancies')}
        faceOf={(redundancy) => valueWords('redundancy', String(redundancy))}
        onChange={(redundancies) => onChange({ redundancies })}
      />
      <CheckGroup
        legend={t('Comparison')}
        values={COMPARISONS}
        chosen={spec.comparisons}
        problem={problemAt('comparisons')}
        faceOf={(comparison) => valueWords('comparison', comparison)}
        onChange={(comparisons) => onChange({ comparisons })}
      />
    </>
  );
}

function methodFace(method: SignallingMethod): ReactNode {
  return (
    <>
      <MethodPictogram method={method} width={22} />
      {valueWords('method', method)}
    </>
  );
}

function targetFace(target: FaultTarget): ReactNode {
  return <code>{target}</code>;
}
