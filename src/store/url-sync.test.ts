import { describe, expect, it } from 'vitest';

import { decodeLink, encodeLink } from '../scenario/link.ts';
import type { AppStore } from './app-store.ts';
import { linkTo } from './link-to.ts';
import { createUrlSync } from './url-sync.ts';
import type { UrlSync } from './url-sync.ts';
import { fakeAddress, smallScenario, testApp } from './testing.ts';
import type { FakeAddress, FakeSimulator, FakeTimers } from './testing.ts';

/** Lets the codec answer. */
const settle = async (): Promise<void> => {
  // Opening links is code of its own.
  await import('./show-link.ts');
  await new Promise((resolve) => setTimeout(resolve));
};

interface Page {
  readonly app: AppStore;
  readonly address: FakeAddress;
  readonly simulator: FakeSimulator;
  readonly timers: FakeTimers;
  readonly url: UrlSync;
}

async function open(fragment = ''): Promise<Page> {
  const { app, simulator, timers, complete } = testApp();
  const address = fakeAddress(fragment);
  const url = createUrlSync(app, address, { timers, onPending: () => {} });
  url.open();
  await settle();
  complete();
  return { app, address, simulator, timers, url };
}

const playheadOf = ({ app }: Page) => app.store.getState().playhead;

/** A fragment of another scenario at an instant of its own. */
function linkOf(time: number): string {
  return encodeLink({ scenario: { ...smallScenario(), seed: 77 }, view: { time } });
}

describe('the address', () => {
  it('names the shown moment after a first visit, without a new entry in the history', async () => {
    const page = await open();
    expect(page.url.isPending()).toBe(true);
    page.timers.pass();
    await settle();
    expect(page.url.isPending()).toBe(false);
    expect(page.address.history).toEqual([await linkTo(page.app, 'moment')]);
  });

  it('restores scenario, instant, step and window', async () => {
    const first = await open();
    first.app.navigation.goTo('step 77');
    first.app.navigation.setWindow([0, 40_000]);
    first.timers.pass();
    await settle();
    const second = await open(first.address.fragment());
    expect(playheadOf(second)).toEqual(playheadOf(first));
    expect(second.app.store.getState().window).toEqual(first.app.store.getState().window);
    expect(second.app.held.run?.recording.summary.digest).toBe(
      first.app.held.run?.recording.summary.digest,
    );
  });

  it('opens a link to a scenario at an instant worth looking at', async () => {
    const page = await open((await linkTo((await open()).app, 'scenario')) ?? '');
    expect(playheadOf(page).time).toBeGreaterThan(0);
  });

  it('follows scrubbing in one entry, once per pause', async () => {
    const page = await open();
    page.timers.pass();
    await settle();
    for (const time of [10, 20, 30]) page.app.navigation.seek(time);
    expect(page.timers.waiting).toBe(1);
    page.timers.pass();
    await settle();
    expect(page.address.history).toHaveLength(1);
    expect(decodeLink(page.address.fragment())).toMatchObject({ value: { view: { time: 30 } } });
  });

  it('gets a new entry for a jump and for an edit', async () => {
    const page = await open();
    page.timers.pass();
    await settle();
    page.app.navigation.goTo('event 2');
    page.timers.pass();
    await settle();
    expect(page.address.history).toHaveLength(2);
    page.app.edits.edit((draft) => {
      draft.seed = 5;
    });
    page.simulator.completeRun();
    page.timers.pass();
    await settle();
    expect(page.address.history).toHaveLength(3);
    expect(decodeLink(page.address.fragment())).toMatchObject({ value: { scenario: { seed: 5 } } });
  });

  it('going back within a run only moves, without another run', async () => {
    const page = await open();
    page.timers.pass();
    await settle();
    const before = page.address.fragment();
    const there = playheadOf(page);
    page.app.navigation.goTo('event 2');
    page.timers.pass();
    await settle();
    const runs = page.simulator.scenarios.length;
    page.address.change(before);
    await settle();
    expect(playheadOf(page)).toEqual(there);
    expect(page.simulator.scenarios).toHaveLength(runs);
  });

  it('forgets a jump that was not written yet when the person went elsewhere', async () => {
    const page = await open();
    page.timers.pass();
    await settle();
    page.app.navigation.goTo('event 2');
    page.address.change(linkOf(4000));
    await settle();
    page.simulator.completeRun();
    page.timers.pass();
    await settle();
    expect(page.address.history).toHaveLength(2);
  });

  it('going to another scenario runs it and stands at its instant', async () => {
    const page = await open();
    page.timers.pass();
    await settle();
    page.address.change(linkOf(4000));
    await settle();
    page.simulator.completeRun();
    expect(page.app.store.getState().scenario.seed).toBe(77);
    expect(playheadOf(page).time).toBe(4000);
    page.timers.pass();
    await settle();
    expect(page.address.history).toHaveLength(2);
  });

  it('clamps an instant beyond the end', async () => {
    const page = await open(linkOf(1e12));
    expect(playheadOf(page).time).toBe(page.app.held.run?.recording.summary.totalCycles);
  });
});

