import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { SIGNALLING_METHODS } from '../base/vocabulary.ts';
import { EVENT_KINDS } from '../kernel/events.ts';
import { craftPlan, crafted } from '../testing/plans.ts';
import type { Condition } from '../scenario/condition.ts';
import { compareInstants, firstMatch, nextMatch, sameCondition } from './conditions.ts';
import type { Instant } from './conditions.ts';
import { eventAt, stepsAt, timeOfStep } from './navigate.ts';
import { record } from './record.ts';
import { createSeeker } from './seek.ts';
import { subjectOf } from './step-subject.ts';
import { viewMachine } from './view.ts';

vi.setConfig({ testTimeout: 120_000 });

const healthy = craftPlan({
  apps: SIGNALLING_METHODS.map((signalling, i) => ({
    signalling,
    redundancy: i === 0 ? 2 : 3,
    workload: crafted(i % 2 === 0 ? 'pagefault' : 'syscall', 4),
  })),
  costs: { skew_sigma: 1500 },
  machine: { coresPerSocket: 8 },
});
const hit = craftPlan({
  apps: [{ redundancy: 3, signalling: 'migration', workload: crafted('syscall', 5) }],
  faults: [1, 3].map((event) => ({
    at: { event },
    app: 0,
    replica: 1,
    target: 'gpr',
    register: 'bx',
    bit: 4,
    fate: 'stays',
  })),
});
/** One replica never arrives, so the others wait for ever. */
const hung = craftPlan({
  apps: [{ redundancy: 3, signalling: 'ipc', workload: crafted('syscall', 3) }],
  faults: [{ at: { event: 1 }, app: 0, replica: 2, target: 'gpr', register: 'ip', fate: 'hang' }],
});
const RUNS = [healthy, hit, hung].map((plan) => {
  const recording = record(plan);
  return { plan, recording, seeker: createSeeker(plan, recording) };
});
type Run = (typeof RUNS)[number];

/** Every instant at which `condition` comes to hold, found by looking at each kernel step and machine. */
function allMatches(run: Run, condition: Exclude<Condition, { kind: 'events' }>): Instant[] {
  const { recording } = run;
  const { events } = recording;
  const steps = Array.from({ length: events.length }, (_, k) => eventAt(events, k));
  const stepsWhere = (holds: (row: (typeof steps)[number]) => boolean): Instant[] =>
    steps.filter(holds).map(({ step, time }) => ({ step, time }));
  switch (condition.kind) {
    case 'event-kind':
      return stepsWhere(({ kind }) => kind === condition.event);
    case 'core':
      return stepsWhere(({ core }) => core === condition.core);
    case 'replica':
      return stepsWhere(({ app, replica, kind, arg }) => {
        const subject = subjectOf(EVENT_KINDS.indexOf(kind), replica, arg);
        return app === condition.app && [replica, subject].includes(condition.replica);
      });
    case 'mismatch':
    case 'incident':
      return recording.incidents
        .filter(({ kind }) => condition.kind === 'incident' || kind === 'mismatch')
        .map(({ step }) => Math.min(step + 1, events.length))
        .map((step) => ({ step, time: timeOfStep(events, step) }));
    case 'wait':
      return longWaits(run, condition.cycles);
    default: {
      const { time } = condition;
      return [{ time, step: stepsAt(events, time) }];
    }
  }
}

/** Looks between any two steps whether a replica that has arrived has waited for so long. */
function longWaits({ plan, recording, seeker }: Run, cycles: number): Instant[] {
  const found: Instant[] = [];
  const { events } = recording;
  const begun = new Set<string>();
  for (let step = 1; step <= events.length; step++) {
    const end = timeOfStep(events, Math.min(step + 1, events.length));
    const view = viewMachine(plan, recording, seeker.machineAtStep(step), end);
    for (const { id, stage, event, replicas } of view.apps) {
      if (stage !== 'arriving') continue;
      const since = Math.min(...replicas.filter((r) => r.arrival >= 0).map((r) => r.arrivedAt));
      const time = since + cycles + 1;
      const name = `${id} ${event}`;
      if (time > end || begun.has(name)) continue;
      begun.add(name);
      found.push({ time, step: stepsAt(events, time) });
    }
  }
  return found.toSorted(compareInstants);
}

const anyCondition = fc.oneof(
  fc.constantFrom(...EVENT_KINDS).map((event) => ({ kind: 'event-kind', event }) as const),
  fc.nat({ max: 15 }).map((core) => ({ kind: 'core', core }) as const),
  fc
    .record({ app: fc.nat({ max: 3 }), replica: fc.nat({ max: 2 }) })
    .map((who) => ({ kind: 'replica', ...who }) as const),
  fc.constantFrom({ kind: 'mismatch' } as const, { kind: 'incident' } as const),
  fc
    .oneof(fc.nat({ max: 4000 }), fc.nat({ max: 300_000 }))
    .map((cycles) => ({ kind: 'wait', cycles }) as const),
);

