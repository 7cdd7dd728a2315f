import { msg } from '../../base/language.ts';
import type { Sentence } from '../../base/sentence.ts';

/** What a line of a log was understood to be. */
export const LINE_CLASSES = [
  'call',
  'unfinished',
  'resumed',
  'split',
  'rest',
  'detached',
  'signal',
  'stopped',
  'exit',
  'kill',
  'fault',
  'continued',
  'pending',
  'event',
  'stack',
  'table',
  'chatter',
  'comment',
  'blank',
  'header',
  'ignored',
  'cut',
  'output',
  'unknown',
] as const;

export type LineClass = (typeof LINE_CLASSES)[number];

/** What each class means, for people, as messages. */
export const LINE_CLASS_TEXTS: Readonly<Record<LineClass, string>> = {
  call: msg('a whole call'),
  unfinished: msg('the beginning of a call that another process interrupts'),
  resumed: msg('the rest of such a call'),
  split: msg('the beginning of a call that a message or the output of the program interrupts'),
  rest: msg('the rest of such a call'),
  detached: msg('a call that was under way when the tracer let go'),
  signal: msg('a signal'),
  stopped: msg('a stop by a signal'),
  exit: msg('the end of a process'),
  kill: msg('the end of a process by a signal'),
  fault: msg('a page fault'),
  continued: msg('the end of a call that began before, or was interrupted'),
  pending: msg('the beginning of a call that ends later'),
  event: msg('a whole event'),
  stack: msg('a line of a call stack (-k)'),
  table: msg('a line of a summary table'),
  chatter: msg('a message of the tracer'),
  comment: msg('a comment'),
  blank: msg('an empty line'),
  header: msg('names of columns'),
  ignored: msg('an event that is no trap (counter, flow, nested slice …)'),
  cut: msg('a last line that is cut off'),
  output: msg('not of the tracer; most likely output of the program'),
  unknown: msg('not understood'),
};

/** Log formats that can be imported. */
export const LOG_FORMATS = ['strace', 'perf-trace', 'chrome', 'csv'] as const;

export type LogFormat = (typeof LOG_FORMATS)[number];

/** A line with its number (from 1) in its file, as the preview and the list of doubtful lines show it. */
export interface LineSample {
  /** Index into `files` of the report. */
  readonly file: number;
  readonly line: number;
  readonly class: LineClass;
  /** The line, cut at 300 bytes; damaged bytes are U+FFFD. */
  readonly text: string;
}

/** One process or thread of the log. */
export interface ProcessReport {
  /** Its number, or a made-up negative one when the log has none. */
  readonly pid: number;
  /** For people: `pid 14`, `hello/168`, or the name of the file. */
  readonly label: string;
  /** Traps that a profile of it would have, before any rule. */
  readonly traps: number;
  /** How many of them were kept; fewer than `traps` when there was no room for all. */
  readonly kept: number;
  readonly calls: number;
  readonly faults: number;
  readonly ended: boolean;
}

/** Counts of a whole import; times in seconds. */
export interface ImportReport {
  readonly format: LogFormat;
  /** Why the format was taken to be that. */
  readonly reason: Sentence;
  readonly files: readonly string[];
  readonly bytes: number;
  readonly lines: number;
  /** Lines by class; classes that do not occur are left out. They sum to `lines`. */
  readonly classes: Readonly<Partial<Record<LineClass, number>>>;
  /** Whole calls and those put together from two lines. */
  readonly totalCalls: number;
  /** Calls that returned an error. */
  readonly errors: number;
  /** Calls whose duration is there. */
  readonly durations: number;
  readonly sumDurations: number;
  /** From the first to the last time stamp, or `null` without stamps. */
  readonly span: number | null;
  /** Lines by kind of time stamp. */
  readonly stamps: Readonly<Record<string, number>>;
  /** The coarsest step of the stamps, or `null` without stamps. */
  readonly resolution: number | null;
  readonly exitCodes: readonly number[];
  readonly hasPids: boolean;
  /** With the most traps first. */
  readonly processes: readonly ProcessReport[];
  /** Most frequent calls first. */
  readonly topCalls: readonly { readonly name: string; readonly count: number }[];
  /** Payload by return value: of calls on one line, and of those put together from two. */
  readonly bytesRead: number;
  readonly bytesReadResumed: number;
  readonly bytesWritten: number;
  readonly bytesWrittenResumed: number;
  /** Does the last line of a file have no line end? */
  readonly truncatedLastLine: boolean;
  /** Lines of class `output`, `unknown` or `cut`; the first of them, up to `MAX_SAMPLES`. */
  readonly doubtful: readonly LineSample[];
  readonly doubtfulTotal: number;
  /** The first lines of the log with their classes. */
  readonly preview: readonly LineSample[];
  /** Sentences about what was assumed or left out while reading. */
  readonly notes: readonly Sentence[];
}

/** Most doubtful lines that are kept with their text. */
export const MAX_SAMPLES = 1000;
/** Bytes of a line that a sample shows. */
export const SAMPLE_BYTES = 300;
