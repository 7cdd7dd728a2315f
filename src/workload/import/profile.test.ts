import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inEnglish } from '../../base/sentence.ts';
import { expandProfile } from '../expand.ts';
import { expandedLength, isLoop, parseProfile } from '../profile.ts';
import type { ProfileFile } from './profile-file.ts';
import { DEFAULT_CLOCK_GHZ } from './profile-file.ts';
import { createTrapList, mergeBlocks, mergeTraps } from './steps.ts';
import { summarizeSegments } from './summarize.ts';
import { profileOf } from './testing.ts';
import { DEFAULT_EVEN_GAP } from './timing.ts';

/** A log of -ttt -T of process 5: microseconds of computing before each call, and the call with its duration in microseconds. */
function logOf(calls: readonly (readonly [number, string, number])[]): string {
  let time = 0;
  const lines = calls.map(([gap, call, duration]) => {
    const start = time + gap;
    time = start + duration;
    return `5 ${(1e9 + start / 1e6).toFixed(6)} ${call} <${(duration / 1e6).toFixed(6)}>`;
  });
  return `${lines.join('\n')}\n`;
}

/** A line of -ttt at so many microseconds. */
const line = (time: number, call: string) => `${(1e9 + time / 1e6).toFixed(6)} ${call}`;
const call = (name: string) => ({ kind: 'syscall' as const, name, bytesIn: 1, bytesOut: 0 });
const READ = 'read(3, "…"..., 4096) = 4096';
const OPEN = 'openat(AT_FDCWD, "data", O_RDONLY) = 3';
const namesOf = ({ segments }: ProfileFile) =>
  segments.flatMap((step) => {
    const body = isLoop(step) ? step.segments : [step];
    const times = isLoop(step) ? step.repeat : 1;
    return body.map((one) => ('trap' in one ? `${times} ${one.trap.kind} ${one.trap.name}` : ''));
  });
