import { msg } from '../../base/language.ts';
import type { Sentence } from '../../base/sentence.ts';
import { sentence } from '../../base/sentence.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { createChromeReader } from './chrome.ts';
import type { ColumnChoices } from './csv-columns.ts';
import type { TableHead } from './csv.ts';
import { cellsOf, createCsvReader } from './csv.ts';
import type { ImportedProcess } from './imported.ts';
import { importedProcesses } from './imported.ts';
import { labelWords, ONLY_PROCESS, pidLabel } from './labels.ts';
import { createLineCutter } from './lines.ts';
import { createPerfReader } from './perf-trace.ts';
import type { LogReader, StampCounts } from './reader.ts';
import { createStampCounts } from './reader.ts';
import type { Recognised } from './recognise.ts';
import { recognise } from './recognise.ts';
import type { Recorder } from './recorder.ts';
import { createRecorder } from './recorder.ts';
import type { ImportReport, LogFormat, ProcessReport } from './report.ts';
import { reportOf } from './report-of.ts';
import { createStraceReader } from './strace.ts';
import type { Tally } from './tally.ts';
import { createTally } from './tally.ts';
import type { Tracks } from './tracks.ts';
import { createTracks } from './tracks.ts';

/** How to read a log. */
export interface ImportOptions {
  /** Skips recognition. */
  readonly format?: LogFormat;
  /** Keeps the traps of this process only; saves memory. */
  readonly pid?: number;
  /** Columns of a table. */
  readonly columns?: ColumnChoices;
  /** Lines from the start that the preview shows; 200 when absent, 10 000 at most. */
  readonly previewLines?: number;
}

/** A log that was read to its end. */
export interface Imported {
  readonly report: ImportReport;
  /** With the most traps first; a profile can be made of each. */
  readonly processes: readonly ImportedProcess[];
}

/**
 * Reads logs chunk by chunk; memory does not grow with their length beyond the traps that a workload
 * can have. Nothing in it needs a page or Node, so it also runs in a Worker.
 */
export interface Importer {
  /** Begins a file; several files, as of `strace -ff`, make one import. */
  beginFile(name: string): void;
  /** The next bytes of the file; the array may be used again afterwards. */
  push(chunk: Uint8Array): void;
  /** Lines read so far. */
  readonly lines: () => number;
  /** The first line of a table, and those below it that a person may look at; `null` = there is none yet. */
  readonly table: () => { readonly head: TableHead; readonly rows: readonly string[][] } | null;
  /** The end of all files. The error is one sentence: why it is no event trace. */
  finish(): Result<Imported, Sentence>;
}

/** Bytes after which recognition is tried, and tried again. */
const RECOGNITION_BYTES = [1 << 16, 1 << 18, 1 << 20, 1 << 22];

/** Most processes that an error names. */
const MAX_NAMED = 8;

/** Everything that files of one import share. */
interface Shared {
  readonly options: ImportOptions;
  readonly recorder: Recorder;
  readonly stamps: StampCounts;
  readonly tally: Tally;
  readonly tracks: Tracks;
  /** Each once, however often it is noted. */
  readonly notes: Map<string, Sentence>;
  readonly files: string[];
  found: { readonly format: LogFormat; readonly reason: Sentence } | null;
  table: TableHead | null;
  problem: Sentence | null;
  hasPids: boolean;
  bytes: number;
  truncated: boolean;
}

interface FileReader {
  push(chunk: Uint8Array): void;
  finish(): void;
}

