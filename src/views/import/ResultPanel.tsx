import { msg, t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import type { BuiltLog } from '../../worker/import-protocol.ts';
import { useApp } from '../shell/app-context.ts';
import { Say } from '../shell/Say.tsx';
import { columnsOf } from '../workload-editor/preview.ts';
import { WorkloadFigures } from '../workload-editor/WorkloadFigures.tsx';
import type { ReadProps } from './Choices.tsx';
import { runProgram } from './run-program.ts';
import type { Import } from './use-import.ts';
import { bytesWords, importerWords, secondsWords } from './words.ts';

interface Props extends ReadProps {
  /** The app that is to run the program. */
  readonly index: number;
  readonly onUsed: () => void;
}

/** The workload that the log becomes, and what can be done with it. */
export function ResultPanel({ work, stage, index, onUsed }: Props) {
  const { built } = stage;
  return (
    <section className="import-result" aria-label={t('The workload')} aria-busy={stage.building}>
      {built === null && <p className="quiet">{t('The workload is being made.')}</p>}
      {built?.ok === false && (
        <p role="alert" className="field-problem">
          {t('No workload: {why}.', { why: importerWords(built.error) })}
        </p>
      )}
      {built?.ok === true && <Result work={work} built={built.value} />}
      <Acts work={work} stage={stage} index={index} onUsed={onUsed} />
    </section>
  );
}

const NUMBER = { num: <span className="num" /> };

function Result({ work, built }: { readonly work: Import; readonly built: BuiltLog }) {
  const { profile, statistics, along, merging, bytes } = built;
  return (
    <>
      <label className="field import-name">
        <span className="field-name">{t('Name')}</span>
        <input
          type="text"
          maxLength={50}
          title={work.draft.name ?? profile.name}
          value={work.draft.name ?? profile.name}
          onChange={({ target }) => work.change({ name: target.value })}
        />
      </label>
      <p>
        <Say
          message={msg(
            '{n, plural, one {{count} trap} other {{count} traps}}, {kind, select, measured {measured} other {estimated by the rule}}; computing <num>{seconds} s</num>.',
          )}
          values={{
            n: built.traps,
            count: groupDigits(built.traps),
            kind: profile.kind,
            seconds: secondsWords(profile.computeSeconds),
          }}
          parts={NUMBER}
        />
        {profile.waitingSeconds > 0 && (
          <>
            {' '}
            <Say
              message={msg('Another <num>{seconds} s</num> were spent waiting and do not count.')}
              values={{ seconds: secondsWords(profile.waitingSeconds) }}
              parts={NUMBER}
            />
          </>
        )}
      </p>
      <WorkloadFigures statistics={statistics} along={columnsOf(along)} />
      <details>
        <summary>{t('How it is written')}</summary>
        <p className="quiet">
          {t(
            '{steps} steps, {bytes}: {how}. A gap is on average {percent} % of the computing away from the mean that stands for it.',
            {
              steps: groupDigits(merging.steps),
              bytes: bytesWords(bytes),
              how: importerWords(merging.text),
              percent: groupDigits(merging.gapError * 100, 2),
            },
          )}
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
          {t('{problem} It can still be saved as a file.', { problem: work.problem })}
        </p>
      )}
      <button type="button" className="text-button primary" disabled={!ready} onClick={use}>
        {t('Use as workload')}
      </button>
      <button type="button" className="text-button" disabled={!ready} onClick={work.saveFile}>
        {t('Save profile file')}
      </button>
      <button type="button" className="text-button" onClick={work.cancel}>
        {t('Another log')}
      </button>
      <p className="quiet">
        {t(
          'It is kept in this browser. A link carries it in short and says how far that is off; a file of the scenario carries it whole.',
        )}
      </p>
    </div>
  );
}
