import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseProfile } from '../profile.ts';
import type { ImportReport } from './report.ts';
import { MAPPING_RULES } from './rules.ts';
import { importLog, refusalOf } from './testing.ts';

const FOLDER = new URL('fixtures/', import.meta.url);
const bytesOf = (file: string) => new Uint8Array(readFileSync(new URL(file, FOLDER)));

interface Expected {
  readonly kind: 'strace' | 'perf-trace';
  readonly lines: number;
  readonly complete: number;
  readonly topCalls: Readonly<Record<string, number>>;
  readonly [field: string]: unknown;
}
const expected = JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8')) as Record<
  string,
  Expected
>;

/** The report in the fields of an independent reader. */
function countsOf(report: ImportReport): Record<string, unknown> {
  const { classes: c, span } = report;
  const lists = {
    unfinished: c.unfinished ?? 0,
    resumed: c.resumed ?? 0,
    signals: c.signal ?? 0,
    exited: c.exit ?? 0,
    killed: c.kill ?? 0,
    stopped: c.stopped ?? 0,
    other: (c.cut ?? 0) + (c.output ?? 0) + (c.unknown ?? 0),
  };
  return {
    ...lists,
    lines: report.lines,
    complete: c.call ?? 0,
    continued: c.continued ?? 0,
    pending: c.pending ?? 0,
    minfault: c.fault ?? 0,
    majfault: 0,
    errors: report.errors,
    durations: report.durations,
    pids: report.hasPids ? report.processes.map(({ pid }) => pid).toSorted((a, b) => a - b) : [],
    tids: report.processes.map(({ label }) => label),
    timestamps: Object.fromEntries(
      Object.entries(report.stamps).map(([k, n]) => [k === 'relative' ? 'rel' : k, n]),
    ),
    sumDurationsSec: Number(report.sumDurations.toFixed(6)),
    spanSec: span === null ? null : Number(span.toFixed(6)),
    exitCodes: report.exitCodes,
    truncatedLastLine: report.truncatedLastLine,
    readBytesComplete: report.bytesRead,
    writeBytesComplete: report.bytesWritten,
    totalCalls: report.totalCalls,
  };
}

it.each(Object.keys(expected))('counts in %s what an independent reader counted', (file) => {
  const { kind, topCalls, ...counts } = expected[file];
  const { report } = importLog(bytesOf(file));
  expect(report.format).toBe(kind);
  expect(countsOf(report)).toMatchObject(counts);
  const top = Object.fromEntries(report.topCalls.map(({ name, count }) => [name, count]));
  expect(top).toMatchObject(topCalls);
});

it.each(Object.keys(expected))('enters every line of %s in one class', (file) => {
  const { report } = importLog(bytesOf(file));
  const sum = Object.values(report.classes).reduce((a, b) => a + b, 0);
  expect(sum).toBe(report.lines);
});

it.each(Object.keys(expected))('makes profiles of %s that the loader takes', (file) => {
  const { processes } = importLog(bytesOf(file));
  for (const rule of MAPPING_RULES) {
    const built = processes[0].profile({ rule });
    if (!built.ok) throw new Error(built.error);
    const parsed = parseProfile(JSON.parse(JSON.stringify(built.value.file)));
    expect(parsed).toMatchObject({ ok: true });
  }
});

it('understands a log into which the program and strace have written', () => {
  const { report } = importLog(bytesOf('forker.f-stderr-mixed.txt'));
  expect(report.doubtful).toEqual([]);
  expect(report.classes).toMatchObject({ split: 12, rest: 12, exit: 5 });
  expect(report.processes.map(({ calls }) => calls)).toEqual([51, 4, 3, 3, 2]);
  expect(report.bytesWritten + report.bytesWrittenResumed).toBe(66);
});

it('refuses a summary table', () => {
  expect(refusalOf(bytesOf('susan-s-large.c-summary.txt'))).toContain(
    'summary table of strace (-c)',
  );
});