/** An importer for one log, or several files of one. */
export function createImporter(options: ImportOptions = {}): Importer {
  const recorder = createRecorder(options.pid ?? null);
  const shared: Shared = {
    options,
    recorder,
    stamps: createStampCounts(),
    tally: createTally(options.previewLines ?? 200),
    tracks: createTracks(recorder, options.pid ?? null),
    notes: new Map(),
    files: [],
    found: null,
    table: null,
    problem: null,
    hasPids: false,
    bytes: 0,
    truncated: false,
  };
  let file: FileReader | null = null;

  return {
    beginFile(name) {
      file?.finish();
      shared.files.push(name);
      shared.tally.beginFile();
      file = createFileReader(shared, name);
    },
    push(chunk) {
      shared.bytes += chunk.length;
      if (shared.problem === null) file?.push(chunk);
    },
    lines: () => shared.tally.lines(),
    table: () => tableOf(shared),
    finish() {
      file?.finish();
      return finishImport(shared);
    },
  };
}

/** Rows of a table that are given out beside its head. */
const TABLE_ROWS = 5;

function tableOf({ table, tally }: Shared): ReturnType<Importer['table']> {
  if (table === null) return null;
  const lines = tally.preview.filter(({ class: what }) => what !== 'comment' && what !== 'blank');
  const rows = lines.slice(table.named ? 1 : 0).slice(0, TABLE_ROWS);
  return { head: table, rows: rows.map(({ text }) => cellsOf(text, table.separator)) };
}

function finishImport(shared: Shared): Result<Imported, Sentence> {
  if (shared.problem !== null) return err(shared.problem);
  if (shared.found === null) return err(sentence(msg('no file was given')));
  const nested = shared.tracks.finish();
  if (nested > 0) {
    note(shared, msg('{n} events lie within others; only the outermost are traps'), nested);
  }
  const dropped = shared.recorder.dropped();
  if (dropped > 0) {
    note(
      shared,
      msg(
        '{n} traps were counted but not kept, as a workload may not be that long; the profile ends before them',
      ),
      dropped,
    );
  }
  const report = reportOf({ ...shared, found: shared.found, notes: shared.notes.values() });
  const { options, recorder } = shared;
  // Of a table, the events of a process that is not asked for are counted, but become no traps.
  const others = options.pid === undefined ? [] : report.processes;
  const counted = others.some(({ calls, faults }) => calls + faults > 0);
  if (!counted && report.processes.every(({ traps }) => traps === 0)) {
    return err(
      sentence(
        msg(
          '{files} has no whole event: it was read as {format} ({reason}), but nothing in it can be a trap',
        ),
        { files: nameOf(shared.files), format: report.format, reason: report.reason },
      ),
    );
  }
  if (options.pid !== undefined && (recorder.processes.get(options.pid)?.traps ?? 0) === 0) {
    return err(
      sentence(msg('there is no process {pid} with traps in the log; {processes}'), {
        pid: String(options.pid),
        processes: processesText(report.processes),
      }),
    );
  }
  return ok({ report, processes: importedProcesses(report, recorder) });
}

/** Which processes there are; a made-up number says nothing without what it stands for. */
function processesText(processes: readonly ProcessReport[]): Sentence {
  const [first] = processes;
  if (processes.length === 1 && first.pid < 0) {
    return sentence(
      msg('its lines name no process, so it is read as one ({label}); leave the number out'),
      { label: labelWords(first.label) },
    );
  }
  const known = processes
    .slice(0, MAX_NAMED)
    .map(({ pid, label }) => (pid < 0 ? `${pid} (${label})` : String(pid)));
  const more = processes.length - known.length;
  return sentence(msg('it has {known}{n, plural, =0 {} other { and {n} more}}'), {
    known: known.join(', '),
    n: more,
  });
}

function nameOf(files: readonly string[]): string | Sentence {
  return files.length === 1 ? `"${files[0]}"` : sentence(msg('{n} files'), { n: files.length });
}

function note({ notes }: Shared, message: string, n?: number): void {
  const said = sentence(message, n === undefined ? undefined : { n });
  notes.set(JSON.stringify(said), said);
}

