import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { arbitraryRunnable } from '../testing/arbitrary-runnable.ts';
import { deepFreeze } from '../testing/freeze.ts';
import { craftPlan } from '../testing/plans.ts';
import { createMachine } from './create.ts';
import type { Machine } from './machine.ts';
import type { MachinePlan } from './plan.ts';
import { advance, isEnded, step } from './reducer.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const runnable = arbitraryRunnable();
const share = fc.double({ min: 0, max: 1, noNaN: true });

const runToEnd = (plan: MachinePlan, from: Machine = createMachine(plan)): Machine =>
  advance(plan, from, {});

it('never changes the machine that it advances', () => {
  fc.assert(
    fc.property(runnable, ({ plan }) => {
      let machine = deepFreeze(createMachine(plan));
      const before = JSON.stringify(machine);
      const first = machine;
      for (let i = 0; i < 150 && !isEnded(machine); i++) machine = deepFreeze(step(plan, machine));
      runToEnd(plan, machine);
      expect(JSON.stringify(first)).toBe(before);
    }),
    { numRuns: 60 },
  );
});

it('gives the same machine step by step as in one go', () => {
  fc.assert(
    fc.property(runnable, ({ plan }) => {
      const ran = runToEnd(plan);
      let stepped = createMachine(plan);
      while (!isEnded(stepped)) stepped = step(plan, stepped);
      expect(JSON.stringify(stepped)).toBe(JSON.stringify(ran));
    }),
    { numRuns: 60 },
  );
});

it('gives the same machine up to a time as up to the step at that time', () => {
  fc.assert(
    fc.property(runnable, share, ({ plan }, part) => {
      const end = runToEnd(plan);
      const time = Math.floor(end.now * part);
      const byTime = advance(plan, createMachine(plan), { time });
      const bySteps = advance(plan, createMachine(plan), { steps: byTime.steps });
      expect(JSON.stringify(bySteps)).toBe(JSON.stringify(byTime));
      expect(byTime.now).toBeLessThanOrEqual(time);
      const next = step(plan, byTime);
      expect(next === byTime || next.steps === byTime.steps || next.now > time).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('can be written as JSON at any step, read back and continued', () => {
  fc.assert(
    fc.property(runnable, share, ({ plan }, part) => {
      const end = runToEnd(plan);
      const machine = advance(plan, createMachine(plan), { steps: Math.floor(end.steps * part) });
      const read = JSON.parse(JSON.stringify(machine)) as Machine;
      expect(read).toStrictEqual(machine);
      expect(JSON.stringify(runToEnd(plan, read))).toBe(JSON.stringify(end));
    }),
    { numRuns: 60 },
  );
});

it('makes no step beyond the last', () => {
  const plan = craftPlan({ apps: [{}] });
  const end = runToEnd(plan);
  expect(isEnded(end)).toBe(true);
  expect(step(plan, end)).toStrictEqual(end);
  expect(end.queue).toEqual([]);
});

it('stops at the first bound it reaches', () => {
  const plan = craftPlan({ apps: [{}] });
  const start = createMachine(plan);
  expect(advance(plan, start, { steps: 5, time: Infinity }).steps).toBe(5);
  expect(advance(plan, start, { steps: 5, time: 0 }).steps).toBe(0);
  expect(advance(plan, start, { steps: 0 })).toStrictEqual(start);
});

it('begins with every core of a replica computing and nobody else at work', () => {
  fc.assert(
    fc.property(runnable, ({ plan }) => {
      const machine = createMachine(plan);
      expect([machine.now, machine.steps]).toEqual([0, 0]);
      const busy = machine.cores.flatMap((core, id) => (core.thread === -1 ? [] : [id]));
      expect(new Set(busy)).toEqual(new Set(plan.apps.flatMap((app) => app.cores)));
      expect(machine.queue.every(({ kind }) => kind === 'trap' || kind === 'slice-ended')).toBe(
        true,
      );
    }),
    { numRuns: 60 },
  );
});
