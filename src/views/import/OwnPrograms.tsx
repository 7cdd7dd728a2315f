import { useId, useState } from 'react';

import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import { MAX_PROGRAM_NAME } from '../../store/own-programs.ts';
import type { WorkloadEntry } from '../../store/state.ts';
import { save } from '../export/save.ts';
import { entryName } from '../scenario/workload-names.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { ownPrograms } from './own-programs.ts';
import { runProgram } from './run-program.ts';

interface Props {
  /** The app that is to run one of them. */
  readonly index: number;
  readonly onUsed: () => void;
}

/** The programs that were imported before. */
export function OwnPrograms({ index, onUsed }: Props) {
  const workloads = useAppState((state) => state.workloads) ?? [];
  const own = workloads.filter((entry) => entry.own);
  if (own.length === 0) return null;
  return (
    <section className="import-own" aria-label={t('Your programs')}>
      <h3>{t('Your programs, kept in this browser')}</h3>
      <ul>
        {own.map((entry) => (
          <Program key={entry.id} entry={entry} index={index} onUsed={onUsed} />
        ))}
      </ul>
    </section>
  );
}

function Program({ entry, index, onUsed }: Props & { readonly entry: WorkloadEntry }) {
  const app = useApp();
  const [name, setName] = useState<string | null>(null);
  const id = useId();
  const rename = (): void => {
    if (name !== null) void ownPrograms(app).then((own) => own.rename(entry.id, name));
    setName(null);
  };
  return (
    <li className="import-program">
      <label className="visually-hidden" htmlFor={id}>
        {t('Name of {name}', { name: entry.name })}
      </label>
      <input
        id={id}
        type="text"
        maxLength={MAX_PROGRAM_NAME}
        title={name ?? entry.name}
        value={name ?? entry.name}
        onChange={({ target }) => setName(target.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === 'Enter') rename();
        }}
      />
      <span className="quiet">
        {t('{variant}, {count} traps; {title}', {
          variant: entryName(entry).slice(entry.name.length + 2),
          count: groupDigits(entry.events.total),
          title: entry.title,
        })}
      </span>
      <Acts entry={entry} index={index} onUsed={onUsed} />
    </li>
  );
}

function Acts({ entry, index, onUsed }: Props & { readonly entry: WorkloadEntry }) {
  const app = useApp();
  const use = (): void => {
    runProgram(app, entry, index);
    onUsed();
  };
  return (
    <span className="import-program-acts">
      <button
        type="button"
        className="text-button"
        aria-label={t('Use {name}', { name: entry.name })}
        onClick={use}
      >
        {t('Use')}
      </button>
      <button
        type="button"
        className="text-button"
        aria-label={t('Save the file of {name}', { name: entry.name })}
        onClick={() => void saveProgram(app, entry.id)}
      >
        {t('Save')}
      </button>
      <button
        type="button"
        className="text-button"
        aria-label={t('Delete {name}', { name: entry.name })}
        onClick={() => void ownPrograms(app).then((own) => own.remove(entry.id))}
      >
        {t('Delete')}
      </button>
    </span>
  );
}

async function saveProgram(app: ReturnType<typeof useApp>, id: string): Promise<void> {
  const program = await (await ownPrograms(app)).read(id);
  if (!program.ok) {
    app.notify('problem', t('The program was not saved: {why}', { why: program.error }));
    return;
  }
  const { entry, file } = program.value;
  const content = new Blob([JSON.stringify(file)], { type: 'application/json' });
  save({ name: `${entry.name}.${entry.variant}.json`, content });
}
