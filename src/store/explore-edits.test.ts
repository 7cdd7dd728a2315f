import { beforeEach, describe, expect, it } from 'vitest';

import { EXPLORE_KEY } from './explore-edits.ts';
import { createExplore } from './explore.ts';
import type { Explore } from './explore.ts';
import { readPlace, writePlace } from './explore-text.ts';
import { PAGE_FAULTS } from './sweep-draft.ts';
import { createMemory } from './memory.ts';
import type { Memory } from './memory.ts';
import { testApp } from './testing.ts';
import type { TestApp } from './testing.ts';

const nothing = (): never => {
  throw new Error('nothing runs here');
};
const DEPS = { source: { start: nothing, baseUrl: '' }, now: () => 0, processors: 2 };

let page: TestApp;
let tab: Memory;
let explore: Explore;

async function openExplore(shown: string | null = null): Promise<Explore> {
  page = testApp();
  page.begin();
  page.app.store.setState({ screen: 'explore', explore: shown });
  const opened = createExplore(DEPS, { app: page.app, tab });
  await opened.edits.begin();
  return opened;
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const draft = () => explore.sweeps.form.getState().draft;
const change = (part: Partial<ReturnType<typeof draft>>): void =>
  explore.sweeps.form.setState({ draft: { ...draft(), ...part } });
const shown = () => explore.part.getState().part;
const notices = () => page.app.store.getState().notices.map(({ text }) => text);
const seedOf = () => page.app.store.getState().scenario.seed;
const jumps = () => page.app.store.getState().jumps;
const textOf = () => page.app.store.getState().explore ?? '';

beforeEach(async () => {
  tab = createMemory();
  explore = await openExplore();
});

describe('what is set up in Explore', () => {
  it('is in the state that the address tells of, with what differs from the start alone', () => {
    expect(textOf()).toBe('');
    change({ seeds: '7' });
    explore.sweeps.form.setState({ mapMetric: 'overhead' });
    expect(readPlace(textOf())).toEqual({
      ok: true,
      value: {
        part: 'sweep',
        form: { draft: { seeds: '7' }, view: { mapMetric: 'overhead' } },
      },
    });
    change({ seeds: '3' });
    explore.sweeps.form.setState({ mapMetric: 'energy' });
    expect(textOf()).toBe('');
  });

  it('makes an entry in the browser’s history for another part, and none for an edit', () => {
    const before = jumps();
    change({ seeds: '7' });
    expect(jumps()).toBe(before);
    explore.part.setState({ part: 'claims' });
    expect(jumps()).toBe(before + 1);
    expect(readPlace(textOf())).toEqual({ ok: true, value: { part: 'claims', form: undefined } });
  });

  it('outlasts a reload: the part of the address, and the forms of the others', async () => {
    change({ seeds: '7' });
    explore.part.setState({ part: 'campaign' });
    const { form } = explore.campaigns;
    form.setState({ draft: { ...form.getState().draft, runs: '321' } });
    const address = textOf();
    explore = await openExplore(address);
    expect(shown()).toBe('campaign');
    expect(explore.campaigns.form.getState().draft.runs).toBe('321');
    expect(draft().seeds).toBe('7');
    expect(notices()).toEqual([]);
  });

  it('is there again when the page comes back to it from the Lab', async () => {
    change({ seeds: '7' });
    explore.part.setState({ part: 'campaign' });
    explore = await openExplore(null);
    expect(shown()).toBe('campaign');
    expect(draft().seeds).toBe('7');
  });

  it('is not set back by the way back to a part', async () => {
    const before = textOf();
    change({ seeds: '7' });
    explore.part.setState({ part: 'claims' });
    page.app.store.setState({ explore: before });
    await settle();
    expect([shown(), draft().seeds]).toEqual(['sweep', '7']);
    expect(textOf()).toContain('"7"');
  });

  it('follows a link, which can be undone', async () => {
    change({ seeds: '7' });
    page.app.store.setState({
      explore: writePlace({ part: 'sweep', form: { draft: { seeds: '9' } } }),
    });
    await settle();
    expect(draft().seeds).toBe('9');
    page.app.history.undo();
    expect(draft().seeds).toBe('7');
  });
});

describe('a program of the person’s own that the Lab is told to run', () => {
  const own = { kind: 'profile', id: 'own-0123456789abcdef' } as const;
  const run = (): void =>
    page.app.edits.edit((scenario) => {
      scenario.apps[0].workload = own;
    });

  it('is what the forms take from then on, while Explore is shown', () => {
    expect(draft().workload).not.toBeNull();
    run();
    expect(draft().workload).toBeNull();
    expect(explore.studies.scalability.form.getState().draft.workload).toBeNull();
    explore.sweeps.form.setState({ draft: { ...draft(), workload: PAGE_FAULTS } });
    page.app.edits.edit((scenario) => Object.assign(scenario, { seed: 41 }));
    expect(draft().workload).toEqual(PAGE_FAULTS);
  });

  it('changes none of them while the Lab is shown', () => {
    page.app.store.setState({ screen: 'lab' });
    run();
    expect(draft().workload).not.toBeNull();
  });
});

describe('what cannot be read', () => {
  it.each([
    ['{', /damaged/u],
    ['{"version":1,"part":"kitchen"}', /damaged/u],
    ['{"version":2,"part":"sweep"}', /newer version/u],
    [writePlace({ part: 'sweep', form: { draft: { seeds: 3 } } }), /“draft” makes no sense/u],
    [writePlace({ part: 'sweep', form: { draft: { workload: { kind: 'x' } } } }), /no sense/u],
    [writePlace({ part: 'sweep', form: { sentence: 1 } }), /no field “sentence”/u],
    [writePlace({ part: 'campaign', form: { draft: { targets: ['cpu'] } } }), /no sense/u],
    [writePlace({ part: 'claims', form: { draft: {} } }), /claims of this link is left out/u],
  ])('%s is told, and the form stays as it was', async (text, sentence) => {
    change({ seeds: '7' });
    page.app.store.setState({ explore: text });
    await settle();
    expect(notices()).toEqual([expect.stringMatching(sentence)]);
    expect(draft().seeds).toBe('7');
  });

  it('of what the tab has kept begins anew, and says so', async () => {
    tab.write(EXPLORE_KEY, '{"version":1,"part":"sweep","forms":{"sweep":{"draft":{"x":1}}}}');
    explore = await openExplore();
    expect(notices()).toEqual([expect.stringMatching(/could not be read/u)]);
    expect(draft().seeds).toBe('3');
  });
});

describe('an edit of a form', () => {
  it('is undone and redone, with what was typed as one step, and its part is shown', () => {
    for (const seeds of ['35', '351', '3512']) change({ seeds });
    change({ methods: ['ipc'] });
    explore.part.setState({ part: 'campaign' });
    page.app.history.undo();
    expect([shown(), draft().methods.length]).toEqual(['sweep', 3]);
    expect(draft().seeds).toBe('3512');
    page.app.history.undo();
    expect(draft().seeds).toBe('3');
    expect(page.app.history.canUndo()).toBe(false);
    page.app.history.redo();
    page.app.history.redo();
    expect([draft().seeds, draft().methods]).toEqual(['3512', ['ipc']]);
    expect(page.app.history.canRedo()).toBe(false);
  });

  it('leaves what is looked at alone', () => {
    change({ seeds: '8' });
    explore.sweeps.form.setState({ linesMetric: 'energy' });
    page.app.history.undo();
    expect(explore.sweeps.form.getState()).toMatchObject({
      linesMetric: 'energy',
      draft: { seeds: '3' },
    });
  });

  it('takes its turn among the edits of the scenario', () => {
    const before = seedOf();
    const setSeed = (seed: number): void =>
      page.app.edits.edit((scenario) => Object.assign(scenario, { seed }));
    change({ seeds: '8' });
    setSeed(41);
    change({ seeds: '9 ' });
    page.app.history.undo();
    expect([draft().seeds, seedOf()]).toEqual(['8', 41]);
    page.app.history.undo();
    expect([draft().seeds, seedOf()]).toEqual(['8', before]);
    page.app.history.undo();
    expect([draft().seeds, seedOf()]).toEqual(['3', before]);
    for (let i = 0; i < 3; i++) page.app.history.redo();
    expect([draft().seeds, seedOf()]).toEqual(['9 ', 41]);
  });

  it('is left to the scenario in the Lab', () => {
    change({ seeds: '8' });
    page.app.store.setState({ screen: 'lab' });
    expect(page.app.history.canUndo()).toBe(false);
    page.app.history.undo();
    expect(draft().seeds).toBe('8');
  });
});