/** Right after a step, or anywhere between two. */
const anyInstant = ({ recording: { events } }: Run): fc.Arbitrary<Instant> =>
  fc.oneof(
    fc.nat({ max: events.length }).map((step) => ({ step, time: timeOfStep(events, step) })),
    fc
      .nat({ max: timeOfStep(events, events.length) })
      .map((time) => ({ time, step: stepsAt(events, time) })),
  );

describe('nextMatch', () => {
  it.each([0, 1, 2])('equals a look at every step and machine of run %i', (index) => {
    const run = RUNS[index];
    let matched = 0;
    fc.assert(
      fc.property(anyCondition, fc.array(anyInstant(run), { minLength: 12 }), (condition, all) => {
        const matches = allMatches(run, condition);
        for (const from of all) {
          const later = matches.find((at) => compareInstants(at, from) > 0) ?? null;
          const earlier = matches.findLast((at) => compareInstants(at, from) < 0) ?? null;
          const { recording } = run;
          expect(nextMatch(recording, condition, { from, direction: 1 })).toEqual(later);
          expect(nextMatch(recording, condition, { from, direction: -1 })).toEqual(earlier);
          matched += (later === null ? 0 : 1) + (earlier === null ? 0 : 1);
        }
      }),
      { numRuns: 120 },
    );
    expect(matched).toBeGreaterThan(200);
  });

  it('finds a time on either side, and nothing beyond it', () => {
    const [{ recording }] = RUNS;
    const condition = { kind: 'time', time: 1_000_500 } as const;
    const at = { time: 1_000_500, step: stepsAt(recording.events, 1_000_500) };
    const start = { time: 0, step: 0 };
    const end = { time: recording.summary.totalCycles, step: recording.events.length };
    expect(nextMatch(recording, condition, { from: start, direction: 1 })).toEqual(at);
    expect(nextMatch(recording, condition, { from: end, direction: -1 })).toEqual(at);
    expect(nextMatch(recording, condition, { from: at, direction: 1 })).toBeNull();
    expect(nextMatch(recording, condition, { from: at, direction: -1 })).toBeNull();
  });

  it.each([1, 2, 3])('counts %i completed events either way', (count) => {
    const [run] = RUNS;
    const { recording, plan, seeker } = run;
    const total = recording.rendezvous[2].length;
    const completedAfter = (step: number): number =>
      viewMachine(plan, recording, seeker.machineAtStep(step), timeOfStep(recording.events, step))
        .apps[2].completed;
    const condition = { kind: 'events', app: 2, count } as const;
    fc.assert(
      fc.property(anyInstant(run), (from) => {
        // Events of one instant count as completed together.
        const before = completedAfter(stepsAt(recording.events, from.time));
        const later = nextMatch(recording, condition, { from, direction: 1 });
        expect(later !== null).toBe(before + count <= total);
        fc.pre(later !== null);
        expect(completedAfter(later.step)).toBe(before + count);
        const justBefore = stepsAt(recording.events, later.time - 1);
        expect(completedAfter(justBefore)).toBeLessThan(before + count);
      }),
      { numRuns: 60 },
    );
    const end = { time: recording.summary.totalCycles, step: recording.events.length };
    const back = nextMatch(recording, condition, { from: end, direction: -1 });
    const earlier = [...recording.rendezvous[2].completed].filter((time) => time < end.time);
    expect(back?.time).toBe(earlier.at(-count));
  });

  it('never looks beyond where it was told to stop', () => {
    const [run] = RUNS;
    fc.assert(
      fc.property(anyCondition, anyInstant(run), anyInstant(run), (condition, a, b) => {
        const [from, until] = compareInstants(a, b) <= 0 ? [a, b] : [b, a];
        const { recording } = run;
        const free = nextMatch(recording, condition, { from, direction: 1 });
        const within = free !== null && compareInstants(free, until) <= 0 ? free : null;
        expect(nextMatch(recording, condition, { from, direction: 1, until })).toEqual(within);
      }),
    );
  });
});

describe('firstMatch', () => {
  it('names the nearest of several conditions', () => {
    const [run] = RUNS;
    const { recording } = run;
    fc.assert(
      fc.property(
        fc.array(anyCondition, { maxLength: 5 }),
        anyInstant(run),
        fc.constantFrom<1 | -1>(1, -1),
        (conditions, from, direction) => {
          const all = conditions.map((one) => nextMatch(recording, one, { from, direction }));
          const some = all.filter((at) => at !== null);
          const found = firstMatch(recording, conditions, { from, direction });
          const sorted = some.toSorted((a, b) => compareInstants(a, b) * direction);
          expect(found?.at ?? null).toEqual(sorted[0] ?? null);
          expect(all[found?.index ?? -1] ?? null).toEqual(found?.at ?? null);
        },
      ),
    );
  });
});

it('tells conditions apart by what they ask for', () => {
  expect(sameCondition({ kind: 'core', core: 1 }, { kind: 'core', core: 1 })).toBe(true);
  expect(sameCondition({ kind: 'core', core: 1 }, { kind: 'core', core: 2 })).toBe(false);
  expect(sameCondition({ kind: 'mismatch' }, { kind: 'incident' })).toBe(false);
  expect(
    sameCondition({ kind: 'replica', app: 0, replica: 1 }, { replica: 1, kind: 'replica', app: 0 }),
  ).toBe(true);
});
