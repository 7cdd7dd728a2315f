import { readJson } from '../../base/json.ts';
import { t } from '../../base/language.ts';
import { MAX_PROFILE_FILE_BYTES, MAX_RESULT_FILE_BYTES } from '../../base/limits.ts';
import { assertUnreachable } from '../../base/assert.ts';
import type { AppStore } from '../../store/app-store.ts';
import { ownProgram } from '../../worker/own-program.ts';
import { readScenario } from '../scenario/read-file.ts';
import type { LoadExplore } from '../shell/load-explore.ts';
import { kindOf, kindWords, refusal } from './file-kind.ts';
import type { FileKind } from './file-kind.ts';
import { ownPrograms } from './own-programs.ts';
import { runProgram } from './run-program.ts';

/** Bytes by which a file is told. */
const HEAD_BYTES = 1 << 16;
/** Files that a sentence names. */
const MOST_NAMED = 4;

/** What files are opened on. */
export interface OpenDeps {
  readonly app: AppStore;
  readonly loadExplore: LoadExplore;
}

/** A file and what it is. */
export interface KnownFile {
  readonly file: File;
  readonly kind: FileKind;
}

/** Kinds that are read whole before they are looked at. */
const RESULTS: ReadonlySet<FileKind> = new Set(['sweep', 'study', 'campaign']);
/** Kinds of which several files are taken together; of any other one at a time is shown. */
const TOGETHER: ReadonlySet<FileKind> = new Set(['log', 'sweep', 'campaign', 'profile']);

/**
 * Opens files that were dropped or pasted, whatever they are; those with an error change nothing.
 * The page shows one thing at a time: of files of several kinds it takes those of the first one's, and
 * names the others.
 */
export async function openFiles(deps: OpenDeps, files: readonly File[]): Promise<void> {
  const known = await Promise.all(files.map(knownFile));
  const { taken, left } = chosenOf(known);
  const [first] = taken;
  if (first === undefined) return;
  if (left.length > 0) deps.app.notify('problem', leftSentence(taken, left));
  await openKind(
    deps,
    first.kind,
    taken.map(({ file }) => file),
  );
}

async function knownFile(file: File): Promise<KnownFile> {
  const head = await file.slice(0, HEAD_BYTES).arrayBuffer();
  return { file, kind: kindOf(new Uint8Array(head)) };
}

/** The files that are opened together, by name, and the others. */
export function chosenOf(
  known: readonly KnownFile[],
): Record<'taken' | 'left', readonly KnownFile[]> {
  const ordered = known.toSorted((a, b) => (a.file.name < b.file.name ? -1 : 1));
  const first = known[0]?.kind;
  const alike = ordered.filter(({ kind }) => kind === first);
  const taken = first !== undefined && TOGETHER.has(first) ? alike : known.slice(0, 1);
  return { taken, left: ordered.filter((one) => !taken.includes(one)) };
}

/** Says of dropped files which are opened, and which are not. */
export function leftSentence(
  [first, ...alike]: readonly KnownFile[],
  left: readonly KnownFile[],
): string {
  const values = { first: first.file.name, kind: kindWords(first.kind), alike: alike.length };
  const opened =
    alike.length === 0
      ? t('{first} ({kind}) is opened', values)
      : t('{first} and {alike} like it ({kind}) are opened', values);
  return t(
    '{opened}; {n, plural, one {{others} is not. Drop it by itself} other {{others} are not. Drop those by themselves}}.',
    { opened, others: othersWords(left), n: left.length },
  );
}

/** The first of the files that are left, and how many more there are. */
function othersWords(left: readonly KnownFile[]): string {
  const shown = left.length > MOST_NAMED ? left.slice(0, MOST_NAMED - 1) : left;
  const more = left.length - shown.length;
  const names = shown.map(({ file, kind }) => `${file.name} (${kindWords(kind)})`);
  if (more > 0) names.push(t('{count} more', { count: more }));
  const last = names.pop() ?? '';
  return names.length === 0 ? last : t('{before} and {last}', { before: names.join(', '), last });
}

async function openKind(
  { app, loadExplore }: OpenDeps,
  kind: FileKind,
  files: readonly File[],
): Promise<void> {
  const [file] = files;
  const large = RESULTS.has(kind) && files.find(({ size }) => size > MAX_RESULT_FILE_BYTES);
  if (large) {
    app.notify('problem', refusalWords(large, t('The file is larger than 200 MB.')));
    return;
  }
  switch (kind) {
    case 'log':
      app.open({ kind: 'import', files, app: app.store.getState().app });
      return;
    case 'profile':
      for (const one of files) await openProfile(app, one);
      return;
    case 'scenario':
      await openScenario(app, file);
      return;
    case 'lesson': {
      const { openLessonFile } = await import('../learn/open-file.ts');
      await openLessonFile(app, file);
      return;
    }
    case 'sweep': {
      const { openSweepFiles } = await import('../explore/sweep/open-file.ts');
      await openSweepFiles(files, { app, explore: await loadExplore() });
      return;
    }
    case 'study': {
      const { openStudyFile } = await import('../explore/studies/open-file.ts');
      await openStudyFile(file, { app, explore: await loadExplore() });
      return;
    }
    case 'campaign': {
      const { openCampaignFiles } = await import('../explore/campaign/open-file.ts');
      await openCampaignFiles(files, { app, explore: await loadExplore() });
      return;
    }
    case 'sweep-report':
    case 'campaign-report':
    case 'lines':
      app.notify('problem', refusalWords(file, refusal(kind)));
      return;
    default:
      assertUnreachable(kind);
  }
}

function refusalWords(file: File, why: string): string {
  return t('{file} was not opened; nothing has changed. {why}', { file: file.name, why }).trim();
}

async function openScenario(app: AppStore, file: File): Promise<void> {
  const read = await readScenario(file);
  if (read.ok) {
    app.edits.load(read.value);
    app.notify(
      'info',
      t('The scenario in {file} is loaded. Undo brings the one before back.', { file: file.name }),
    );
    return;
  }
  const first = read.error[0];
  const where = first === undefined || first.path === '' ? '' : `${first.path}: `;
  const why = first === undefined ? '' : `${where}${first.message}`;
  const more = read.error.length - 1;
  const all = more > 0 ? t('{problem} (and {count} more)', { problem: why, count: more }) : why;
  app.notify('problem', refusalWords(file, all));
}

/** Keeps the program of a profile and runs it; where a link has named it, it is what was missing. */
async function openProfile(app: AppStore, file: File): Promise<void> {
  const refuse = (why: string): void => app.notify('problem', refusalWords(file, why));
  if (file.size > MAX_PROFILE_FILE_BYTES) {
    refuse(t('The file is larger than 500 MB.'));
    return;
  }
  const json = readJson(await file.text());
  const program = ownProgram(json.ok ? json.value : null, file.size, Date.now());
  if (!program.ok) {
    refuse(t('It is no workload profile: {why}.', { why: program.error }));
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
  app.notify('info', t('The program {name} is kept in this browser and runs.', { name }));
}
