import { groupDigits } from '../../draw/format.ts';
import type { BuiltLog } from '../../worker/import-protocol.ts';
import { useApp } from '../shell/app-context.ts';
import { columnsOf } from '../workload-editor/preview.ts';
import { WorkloadFigures } from '../workload-editor/WorkloadFigures.tsx';
import type { ReadProps } from './Choices.tsx';
import { runProgram } from './run-program.ts';
import type { Import } from './use-import.ts';
import { bytesWords, withUnits } from './words.ts';

interface Props extends ReadProps {
  /** The app that is to run the program. */
  readonly index: number;
  readonly onUsed: () => void;
}

/** The workload that the log becomes, and what can be done with it. */
export function ResultPanel({ work, stage, index, onUsed }: Props) {
  const { built } = stage;
  return (
    <section className="import-result" aria-label="The workload" aria-busy={stage.building}>
      {built === null && <p className="quiet">The workload is being made.</p>}
      {built?.ok === false && (
        <p role="alert" className="field-problem">
          No workload: {withUnits(built.error)}.
        </p>
      )}
      {built?.ok === true && <Result work={work} built={built.value} />}
      <Acts work={work} stage={stage} index={index} onUsed={onUsed} />
    </section>
  );
}

function Result({ work, built }: { readonly work: Import; readonly built: BuiltLog }) {
  const { profile, statistics, along, merging, bytes } = built;
  return (
    <>
      <label className="field import-name">
        <span className="field-name">Name</span>
        <input
          type="text"
          maxLength={50}
          value={work.draft.name ?? profile.name}
          onChange={({ target }) => work.change({ name: target.value })}
        />
      </label>
      <p>
        {groupDigits(built.traps)} {built.traps === 1 ? 'trap' : 'traps'},{' '}
        {profile.kind === 'measured' ? 'measured' : 'estimated by the rule'}; computing{' '}
        <span className="num">{profile.computeSeconds.toFixed(6)} s</span>.
        {profile.waitingSeconds > 0 && (
          <>
            {' '}
            Another <span className="num">{profile.waitingSeconds.toFixed(6)} s</span> were spent
            waiting and do not count.
          </>
        )}
      </p>
      <WorkloadFigures statistics={statistics} along={columnsOf(along)} />
      <details>
        <summary>How it is written</summary>
        <p className="quiet">
          {groupDigits(merging.steps)} steps, {bytesWords(bytes)}: {merging.text}. A gap is on
          average {(merging.gapError * 100).toFixed(2)} % of the computing away from the mean that
          stands for it.
        </p>
      </details>
    </>
  );
}

function Acts({ work, stage, index, onUsed }: Props) {
  const app = useApp();
  const ready = stage.built?.ok === true && !stage.building;
  const use = (): void =>
    work.keep((entry) => {
      runProgram(app, entry, index);
      onUsed();
    });
  return (
    <div className="import-acts">
      {work.problem !== '' && (
        <p role="alert" className="field-problem">
          {work.problem} It can still be saved as a file.
        </p>
      )}
      <button type="button" className="text-button primary" disabled={!ready} onClick={use}>
        Use as workload
      </button>
      <button type="button" className="text-button" disabled={!ready} onClick={work.saveFile}>
        Save profile file
      </button>
      <button type="button" className="text-button" onClick={work.cancel}>
        Another log
      </button>
      <p className="quiet">
        It is kept in this browser. A link carries it in short and says how far that is off; a file
        of the scenario carries it whole.
      </p>
    </div>
  );
}
