import { msg, t } from '../../../base/language.ts';
import type { SweepSpec } from '../../../analysis/sweep/spec.ts';
import { equalData } from '../../../base/equal.ts';
import type { ReadSweep } from '../../../store/sweep-draft.ts';
import type { SweepState } from '../../../store/sweep.ts';
import { useKeepFocus } from '../use-keep-focus.ts';
import { startWord } from '../studies/StudyHead.tsx';
import { PreviewNote } from './PreviewNote.tsx';
import { SweepFiles } from './SweepFiles.tsx';
import { overallProblem, SentenceProblem } from './sentence-problem.ts';
import { SweepSentence } from './SweepSentence.tsx';
import { SweepStatus } from './SweepStatus.tsx';

interface Props {
  readonly state: SweepState;
  readonly read: ReadSweep;
  readonly onStart: () => void;
  /** `null` = it gets no finer. */
  readonly onFiner: (() => void) | null;
  readonly onCancel: () => void;
}

/** The sentence, its buttons, how far the sweep is, and its files. */
export function SweepHead({ state, read, onStart, onFiner, onCancel }: Props) {
  const { phase, table } = state;
  const buttons = useKeepFocus<HTMLDivElement>();
  const running = phase === 'running';
  const begun = phase !== 'none' && table !== null;
  const changed = !begun || !sameRuns(read.spec, table.layout.spec);
  const problems = phase === 'failed' && !changed ? state.problems : read.problems;
  const start = changed ? startWord(read) : againWord(state);
  return (
    <form
      className="sweep-head"
      aria-label={t('Sweep')}
      onSubmit={(event) => {
        event.preventDefault();
        if (read.problems.length === 0) onStart();
      }}
    >
      <SentenceProblem value={overallProblem(read.problems)}>
        <SweepSentence read={read} />
      </SentenceProblem>
      <div className="sweep-run" ref={buttons}>
        <SweepStatus state={state} />
        {running && (
          <button type="button" className="text-button" onClick={onCancel}>
            {t('Cancel')}
          </button>
        )}
        {start !== null && (
          <button type="submit" className="text-button primary" disabled={read.problems.length > 0}>
            {start}
          </button>
        )}
        {onFiner !== null && !changed && phase === 'done' && (
          <button
            type="button"
            className="text-button"
            title={t('A value more between every two of each axis')}
            onClick={onFiner}
          >
            {t('Finer')}
          </button>
        )}
        <SweepFiles state={state} />
      </div>
      <PreviewNote state={state} />
      {problems.length > 0 && (
        <ul className="sweep-problems" role="alert">
          {problems.slice(0, 4).map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              {t('{field} {problem}', { field: fieldWords(path), problem: message })}
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}

/** Are they the same but for what judges the runs? */
function sameRuns(one: SweepSpec, other: SweepSpec): boolean {
  return equalData({ ...one, energyWeights: null }, { ...other, energyWeights: null });
}

/** What the button of a sweep that is not changed does; `null` = nothing is left to do. */
function againWord({ phase }: SweepState): string | null {
  if (phase === 'cancelled' || phase === 'opened') return t('Continue');
  return phase === 'failed' ? t('Try again') : null;
}

const FIELDS: Readonly<Record<string, string>> = {
  x: msg('First axis'),
  y: msg('Second axis'),
  axes: msg('The axes'),
  seeds: msg('Seeds'),
  weights: msg('Energy weights'),
  methods: msg('Methods'),
  redundancies: msg('Redundancy'),
  '': msg('The sweep'),
};

/** Parts of fields. */
const PARTS: Readonly<Record<string, string>> = {
  parameter: msg('parameter'),
  values: msg('values'),
  from: msg('from'),
  to: msg('to'),
  steps: msg('steps'),
  polling: msg('polling'),
  halted: msg('halted'),
};

/** `x.from` as `First axis, from`. */
function fieldWords(path: string): string {
  const [field = '', ...rest] = path.split('.');
  const name = FIELDS[field.replace(/\[.*/u, '')];
  return [name ?? field, ...rest.map((part) => PARTS[part] ?? part)]
    .map((message) => t(message))
    .join(', ');
}