/** Holds the first bytes of a file back until its format is clear. */
function createFileReader(shared: Shared, name: string): FileReader {
  let reader: FileReader | null = null;
  let held = new Uint8Array(0);
  let tries = 0;

  function begin(found: Recognised): void {
    if (found.kind !== 'log') {
      shared.problem ??= sentence(msg('"{name}" is not an event trace: {reason}'), {
        name,
        reason: found.reason,
      });
      return;
    }
    if (shared.found !== null && shared.found.format !== found.format) {
      shared.problem ??= sentence(
        msg('"{name}" is {format}, but "{first}" is {other}; import them one by one'),
        {
          name,
          format: found.format,
          first: shared.files[0],
          other: shared.found.format,
        },
      );
      return;
    }
    shared.found ??= found;
    reader = createReader(shared, name, found.format);
    reader.push(held);
    held = new Uint8Array(0);
  }

  function look(complete: boolean): void {
    const { format } = shared.options;
    const found =
      format === undefined
        ? recognise(held, complete)
        : { kind: 'log' as const, format, reason: sentence(msg('the format was given')) };
    const last = complete || held.length >= RECOGNITION_BYTES[RECOGNITION_BYTES.length - 1];
    if (found.kind !== 'unclear' || last) begin(found);
    else tries += 1;
  }

  return {
    push(chunk) {
      if (reader !== null) {
        reader.push(chunk);
        return;
      }
      const joined = new Uint8Array(held.length + chunk.length);
      joined.set(held);
      joined.set(chunk, held.length);
      held = joined;
      if (held.length >= RECOGNITION_BYTES[tries]) look(false);
    },
    finish() {
      if (shared.problem === null && reader === null) look(true);
      reader?.finish();
    },
  };
}

function createReader(shared: Shared, name: string, format: LogFormat): FileReader {
  const { recorder, stamps, tally, tracks } = shared;
  if (format === 'chrome') {
    const objects = createChromeReader({ recorder, stamps, tally, tracks });
    return {
      push: (chunk) => objects.push(chunk),
      finish() {
        if (!objects.finish()) shared.truncated = true;
      },
    };
  }
  const lines = createFormatReader(shared, name, format);
  const cutter = createLineCutter((bytes, from, to, ended) => {
    recorder.shown = tally.nextShown();
    tally.enter(bytes, from, to, lines.line(bytes, from, to, ended));
    if (!ended) shared.truncated = true;
  });
  return {
    push: (chunk) => cutter.push(chunk),
    finish() {
      cutter.finish();
      const long = cutter.tooLong();
      if (long > 0)
        note(shared, msg('{n} lines are longer than 1 MiB; the rest of them was left out'), long);
    },
  };
}

function createFormatReader(
  shared: Shared,
  name: string,
  format: Exclude<LogFormat, 'chrome'>,
): LogReader {
  const { recorder, stamps, tracks } = shared;
  const fallback = fallbackOf(name, shared.files.length);
  const onPid = (): void => {
    shared.hasPids = true;
  };
  if (format === 'strace') return createStraceReader({ recorder, stamps, fallback, onPid });
  if (format === 'perf-trace') return createPerfReader({ recorder, stamps, fallback, onPid });
  return createCsvReader({
    recorder,
    stamps,
    tracks,
    fallback,
    choices: shared.options.columns ?? {},
    onTable(table) {
      const { columns } = table;
      shared.table ??= table;
      if (!columns.ok) {
        shared.problem ??= sentence(msg('"{name}": {problem}'), { name, problem: columns.error });
      } else if (columns.value.time?.assumed === true) {
        note(shared, msg('the times of the table have no unit; seconds are assumed'));
      }
    },
  });
}

/** `strace -ff` puts the number of the process behind the name of the file. */
function fallbackOf(name: string, ordinal: number): { pid: number; label: string } {
  const number = /\.(\d{1,8})$/u.exec(name)?.[1];
  if (number !== undefined) return { pid: Number(number), label: pidLabel(number) };
  return { pid: -ordinal, label: ordinal === 1 ? ONLY_PROCESS : name };
}
