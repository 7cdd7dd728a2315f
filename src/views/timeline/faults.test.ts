import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trapDensity } from '../../draw/minimap/density.ts';
import { faultColumns } from '../../draw/minimap/faults.ts';
import { faultAt } from '../../draw/timeline/fault-hit.ts';
import { hitTest } from '../../draw/timeline/hit-test.ts';
import { layoutTimeline } from '../../draw/timeline/layout.ts';
import type { TimelineLayout, TimelineSource } from '../../draw/timeline/layout.ts';
import { SLOTS, SLOT_STYLES } from '../../draw/timeline/lod.ts';
import { linearScale } from '../../draw/timeline/scale.ts';
import { record } from '../../run/record.ts';
import { compilePlan } from '../../scenario/compile.ts';
import { DEFAULT_APP, defaultScenario } from '../../scenario/default-scenario.ts';
import type { AppSpec, FaultSpec, Scenario } from '../../scenario/scenario.ts';
import { describeFault, timeOfFault } from './describe-faults.ts';
import { sourceFrom } from '../../draw/timeline/testing.ts';

interface Changes {
  readonly app?: Partial<AppSpec>;
  readonly faults?: readonly Partial<FaultSpec>[];
  readonly rest?: Partial<Scenario>;
}

const HERE = { at: { event: 4 }, app: 0, replica: 1, target: 'gpr' } as const;
/** A flip that the next comparison sees. */
const FLIP = { register: 'bx', bit: 17, fate: 'stays' } as const;

function sourceOf({ app, faults = [FLIP], rest }: Changes): TimelineSource {
  const workload = { kind: 'periodic', events: 20, instructions: 40_000, trap: 'syscall' } as const;
  const compiled = compilePlan(
    {
      ...defaultScenario(),
      apps: [{ ...DEFAULT_APP, signalling: 'migration', workload, ...app }],
      faults: faults.map((fault) => ({ ...HERE, ...fault })),
      ...rest,
    },
    new Map(),
  );
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  const plan = compiled.value;
  const recording = record(plan);
  return sourceFrom({ plan, recording });
}

function layoutOf(
  source: TimelineSource,
  window: readonly [number, number] = [0, source.recording.summary.totalCycles],
): TimelineLayout {
  return layoutTimeline(source, linearScale(window, 900));
}

/** From a little before the first fault to a little after what ended it. */
function closeUp(source: TimelineSource): TimelineLayout {
  const { incidents, summary } = source.recording;
  const from = (incidents[0]?.time ?? 0) - 3000;
  const to = Math.min((incidents.at(-1)?.time ?? 0) + 20_000, summary.totalCycles);
  return layoutOf(source, [Math.max(from, 0), to]);
}

/** Every number anywhere in what a painter gets. */
function numbersIn(value: unknown, found: number[] = []): number[] {
  if (typeof value === 'number') found.push(value);
  else if (Array.isArray(value)) for (const one of value) numbersIn(one, found);
  else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value))
    for (const one of Object.values(value)) numbersIn(one, found);
  return found;
}

function painted({ marks, faults, ruler, spanLabels, rects }: TimelineLayout): number[] {
  const { x, y, width, height, length } = rects;
  return [
    ...numbersIn([marks, faults, ruler, spanLabels]),
    ...[x, y, width, height].flatMap((column) => [...column.subarray(0, length)]),
  ];
}

const RUNS: Readonly<Record<string, Changes>> = {
  'recovery under migration': {},
  'recovery under local handling': { app: { signalling: 'local' } },
  'fail-stop': { app: { redundancy: 2 } },
  'the debugger in the first event': {
    app: { signalling: 'ipc' },
    faults: [{ ...FLIP, at: { event: 0 } }],
  },
  'a hang': { faults: [{ ...FLIP, fate: 'hang' }] },
  'a hang in the first event under polling': {
    app: { signalling: 'polling' },
    faults: [{ ...FLIP, at: { event: 0 }, fate: 'hang' }],
  },
  'a lost message': {
    app: { signalling: 'ipc' },
    faults: [{ target: 'message', message: 'CALL', mode: 'drop' }],
  },
  'a core that stops': { faults: [{ target: 'core', mode: 'stop' }] },
  'a crash of one replica': {
    app: { redundancy: 1 },
    faults: [{ ...FLIP, replica: 0, fate: 'crash' }],
  },
  'a crash of a native program': {
    app: { redundancy: 'native' },
    faults: [{ ...FLIP, replica: 0, fate: 'crash' }],
  },
};

