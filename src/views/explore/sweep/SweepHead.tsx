import type { ReadSweep } from '../../../store/sweep-draft.ts';
import type { SweepState } from '../../../store/sweep.ts';
import { SweepFiles } from './SweepFiles.tsx';
import { runsText, SweepSentence } from './SweepSentence.tsx';
import { SweepStatus } from './SweepStatus.tsx';

interface Props {
  readonly state: SweepState;
  readonly read: ReadSweep;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

/** The sentence, its button, how far the sweep is, and its files. */
export function SweepHead({ state, read, onStart, onCancel }: Props) {
  const running = state.phase === 'running';
  const shown = state.table === null ? '' : JSON.stringify(state.table.layout.spec);
  const changed = state.phase !== 'failed' && JSON.stringify(read.spec) !== shown;
  const problems = state.phase === 'failed' ? state.problems : read.problems;
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
      <div className="sweep-run">
        <SweepStatus state={state} />
        {running && (
          <button type="button" className="text-button" onClick={onCancel}>
            Cancel
          </button>
        )}
        {(changed || !running) && (
          <button
            type="submit"
            className={changed ? 'text-button primary' : 'text-button'}
            disabled={read.problems.length > 0}
          >
            {changed ? `Start ${runsText(read)}` : 'Run again'}
          </button>
        )}
        <SweepFiles state={state} />
      </div>
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

const FIELDS: Readonly<Record<string, string>> = {
  x: 'First axis',
  y: 'Second axis',
  axes: 'The axes',
  seeds: 'Seeds',
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
