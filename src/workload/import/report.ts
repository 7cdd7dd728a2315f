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

/** What each class means, for people. */
export const LINE_CLASS_TEXTS: Readonly<Record<LineClass, string>> = {
  call: 'a whole call',
  unfinished: 'the beginning of a call that another process interrupts',
  resumed: 'the rest of such a call',
  split: 'the beginning of a call that a message or the output of the program interrupts',
  rest: 'the rest of such a call',
  detached: 'a call that was under way when the tracer let go',
  signal: 'a signal',
  stopped: 'a stop by a signal',
  exit: 'the end of a process',
  kill: 'the end of a process by a signal',
  fault: 'a page fault',
  continued: 'the end of a call that began before, or was interrupted',
  pending: 'the beginning of a call that ends later',
  event: 'a whole event',
  stack: 'a line of a call stack (-k)',
  table: 'a line of a summary table',
  chatter: 'a message of the tracer',
  comment: 'a comment',
  blank: 'an empty line',
  header: 'names of columns',
  ignored: 'an event that is no trap (counter, flow, nested slice …)',
  cut: 'a last line that is cut off',
  output: 'not of the tracer; most likely output of the program',
  unknown: 'not understood',
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
  readonly reason: string;
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
  readonly notes: readonly string[];
}

/** Most doubtful lines that are kept with their text. */
export const MAX_SAMPLES = 1000;
/** Bytes of a line that a sample shows. */
export const SAMPLE_BYTES = 300;
