import { beforeEach, expect, it } from 'vitest';

import { createExplainer } from '../analysis/causes/explain.ts';
import type { AppStore } from './app-store.ts';
import { createSeeker } from '../run/seek.ts';
import { isBusy } from './idle.ts';
import { startedApp } from './testing.ts';

let app: AppStore;

beforeEach(() => {
  ({ app } = startedApp({ reducedMotion: () => true }));
  app.setWorkloads([]);
});

const state = () => app.store.getState();

/** Waits until what is selected is explained. */
function explained(): Promise<void> {
  return new Promise((resolve) => {
    const stop = app.store.subscribe(({ explanation }) => {
      if (explanation === null) return;
      stop();
      resolve();
    });
  });
}

async function select(selection: Parameters<AppStore['navigation']['select']>[0]): Promise<void> {
  const done = explained();
  app.navigation.select(selection);
  await done;
}

const clauses = () => state().explanation?.chain?.clauses ?? [];
const currentClause = () => {
  const { chain, current } = state().explanation ?? { chain: null, current: -1 };
  return chain?.links[current]?.clause ?? -1;
};

it('explains what is selected, as the analysis alone does', async () => {
  const selection = { kind: 'event', app: 0, event: 5 } as const;
  await select(selection);
  const { run } = app.held;
  expect(run).not.toBeNull();
  expect(state().explanation).toEqual({
    selection,
    chain:
      run && createExplainer({ ...run, seeker: createSeeker(run.plan, run.recording) })(selection),
    current: -1,
  });
  expect(clauses().length).toBeGreaterThan(3);
});

it('is busy until the explanation is there', async () => {
  expect(isBusy(state())).toBe(false);
  const done = explained();
  app.navigation.select({ kind: 'event', app: 0, event: 5 });
  expect(isBusy(state())).toBe(true);
  await done;
  expect(isBusy(state())).toBe(false);
});

it('walks from the last cause back to the first and on again, playhead and window with it', async () => {
  await select({ kind: 'event', app: 0, event: 5 });
  const all = clauses();
  app.navigation.setWindow([0, 1000]);
  for (let i = all.length - 1; i >= 0; i--) {
    app.causes.previous();
    expect(currentClause()).toBe(i);
    expect(state().playhead.time).toBe(all[i]?.from);
    const [from, to] = state().window;
    expect(from).toBeLessThanOrEqual(all[i]?.from ?? -1);
    expect(to).toBeGreaterThanOrEqual(all[i]?.from ?? Infinity);
  }
  app.causes.previous();
  expect(currentClause()).toBe(0);
  app.causes.next();
  expect(currentClause()).toBe(1);
});

it('begins to walk with the first cause when it goes on', async () => {
  await select({ kind: 'event', app: 0, event: 5 });
  app.causes.next();
  expect(currentClause()).toBe(0);
});

it('selects the event at the playhead when there is nothing to walk along', async () => {
  app.navigation.goTo('event 4');
  const done = explained();
  app.causes.previous();
  await done;
  expect(state().selection).toEqual({ kind: 'event', app: 0, event: 3 });
});

it('explains the last of several selections, and none that was cleared', async () => {
  app.navigation.select({ kind: 'event', app: 0, event: 1 });
  const last = { kind: 'event', app: 0, event: 2 } as const;
  await select(last);
  expect(state().explanation?.selection).toBe(last);
  app.navigation.select({ kind: 'event', app: 0, event: 1 });
  app.causes.clear();
  await new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
  expect(state().selection).toBeNull();
  expect(state().explanation).toBeNull();
});

it('has no chain for an area, whose sums are no cause', async () => {
  await select({ kind: 'area', from: 0, to: 1000, cores: [1] });
  expect(state().explanation?.chain).toBeNull();
  app.causes.next();
  expect(state().explanation?.current).toBe(-1);
});
