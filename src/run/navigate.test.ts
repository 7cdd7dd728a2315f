import fc from 'fast-check';
import { expect, it } from 'vitest';
import { craftPlan, crafted } from '../testing/plans.ts';
import { stepsOf } from '../testing/steps.ts';
import { eventAt, nextRendezvous, previousRendezvous, stepsAt, timeOfStep } from './navigate.ts';
import { record } from './record.ts';

const plan = craftPlan({
  apps: [
    { signalling: 'migration', workload: crafted('syscall', 6) },
    { signalling: 'polling', redundancy: 3, workload: crafted('pagefault', 4) },
  ],
});
const recording = record(plan);
const { events, rendezvous } = recording;

it('reads the rows of the trace as the machine made them', () => {
  const steps = stepsOf(plan);
  expect(events.length).toBe(steps.length);
  steps.forEach(({ event }, k) => {
    const { app, replica } = plan.threads[event.thread];
    const { time, kind, core, arg } = event;
    expect(eventAt(events, k)).toEqual({ step: k + 1, time, kind, core, app, replica, arg });
  });
});

it('knows the time of every step and the steps of every time', () => {
  expect(timeOfStep(events, 0)).toBe(0);
  expect(stepsAt(events, -1)).toBe(0);
  expect(stepsAt(events, Infinity)).toBe(events.length);
  expect(timeOfStep(events, events.length + 5)).toBe(recording.summary.totalCycles);
  for (let step = 1; step <= events.length; step++) {
    const time = timeOfStep(events, step);
    expect(time).toBe(events.time[step - 1]);
    expect(stepsAt(events, time)).toBeGreaterThanOrEqual(step);
    expect(stepsAt(events, time - 1)).toBeLessThan(step);
  }
});

it.each([0, 1])('finds the rendezvous of app %i before and after any instant', (app) => {
  const met = [...rendezvous[app].met];
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(...met), fc.nat({ max: recording.summary.totalCycles })),
      (time) => {
        expect(nextRendezvous(recording, app, time)).toBe(met.find((t) => t > time) ?? null);
        expect(previousRendezvous(recording, app, time)).toBe(
          met.findLast((t) => t < time) ?? null,
        );
      },
    ),
  );
});

it('orders the milestones of every event and names the step of each rendezvous', () => {
  for (const { length, trapped, met, compared, handled, completed, metStep } of rendezvous) {
    for (let e = 0; e < length; e++) {
      const order = [trapped[e], met[e], compared[e], handled[e], completed[e]];
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(timeOfStep(events, metStep[e])).toBe(met[e]);
    }
  }
});
