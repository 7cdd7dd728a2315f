import { describe, expect, it } from 'vitest';

import { createExplore } from './explore.ts';
import type { JobPhase } from './job.ts';
import { createMemory } from './memory.ts';
import { QUICK_RUNS } from './sweeps.ts';
import { testApp } from './testing.ts';

const nothing = (): never => {
  throw new Error('nothing runs here');
};
const DEPS = { source: { start: nothing, baseUrl: '' }, now: () => 0, processors: 2 };

/** What all runners have in common. */
interface Phased {
  readonly setState: (state: { readonly phase: JobPhase | 'opened' }) => void;
}

function open() {
  const { app } = testApp();
  const explore = createExplore(DEPS, { app, tab: createMemory() });
  return { explore, unkept: () => app.store.getState().unkept };
}

describe('what a reload would lose of Explore', () => {
  it('is nothing before anything was computed, and where it was opened from a file or has failed', () => {
    const { explore, unkept } = open();
    const { store } = explore.campaigns.own;
    expect(unkept()).toBe(false);
    for (const phase of ['none', 'opened', 'failed'] as const) {
      store.setState({ phase: 'running' });
      expect(unkept()).toBe(true);
      store.setState({ phase });
      expect(unkept(), phase).toBe(false);
    }
  });

  it('is what runs, and what has run, in whichever part', () => {
    const { explore, unkept } = open();
    const { campaigns, studies } = explore;
    const { scalability, wishList, placement } = studies;
    const stores: readonly Phased[] = [
      campaigns.own,
      campaigns.claims,
      campaigns.rcb,
      scalability.runner,
      wishList.runner,
      placement.runner,
    ].map(({ store }) => store);
    for (const store of stores) {
      for (const phase of ['running', 'done', 'cancelled'] as const) {
        store.setState({ phase });
        expect(unkept(), phase).toBe(true);
      }
      store.setState({ phase: 'none' });
      expect(unkept()).toBe(false);
    }
  });

  it('is a sweep that does not start again by itself', () => {
    const { explore, unkept } = open();
    const { store } = explore.sweeps.runner;
    store.setState({ phase: 'done', runs: QUICK_RUNS });
    expect(unkept()).toBe(false);
    store.setState({ phase: 'done', runs: QUICK_RUNS + 1 });
    expect(unkept()).toBe(true);
  });
});
