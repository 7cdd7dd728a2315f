import { assertUnreachable } from '../base/assert.ts';
import { msg, t } from '../base/language.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { Sentence } from '../base/sentence.ts';
import { sentence } from '../base/sentence.ts';
import { expandProfile } from '../workload/expand.ts';
import type { Imported, Importer } from '../workload/import/importer.ts';
import { createImporter } from '../workload/import/importer.ts';
import type { ProfileFile } from '../workload/import/profile-file.ts';
import type { Profile } from '../workload/profile.ts';
import { parseProfile } from '../workload/profile.ts';
import { ownProfileId } from '../workload/own-profile.ts';
import { trapsAlong, workloadStatistics } from '../workload/statistics.ts';
import type { BuiltLog, ImportAnswer, ImportRequest } from './import-protocol.ts';
import type { OwnEntry, OwnProfiles } from './own-profiles.ts';
import { ownEntry } from './own-program.ts';

/** Lines of a log that the preview shows. */
const PREVIEW_LINES = 10_000;
/** Columns of the picture of where traps fall. */
const COLUMNS = 96;
/** Time between two reports of progress. */
const REPORT_MS = 100;

export interface ImportDeps {
  readonly post: (answer: ImportAnswer) => void;
  readonly openOwn: () => Promise<OwnProfiles>;
  /** Resolves when the messages that wait have been handled. */
  readonly breathe: () => Promise<void>;
  /** Milliseconds, for progress. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly date: () => number;
}

interface Built {
  readonly file: ProfileFile;
  readonly profile: Profile;
  readonly text: Blob;
}

type Request<Kind extends ImportRequest['kind']> = Extract<ImportRequest, { readonly kind: Kind }>;

/** The worker's side of an import without a Worker: it holds one log while a person chooses. To cancel, end the worker. */
export class ImportSession {
  private readonly deps: ImportDeps;
  private imported: Imported | null = null;
  private built: Built | null = null;
  private latest = -1;

  constructor(deps: ImportDeps) {
    this.deps = deps;
  }

  async handle(request: ImportRequest): Promise<void> {
    switch (request.kind) {
      case 'read':
        return this.read(request);
      case 'build':
        return this.answerBuild(request);
      case 'keep':
        return this.deps.post({ kind: 'kept', kept: await this.keep() });
      case 'file':
        if (this.built !== null) this.deps.post({ kind: 'file', ...fileOf(this.built) });
        return undefined;
      default:
        return assertUnreachable(request);
    }
  }

  private async read({ files, choices }: Request<'read'>): Promise<void> {
    const importer = createImporter({ ...choices, previewLines: PREVIEW_LINES });
    this.imported = null;
    this.built = null;
    await readFiles(importer, files, this.deps);
    const log = importer.finish();
    if (log.ok) this.imported = log.value;
    const report = log.ok ? ok(log.value.report) : log;
    this.deps.post({ kind: 'read', log: { report, table: importer.table() } });
  }

  private async answerBuild(request: Request<'build'>): Promise<void> {
    const { id } = request;
    this.latest = id;
    // Typing asks many times; only the last is worth the work.
    await this.deps.breathe();
    const built = this.latest === id ? this.build(request) : null;
    this.deps.post({ kind: 'built', id, built });
  }

  private build({ pid, choices }: Request<'build'>): Result<BuiltLog, Sentence> {
    this.built = null;
    const process = this.imported?.processes.find(({ report }) => report.pid === pid);
    if (process === undefined) return err(sentence(NO_LOG));
    const made = process.profile(choices);
    if (!made.ok) return made;
    const { file, timing, ...rest } = made.value;
    const parsed = parseProfile(file);
    if (!parsed.ok) {
      const [{ path, message }] = parsed.error;
      return err(sentence(msg('The profile is not valid: {path} {message}.'), { path, message }));
    }
    const text = new Blob([JSON.stringify(file)], { type: 'application/json' });
    this.built = { file, profile: parsed.value, text };
    const { gapOf: _, ...facts } = timing;
    const outcomes = process.outcomes(made.value);
    return ok({ ...rest, pid, timing: facts, outcomes, ...describe(this.built) });
  }

  private async keep(): Promise<Result<OwnEntry, string>> {
    const { built, deps } = this;
    if (built === null) return err(t(NO_LOG));
    const entry = ownEntry(built.profile, built.text.size, deps.date());
    const own = await deps.openOwn();
    const kept = await own.put({ entry, file: built.file });
    return kept.ok ? ok(entry) : kept;
  }
}

const NO_LOG = msg('No log has been read.');

function describe({
  file,
  profile,
  text,
}: Built): Pick<BuiltLog, 'id' | 'profile' | 'statistics' | 'along' | 'bytes'> {
  const { segments: _, ...head } = file;
  const segments = expandProfile(profile);
  return {
    id: ownProfileId(profile),
    profile: head,
    statistics: workloadStatistics(segments),
    along: trapsAlong(segments, COLUMNS),
    bytes: text.size,
  };
}

function fileOf({ profile, text }: Built): { readonly name: string; readonly content: Blob } {
  return { name: `${profile.name}.${profile.variant}.json`, content: text };
}

/** Streams the files through `importer`; progress counts the bytes of the files as they are. */
async function readFiles(
  importer: Importer,
  files: readonly File[],
  { now, post }: ImportDeps,
): Promise<void> {
  let bytes = 0;
  let reportedAt = now();
  const count = (more: number): void => {
    bytes += more;
  };
  for (const file of files) {
    const packed = await isPacked(file);
    importer.beginFile(packed ? file.name.replace(/\.gz$/iu, '') : file.name);
    const reader = (packed ? unpacked(file, count) : file.stream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      importer.push(value);
      if (!packed) count(value.length);
      if (now() - reportedAt < REPORT_MS) continue;
      reportedAt = now();
      post({ kind: 'progress', bytes, lines: importer.lines() });
    }
  }
}

/** Is it a file of gzip? */
async function isPacked(file: File): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

/** What gzip has packed in `file`; `count` hears of each piece that is taken from the file. */
function unpacked(
  file: File,
  count: (bytes: number) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      count(chunk.length);
      controller.enqueue(chunk);
    },
  });
  return file.stream().pipeThrough(counting).pipeThrough(new DecompressionStream('gzip'));
}