describe('a link with more than a scenario', () => {
  const notes = [{ time: 4000, step: 0, text: 'Look here', bookmark: 1 }];
  const scenario = { ...smallScenario(), seed: 77 };
  const compare = {
    scenario: { ...scenario, seed: 78 },
    name: 'Other seed',
    at: null,
    layout: 'ghost',
    align: 'work',
  } as const;
  const selection = { kind: 'wait', app: 0, replica: 1, event: 2 } as const;
  const view = { time: 4000, axis: 'event', closeGaps: true, selection } as const;
  const full = encodeLink({ scenario, view, notes, compare });

  it('brings notes, axis, selection and the scenario beside it, and goes back into the address', async () => {
    const page = await open(full);
    const state = page.app.store.getState();
    expect(state).toMatchObject({ axis: 'event', closeGaps: true, selection });
    expect(state.branches).toMatchObject([
      { name: 'Original', notes },
      { name: 'Other seed', parent: 0, at: null, scenario: compare.scenario },
    ]);
    expect(state.comparison).toEqual({ other: 1, layout: 'ghost', align: 'work' });
    page.timers.pass();
    await settle();
    const again = decodeLink(page.address.fragment());
    expect(again).toMatchObject({ ok: true, value: { scenario, notes, compare, view } });
  });

  it.each([
    { kind: 'message', row: 2 },
    { kind: 'step', step: 9 },
    { kind: 'area', from: 4000, to: 9000, cores: [1, 2] },
  ] as const)('carries the selection of a $kind', async (chosen) => {
    const page = await open(encodeLink({ scenario, view: { time: 4000 } }));
    page.app.navigation.select(chosen);
    page.timers.pass();
    await settle();
    const again = await open(page.address.fragment());
    expect(again.app.store.getState().selection).toEqual(chosen);
  });

  it('selects nothing that its run does not have', async () => {
    for (const wrong of [
      { ...selection, event: 5000 },
      { ...selection, replica: 6 },
      { ...selection, app: 3 },
      { kind: 'span', core: 40, start: 0 } as const,
      { kind: 'message', row: 1e9 } as const,
      { kind: 'step', step: 1e9 } as const,
      { kind: 'area', from: 10, to: 10, cores: [1] } as const,
      { kind: 'area', from: 10, to: 20, cores: [40] } as const,
    ]) {
      const page = await open(encodeLink({ scenario, view: { selection: wrong } }));
      expect(page.app.store.getState().selection).toBeNull();
    }
  });

  it('gives the link to the scenario its notes, and no moment', async () => {
    const page = await open(full);
    const link = decodeLink((await linkTo(page.app, 'scenario')) ?? '');
    expect(link).toEqual({ ok: true, value: { scenario, view: {}, notes, notices: [] } });
  });

  it('in a page with branches takes their place, which can be undone', async () => {
    const page = await open();
    page.app.edits.branchOff({ name: 'a', at: null }, (draft) => void (draft.seed = 5));
    page.simulator.completeRun();
    page.address.change(full);
    await settle();
    page.simulator.completeRun();
    expect(page.app.store.getState().branches.map(({ name }) => name)).toEqual([
      'Original',
      'Other seed',
    ]);
    const [notice] = page.app.store.getState().notices;
    expect(notice).toMatchObject({ action: { label: 'Undo' } });
    notice?.action?.perform();
    expect(page.app.store.getState().branches.map(({ name }) => name)).toEqual(['Original', 'a']);
    expect(page.app.store.getState().notices).toEqual([]);
  });

  it('that was the address before is gone back to without losing what can be redone', async () => {
    const page = await open(full);
    page.timers.pass();
    await settle();
    const before = page.address.fragment();
    page.app.edits.edit((draft) => void (draft.seed = 5));
    page.simulator.completeRun();
    page.timers.pass();
    await settle();
    page.address.change(before);
    await settle();
    expect(page.app.store.getState()).toMatchObject({
      scenario,
      past: [],
      comparison: { other: 1 },
    });
    page.app.history.redo();
    expect(page.app.store.getState().scenario.seed).toBe(5);
  });

  it('to another branch shows that branch', async () => {
    const page = await open();
    page.timers.pass();
    await settle();
    const before = page.address.fragment();
    page.app.edits.branchOff({ name: 'a', at: null }, (draft) => void (draft.seed = 5));
    page.simulator.completeRun();
    page.timers.pass();
    await settle();
    page.address.change(before);
    await settle();
    expect(page.app.store.getState()).toMatchObject({ branch: 0, branches: [{}, { name: 'a' }] });
    expect(decodeLink(before)).toMatchObject({ value: { view: { ...playheadOf(page) } } });
  });
});

describe('a link that cannot be opened', () => {
  const good = linkOf(4000);
  it.each([
    ['damaged', good.slice(0, -3)],
    ['newer', good.replace(/^w\d+/u, 'w9')],
    ['unknown', 'section-2'],
  ])('when %s, says so, shows the default and leaves the address alone', async (_, fragment) => {
    const page = await open(fragment);
    const [notice] = page.app.store.getState().notices;
    expect(notice?.tone).toBe('problem');
    expect(notice?.text).toContain('not opened');
    expect(page.app.store.getState().scenario).toEqual(smallScenario());
    page.timers.pass();
    await settle();
    expect(page.address.fragment()).toBe(fragment);
  });

  it('gives way as soon as the person does something', async () => {
    const page = await open('w1.broken');
    page.app.navigation.stepBy(1);
    page.timers.pass();
    await settle();
    expect(page.address.fragment()).toBe(await linkTo(page.app, 'moment'));
  });

  it('in a running page changes nothing', async () => {
    const page = await open();
    page.timers.pass();
    await settle();
    const before = playheadOf(page);
    page.address.change('w1.broken');
    await settle();
    expect(playheadOf(page)).toEqual(before);
    expect(page.simulator.scenarios).toHaveLength(1);
  });
});
