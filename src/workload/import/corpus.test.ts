import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { payloadOf } from './call-roles.ts';
import { parseProfile } from '../profile.ts';
import { said } from '../../base/sentence.ts';
import type { ImportReport } from './report.ts';
import { MAPPING_RULES } from './rules.ts';
import { importLog, refusalOf } from './testing.ts';

const FOLDER = new URL('fixtures/', import.meta.url);
const bytesOf = (file: string) => new Uint8Array(readFileSync(new URL(file, FOLDER)));
const textOf = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8');

/** What an independent reader wrote of one file. */
interface Entry {
  readonly bytes: number;
  /** The first 16 digits. */
  readonly sha256: string;
  readonly kind: string;
  readonly lines: number;
  readonly readBytesComplete?: number;
  readonly writeBytesComplete?: number;
  readonly topCalls?: Readonly<Record<string, number>>;
  readonly [field: string]: unknown;
}
const manifest = JSON.parse(textOf('manifest.json')) as Record<string, Entry>;
const FILES = Object.keys(manifest);
const isTrace = (file: string) => /^(?:strace|perf-trace)$/u.test(manifest[file].kind);
const TRACES = FILES.filter(isTrace);
const STRACE = TRACES.filter((file) => manifest[file].kind === 'strace');

/**
 * Payload of whole calls by their return values, counted by hand. Some strings in these two logs read like
 * the end of a call, as in `write(1, "eintr \"x\", (1) = 2\n", 19) = 19`; the manifest counts the 2.
 */
const BY_HAND: Readonly<Record<string, Partial<Entry>>> = {
  'odd-strings.f-ttt-T.txt': {
    readBytesComplete: 832 + 784 + 784 + 79 + 4096,
    writeBytesComplete: 31 + 24 + 4096,
  },
  'signals.f-ttt-T.txt': { writeBytesComplete: 19 + 19 + 19 + 34 + 9 },
};

/**
 * The payload of the lines that the importer takes for whole calls, where the first, or the last `) = N` of
 * a line is its result.
 */
function payloadIn(file: string, which: 'first' | 'last'): Partial<Entry> {
  const sums = { in: 0, out: 0 };
  const { preview } = importLog(bytesOf(file)).report;
  for (const [i, line] of textOf(file).split('\n').entries()) {
    if (preview[i]?.class !== 'call') continue;
    const name = /^\uFEFF?\s*(?:\d+\s+)?(?:[\d.]+\s+)?([a-z_]\w*)\(/u.exec(line)?.[1] ?? '';
    const way = payloadOf(name);
    if (way === null) continue;
    const results = [...line.matchAll(/\)\s+= (-?\d+)/gu)];
    sums[way] += Math.max(0, Number(results.at(which === 'first' ? 0 : -1)?.[1] ?? 0));
  }
  return { readBytesComplete: sums.in, writeBytesComplete: sums.out };
}

const ascending = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
const seconds = (value: number) => Number(value.toFixed(6));

/** Characters of a line that the manifest shows. */
const SAMPLE = 80;

/** The report in the fields of the manifest that logs of strace have. */
function straceFields(report: ImportReport): Record<string, unknown> {
  const { classes: c, span, stamps } = report;
  return {
    complete: c.call ?? 0,
    unfinished: c.unfinished ?? 0,
    resumed: c.resumed ?? 0,
    detachedMid: c.detached ?? 0,
    signals: c.signal ?? 0,
    exited: c.exit ?? 0,
    killed: c.kill ?? 0,
    stopped: c.stopped ?? 0,
    straceMessages: c.chatter ?? 0,
    stackLines: c.stack ?? 0,
    errors: report.errors,
    durations: report.durations,
    pids: report.hasPids ? ascending(report.processes.map(({ pid }) => pid)) : [],
    hasPidColumn: report.hasPids,
    timestamps: Object.fromEntries(
      Object.entries(stamps).map(([kind, n]) => [kind === 'relative' ? 'rel' : kind, n]),
    ),
    sumDurationsSec: seconds(report.sumDurations),
    spanSec: span === null ? null : seconds(span),
    exitCodes: report.exitCodes,
    truncatedLastLine: report.truncatedLastLine,
    readBytesComplete: report.bytesRead,
    writeBytesComplete: report.bytesWritten,
    distinctCalls: report.topCalls.length,
    totalCalls: report.totalCalls,
  };
}