const columnsOf = (file: ProfileFile) => {
  const parsed = parseProfile(JSON.parse(JSON.stringify(file)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return expandProfile(parsed.value);
};

it('counts what lies between the end of a call and the next one as computing', () => {
  const log = logOf([
    [0, 'getpid() = 5', 10],
    [100, 'futex(0x1, FUTEX_WAIT, 0) = 0', 900],
    [300, 'getpid() = 5', 10],
  ]);
  const built = profileOf(log, { clockGHz: 2, floor: 0 });
  expect(built.file.segments).toMatchObject([
    { computeCycles: 0 },
    { computeCycles: 200_000 },
    { computeCycles: 600_000 },
  ]);
  expect(built.file.waitingSeconds).toBeCloseTo(0.0009, 9);
});

it('leaves the execve by which a program begins out', () => {
  const log = logOf([
    [0, 'execve("./a", ["./a"], 0x7f /* 3 vars */) = 0', 700],
    [50, 'getpid() = 5', 10],
  ]);
  const { file } = profileOf(log, { clockGHz: 1, floor: 0 });
  expect(file.segments).toMatchObject([{ computeCycles: 50_000, trap: { name: 'getpid' } }]);
});

it('assumes a clock, and says so', () => {
  const built = profileOf('getpid() = 5\ngetpid() = 5\n');
  expect(built).toMatchObject({ clockGHz: DEFAULT_CLOCK_GHZ, clockAssumed: true });
  expect(built.file.source.cycles).toContain('2.6 GHz (an assumption)');
});

it('subtracts what the tracer adds, visibly', () => {
  const gaps = Array.from({ length: 100 }, (_, i) => (i % 10 === 0 ? 20 : 520));
  const log = logOf(gaps.map((gap) => [gap, 'getpid() = 5', 5]));
  const { timing, file } = profileOf(log, { clockGHz: 1 });
  expect(timing).toMatchObject({ rule: 'measured', floor: 20_000, floorGaps: 99, clamped: 9 });
  expect(timing.before - timing.after).toBeCloseTo(99 * 20_000, -2);
  expect(file.source.floor).toContain('20.000 us subtracted from each gap');
  expect(profileOf(log, { clockGHz: 1, floor: 0 }).timing.after).toBe(timing.before);
});

it('does not take a program that never calls twice in a row for the tracer', () => {
  const log = logOf(Array.from({ length: 50 }, () => [1000, 'getpid() = 5', 5]));
  const { timing } = profileOf(log);
  expect(timing.floor).toBe(20_000);
  expect(inEnglish(timing.floorReason)).toContain('too long to be the tracer');
});

it('assumes even gaps without stamps, and says so', () => {
  const { timing, file } = profileOf('getpid() = 5\ngetpid() = 5\ngetpid() = 5\n', { clockGHz: 1 });
  expect(timing).toMatchObject({ rule: 'even', floor: 0 });
  expect(inEnglish(timing.reason)).toContain('only the order is known');
  expect(file).toMatchObject({
    kind: 'estimated',
    totals: { computeCycles: 2 * DEFAULT_EVEN_GAP },
  });
  const asked = profileOf('getpid() = 5\ngetpid() = 5\n', { clockGHz: 1, evenGap: 7000 });
  expect(asked.file.totals.computeCycles).toBe(7000);
});

it('spreads what stamps of whole seconds say evenly', () => {
  const log = '12:00:00 getpid() = 5\n12:00:00 getpid() = 5\n12:00:03 getpid() = 5\n';
  const { timing, file } = profileOf(log, { clockGHz: 1 });
  expect(timing.rule).toBe('spread');
  expect(file.totals.computeCycles).toBe(3e9);
});

it('takes the median for a gap behind a call that may wait when there are no durations', () => {
  const log = [
    line(0, 'getpid() = 5'),
    line(100, 'getpid() = 5'),
    line(200, 'futex(0x1, FUTEX_WAIT, 0) = 0'),
    line(900_000, 'getpid() = 5'),
    line(900_100, 'getpid() = 5'),
    '',
  ].join('\n');
  const { timing } = profileOf(log, { floor: 0, clockGHz: 1 });
  expect(timing.filled).toBe(1);
  expect(timing.after).toBeCloseTo(400_000, -2);
});

it('maps reads of a file to faults of its pages on L4Re', () => {
  const log = logOf([
    [0, OPEN, 5],
    [50, READ, 5],
    [60, READ, 5],
    [70, 'lseek(3, 0, SEEK_SET) = 0', 5],
    [80, 'read(3, "…"..., 10000) = 10000', 5],
    [90, 'pread64(3, "…"..., 100, 1000000) = 100', 5],
    [95, 'read(3, "", 4096) = 0', 5],
    [10, 'write(1, "…"..., 500) = 500', 5],
    [10, 'exit_group(0) = ?', 0],
  ]);
  const built = profileOf(log, { rule: 'l4re-4k', clockGHz: 1, floor: 0 });
  expect(namesOf(built.file)).toEqual([
    '1 ipc ns.query',
    '1 ipc ds.info',
    '1 ipc rm.attach',
    '1 pagefault file',
    '1 pagefault file',
    // Bytes 0 to 9999 lie in three pages, two of which were touched.
    '1 pagefault file',
    '1 pagefault file',
    '1 ipc log.write',
    '1 ipc log.write',
    '1 ipc log.write',
    '1 ipc parent.signal',
  ]);
  expect(built.file.totals.computeCycles).toBe(465_000);
});

it('fetches files by IPC of 256 bytes in the what-if', () => {
  const log = logOf([
    [0, OPEN, 5],
    [50, READ, 5],
    [160, 'close(3) = 0', 5],
    [10, 'exit_group(0) = ?', 0],
  ]);
  const built = profileOf(log, { rule: 'l4re-ipc256', clockGHz: 1, floor: 0 });
  const columns = columnsOf(built.file);
  const reads = [...columns.name].filter((name) => columns.names[name] === 'file.read').length;
  expect(reads).toBe(16);
  expect(built.file.totals).toMatchObject({ bytesIn: 4096, computeCycles: 220_000 });
});

it('leaves other traps of Linux as calls to a server, or inside the program', () => {
  const log = logOf([
    [0, 'getpid() = 5', 1],
    [10, 'brk(NULL) = 0x1000', 1],
    [10, 'brk(0x9000) = 0x9000', 1],
    [10, 'futex(0x1, FUTEX_WAIT, 0) = 0', 1],
    [10, 'openat(AT_FDCWD, "none", O_RDONLY) = -1 ENOENT (No such file or directory)', 1],
  ]);
  const { file } = profileOf(log, { rule: 'l4re-4k', clockGHz: 1, floor: 0 });
  expect(namesOf(file)).toEqual([
    '1 ipc factory.create_ds',
    '1 ipc rm.attach',
    '1 ipc server.futex',
    '1 ipc ns.query',
  ]);
});

it('merges what repeats, and keeps order, number and sums', () => {
  const rows = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 5000 })),
    { minLength: 1, maxLength: 120 },
  );
  fc.assert(
    fc.property(rows, fc.constantFrom(0, 1, 2, 3), (list, level) => {
      const traps = createTrapList();
      for (const [name, cycles] of list) traps.push(cycles, call(name));
      const { steps } = level === 3 ? mergeBlocks(traps, 10) : mergeTraps(traps, level);
      expect(expandedLength(steps)).toBe(list.length);
      const file = {
        format: 'romain-workload-profile',
        version: 1,
        name: 'a',
        title: 'a',
        variant: 'linux',
        kind: 'measured',
        cpuGHz: 1,
        segments: steps,
      };
      const parsed = parseProfile(file);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
      const columns = expandProfile(parsed.value);
      const sum = columns.cycles.reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(
        list.reduce((a, [, cycles]) => a + cycles, 0),
        0,
      );
      const names = [...columns.name].map((name) => columns.names[name]);
      const given = list.map(([name]) => name);
      // Blocks keep how many there are of each name, not the order.
      expect(level === 3 ? names.toSorted() : names).toEqual(
        level === 3 ? given.toSorted() : given,
      );
    }),
  );
});

