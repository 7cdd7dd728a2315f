import { msg, t } from '../../base/language.ts';
import type { Sentence } from '../../base/sentence.ts';
import { said } from '../../base/sentence.ts';
import { groupDigits } from '../../draw/format.ts';
import type { BuiltLog } from '../../worker/import-protocol.ts';
import type { LineOutcome, TrapCount } from '../../workload/import/line-outcomes.ts';
import { labelWords } from '../../workload/import/labels.ts';
import type { ImportReport, LineSample, LogFormat } from '../../workload/import/report.ts';
import { LINE_CLASS_TEXTS } from '../../workload/import/report.ts';
import type { MappingRule } from '../../workload/import/rules.ts';
import type { TimingRule } from '../../workload/import/timing.ts';

export const FORMAT_NAMES: Readonly<Record<LogFormat, string>> = {
  strace: 'strace',
  'perf-trace': msg('perf trace'),
  chrome: msg('Chrome trace'),
  csv: msg('table (CSV)'),
};

export const RULE_NAMES: Readonly<Record<MappingRule, string>> = {
  linux: msg('as on Linux'),
  'l4re-4k': msg('L4Re, 4 KiB pages'),
  'l4re-ipc256': msg('L4Re, 256-byte reads'),
};

export const TIMING_NAMES: Readonly<Record<TimingRule, string>> = {
  measured: msg('as logged'),
  spread: msg('spread evenly'),
  even: msg('an even gap'),
};

const STAMP_WORDS: Readonly<Record<string, string>> = {
  unix: msg('Unix time'),
  clock: msg('time of day'),
  relative: msg('time since the line before (-r)'),
  milliseconds: msg('milliseconds'),
  microseconds: msg('microseconds'),
  column: msg('a column of times'),
};

/** What was recognised in a log besides its format: the options that it was recorded with, as far as they matter. */
export function recognisedWords({ format, stamps, resolution, ...rest }: ImportReport): string[] {
  const { durations, hasPids, processes, classes } = rest;
  const count = processes.length;
  const people = { n: count, count: groupDigits(count) };
  const words = [
    stampsText(Object.keys(stamps), resolution),
    durations > 0
      ? t('durations of {count} calls', { count: groupDigits(durations) })
      : t('no durations: calls count as computing'),
    hasPids
      ? t('{n, plural, one {{count} process} other {{count} processes}} told apart', people)
      : t('{n, plural, one {{count} process} other {{count} processes}}', people),
  ];
  if ((classes.fault ?? 0) > 0) words.push(t('page faults'));
  else if (format === 'strace') words.push(t('no page faults: strace sees none'));
  return words;
}

function stampsText(kinds: readonly string[], resolution: number | null): string {
  if (kinds.length === 0) return t('no time stamps: only the order is known');
  const named = kinds.map((kind) => t(STAMP_WORDS[kind] ?? kind));
  const all = named.reduce((before, last) => t('{before} and {last}', { before, last }));
  return resolution === null
    ? all
    : t('{stamps}, to {step}', { stamps: all, step: stepWords(resolution) });
}

/** `1 µs`, `1 ms`, `1 s`. */
function stepWords(step: number): string {
  if (step < 1e-6) return `${Math.round(step * 1e9)} ns`;
  if (step < 1e-3) return `${Math.round(step * 1e6)} µs`;
  return step < 1 ? `${Math.round(step * 1e3)} ms` : `${step} s`;
}

/** Nanoseconds as microseconds with one digit behind the point. */
function microseconds(nanoseconds: number): string {
  return groupDigits(nanoseconds / 1000, 1);
}

/** What the importer says, as the page says it. */
export function importerWords(sentence: Sentence): string {
  return withUnits(said(sentence, { place: 'page' }));
}

/** The label of a process. */
export function labelText(label: string): string {
  const words = labelWords(label);
  return typeof words === 'string' ? words : said(words);
}

/** Sentences of the importer, which writes plain ASCII, as the page writes units. */
export function withUnits(sentence: string): string {
  return sentence
    .replaceAll(/(\d) us\b/gu, '$1 µs')
    .replaceAll(/(?<![\d.,])\d{5,}(?!\d|[.,]\d)/gu, (digits) => groupDigits(Number(digits)));
}

/** What a line was understood to be. */
export function classWords({ class: what }: LineSample): string {
  return t(LINE_CLASS_TEXTS[what]);
}

const KIND_WORDS: Readonly<Record<TrapCount['kind'], string>> = {
  syscall: msg('system call'),
  pagefault: msg('page fault'),
  ipc: msg('IPC'),
};

