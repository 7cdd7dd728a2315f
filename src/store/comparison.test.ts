import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Scenario } from '../scenario/scenario.ts';
import type { AppStore } from './app-store.ts';
import { isBusy } from './idle.ts';
import { fakeSimulator, smallScenario, startedApp } from './testing.ts';
import type { FakeSimulator, FakeTimers, TestApp } from './testing.ts';

let simulator: FakeSimulator;
let other: FakeSimulator;
let started: number;
let timers: FakeTimers;
let app: AppStore;
let complete: TestApp['complete'];

beforeEach(() => {
  other = fakeSimulator();
  started = 0;
  const otherSimulator = (): FakeSimulator => {
    started += 1;
    return other;
  };
  ({ app, simulator, timers, complete } = startedApp({ otherSimulator }));
  app.setWorkloads([]);
});

const state = () => app.store.getState();
const as = (redundancy: 2 | 3, signalling: 'ipc' | 'polling' = 'ipc'): Scenario => ({
  ...smallScenario(),
  apps: smallScenario().apps.map((spec) => ({ ...spec, redundancy, signalling })),
});
/** Compares with a new branch, and waits until what runs it is loaded. */
async function compareAs(name: string, scenario: Scenario): Promise<void> {
  app.comparisons.compareAs(name, scenario);
  await vi.waitUntil(() => state().otherRun?.kind !== 'waiting');
}
/** Lets timers fire until the difference is counted. */
async function counted(): Promise<void> {
  await vi.waitUntil(() => {
    timers.pass();
    return state().otherRun?.kind !== 'counting';
  });
}

