import { expect, it } from 'vitest';

import { importLog } from '../../workload/import/testing.ts';
import type { LineSample } from '../../workload/import/report.ts';
import {
  bytesWords,
  computingWords,
  numbersWords,
  outcomeWords,
  progressWords,
  recognisedWords,
  trapWords,
  understoodWords,
  withUnits,
} from './words.ts';

it('says what was recognised, and what is missing', () => {
  const whole =
    '5 1795405480.952897 getpid() = 5 <0.000010>\n6 1795405480.952997 getpid() = 6 <0.1>\n';
  expect(recognisedWords(importLog(whole).report)).toEqual([
    'Unix time, to 1 µs',
    'durations of 2 calls',
    '2 processes told apart',
    'no page faults: strace sees none',
  ]);
  expect(recognisedWords(importLog('getpid() = 5\n').report)).toEqual([
    'no time stamps: only the order is known',
    'no durations: calls count as computing',
    '1 process',
    'no page faults: strace sees none',
  ]);
});

it('writes units and numbers as the page does', () => {
  expect(withUnits('even the shortest gaps (71.5 us) of 12345, by "us"')).toBe(
    'even the shortest gaps (71.5 µs) of 12\u202f345, by "us"',
  );
  expect(withUnits('0.123456 s')).toBe('0.123456 s');
  expect([9999, 10_000, 2_500_000, 1_250_000_000].map(bytesWords)).toEqual([
    '9\u202f999 bytes',
    '10.0 kB',
    '2.5 MB',
    '1.25 GB',
  ]);
});

it('says what a line becomes', () => {
  const fault = { kind: 'pagefault', name: 'file', count: 8 } as const;
  const attach = { kind: 'ipc', name: 'rm.attach', count: 1 } as const;
  expect(trapWords([attach, fault])).toBe('IPC rm.attach, 8 × page fault file');
  const trap = { kind: 'trap', gap: 38_100, computing: 17_300, traps: [] } as const;
  expect(outcomeWords(trap)).toBe('no trap: answered inside the program');
  expect(outcomeWords({ kind: 'other', pid: 7 })).toBe('of another process: pid 7');
  expect(outcomeWords(null)).toBe('no trap of its own');
});

const computingOf = (gap: number | null, computing: number) =>
  computingWords({ kind: 'trap', gap, computing, traps: [] });

it('shows what is subtracted from a gap', () => {
  expect(computingOf(38_100, 17_300)).toBe('38.1 − 20.8 = 17.3 µs');
  expect(computingOf(10_000, 10_000)).toBe('10.0 µs');
  expect(computingOf(null, 10_000)).toBe('10.0 µs');
  expect(computingOf(1000, 10_000)).toBe('10.0 µs in the place of 1.0');
  expect(computingWords(null)).toBe('');
});

it('names lines by their numbers, and how many more there are', () => {
  const lines = Array.from({ length: 12 }, (_, i): LineSample => {
    return { file: 0, line: i + 1, class: 'unknown', text: '' };
  });
  expect(numbersWords(lines.slice(0, 2), 2)).toBe('1, 2');
  expect(numbersWords(lines, 1012)).toContain('12 and 1\u202f000 more');
});

it('tells speed and time left once they can be told', () => {
  const progress = { bytes: 100e6, lines: 1_000_000 };
  expect(progressWords(progress, { total: 1e9, ms: 1000 })).toBe(
    '100.0 MB of 1.00 GB, 1\u202f000\u202f000 lines, 100 MB/s, 9 s left',
  );
  expect(progressWords({ bytes: 0, lines: 0 }, { total: 1e9, ms: 5 })).not.toContain('left');
});

it('does not claim that a last line without a line end is whole', () => {
  const whole = importLog('1.5 getpid() = 5\n').report;
  expect(understoodWords(whole)).toBe('Every line was understood.');
  const open = importLog('time_us,name\n1,open\n5,cl').report;
  expect(open).toMatchObject({ classes: { event: 2 }, doubtfulTotal: 0 });
  expect(understoodWords(open)).toContain('the last one has no line end and may be cut off');
});
