import { useState } from 'react';
import type { DragEvent } from 'react';

import { t } from '../../base/language.ts';
import type { ScenarioProblem } from '../../scenario/scenario.ts';
import { useApp } from '../shell/app-context.ts';
import { readScenario } from './read-file.ts';
import { scenarioText } from './write-file.ts';

/** Opens and saves scenarios as JSON; a file with an error changes nothing. */
export function ScenarioFile() {
  const { edits, store, notify } = useApp();
  const [problems, setProblems] = useState<readonly ScenarioProblem[]>([]);

  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const read = await readScenario(file);
    setProblems(read.ok ? [] : read.error);
    if (read.ok) edits.load(read.value);
  };
  const write = async (): Promise<void> => {
    const text = await scenarioText(store.getState().scenario);
    if (text.ok) save(text.value);
    else notify('problem', t('No file was saved: {problem}', { problem: text.error }));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    // The page takes files too, where no list of problems fits.
    event.stopPropagation();
    void open(event.dataTransfer.files[0]);
  };

  return (
    <div className="drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <div className="row">
        <label className="text-button file-button">
          {t('Open a file')}
          <input
            type="file"
            className="visually-hidden"
            accept=".json,application/json"
            onChange={(event) => {
              void open(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </label>
        <button type="button" className="text-button" onClick={() => void write()}>
          {t('Save as a file')}
        </button>
        <span className="quiet">{t('or drop a file here')}</span>
      </div>
      {problems.length > 0 && (
        <div role="alert" className="field-problem">
          <p>{t('The file was not opened; nothing has changed.')}</p>
          <ul>
            {problems.slice(0, 10).map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                {path !== '' && <code>{path}</code>} {message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([`${text}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'scenario.watchmen.json';
  link.click();
  URL.revokeObjectURL(url);
}
