import type { ReactNode } from 'react';

import { msg, t } from '../../../base/language.ts';
import type { ReadStudy } from '../../../store/study-draft.ts';
import type { StudyState } from '../../../store/study.ts';
import type { StudyName } from '../../../worker/study-protocol.ts';
import { groupDigits } from '../../../draw/format.ts';
import { SentenceFold } from '../SentenceFold.tsx';
import { overallProblem, SentenceProblem } from '../sweep/sentence-problem.ts';
import { StudyStatus } from '../StudyStatus.tsx';
import { useKeepFocus } from '../use-keep-focus.ts';

interface Props {
  readonly name: string;
  readonly state: StudyState<StudyName>;
  readonly read: ReadStudy<unknown>;
  readonly sentence: ReactNode;
  readonly files: ReactNode;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

const FIELDS: Readonly<Record<string, string>> = {
  methods: msg('Methods'),
  replicas: msg('Replicas'),
  faults: msg('Kernel faults'),
};

/** The sentence of a study, its buttons, how far it is, and its files. */
export function StudyHead(props: Props) {
  const { name, state, read, sentence, files, onStart, onCancel } = props;
  const { phase, spec } = state;
  const changed = JSON.stringify(read.spec) !== JSON.stringify(spec);
  const problems = phase === 'failed' && !changed ? state.problems : read.problems;
  const start = changed ? startWord(read) : againWord(state);
  const buttons = useKeepFocus<HTMLDivElement>();
  return (
    <form
      className="sweep-head"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        if (read.problems.length === 0) onStart();
      }}
    >
      <SentenceProblem value={overallProblem(read.problems)}>
        <SentenceFold>{sentence}</SentenceFold>
      </SentenceProblem>
      <div className="sweep-run" ref={buttons}>
        <StudyStatus state={state} />
        {phase === 'running' && (
          <button type="button" className="text-button" onClick={onCancel}>
            {t('Cancel')}
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
              {t('{field} {problem}', { field: fieldWords(path), problem: message })}
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}

function fieldWords(path: string): string {
  const name = FIELDS[path];
  if (name !== undefined) return t(name);
  return path === '' ? t('The study') : path;
}

/** What the button of a study that is changed does; how many runs it takes, where it can. */
export function startWord({
  problems,
  runs,
}: Pick<ReadStudy<unknown>, 'problems' | 'runs'>): string {
  return problems.length > 0 ? t('Start') : t('Start {count} runs', { count: groupDigits(runs) });
}

/** What the button of a study that is not changed does; `null` = nothing is left to do. */
export function againWord({ phase, stepsDone, steps }: StudyState<StudyName>): string | null {
  const parts = phase === 'opened' && stepsDone < steps;
  if (phase === 'cancelled' || parts) return t('Continue');
  return phase === 'failed' ? t('Try again') : null;
}