describe.each(Object.entries(RUNS))('the picture of %s', (_, changes) => {
  const source = sourceOf(changes);
  const end = source.recording.summary.totalCycles;

  it('has finite numbers only, in any window', () => {
    const instant = fc.integer({ min: 0, max: end });
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const window = [Math.min(a, b), Math.max(a, b, Math.min(a, b) + 64)] as const;
        expect(painted(layoutOf(source, window)).filter((n) => !Number.isFinite(n))).toEqual([]);
      }),
      { numRuns: 40 },
    );
    expect(painted(layoutOf(source)).every(Number.isFinite)).toBe(true);
    const columns = faultColumns(source.faults, { end, width: 300 });
    expect(numbersIn(columns).every((n) => Number.isFinite(n) && n >= 0)).toBe(true);
    expect([...trapDensity(source.recording, 300)].every(Number.isFinite)).toBe(true);
  });

  it('finds something under every point', () => {
    const { scale } = layoutOf(source);
    for (let x = 0; x <= 900; x += 50) {
      const hit = hitTest(source, scale, { x, y: 70 });
      expect(numbersIn(hit).every(Number.isFinite)).toBe(true);
    }
  });
});

describe('a flip that is outvoted and recovered', () => {
  const source = sourceOf({});
  const [injected, mismatch, , recovered] = source.recording.incidents;
  const layout = closeUp(source);
  const { scale, faults } = layout;

  it('has a bolt, a zigzag until the copy is done, and a flag with the ratio', () => {
    expect(faults.bolts).toHaveLength(1);
    expect(faults.bolts[0]?.x).toBeCloseTo(scale.toX(injected.time), 6);
    const [latent] = faults.latent;
    expect(latent?.lane.core).toBe(2);
    expect(latent?.x).toBeCloseTo(scale.toX(injected.time), 6);
    expect((latent?.x ?? 0) + (latent?.width ?? 0)).toBeCloseTo(scale.toX(recovered.time), 6);
    expect(faults.mismatches.map(({ text }) => text)).toEqual(['≠ 2:1']);
    expect(faults.mismatches[0]?.x).toBeCloseTo(scale.toX(mismatch.time), 6);
    expect(faults.endings).toEqual([]);
  });

  it('labels the copy with its donor', () => {
    const copies = layout.spanLabels.filter((label) => label.fault);
    expect(copies.map((label) => label.texts)).toEqual([['copy R2 → R1', 'R2 → R1']]);
  });

  it('is found by the pointer, in words, and a click goes to its instant', () => {
    const bolt = faultAt(faults, { x: scale.toX(injected.time), y: faults.bolts[0]?.y ?? 0 });
    expect(bolt?.kind).toBe('bolt');
    if (bolt === null) return;
    expect(timeOfFault(source, bolt)).toBe(injected.time);
    const text = describeFault(source, bolt);
    expect(text.title).toBe('A fault flips bit 17 of bx in R1');
    expect(text.detail).toMatch(/^at [\d\u202f.]+ µs, event 5$/u);
    const flag = faultAt(faults, { x: (faults.mismatches[0]?.left ?? 0) + 9, y: 33 });
    expect(flag === null ? '' : describeFault(source, flag).detail).toMatch(/^2:1, at /u);
    const lane = faults.latent[0]?.lane;
    const below = (lane?.top ?? 0) + (lane?.height ?? 0) + 3;
    const middle = scale.toX((injected.time + mismatch.time) / 2);
    const zigzag = faultAt(faults, { x: middle, y: below });
    expect(zigzag === null ? '' : describeFault(source, zigzag).title).toBe(
      'R1 holds a wrong value',
    );
    expect(faultAt(faults, { x: middle, y: 5 })).toBeNull();
  });

  it('stays visible when the whole run is one pixel per event', () => {
    const small = layoutTimeline(source, linearScale([0, 1e9], 20));
    expect(small.faults.bolts).toHaveLength(1);
    expect(small.faults.latent[0]?.width).toBeGreaterThanOrEqual(3);
    const copies = small.columns.heights.filter((_, at) => SLOT_STYLES[at % SLOTS] === 'recover');
    expect(Math.max(...copies)).toBeGreaterThanOrEqual(4);
  });
});

function wordsOf(changes: Changes): string[] {
  return closeUp(sourceOf(changes)).faults.endings.map(({ ending }) => ending.words);
}

function ratiosOf(changes: Changes): string[] {
  return sourceOf(changes).faults.mismatches.map(({ ratio }) => ratio);
}

