import type { ReadScalability, ScalabilityDraft } from '../../../store/scalability-draft.ts';
import type { StudyState } from '../../../store/study.ts';
import { groupDigits } from '../../../draw/format.ts';
import { StudyStatus } from '../StudyStatus.tsx';
import { againWord } from '../studies/StudyHead.tsx';
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
  const runs = read.problems.length > 0 ? '' : ` ${groupDigits(read.runs)} runs`;
  const start = changed ? `Start${runs}` : againWord(state);
  return (
    <form
      className="sweep-head"
      aria-label="Scalability"
      onSubmit={(event) => {
        event.preventDefault();
        if (read.problems.length === 0) onStart();
      }}
    >
      <ScaleSentence draft={draft} read={read} onChange={onChange} />
      <div className="sweep-run">
        <StudyStatus state={state} noun="runs" />
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
        <ScaleFiles state={state} />
      </div>
      {problems.length > 0 && (
        <ul className="sweep-problems" role="alert">
          {problems.slice(0, 4).map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              {FIELDS[path] ?? path} {message}
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}

const FIELDS: Readonly<Record<string, string>> = {
  apps: 'Applications per Res core',
  resCores: 'Res cores',
  replicas: 'Replicas',
  mostCores: 'Cores of the machine',
  methods: 'Methods',
  '': 'The study',
};
