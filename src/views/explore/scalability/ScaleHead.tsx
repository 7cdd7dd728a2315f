import { msg, t } from '../../../base/language.ts';
import type { ReadScalability, ScalabilityDraft } from '../../../store/scalability-draft.ts';
import type { StudyState } from '../../../store/study.ts';
import { overallProblem, SentenceProblem } from '../sweep/sentence-problem.ts';
import { StudyStatus } from '../StudyStatus.tsx';
import { useKeepFocus } from '../use-keep-focus.ts';
import { againWord, startWord } from '../studies/StudyHead.tsx';
import { ScaleFiles } from './ScaleFiles.tsx';
import { ScaleSentence } from './ScaleSentence.tsx';

interface Props {
  readonly state: StudyState<'scalability'>;
  readonly draft: ScalabilityDraft;
  readonly read: ReadScalability;
  readonly onChange: (draft: ScalabilityDraft) => void;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

/** The sentence, its buttons, how far the study is, and its files. */
export function ScaleHead({ state, draft, read, onChange, onStart, onCancel }: Props) {
  const { phase, spec } = state;
  const changed = JSON.stringify(read.spec) !== JSON.stringify(spec);
  const problems = phase === 'failed' && !changed ? state.problems : read.problems;
  const start = changed ? startWord(read) : againWord(state);
  const buttons = useKeepFocus<HTMLDivElement>();
  return (
    <form
      className="sweep-head"
      aria-label={t('Scalability')}
      onSubmit={(event) => {
        event.preventDefault();
        if (read.problems.length === 0) onStart();
      }}
    >
      <SentenceProblem value={overallProblem(read.problems)}>
        <ScaleSentence draft={draft} read={read} onChange={onChange} />
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
        <ScaleFiles state={state} />
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

const FIELDS: Readonly<Record<string, string>> = {
  apps: msg('Applications per Res core'),
  resCores: msg('Res cores'),
  replicas: msg('Replicas'),
  mostCores: msg('Cores of the machine'),
  methods: msg('Methods'),
  '': msg('The study'),
};

function fieldWords(path: string): string {
  const name = FIELDS[path];
  return name === undefined ? path : t(name);
}