it('finds loops of several traps', () => {
  const traps = createTrapList();
  for (let i = 0; i < 300; i++) {
    const name = ['read', 'write', 'lseek'][i % 3];
    traps.push(1000 + (i % 3) * 5000 + (i % 7), { kind: 'syscall', name, bytesIn: 0, bytesOut: 0 });
  }
  const { steps, distance } = mergeTraps(traps, 0);
  expect(steps).toMatchObject([{ repeat: 100, segments: [{}, {}, {}] }]);
  expect(distance).toBeGreaterThan(0);
});

it('does not merge gaps that are far apart', () => {
  const traps = createTrapList();
  for (let i = 0; i < 30; i++) {
    const far = 10 ** (3 + ((i * i * 3 + (i >> 2)) % 5));
    traps.push(far, { kind: 'syscall', name: 'read', bytesIn: 0, bytesOut: 0 });
  }
  expect(mergeTraps(traps, 0).steps.length).toBeGreaterThan(10);
});

it('summarizes into few segments, and says how far off they are', () => {
  const calls = Array.from({ length: 400 }, (_, i): [number, string, number] => [
    i < 200 ? 30 + (i % 5) : 3000 + (i % 50),
    READ,
    5,
  ]);
  const { file } = profileOf(logOf([[0, OPEN, 5], ...calls, [9, 'exit_group(0) = ?', 0]]), {
    floor: 0,
    clockGHz: 1,
  });
  const columns = columnsOf(file);
  const scale = { cpi: 0.5, cycleScale: 1.5 };
  const few = summarizeSegments(columns, 10, scale);
  expect(few.segments.length).toBeLessThanOrEqual(10);
  expect(few.segments.reduce((sum, { repeat = 1 }) => sum + repeat, 0)).toBe(402);
  expect(few.segments.at(-1)).toMatchObject({ trap: 'exit' });
  expect(few.gapError).toBeLessThan(0.01);
  const given = few.segments.reduce((sum, s) => sum + s.instructions * (s.repeat ?? 1), 0);
  const whole = columns.cycles.reduce((a, b) => a + b, 0) * 3;
  expect(Math.abs(given - whole)).toBeLessThanOrEqual(402);
  expect(few.computeError).toBeCloseTo((given - whole) / whole, 12);
  const crude = summarizeSegments(columns, 10, scale);
  const fine = summarizeSegments(columns, 200, scale);
  expect(fine.gapError).toBeLessThanOrEqual(crude.gapError);
});

it('takes the first traps alone when fewer are asked for', () => {
  const log = logOf([
    [0, OPEN, 5],
    [50, READ, 5],
    [60, 'exit_group(0) = ?', 0],
  ]);
  const { file, traps, leftOut } = profileOf(log, { most: 2, clockGHz: 1, floor: 0 });
  expect([traps, leftOut, namesOf(file).length]).toEqual([2, 1, 2]);
  expect(file.source.notes).toContain('1 more traps were left out at the end');
});
