import { msg } from '../../base/language.ts';
import type { Sentence } from '../../base/sentence.ts';
import { sentence } from '../../base/sentence.ts';
import type { StampCounts } from './reader.ts';
import { STAMP_KINDS } from './reader.ts';
import type { Recorder } from './recorder.ts';
import type { ImportReport, LineClass, LogFormat, ProcessReport } from './report.ts';
import { LINE_CLASSES } from './report.ts';
import type { Tally } from './tally.ts';

/** Most processes that a report names. */
const MAX_LISTED = 1000;
/** Most names of calls that a report counts. */
const MAX_CALLS = 40;

/** What the report is made of. */
export interface ReportParts {
  readonly found: { readonly format: LogFormat; readonly reason: Sentence };
  readonly files: readonly string[];
  readonly bytes: number;
  readonly recorder: Recorder;
  readonly stamps: StampCounts;
  readonly tally: Tally;
  readonly hasPids: boolean;
  readonly truncated: boolean;
  readonly notes: Iterable<Sentence>;
}

/** The report of a finished import. */
export function reportOf(parts: ReportParts): ImportReport {
  const { found, files, bytes, recorder, stamps, tally, hasPids, truncated } = parts;
  const { counters } = recorder;
  const classes: Partial<Record<LineClass, number>> = {};
  for (const what of LINE_CLASSES) if (tally.count(what) > 0) classes[what] = tally.count(what);
  const kinds = STAMP_KINDS.filter((kind) => stamps[kind] > 0);
  const { digits } = stamps;
  const span = counters.lastStamp - counters.firstStamp;
  const calls = callsOf(recorder);
  return {
    ...found,
    files: [...files],
    bytes,
    lines: tally.lines(),
    classes,
    totalCalls: calls.reduce((sum, { count }) => sum + count, 0),
    errors: counters.errors,
    durations: counters.durations,
    sumDurations: counters.sumDurations / 1e9,
    span: Number.isNaN(span) ? null : span / 1e9,
    stamps: Object.fromEntries(kinds.map((kind) => [kind, stamps[kind]])),
    resolution: digits === null ? null : 10 ** -digits,
    exitCodes: [...counters.exitCodes],
    hasPids,
    processes: processesOf(recorder),
    topCalls: calls.slice(0, MAX_CALLS),
    bytesRead: counters.bytesRead,
    bytesReadResumed: counters.bytesReadResumed,
    bytesWritten: counters.bytesWritten,
    bytesWrittenResumed: counters.bytesWrittenResumed,
    truncatedLastLine: truncated,
    doubtful: tally.doubtful,
    doubtfulTotal: tally.doubtfulTotal(),
    preview: tally.preview,
    notes: [...parts.notes, ...notesOf(parts)],
  };
}

function callsOf({ table, callCounts }: Recorder): { name: string; count: number }[] {
  return table.names
    .map((name, id) => ({ name, count: callCounts[id] }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}

function processesOf({ processes }: Recorder): ProcessReport[] {
  return [...processes.values()]
    .filter(({ calls, traps, faults, ended }) => calls > 0 || traps > 0 || faults > 0 || ended)
    .map(({ pid, label, traps, rows, calls, faults, ended }) => ({
      pid,
      label,
      traps,
      kept: rows.length(),
      calls,
      faults,
      ended,
    }))
    .toSorted((a, b) => b.traps - a.traps || a.pid - b.pid)
    .slice(0, MAX_LISTED);
}

function notesOf({ recorder, truncated, tally, stamps, found }: ReportParts): Sentence[] {
  const notes: Sentence[] = [];
  const note = (message: string, n?: number): void => {
    notes.push(sentence(message, n === undefined ? undefined : { n }));
  };
  const { kernelFaults } = recorder.counters;
  if (kernelFaults > 0) {
    note(
      msg(
        '{n} page faults were raised by the kernel on behalf of a call; they are no traps of the program',
      ),
      kernelFaults,
    );
  }
  if (tally.count('stack') > 0) {
    note(
      msg(
        'walking the stack (-k) takes the tracer long, and that time is in the gaps: record without -k',
      ),
    );
  }
  if (truncated) {
    note(
      found.format === 'chrome'
        ? msg('the file ends within its JSON: events may be missing at the end')
        : msg('the last line has no line end: what it says may be cut off'),
    );
  }
  if (tally.count('table') > 0)
    note(msg('{n} lines are a summary table; it was not used'), tally.count('table'));
  const begun = [...recorder.processes.values()].filter((process) => process.begun !== null).length;
  if (begun > 0) note(msg('{n} calls were under way when the log ended; they are left out'), begun);
  if (stamps.relative > 0 && recorder.processes.size > 1) {
    note(
      msg(
        'relative stamps (-r) of several processes count from the line before, whosever it is; they were added up',
      ),
    );
  }
  return notes;
}