describe('a comparison', () => {
  it('runs the other branch on a simulator of its own, which starts when it is needed', async () => {
    expect(started).toBe(0);
    await compareAs('as DMR', as(2));
    expect(started).toBe(1);
    expect(other.scenarios).toEqual([as(2)]);
    expect(state().otherRun?.kind).toBe('running');
    expect(isBusy(state())).toBe(true);
    other.completeRun();
    expect(state().otherRun?.kind).toBe('counting');
    expect(isBusy(state())).toBe(true);
    await counted();
    expect(state().otherRun?.kind).toBe('ready');
    expect(isBusy(state())).toBe(false);
    const { run, difference } = app.comparisons.held;
    const [a, b] = [app.held.run, run].map((one) => one?.recording.summary.totalCycles ?? 0);
    expect(difference?.end).toBe((b ?? 0) - (a ?? 0));
    expect(difference?.end).toBeLessThan(0);
  });

  it('keeps showing the branch that was shown, beside a new one, until that is undone', async () => {
    const before = state().scenario;
    await compareAs('as DMR', as(2));
    expect(state().branch).toBe(0);
    expect(state().scenario).toBe(before);
    expect(state().branches.map(({ name, parent }) => [name, parent])).toEqual([
      ['Original', null],
      ['as DMR', 0],
    ]);
    expect(state().comparison).toEqual({ other: 1, layout: 'side', align: 'event' });
    app.history.undo();
    expect(state().branches).toHaveLength(1);
    expect(state().comparison).toBeNull();
    expect(state().otherRun).toBeNull();
    expect(app.comparisons.held.run).toBeNull();
  });

  it('ends with the scenario that it was of, which says so and brings both back', async () => {
    await compareAs('as DMR', as(2));
    const { comparison } = state();
    app.edits.load(smallScenario(5));
    expect(state().comparison).toBeNull();
    const [notice] = state().notices;
    expect(notice?.text).toBe('Another scenario is open, so the comparison has ended.');
    expect(notice?.action?.label).toBe('Undo');
    notice?.action?.perform();
    expect(state().comparison).toEqual(comparison);
    expect(state().branches).toHaveLength(2);
    expect(state().notices).toEqual([]);
    app.comparisons.close();
    app.edits.load(smallScenario(5));
    expect(state().notices).toEqual([]);
  });

  it('is swapped as a step that can be undone, without running anything again', async () => {
    await compareAs('as DMR', as(2));
    other.completeRun();
    await counted();
    const [a, b] = [app.held.run, app.comparisons.held.run];
    const before = app.comparisons.held.difference?.end ?? 0;
    app.comparisons.swap();
    await counted();
    expect(state().branch).toBe(1);
    expect(state().comparison?.other).toBe(0);
    expect([app.held.run, app.comparisons.held.run]).toEqual([b, a]);
    expect(app.comparisons.held.difference?.end).toBe(-before);
    app.history.undo();
    await counted();
    expect(state().branch).toBe(0);
    expect(state().comparison?.other).toBe(1);
    expect(simulator.scenarios).toHaveLength(1);
    expect(other.scenarios).toHaveLength(1);
  });

  it('follows an edit of the branch that is shown', async () => {
    await compareAs('as DMR', as(2));
    other.completeRun();
    await counted();
    const before = app.comparisons.held.difference?.end;
    app.edits.edit((draft) => {
      for (const spec of draft.apps) spec.signalling = 'migration';
    });
    complete();
    expect(state().otherRun?.kind).toBe('counting');
    await counted();
    expect(app.comparisons.held.difference?.end).not.toBe(before);
    expect(other.scenarios).toHaveLength(1);
  });

  it('is ended and begun again by one key, which asks when there was none', async () => {
    app.comparisons.toggle();
    expect(state().choosingOther).toBe(true);
    await compareAs('as DMR', as(2));
    app.comparisons.setAlign('work');
    app.comparisons.setLayout('ghost');
    expect(state().choosingOther).toBe(false);
    app.comparisons.toggle();
    expect(state().comparison).toBeNull();
    expect(state().otherRun).toBeNull();
    app.comparisons.toggle();
    expect(state().comparison).toEqual({ other: 1, layout: 'ghost', align: 'work' });
    app.comparisons.close();
    app.branches.remove(1);
    app.comparisons.toggle();
    expect(state().choosingOther).toBe(true);
  });

  it('that a link has brought is ended and begun again, too', async () => {
    await compareAs('as DMR', as(2));
    app.comparisons.close();
    app.store.setState({ comparison: { other: 1, layout: 'ghost', align: 'time' } });
    expect(state().otherRun?.kind).toBe('running');
    app.comparisons.toggle();
    app.comparisons.toggle();
    expect(state().comparison).toEqual({ other: 1, layout: 'ghost', align: 'time' });
  });

  it('says why the other run failed, and runs it again when told', async () => {
    await compareAs('as DMR', as(2));
    other.reply({ kind: 'failed', job: 1, problems: [{ path: 'apps', message: 'No.' }] });
    expect(state().otherRun).toEqual({
      kind: 'failed',
      problems: [{ path: 'apps', message: 'No.' }],
    });
    expect(isBusy(state())).toBe(false);
    app.comparisons.retry();
    expect(state().otherRun?.kind).toBe('running');
    app.comparisons.cancel();
    expect(other.asked).toEqual(['run', 'run', 'cancel']);
    expect(state().otherRun?.kind).toBe('cancelled');
  });

  it('shows progress, and drops what is no longer compared', async () => {
    await compareAs('as DMR', as(2));
    other.reply({ kind: 'progress', job: 1, steps: 10, fraction: 0.5 });
    expect(state().otherRun).toEqual({ kind: 'running', steps: 10, fraction: 0.5 });
    await compareAs('by polling', as(3, 'polling'));
    expect(state().branches.map(({ name }) => name)).toEqual(['Original', 'as DMR', 'by polling']);
    expect(other.scenarios.at(-1)).toEqual(as(3, 'polling'));
    other.completeRun();
    expect(app.comparisons.held.run?.scenario).toEqual(as(3, 'polling'));
  });

  it('that is ended before it has begun leaves nothing pending', async () => {
    app.comparisons.compareAs('as DMR', as(2));
    expect(isBusy(state())).toBe(true);
    app.comparisons.close();
    await vi.waitUntil(() => state().otherRun === null);
    expect(isBusy(state())).toBe(false);
    expect(other.scenarios).toEqual([]);
  });

  it('does not compare a branch with itself or with none', () => {
    app.comparisons.compareWith(0);
    app.comparisons.compareWith(7);
    expect(state().comparison).toBeNull();
  });
});
