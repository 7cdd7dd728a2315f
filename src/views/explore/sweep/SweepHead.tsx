import type { SweepSpec } from '../../../analysis/sweep/spec.ts';
import { equalData } from '../../../base/equal.ts';
import type { ReadSweep } from '../../../store/sweep-draft.ts';
import type { SweepState } from '../../../store/sweep.ts';
import { useKeepFocus } from '../use-keep-focus.ts';
import { PreviewNote } from './PreviewNote.tsx';
import { SweepFiles } from './SweepFiles.tsx';
import { runsText, SweepSentence } from './SweepSentence.tsx';
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
  const changed = table === null || !sameRuns(read.spec, table.layout.spec);
  const problems = phase === 'failed' && !changed ? state.problems : read.problems;
  const start = changed ? `Start ${runsText(read)}` : startWord(state);
  return (
    <form
      className="sweep-head"
      aria-label="Sweep"
      onSubmit={(event) => {
        event.preventDefault();
        if (read.problems.length === 0) onStart();
      }}
    >
      <SweepSentence read={read} />
      <div className="sweep-run" ref={buttons}>
        <SweepStatus state={state} />
        {running && (
          <button type="button" className="text-button" onClick={onCancel}>
            Cancel
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
            title="A value more between every two of each axis"
            onClick={onFiner}
          >
            Finer
          </button>
        )}
        <SweepFiles state={state} />
      </div>
      <PreviewNote state={state} />
      {problems.length > 0 && (
        <ul className="sweep-problems" role="alert">
          {problems.slice(0, 4).map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              {fieldWords(path)} {message}
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
function startWord({ phase }: SweepState): string | null {
  if (phase === 'cancelled' || phase === 'opened') return 'Continue';
  return phase === 'failed' ? 'Try again' : null;
}

const FIELDS: Readonly<Record<string, string>> = {
  x: 'First axis',
  y: 'Second axis',
  axes: 'The axes',
  seeds: 'Seeds',
  weights: 'Energy weights',
  methods: 'Methods',
  redundancies: 'Redundancy',
  '': 'The sweep',
};

/** `x.from` as `First axis, from`. */
function fieldWords(path: string): string {
  const [field = '', ...rest] = path.split('.');
  const name = FIELDS[field.replace(/\[.*/u, '')] ?? field;
  return [name, ...rest].join(', ');
}
