import type { ReactNode } from 'react';

import type { ReadStudy } from '../../../store/study-draft.ts';
import type { StudyState } from '../../../store/study.ts';
import type { StudyName } from '../../../worker/study-protocol.ts';
import { groupDigits } from '../../../draw/format.ts';
import { StudyStatus } from '../StudyStatus.tsx';

interface Props {
  readonly name: string;
  readonly state: StudyState<StudyName>;
  readonly read: ReadStudy<unknown>;
  /** What counts as it goes: `runs`. */
  readonly noun: string;
  readonly sentence: ReactNode;
  readonly files: ReactNode;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

const FIELDS: Readonly<Record<string, string>> = {
  methods: 'Methods',
  replicas: 'Replicas',
  faults: 'Kernel faults',
};

/** The sentence of a study, its buttons, how far it is, and its files. */
export function StudyHead(props: Props) {
  const { name, state, read, noun, sentence, files, onStart, onCancel } = props;
  const { phase, spec } = state;
  const changed = JSON.stringify(read.spec) !== JSON.stringify(spec);
  const problems = phase === 'failed' && !changed ? state.problems : read.problems;
  const runs = read.problems.length > 0 ? '' : ` ${groupDigits(read.runs)} runs`;
  const start = changed ? `Start${runs}` : againWord(state);
  return (
    <form
      className="sweep-head"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        if (read.problems.length === 0) onStart();
      }}
    >
      <div className="sentence sweep-sentence">{sentence}</div>
      <div className="sweep-run">
        <StudyStatus state={state} noun={noun} />
        {phase === 'running' && (
          <button type="button" className="text-button" onClick={onCancel}>
            Cancel
          </button>
        )}
        {start !== null && (
          <button type="submit" className="text-button primary" disabled={read.problems.length > 0}>
            {start}
          </button>
        )}
        {files}
      </div>
      {problems.length > 0 && (
        <ul className="sweep-problems" role="alert">
          {problems.slice(0, 4).map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              {FIELDS[path] ?? (path === '' ? 'The study' : path)} {message}
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}

/** What the button of a study that is not changed does; `null` = nothing is left to do. */
export function againWord({ phase, stepsDone, steps }: StudyState<StudyName>): string | null {
  const parts = phase === 'opened' && stepsDone < steps;
  if (phase === 'cancelled' || parts) return 'Continue';
  return phase === 'failed' ? 'Try again' : null;
}
