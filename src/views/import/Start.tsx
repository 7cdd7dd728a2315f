import { useId, useState } from 'react';
import type { DragEvent } from 'react';

import { t } from '../../base/language.ts';
import { textFile } from './text-file.ts';

/** Commands that record a log. */
const COMMANDS = [
  'strace -f -ttt -T -o log.txt ./program',
  'perf trace -F all -o log.txt ./program',
];

/** Where a log comes from: files, or pasted text. */
export function Start({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    // The page takes files, too, and would ask what they are.
    event.stopPropagation();
    take([...event.dataTransfer.files]);
  };
  const take = (files: readonly File[]): void => {
    if (files.length > 0) onFiles(files.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
  };
  return (
    <section className="import-start" aria-label={t('Choose a log')}>
      <p>
        {t(
          'A log of a real program becomes a workload: what it computes between two traps, and which traps they are. The log stays on this computer.',
        )}
      </p>
      <pre className="import-how" aria-label={t('How to record one')}>
        {COMMANDS.join('\n')}
      </pre>
      <div className="import-drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <label className="text-button file-button primary">
          {t('Choose files')}
          <input
            type="file"
            multiple
            className="visually-hidden"
            onChange={({ target }) => {
              take([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        </label>
        <span className="quiet">
          {t(
            'or drop them here: strace, perf trace, a Chrome trace or a CSV table; all files of strace -ff together',
          )}
        </span>
      </div>
      <Pasted onRead={(text) => onFiles([textFile(text)])} />
    </section>
  );
}

function Pasted({ onRead }: { readonly onRead: (text: string) => void }) {
  const [text, setText] = useState('');
  const id = useId();
  return (
    <form
      className="import-paste"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onRead(text);
      }}
    >
      <label htmlFor={id}>{t('Or paste or type lines of a log')}</label>
      <textarea
        id={id}
        rows={3}
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="text-button" disabled={text.trim() === ''}>
        {t('Read these lines')}
      </button>
    </form>
  );
}
