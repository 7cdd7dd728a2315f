import { expect, it } from 'vitest';
import { allInEnglish } from '../../base/sentence.ts';
import { encodeText } from './bytes.ts';
import { recognise } from './recognise.ts';
import { importLog, refusalOf } from './testing.ts';

it.each([
  ['nothing', '', 'it is empty'],
  ['blank lines', '\n \n\n', 'no line that says anything'],
  [
    'a table of strace -c',
    '% time     seconds  usecs/call     calls    errors syscall\n------ ----------- -----------\n  0.00    0.000000           0         1           read\n',
    'summary table of strace',
  ],
  [
    'a table of strace -c -U',
    'syscall              calls\n---------------- ---------\nread                     1\n',
    'summary table of strace',
  ],
  [
    'ltrace -S',
    'SYS_brk(0)                  = 0x55d0\nSYS_openat(0xffffff9c, 0x7f, 0x80000, 0) = 3\nputs("hello") = 6\n+++ exited (status 0) +++\n',
    'a log of ltrace',
  ],
  [
    'ltrace -S of 0.7',
    'brk@SYS(nil) = 0x55d0\nmmap@SYS(nil, 8192, 3, 34) = 0x7f\n',
    'a log of ltrace',
  ],
  ['time -v', '\tCommand being timed: "ls"\n\tUser time (seconds): 0.00\n', 'output of time'],
  [
    'perf stat',
    " Performance counter stats for 'ls':\n\n    1.02 msec task-clock\n",
    'output of perf stat',
  ],
  [
    'perf trace -s',
    '\n Summary of events:\n\n hello (168), 70 events, 97.2%\n\n   syscall            calls  errors  total\n',
    'summary of perf trace',
  ],
  ['a profile', '{"format":"romain-workload-profile","version":1}', 'run it with --workload'],
  ['other JSON', '{"a":1}', 'has no trace events'],
  [
    'text of which few lines have as many cells as the first',
    'one, two, three, 4\n1, and no more\n2\n3, 4, 5, 6\n7\n',
    'no line of it looks like',
  ],
  ['prose', 'Dear reader,\n\nthis is a letter (not a log) = nice.\n', 'no line of it looks like'],
])('refuses %s', (_, log, reason) => {
  expect(refusalOf(log)).toContain(reason);
});

it.each([
  ['gzip', [0x1f, 0x8b, 8], 'packed (gzip)'],
  ['perf.data', [...Buffer.from('PERFILE2')], 'perf trace -i'],
  ['a program', [0x7f, 0x45, 0x4c, 0x46], 'a program (ELF)'],
  ['UTF-16', [0xff, 0xfe, 0x72, 0], 'UTF-16'],
  ['zeros', [0x72, 0x65, 0, 0x61], 'binary: byte 2 is zero'],
])('refuses %s', (_, bytes, reason) => {
  expect(refusalOf(Uint8Array.from(bytes))).toContain(reason);
});

it('says why a format was taken', () => {
  const found = recognise(encodeText('read(3, "a", 1) = 1\n'), true);
  expect(allInEnglish(found)).toEqual({
    kind: 'log',
    format: 'strace',
    reason: '1 line with system calls as strace writes them',
  });
});

it('waits for more when the program writes a lot first', () => {
  const talk = 'loading the configuration of everything there is\n'.repeat(3000);
  const { report } = importLog(`${talk}read(3, "a", 1) = 1\n`);
  expect(report).toMatchObject({ format: 'strace', doubtfulTotal: 3000, totalCalls: 1 });
});

it('refuses a trace without a single trap', () => {
  expect(refusalOf('5 +++ exited with 0 +++\n')).toContain('has no whole event');
});
