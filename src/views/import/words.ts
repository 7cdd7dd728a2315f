import { groupDigits } from '../../draw/format.ts';
import type { BuiltLog } from '../../worker/import-protocol.ts';
import type { LineOutcome, TrapCount } from '../../workload/import/line-outcomes.ts';
import type { ImportReport, LineSample, LogFormat } from '../../workload/import/report.ts';
import { LINE_CLASS_TEXTS } from '../../workload/import/report.ts';
import type { MappingRule } from '../../workload/import/rules.ts';
import type { TimingRule } from '../../workload/import/timing.ts';

export const FORMAT_NAMES: Readonly<Record<LogFormat, string>> = {
  strace: 'strace',
  'perf-trace': 'perf trace',
  chrome: 'Chrome trace',
  csv: 'table (CSV)',
};

export const RULE_NAMES: Readonly<Record<MappingRule, string>> = {
  linux: 'as on Linux',
  'l4re-4k': 'L4Re, 4 KiB pages',
  'l4re-ipc256': 'L4Re, 256-byte reads',
};

export const TIMING_NAMES: Readonly<Record<TimingRule, string>> = {
  measured: 'as logged',
  spread: 'spread evenly',
  even: 'an even gap',
};

const STAMP_WORDS: Readonly<Record<string, string>> = {
  unix: 'Unix time',
  clock: 'time of day',
  relative: 'time since the line before (-r)',
  milliseconds: 'milliseconds',
  microseconds: 'microseconds',
  column: 'a column of times',
};

/** What was recognised in a log besides its format: the options that it was recorded with, as far as they matter. */
export function recognisedWords({ format, stamps, resolution, ...rest }: ImportReport): string[] {
  const { durations, hasPids, processes, classes } = rest;
  const kinds = Object.keys(stamps).map((kind) => STAMP_WORDS[kind] ?? kind);
  const step = resolution === null ? '' : `, to ${stepWords(resolution)}`;
  const count = processes.length;
  const people = `${groupDigits(count)} process${count === 1 ? '' : 'es'}`;
  const words = [
    kinds.length === 0 ? 'no time stamps: only the order is known' : kinds.join(' and ') + step,
    durations > 0
      ? `durations of ${groupDigits(durations)} calls`
      : 'no durations: calls count as computing',
    hasPids ? `${people} told apart` : people,
  ];
  if ((classes.fault ?? 0) > 0) words.push('page faults');
  else if (format === 'strace') words.push('no page faults: strace sees none');
  return words;
}

/** `1 µs`, `1 ms`, `1 s`. */
function stepWords(step: number): string {
  if (step < 1e-6) return `${Math.round(step * 1e9)} ns`;
  if (step < 1e-3) return `${Math.round(step * 1e6)} µs`;
  return step < 1 ? `${Math.round(step * 1e3)} ms` : `${step} s`;
}

/** Nanoseconds as microseconds with one digit behind the point. */
function microseconds(nanoseconds: number): string {
  const [whole = '0', rest = '0'] = (nanoseconds / 1000).toFixed(1).split('.');
  return `${groupDigits(Number(whole))}.${rest}`;
}

/** Sentences of the importer, which writes plain ASCII, as the page writes units. */
export function withUnits(sentence: string): string {
  return sentence
    .replaceAll(/(\d) us\b/gu, '$1 µs')
    .replaceAll(/(?<![\d.])\d{5,}(?!\d|\.\d)/gu, (digits) => groupDigits(Number(digits)));
}

/** What a line was understood to be. */
export function classWords({ class: what }: LineSample): string {
  return LINE_CLASS_TEXTS[what];
}

const KIND_WORDS: Readonly<Record<TrapCount['kind'], string>> = {
  syscall: 'system call',
  pagefault: 'page fault',
  ipc: 'IPC',
};

/** `system call read`, `8 × page fault file`; what is answered inside the program is no trap. */
export function trapWords(traps: readonly TrapCount[]): string {
  if (traps.length === 0) return 'no trap: answered inside the program';
  return traps
    .map(({ kind, name, count }) => {
      const times = count === 1 ? '' : `${groupDigits(count)} × `;
      return `${times}${KIND_WORDS[kind]} ${name}`;
    })
    .join(', ');
}

/** What became of a line; `null` = no trap of its own. */
export function outcomeWords(outcome: LineOutcome | null): string {
  if (outcome === null) return 'no trap of its own';
  if (outcome.kind === 'other') return `of another process: ${pidWords(outcome.pid)}`;
  return trapWords(outcome.traps);
}

/** Made-up numbers of processes mean nothing to a person. */
function pidWords(pid: number): string {
  return pid < 0 ? 'one without a number' : `pid ${pid}`;
}

/** The computing before the trap of a line, as a sum where something was subtracted. */
export function computingWords(outcome: LineOutcome | null): string {
  if (outcome?.kind !== 'trap') return '';
  const { gap, computing } = outcome;
  const left = `${microseconds(computing)} µs`;
  if (gap === null || Math.abs(gap - computing) < 50) return left;
  const less = gap - computing;
  return less < 0
    ? `${left} in the place of ${microseconds(gap)}`
    : `${microseconds(gap)} − ${microseconds(less)} = ${left}`;
}

/** `12, 14, 80 and 3 more`. */
export function numbersWords(lines: readonly LineSample[], total: number): string {
  const shown = lines.slice(0, 12).map(({ line }) => groupDigits(line));
  const more = total - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${groupDigits(more)} more` : '');
}

/** What holds where no line is doubtful; a line without a line end may be cut all the same. */
export function understoodWords({ truncatedLastLine, format }: ImportReport): string {
  if (!truncatedLastLine) return 'Every line was understood.';
  return format === 'chrome'
    ? 'Every event that is whole was understood; the file ends within its JSON.'
    : 'Every line was understood as it stands; the last one has no line end and may be cut off.';
}

/** Bytes as a person says them. */
export function bytesWords(bytes: number): string {
  if (bytes < 10_000) return `${groupDigits(bytes)} bytes`;
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}

/** What the tracer added and what was done about it, in a sentence. */
export function floorWords({ timing }: BuiltLog): string {
  const { rule, subtracted, floorReason, before, after, clamped, filled } = timing;
  if (rule !== 'measured') return '';
  const sums = `Computing ${seconds(before)} s as logged, ${seconds(after)} s after`;
  const facts = [
    ...(clamped > 0 ? [`${groupDigits(clamped)} gaps were shorter and became 0`] : []),
    ...(filled > 0 ? [`for ${groupDigits(filled)} unknown ones the median stands`] : []),
  ];
  const what =
    subtracted === 0
      ? withUnits(floorReason)
      : `${microseconds(subtracted)} µs off each gap: ${withUnits(floorReason)}`;
  return `${what}. ${[sums, ...facts].join('; ')}.`;
}

function seconds(nanoseconds: number): string {
  return (nanoseconds / 1e9).toFixed(6);
}

/** How far reading is, in words: speed and time left once they can be told. */
export function progressWords(
  { bytes, lines }: { readonly bytes: number; readonly lines: number },
  { total, ms }: { readonly total: number; readonly ms: number },
): string {
  const done = `${bytesWords(bytes)} of ${bytesWords(total)}, ${groupDigits(lines)} lines`;
  if (ms < 300 || bytes === 0) return done;
  const perSecond = (bytes / ms) * 1000;
  const left = Math.ceil((total - bytes) / perSecond);
  return `${done}, ${(perSecond / 1e6).toFixed(0)} MB/s, ${groupDigits(left)} s left`;
}