describe('how a run ended', () => {
  it('is written where it ended', () => {
    expect(wordsOf({ app: { redundancy: 2 } })).toEqual(['stops: 1 to 1']);
    expect(wordsOf({ app: { signalling: 'ipc' } })).toEqual(['halts in debugger']);
    expect(wordsOf({ faults: [{ ...FLIP, fate: 'hang' }] })).toEqual(['waits for ever']);
    const dead = wordsOf({ faults: [{ target: 'core', mode: 'stop' }] });
    expect(dead).toEqual(['C2 has stopped for good', 'waits for ever']);
  });

  it('stands within the picture, with its caps', () => {
    const { faults, scale } = closeUp(sourceOf({ app: { signalling: 'ipc' } }));
    const [{ words, left, lanes }] = faults.endings;
    expect(left).toBeCloseTo(scale.width - 9, 6);
    expect((words?.x ?? NaN) + (words?.width ?? NaN)).toBeLessThanOrEqual(left);
    expect(lanes.slice(0, 4).map(({ core }) => core)).toEqual([0, 1, 2, 3]);
  });

  it('caps every core where the whole machine halts, and leaves idle ones folded', () => {
    const halted = sourceOf({ app: { signalling: 'ipc' } });
    const [all] = closeUp(halted).faults.endings;
    expect(all.lanes).toHaveLength(halted.plan.coreCount);
    expect(halted.lanes.lanes.slice(4).every(({ kind }) => kind === 'idle')).toBe(true);
    const [own] = closeUp(sourceOf({ app: { redundancy: 2 } })).faults.endings;
    expect(own.lanes.map(({ core }) => core)).toEqual([0, 1, 2]);
  });

  it('says of the event under way that it is not completed', () => {
    const { marks } = closeUp(sourceOf({ app: { redundancy: 2 } }));
    expect(marks.at(-1)?.labels[0]).toMatch(
      /^Event 5 · system call · not completed after [\d\u202f]+ cycles$/u,
    );
  });
});

it('tells the ratio of a vote as far as the run says it', () => {
  const all = [0, 1, 2].map((replica) => ({ ...FLIP, replica, bit: replica }));
  expect(ratiosOf({ app: { redundancy: 2 } })).toEqual(['1:1']);
  expect(ratiosOf({ faults: all.slice(0, 2) }).at(0)).toBe('1:1:1');
  expect(ratiosOf({ app: { signalling: 'ipc' } })).toEqual(['2:1']);
  expect(ratiosOf({ app: { signalling: 'ipc' }, faults: all })).toEqual(['']);
  expect(ratiosOf({ app: { redundancy: 5 } })).toEqual(['4:1']);
});

it('marks a lost message with its way and where it ends', () => {
  const fault = { target: 'message', message: 'CALL', mode: 'drop' } as const;
  const source = sourceOf({ app: { signalling: 'ipc' }, faults: [fault] });
  const { faults, lanes } = closeUp(source);
  const [wire] = faults.wires;
  expect(faults.wires).toHaveLength(1);
  expect(wire).toMatchObject({ mode: 'drop', y1: lanes.lanes[2]?.top });
  // It is the last thing of the run, and still within the picture.
  expect(wire.x2).toBeGreaterThanOrEqual(wire.x1);
  expect(wire.x2).toBeLessThan(890);
  const hit = faultAt(faults, { x: wire.x2, y: wire.y2 });
  const text = hit === null ? '' : describeFault(source, hit).title;
  expect(text).toBe('A fault loses the CALL of R1');
});

it('shows each of many faults in some bolt, and no two bolts over each other', () => {
  const flow = Object.fromEntries(
    ['data_crash', 'pointer_crash', 'ip_crash', 'flags_crash'].map((name) => [name, 0]),
  );
  const faultRate = { meanCycles: 3000, targets: ['gpr'] } as const;
  const source = sourceOf({ faults: [], rest: { faultRate, flow } });
  const injected = source.recording.incidents.filter(({ kind }) => kind === 'injected');
  expect(injected.length).toBeGreaterThan(50);
  for (const width of [60, 300, 1400]) {
    const scale = linearScale([0, source.recording.summary.totalCycles], width);
    const { bolts, mismatches } = layoutTimeline(source, scale).faults;
    expect(bolts.reduce((sum, { flips }) => sum + flips.length, 0)).toBe(injected.length);
    for (const { x, y, half } of bolts) {
      const others = bolts.filter((other) => other.y === y && other.x > x);
      for (const other of others) expect(other.x - other.half).toBeGreaterThan(x + half);
    }
    const flags = mismatches.toSorted((a, b) => a.left - b.left);
    flags.slice(1).forEach((flag, i) => {
      expect(flag.left).toBeGreaterThanOrEqual(flags[i].left + flags[i].width);
    });
  }
});
