import { expect, it } from 'vitest';
import { allInEnglish, inEnglish, said } from '../../base/sentence.ts';
import { parseColumnChoices } from './csv-columns.ts';
import { classesOf, importLog, profileOf, refusalOf } from './testing.ts';

const choicesOf = (text: string) => {
  const parsed = parseColumnChoices(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
};
const gapsOf = (log: string, columns?: string) => {
  const options = columns === undefined ? {} : { columns: choicesOf(columns) };
  const built = importLog(log, options).processes[0].profile({ clockGHz: 1 });
  if (!built.ok) throw new Error(said(built.error));
  return built.value.file.segments.map((step) => ('trap' in step ? step.computeCycles : step));
};

it('reads perf trace with faults, continued and pending calls', () => {
  const log = [
    '         ? (         ): hello/9  ... [continued]: execve())                     = 0',
    '     0.115 ( 0.000 ms): hello/9 minfault [_start+0x0] => /bin/hello@0x1b00 (d.)',
    '     0.135 ( 0.000 ms): hello/9 minfault [elf_load+0x28a] => 0x4b8290 (?k)',
    '     0.200 ( 0.010 ms): hello/9 openat(dfd: CWD, filename: "/a)= 5", flags: RDONLY) = 3',
    '     0.300 (         ): hello/9 poll(ufds: 0x7ff, nfds: 1)                      ...',
    '     0.350 ( 0.005 ms): other/7 getpid()                                        = 7 (other)',
    '     0.300 ( 1.000 ms): hello/9  ... [continued]: poll())                       = -1 EINTR (Interrupted system call)',
    'LOST 3 events!',
    '     1.400 (         ): hello/9 exit_group(error_code: 3)                       = ?',
    '',
  ].join('\n');
  expect(classesOf(log)).toEqual(
    'continued fault fault call pending call continued chatter call'.split(' '),
  );
  const built = profileOf(log, { clockGHz: 1, floor: 0 });
  expect(built.file.segments).toMatchObject([
    { computeCycles: 0, trap: { kind: 'pagefault', name: 'program' } },
    { computeCycles: 85_000, trap: { kind: 'syscall', name: 'openat' } },
    { computeCycles: 90_000, trap: { name: 'poll' } },
    { computeCycles: 100_000, trap: { name: 'exit_group' } },
  ]);
  expect(built.file.waitingSeconds).toBeCloseTo(0.001, 6);
});

it('puts a call of perf trace together that output of the program interrupts', () => {
  const log = [
    '     0.100 ( 0.010 ms): hello/9 getpid()                    = 9',
    '     0.200 ( 0.020 ms): some output',
    'and more of it',
    'hello/9 getppid()                    = 8',
    '     0.300 ( 0.010 ms): hello/9 exit_group(error_code: 3)   = ?',
    '',
  ].join('\n');
  expect(classesOf(log)).toEqual('call split output rest call'.split(' '));
  const { file } = profileOf(log, { clockGHz: 1, floor: 0 });
  expect(file.segments).toMatchObject([{}, { computeCycles: 90_000 }, { computeCycles: 80_000 }]);
});

it('reads a table by the names and units of its columns', () => {
  const log = 'pid,time_us,name,dur (us)\n5,0,read,10\n5,30,"wri,te",5\n5,40,page_fault,0\n';
  expect(gapsOf(log)).toEqual([0, 20_000, 5000]);
  expect(importLog(log).report.classes).toEqual({ header: 1, event: 3 });
  expect(profileOf(log).file.totals).toMatchObject({ syscalls: 2, pagefaults: 1 });
});

it('reads a table as it is told to', () => {
  const log = '7;read;1,5\n7;write;2,5\n';
  expect(gapsOf(log, 'time=3:ms,name=2,pid=1')).toEqual([0, 1_000_000]);
  expect(importLog(log, { columns: choicesOf('time=3:ms,pid=1') }).report.processes[0].pid).toBe(7);
});

it('sorts a table and leaves out what lies within another event', () => {
  const log = 'ts_ns\tduration_ns\tname\n300\t10\tc\n0\t100\ta\n20\t30\tinner\n200\t50\tb\n';
  expect(gapsOf(log)).toEqual([0, 100, 50]);
  expect(importLog(log).report.notes.map(inEnglish)).toContain(
    '1 events lie within others; only the outermost are traps',
  );
});

it('says what is wrong with columns', () => {
  expect(refusalOf('name,pid\nread,5\nwrite,6\n')).toBe(
    '"log.txt": no column is known to hold the time; say which, as in time=1:us; there are "name", "pid"',
  );
  expect(refusalOf('time,name\n1,a\n', { columns: choicesOf('time=when') })).toBe(
    '"log.txt": there is no column "when"; there are "time", "name"',
  );
  expect(parseColumnChoices('when=1')).toMatchObject({ ok: false });
});

it('lists rows of a table whose time is no number', () => {
  const log = 'time,name\n1,a\nnever,b\n2,c\n';
  const { doubtful } = importLog(log).report;
  expect(doubtful).toMatchObject([{ line: 3, class: 'unknown', text: 'never,b' }]);
});

const GOOD_ROWS = Array.from({ length: 8 }, (_, i) => `${100 + i * 10},read,2,5\n`);
const tableWith = (damaged: string, at: number) =>
  ['time_us,name,dur_us,pid\n', ...GOOD_ROWS.toSpliced(at, 0, damaged)].join('');

it.each([1, 4, 8])('reads a table with a short row behind %i good ones and lists it', (at) => {
  const { report } = importLog(tableWith('bad,line\n', at));
  expect(allInEnglish(report)).toMatchObject({
    format: 'csv',
    reason: '4 columns between "," on most lines',
    classes: { header: 1, event: 8, unknown: 1 },
    doubtful: [{ line: at + 2, class: 'unknown', text: 'bad,line' }],
    doubtfulTotal: 1,
  });
});

it('takes no row for an event that ends before a column that is read', () => {
  const { report } = importLog(tableWith('135,rea\n', 4));
  expect(report).toMatchObject({
    classes: { event: 8, unknown: 1 },
    doubtful: [{ line: 6, text: '135,rea' }],
  });
});

it('reads a table whose last row is cut', () => {
  for (const rows of [GOOD_ROWS, GOOD_ROWS.slice(0, 1)]) {
    const { report } = importLog(`time_us,name,dur_us,pid\n${rows.join('')}170,rea`);
    expect(report).toMatchObject({
      classes: { header: 1, event: rows.length, cut: 1 },
      doubtful: [{ line: rows.length + 2, class: 'cut', text: '170,rea' }],
      truncatedLastLine: true,
    });
  }
});

it('needs no cells of columns that are not read', () => {
  const { report } = importLog('time_us,name,remark\n1,a,first\n2,b\n3,c,third\n');
  expect(report.classes).toEqual({ header: 1, event: 3 });
});

const chrome = (events: readonly object[]) => JSON.stringify({ other: [1], traceEvents: events });

it('takes the outermost slices of a thread of a Chrome trace as traps', () => {
  const log = chrome([
    { ph: 'M', name: 'thread_name', pid: 1, tid: 2, args: { name: 'main "}{" thread' } },
    { ph: 'X', ts: 10, dur: 5, name: 'read', pid: 1, tid: 2 },
    { ph: 'B', ts: 20, name: 'outer', pid: 1, tid: 2 },
    { ph: 'X', ts: 21, dur: 1, name: 'inner', pid: 1, tid: 2 },
    { ph: 'E', ts: 30, pid: 1, tid: 2 },
    { ph: 'i', ts: 40, name: 'page fault', pid: 1, tid: 2 },
    { ph: 'C', ts: 41, name: 'counter', pid: 1, tid: 2, args: { a: { b: [1, { c: 2 }] } } },
    { ph: 'X', name: 'no time', pid: 1, tid: 2 },
  ]);
  expect(gapsOf(log)).toEqual([0, 5000, 10_000]);
  const { report } = importLog(log);
  expect(report.classes).toEqual({ event: 4, ignored: 3, unknown: 1 });
  expect(report.processes[0]).toMatchObject({ pid: 2, label: 'main "}{" thread (thread 1/2)' });
});

it('reads a Chrome trace of a single long line', () => {
  const events = Array.from({ length: 3000 }, (_, i) => ({
    ph: 'X',
    ts: i * 10,
    dur: 5,
    name: 'a',
    pid: 1,
    tid: 2,
  }));
  const { report } = importLog(chrome(events), {}, 10_000);
  expect(report).toMatchObject({ format: 'chrome', classes: { event: 3000 } });
});

it('reads a Chrome trace that is a list and ends early', () => {
  const whole = JSON.stringify([
    { ph: 'X', ts: 10, dur: 5, name: 'a', pid: 1, tid: 2 },
    { ph: 'X', ts: 20, dur: 5, name: 'b', pid: 1, tid: 2 },
  ]);
  const { report } = importLog(whole.slice(0, -3), {}, 7);
  expect(report).toMatchObject({ truncatedLastLine: true, classes: { event: 1 } });
});

it.each([
  ['time_us,name\n0,a\n50,b\n', 1e-6],
  ['time_us,name\n0,a\n50.5,b\n61.25,c\n', 1e-8],
  ['time_s,name\n1,a\n2,b\n', 1],
  ['time_ns;name\n1000;a\n2000;b\n', 1e-9],
  ['time_s;name\n0,5;a\n1e-3;b\n', 1e-9],
])('claims no finer times than the numbers of a table are written with: %j', (log, step) => {
  expect(importLog(log).report.resolution).toBeCloseTo(step, 12);
});

it('spreads computing evenly where a table has whole seconds', () => {
  const { timing } = profileOf('time_s,name\n1,a\n1,b\n2,c\n');
  expect(timing.rule).toBe('spread');
});

const at = (ts: number) => ({ ph: 'X', pid: 1, tid: 1, ts, dur: 1, name: 'a' });

it('claims no finer times than the numbers of a Chrome trace are written with', () => {
  expect(importLog(chrome([at(1), at(5)])).report.resolution).toBe(1e-6);
  expect(importLog(chrome([at(1), at(5.25)])).report.resolution).toBeCloseTo(1e-8, 12);
});
