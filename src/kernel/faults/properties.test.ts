import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { arbitraryFaulty } from '../../testing/arbitrary-faults.ts';
import { deepFreeze } from '../../testing/freeze.ts';
import { craftPlan } from '../../testing/plans.ts';
import { SILENT } from '../../testing/steps.ts';
import { createMachine } from '../create.ts';
import type { KernelEvent } from '../events.ts';
import type { Machine } from '../machine.ts';
import type { MachinePlan } from '../plan.ts';
import { advance, isEnded, step } from '../reducer.ts';
import { armFaults, withFaults } from './arm.ts';
import type { FaultPlan } from './fault-plan.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 120_000 });

const faulty = arbitraryFaulty();
const share = fc.double({ min: 0, max: 1, noNaN: true });

const runToEnd = (plan: MachinePlan, from: Machine = createMachine(plan)): Machine =>
  advance(plan, from, {});

/** The steps of a run as words, up to the first fault that hits. */
function stepsBeforeFault(plan: MachinePlan): string[] {
  const steps: string[] = [];
  let hit = false;
  const note = (_: Machine, event: KernelEvent) => {
    hit ||= event.kind === 'fault-injected';
    if (!hit) steps.push([event.time, event.kind, event.core, event.thread, event.arg].join(' '));
  };
  const sink = { ...SILENT, step: note };
  advance(plan, createMachine(plan, sink), {}, sink);
  return steps;
}

const withoutFaults = (plan: MachinePlan) => withFaults(plan, []);

it('never changes the machine that it advances', () => {
  fc.assert(
    fc.property(faulty, ({ plan }) => {
      let machine = deepFreeze(createMachine(plan));
      const first = machine;
      const before = JSON.stringify(first);
      while (!isEnded(machine)) machine = deepFreeze(step(plan, machine));
      expect(JSON.stringify(first)).toBe(before);
    }),
    { numRuns: 40 },
  );
});

it('gives the same machine step by step as in one go', () => {
  fc.assert(
    fc.property(faulty, ({ plan }) => {
      const ran = runToEnd(plan);
      let stepped = createMachine(plan);
      while (!isEnded(stepped)) stepped = step(plan, stepped);
      expect(JSON.stringify(stepped)).toBe(JSON.stringify(ran));
    }),
    { numRuns: 80 },
  );
});

it('can be written as JSON at any step, read back and continued', () => {
  fc.assert(
    fc.property(faulty, share, ({ plan }, part) => {
      const end = runToEnd(plan);
      const machine = advance(plan, createMachine(plan), { steps: Math.floor(end.steps * part) });
      const read = JSON.parse(JSON.stringify(machine)) as Machine;
      expect(read).toStrictEqual(machine);
      expect(JSON.stringify(runToEnd(plan, read))).toBe(JSON.stringify(end));
    }),
    { numRuns: 80 },
  );
});

it('goes step for step as without faults until the first one hits', () => {
  let hits = 0;
  fc.assert(
    fc.property(faulty, ({ plan }) => {
      const before = stepsBeforeFault(plan);
      const free = stepsBeforeFault(withoutFaults(plan));
      if (before.length < free.length) hits++;
      expect(before).toEqual(free.slice(0, before.length));
    }),
    { numRuns: 100 },
  );
  expect(hits).toBeGreaterThan(50);
});

it('ends the same, bit for bit, when its faults are armed at any instant before the first', () => {
  let hits = 0;
  fc.assert(
    fc.property(faulty, share, ({ plan: any }, part) => {
      const plan = withFaults(any, any.faults.atCycle);
      const cycle = plan.faults.atCycle[0]?.cycle ?? 0;
      fc.pre(cycle > 0);
      const free = withoutFaults(plan);
      const time = Math.floor((cycle - 1) * part);
      const branch = armFaults(plan, advance(free, createMachine(free), { time }));
      const end = runToEnd(plan);
      if (end.nextFault > 0) hits++;
      expect(JSON.stringify(runToEnd(plan, branch))).toBe(JSON.stringify(end));
    }),
    { numRuns: 100 },
  );
  expect(hits).toBeGreaterThan(40);
});

it('has nothing to arm in a run that is over', () => {
  const plan = craftPlan({ apps: [{}] });
  const end = runToEnd(plan);
  const fault = { cycle: end.now + 9 } as FaultPlan;
  expect(armFaults(withFaults(plan, [fault]), end)).toEqual(end);
});

it('leaves the machine alone that it arms', () => {
  fc.assert(
    fc.property(faulty, ({ plan }) => {
      const machine = deepFreeze(createMachine(withoutFaults(plan)));
      const before = JSON.stringify(machine);
      armFaults(plan, machine);
      expect(JSON.stringify(machine)).toBe(before);
    }),
    { numRuns: 40 },
  );
});

it('tells a listener everything and is changed by none', () => {
  fc.assert(
    fc.property(faulty, ({ plan }) => {
      const counts = new Map<string, number>();
      const sink = {
        ...SILENT,
        step: () => undefined,
        divergence: (time: number, app: number, replica: number, count: number) => {
          expect(time).toBeGreaterThanOrEqual(0);
          counts.set(`${app} ${replica}`, count);
        },
      };
      const heard = advance(plan, createMachine(plan, sink), {}, sink);
      expect(JSON.stringify(heard)).toBe(JSON.stringify(runToEnd(plan)));
      heard.replicas.forEach((group, app) =>
        group.forEach((r, replica) =>
          expect(counts.get(`${app} ${replica}`) ?? 0).toBe(r.deviations.length),
        ),
      );
    }),
    { numRuns: 60 },
  );
});