/** `system call read`, `8 × page fault file`; what is answered inside the program is no trap. */
export function trapWords(traps: readonly TrapCount[]): string {
  if (traps.length === 0) return t('no trap: answered inside the program');
  return traps
    .map(({ kind, name, count }) => {
      const times = count === 1 ? '' : `${groupDigits(count)} × `;
      return `${times}${t(KIND_WORDS[kind])} ${name}`;
    })
    .join(', ');
}

/** What became of a line; `null` = no trap of its own. */
export function outcomeWords(outcome: LineOutcome | null): string {
  if (outcome === null) return t('no trap of its own');
  if (outcome.kind === 'other') {
    return outcome.pid < 0
      ? t('of another process: one without a number')
      : t('of another process: pid {pid}', { pid: outcome.pid });
  }
  return trapWords(outcome.traps);
}

/** The computing before the trap of a line, as a sum where something was subtracted. */
export function computingWords(outcome: LineOutcome | null): string {
  if (outcome?.kind !== 'trap') return '';
  const { gap, computing } = outcome;
  const left = `${microseconds(computing)} µs`;
  if (gap === null || Math.abs(gap - computing) < 50) return left;
  const less = gap - computing;
  return less < 0
    ? t('{time} in the place of {other}', { time: left, other: microseconds(gap) })
    : `${microseconds(gap)} − ${microseconds(less)} = ${left}`;
}

/** `12, 14, 80 and 3 more`. */
export function numbersWords(lines: readonly LineSample[], total: number): string {
  const shown = lines.slice(0, 12).map(({ line }) => groupDigits(line));
  const more = total - shown.length;
  const numbers = shown.join(', ');
  return more > 0
    ? t('{numbers} and {count} more', { numbers, count: groupDigits(more) })
    : numbers;
}

/** What holds where no line is doubtful; a line without a line end may be cut all the same. */
export function understoodWords({ truncatedLastLine, format }: ImportReport): string {
  if (!truncatedLastLine) return t('Every line was understood.');
  return format === 'chrome'
    ? t('Every event that is whole was understood; the file ends within its JSON.')
    : t('Every line was understood as it stands; the last one has no line end and may be cut off.');
}

/** Bytes as a person says them. */
export function bytesWords(bytes: number): string {
  if (bytes < 10_000) return t('{count} bytes', { count: groupDigits(bytes) });
  if (bytes < 1e6) return `${groupDigits(bytes / 1e3, 1)} kB`;
  return bytes < 1e9 ? `${groupDigits(bytes / 1e6, 1)} MB` : `${groupDigits(bytes / 1e9, 2)} GB`;
}

/** What the tracer added and what was done about it, in a sentence. */
export function floorWords({ timing }: BuiltLog): string {
  const { rule, subtracted, floorReason, before, after, clamped, filled } = timing;
  if (rule !== 'measured') return '';
  const facts = [
    t('Computing {before} s as logged, {after} s after', {
      before: secondsWords(before / 1e9),
      after: secondsWords(after / 1e9),
    }),
    ...(clamped > 0
      ? [t('{count} gaps were shorter and became 0', { count: groupDigits(clamped) })]
      : []),
    ...(filled > 0
      ? [t('for {count} unknown ones the median stands', { count: groupDigits(filled) })]
      : []),
  ];
  const why = importerWords(floorReason);
  const what =
    subtracted === 0
      ? why
      : t('{time} µs off each gap: {why}', { time: microseconds(subtracted), why });
  return `${what}. ${facts.join('; ')}.`;
}

/** Seconds to the microsecond, without the unit. */
export function secondsWords(seconds: number): string {
  return groupDigits(seconds, 6);
}

/** How far reading is, in words: speed and time left once they can be told. */
export function progressWords(
  { bytes, lines }: { readonly bytes: number; readonly lines: number },
  { total, ms }: { readonly total: number; readonly ms: number },
): string {
  const done = {
    bytes: bytesWords(bytes),
    all: bytesWords(total),
    lines: groupDigits(lines),
  };
  if (ms < 300 || bytes === 0) return t('{bytes} of {all}, {lines} lines', done);
  const perSecond = (bytes / ms) * 1000;
  const left = Math.ceil((total - bytes) / perSecond);
  return t('{bytes} of {all}, {lines} lines, {speed} MB/s, {left} s left', {
    ...done,
    speed: groupDigits(perSecond / 1e6),
    left: groupDigits(left),
  });
}
