import type { AppStore } from '../../store/app-store.ts';
import { recognise } from '../../workload/import/recognise.ts';
import { ownProgram } from '../../worker/own-program.ts';
import { readScenario } from '../scenario/read-file.ts';
import { ownPrograms } from './own-programs.ts';
import { runProgram } from './run-program.ts';

/** Bytes by which a file is told. */
const HEAD_BYTES = 1 << 16;
/** Larger profiles are refused before they are read: 2,000,000 traps need less. */
const MAX_PROFILE_BYTES = 500_000_000;

/** What a dropped file is, by how it begins. */
export type FileKind = 'scenario' | 'profile' | 'log';

/** What a file is whose first bytes are `head`; what is unclear counts as a log, as the import says why it is none. */
export function kindOf(head: Uint8Array): FileKind {
  const text = new TextDecoder().decode(head).trimStart();
  if (!/^[{[]/u.test(text)) return 'log';
  const profile = text.indexOf('"romain-workload-profile"');
  const apps = text.indexOf('"apps"');
  if (profile >= 0 && (apps < 0 || profile < apps)) return 'profile';
  return recognise(head, false).kind === 'log' ? 'log' : 'scenario';
}

/** Opens files that were dropped or pasted, whatever they are; those with an error change nothing. */
export async function openFiles(app: AppStore, files: readonly File[]): Promise<void> {
  const [file] = files;
  if (file === undefined) return;
  const kind = kindOf(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  if (kind === 'log') {
    const { app: shown } = app.store.getState();
    const inOrder = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    app.open({ kind: 'import', files: inOrder, app: shown });
  } else if (kind === 'profile') await openProfile(app, file);
  else await openScenario(app, file);
}

async function openScenario(app: AppStore, file: File): Promise<void> {
  const read = await readScenario(file);
  if (read.ok) {
    app.edits.load(read.value);
    app.notify('info', `The scenario in ${file.name} is loaded. Undo brings the one before back.`);
    return;
  }
  const first = read.error[0];
  const where = first === undefined || first.path === '' ? '' : `${first.path}: `;
  const more = read.error.length > 1 ? ` (and ${read.error.length - 1} more)` : '';
  const why = first === undefined ? '' : ` ${where}${first.message}${more}`;
  app.notify('problem', `${file.name} was not opened; nothing has changed.${why}`);
}

/** Keeps the program of a profile and runs it; where a link has named it, it is what was missing. */
async function openProfile(app: AppStore, file: File): Promise<void> {
  const refuse = (why: string): void =>
    app.notify('problem', `${file.name} was not opened; nothing has changed. ${why}`);
  if (file.size > MAX_PROFILE_BYTES) {
    refuse('The file is larger than 500 MB.');
    return;
  }
  const json = parsed(await file.text());
  const program = ownProgram(json, file.size, Date.now());
  if (!program.ok) {
    refuse(`It is no workload profile: ${program.error}.`);
    return;
  }
  const kept = await (await ownPrograms(app)).add(program.value);
  if (!kept.ok) {
    refuse(kept.error);
    return;
  }
  const { scenario, app: shown } = app.store.getState();
  const { id, name } = kept.value;
  const awaited = scenario.apps.some(
    ({ workload }) => workload.kind === 'profile' && workload.id === id,
  );
  if (awaited) app.runs.request({ kind: 'keep' });
  else runProgram(app, kept.value, shown);
  app.notify('info', `The program ${name} is kept in this browser and runs.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