/** The report in the fields of the manifest that logs of perf trace have. */
function perfFields(file: string, { classes: c, ...report }: ImportReport): object {
  const first = Number(/^ *(\d+\.\d+) \(/mu.exec(textOf(file))?.[1]);
  return {
    complete: c.call ?? 0,
    continued: c.continued ?? 0,
    pending: c.pending ?? 0,
    minfault: c.fault ?? 0,
    majfault: 0,
    tids: report.processes.map(({ label }) => label),
    lastTimeMs: Number((first + (report.span ?? 0) * 1000).toFixed(3)),
  };
}

/** The whole entry of a log as the importer would write it. */
function entryOf(file: string, report: ImportReport): object {
  const { classes: c, doubtful } = report;
  const { topCalls = {} } = manifest[file];
  const counts = new Map(report.topCalls.map(({ name, count }) => [name, count]));
  return {
    bytes: report.bytes,
    sha256: manifest[file].sha256,
    kind: report.format,
    lines: report.lines,
    other: (c.cut ?? 0) + (c.output ?? 0) + (c.unknown ?? 0),
    ...(doubtful.length === 0
      ? {}
      : { otherSamples: doubtful.map(({ text }) => text.slice(0, SAMPLE)) }),
    ...(report.format === 'strace' ? straceFields(report) : perfFields(file, report)),
    // Those that the manifest names, which are the most frequent.
    topCalls: Object.fromEntries(Object.keys(topCalls).map((name) => [name, counts.get(name)])),
  };
}

describe('the corpus of logs', () => {
  it('is whole', () => {
    const logs = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));
    expect(logs).toEqual(expect.arrayContaining(FILES));
    expect(FILES).toHaveLength(21);
  });

  it.each(FILES)('has %s byte for byte', (file) => {
    const bytes = bytesOf(file);
    const { bytes: length, sha256 } = manifest[file];
    expect(bytes).toHaveLength(length);
    expect(createHash('sha256').update(bytes).digest('hex').slice(0, 16)).toBe(sha256);
  });

  it.each(TRACES)('has all counts of the manifest for %s', (file) => {
    const { report } = importLog(bytesOf(file));
    expect(entryOf(file, report)).toEqual({ ...manifest[file], ...BY_HAND[file] });
  });

  it.each(TRACES)('enters every line of %s in one class', (file) => {
    const { report } = importLog(bytesOf(file));
    const sum = Object.values(report.classes).reduce((a, b) => a + b, 0);
    expect(sum).toBe(report.lines);
  });

  it.each(TRACES)('makes profiles of %s that the loader takes', (file) => {
    const { processes } = importLog(bytesOf(file));
    for (const rule of MAPPING_RULES) {
      const built = processes[0].profile({ rule });
      if (!built.ok) throw new Error(said(built.error));
      const parsed = parseProfile(JSON.parse(JSON.stringify(built.value.file)));
      expect(parsed).toMatchObject({ ok: true });
    }
  });

  it.each(FILES.filter((file) => !isTrace(file)))('has %s refused, as no trace', (file) => {
    const reasons: Record<string, string> = { 'negative.empty.txt': 'it is empty' };
    expect(refusalOf(bytesOf(file))).toContain(reasons[file] ?? 'summary table of strace (-c)');
    expect(textOf(file).split('\n')).toHaveLength(manifest[file].lines + 1);
  });
});

const payloadOfEntry = ({ readBytesComplete, writeBytesComplete }: Partial<Entry>) => ({
  readBytesComplete,
  writeBytesComplete,
});

describe('payload in the manifest', () => {
  it.each(STRACE)('takes the first ") = N" of a line of %s for its result', (file) => {
    expect(payloadOfEntry(manifest[file])).toEqual(payloadIn(file, 'first'));
  });

  it.each(STRACE)('is, as corrected, that of the last ones in %s', (file) => {
    const corrected = payloadOfEntry({ ...manifest[file], ...BY_HAND[file] });
    expect(corrected).toEqual(payloadIn(file, 'last'));
  });
});

it('understands a log into which the program and strace have written', () => {
  const { report } = importLog(bytesOf('forker.f-stderr-mixed.txt'));
  expect(report.doubtful).toEqual([]);
  expect(report.classes).toMatchObject({ split: 12, rest: 12, exit: 5 });
  expect(report.processes.map(({ calls }) => calls)).toEqual([51, 4, 3, 3, 2]);
  expect(report.bytesWritten + report.bytesWrittenResumed).toBe(66);
});
