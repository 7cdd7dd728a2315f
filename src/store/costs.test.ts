import { beforeEach, describe, expect, it } from 'vitest';

import type { AppStore } from './app-store.ts';
import { overridesAt } from './costs.ts';
import { startedApp } from './testing.ts';
import type { FakeSimulator, FakeTimers } from './testing.ts';
import { shownBranch } from './workspace.ts';

let app: AppStore;
let simulator: FakeSimulator;
let timers: FakeTimers;

beforeEach(() => {
  ({ app, simulator, timers } = startedApp());
});

const state = () => app.store.getState();
const change = (at: number, name: 'ipi_latency' | 'mutex', value: number | undefined) =>
  app.costs.changeFrom(at, { name, value }, `${name} later`);
const changes = () => state().scenario.costChanges;

describe('a cost that changes at an instant', () => {
  it('makes a branch that departs there and is the same until then', () => {
    const before = app.held.run;
    app.navigation.seek(200_000);
    change(200_000, 'ipi_latency', 40_000);
    timers.pass();
    simulator.completeRun();
    const branch = shownBranch(state());
    expect(branch).toMatchObject({ name: 'ipi_latency later', at: 200_000, parent: 0 });
    expect(changes()).toEqual([{ at: { cycle: 200_000 }, overrides: { ipi_latency: 40_000 } }]);
    expect(state().branches[0]?.scenario.costChanges).toEqual([]);
    const after = app.held.run;
    const until = (run: typeof before) => {
      const { time } = run?.recording.events ?? { time: [] };
      return [...time].filter((one) => one > 0 && one <= 200_000);
    };
    expect(until(after)).toEqual(until(before));
    expect(until(after).length).toBeGreaterThan(10);
    expect(after?.recording.summary.digest).not.toBe(before?.recording.summary.digest);
    expect(state().playhead.time).toBe(200_000);
  });

  it('is amended in its branch by further changes at the same instant', () => {
    change(5000, 'ipi_latency', 4);
    change(5000, 'ipi_latency', 4000);
    expect(state().past).toHaveLength(1);
    change(5000, 'mutex', 80);
    expect(state().branches).toHaveLength(2);
    expect(changes()).toEqual([
      { at: { cycle: 5000 }, overrides: { ipi_latency: 4000, mutex: 80 } },
    ]);
    change(5000, 'mutex', undefined);
    expect(changes()).toEqual([{ at: { cycle: 5000 }, overrides: { ipi_latency: 4000 } }]);
  });

  it('makes another branch at another instant, in order of time', () => {
    change(5000, 'ipi_latency', 4000);
    change(3000, 'mutex', 80);
    change(9000, 'mutex', 90);
    expect(state().branches.map(({ at }) => at)).toEqual([null, 5000, 3000, 9000]);
    expect(changes().map(({ at }) => at.cycle)).toEqual([3000, 5000, 9000]);
  });

  it('makes no branch for the value that it has anyway', () => {
    change(5000, 'mutex', undefined);
    expect(state().past).toEqual([]);
  });

  it('can be taken away', () => {
    change(5000, 'mutex', 80);
    app.costs.removeChange(0);
    expect(changes()).toEqual([]);
    app.history.undo();
    expect(changes()).toHaveLength(1);
  });
});

it('sums up what holds at an instant', () => {
  const costs = { preset: 'fast-ipi', overrides: { mutex: 70, csum: 50 } } as const;
  const costChanges = [
    { at: { cycle: 10 }, overrides: { mutex: 80 } },
    { at: { cycle: 20 }, overrides: { mutex: 90 } },
  ];
  const at = (cycle: number) => overridesAt({ costs, costChanges }, cycle).mutex;
  expect([at(9), at(10), at(19), at(20)]).toEqual([70, 80, 80, 90]);
  expect(overridesAt({ costs, costChanges }, 20).csum).toBe(50);
});
