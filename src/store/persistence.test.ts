import { beforeEach, describe, expect, it } from 'vitest';

import { encodeLink } from '../scenario/link.ts';
import type { AppStore } from './app-store.ts';
import { MOST_WORKS, UNREADABLE_PREFIX, WORK_PREFIX } from './kept-works.ts';
import { createMemory } from './memory.ts';
import type { Memory } from './memory.ts';
import { createPersistence } from './persistence.ts';
import type { Leaving } from './persistence.ts';
import { fakeAddress, smallScenario, testApp } from './testing.ts';
import { createUrlSync } from './url-sync.ts';
import { workspaceIn } from './workspace.ts';

/** Lets the codec answer. */
const settle = async (): Promise<void> => {
  // Opening links is code of its own.
  await import('./show-link.ts');
  await new Promise((resolve) => setTimeout(resolve));
};

/** The memory of the browser, and how often something was made in it. */
let memory: Memory;
let clock: number;

beforeEach(() => {
  memory = createMemory();
  clock = 0;
});

interface Page {
  readonly app: AppStore;
  /** What the address says. */
  readonly fragment: () => string;
  /** Lets all pauses pass. */
  readonly rest: () => Promise<void>;
  /** Completes the run that is under way. */
  readonly run: () => void;
  /** The page goes. */
  readonly leave: () => void;
  /** It is seen no longer, and ends without another word. */
  readonly hide: () => void;
  readonly notices: () => readonly string[];
}

/** A page of the tab whose notes are `tab`, opened at `fragment`. */
async function open(tab: Memory, fragment = ''): Promise<Page> {
  const { app, timers, complete } = testApp();
  const address = fakeAddress(fragment);
  const leaving: Leaving[] = [];
  const persistence = createPersistence(app, {
    memory,
    tab,
    timers,
    now: () => (clock += 1),
    newId: () => String((clock += 1)),
    fragment: address.fragment,
    onLeave: (callbacks) => void leaving.push(callbacks),
  });
  createUrlSync(app, address, { timers, onPending: () => {}, persistence }).open();
  await settle();
  await settle();
  complete();
  const rest = async (): Promise<void> => {
    timers.pass();
    await settle();
  };
  return {
    app,
    fragment: address.fragment,
    rest,
    run: complete,
    leave: () => {
      for (const { leave } of leaving) leave();
    },
    hide: () => {
      for (const { hide } of leaving) hide();
    },
    notices: () => app.store.getState().notices.map(({ text }) => text),
  };
}

const workOf = ({ app }: Page) => workspaceIn(app.store.getState());
const setSeed = (seed: number) => (draft: { seed: number }) => {
  draft.seed = seed;
};

/** Makes a branch with a note and a breakpoint, at an instant of its own. */
function work({ app, run }: Page): void {
  app.edits.branchOff({ name: 'Other seed', at: 0 }, setSeed(5));
  run();
  app.navigation.goTo('step 20');
  app.notes.write(app.store.getState().playhead, { text: 'Why?', bookmark: 3 });
  app.history.commit({
    ...workspaceIn(app.store.getState()),
    breakpoints: [
      { condition: { kind: 'event-kind', event: 'trap' }, enabled: true },
      { condition: { kind: 'wait', cycles: 500.5 }, enabled: false },
    ],
  });
}

/** A tab in which somebody has worked and left; the answer is what there was. */
async function worked(tab: Memory): Promise<Page> {
  const page = await open(tab);
  work(page);
  await page.rest();
  page.app.navigation.goTo('step 33');
  page.leave();
  return page;
}

describe('after a reload', () => {
  it('the ends of all branches are known without running them again', async () => {
    const tab = createMemory();
    const page = await worked(tab);
    const known = page.app.held.ends;
    expect(known).toHaveLength(2);
    const { app } = await open(tab, page.fragment());
    expect(app.held.recent).toHaveLength(1);
    expect(app.held.ends).toHaveLength(2);
    expect(app.held.ends).toEqual(expect.arrayContaining([...known]));
  });

  it('the same panel and the same area are there, even where nothing was changed', async () => {
    const tab = createMemory();
    const page = await open(tab);
    const area = { kind: 'area', from: 4000, to: 9000, cores: [0, 1] } as const;
    page.app.showPanel('notes');
    page.app.navigation.select(area);
    await page.rest();
    page.leave();
    const { app } = await open(tab, page.fragment());
    expect(app.store.getState()).toMatchObject({ sidePanel: 'notes', selection: area });
    const elsewhere = await open(createMemory(), page.fragment());
    expect(elsewhere.app.store.getState().sidePanel).toBe('why');
  });

  it('everything is there again: branches, notes, breakpoints, instant, undo and redo', async () => {
    const tab = createMemory();
    const before = await worked(tab);
    const after = await open(tab, before.fragment());
    expect(workOf(after)).toEqual(workOf(before));
    expect(after.app.store.getState().playhead).toEqual(before.app.store.getState().playhead);
    expect(after.app.store.getState().window).toEqual(before.app.store.getState().window);
    expect(after.notices()).toEqual([]);
    after.app.history.undo();
    before.app.history.undo();
    expect(workOf(after)).toEqual(workOf(before));
    after.app.history.redo();
    before.app.history.redo();
    expect(workOf(after)).toEqual(workOf(before));
  });

  it('what was changed in the last moment is there, too, although the address lags', async () => {
    const tab = createMemory();
    const before = await worked(tab);
    const fragment = before.fragment();
    before.app.edits.edit(setSeed(99));
    before.leave();
    const after = await open(tab, fragment);
    expect(after.app.store.getState().scenario.seed).toBe(99);
    expect(workOf(after)).toEqual(workOf(before));
  });

  it('after a crash, which notes no key, the work comes back by its scenario', async () => {
    const before = await open(createMemory());
    work(before);
    await before.rest();
    before.app.navigation.goTo('step 40');
    await before.rest();
    const after = await open(createMemory(), before.fragment());
    expect(workOf(after)).toEqual(workOf(before));
    expect(after.app.store.getState().playhead.step).toBe(40);
  });

  it('in a browser that ends hidden pages, nothing is lost either', async () => {
    const before = await open(createMemory());
    work(before);
    before.hide();
    const after = await open(createMemory());
    expect(workOf(after)).toEqual(workOf(before));
  });

  it('a link to another branch shows that branch', async () => {
    const tab = createMemory();
    const before = await worked(tab);
    const link = encodeLink({ scenario: smallScenario(), view: { step: 7 } });
    const after = await open(tab, link);
    expect(after.app.store.getState()).toMatchObject({ branch: 0, playhead: { step: 7 } });
    expect(workOf(after).branches).toEqual(workOf(before).branches);
  });

  it('a change that was not valid is left out, and the page says so', async () => {
    const tab = createMemory();
    const before = await worked(tab);
    const good = workOf(before);
    before.app.edits.edit((draft) => {
      draft.machine.sockets = 0;
    }, 'machine.sockets');
    before.leave();
    const after = await open(tab, before.fragment());
    expect(workOf(after)).toEqual(good);
    expect(after.notices()).toEqual([expect.stringContaining('not valid')]);
  });

  it('the branch beside which another was shown has it beside it again', async () => {
    const tab = createMemory();
    const before = await open(tab);
    work(before);
    before.app.store.setState({ comparison: { other: 0, layout: 'ghost', align: 'time' } });
    await before.rest();
    before.leave();
    const after = await open(tab, before.fragment());
    expect(after.app.store.getState().comparison).toEqual({
      other: 0,
      layout: 'ghost',
      align: 'time',
    });
  });
});

describe('a new tab', () => {
  it('with an empty address goes on with the last work, at its instant', async () => {
    const before = await worked(createMemory());
    const after = await open(createMemory());
    expect(workOf(after)).toEqual(workOf(before));
    expect(after.app.store.getState().playhead.step).toBe(33);
  });

  it('begins afresh when nothing was made before', async () => {
    const tab = createMemory();
    (await open(tab)).leave();
    expect(memory.keys()).toEqual([]);
    expect(workOf(await open(createMemory()))).toEqual(workOf(await open(tab)));
  });

  it('with another link opens that, and brings the last work back when asked', async () => {
    const before = await worked(createMemory());
    const other = encodeLink({ scenario: { ...smallScenario(), seed: 77 }, view: {} });
    const page = await open(createMemory(), other);
    expect(page.app.store.getState().scenario.seed).toBe(77);
    const [offer] = page.app.store.getState().notices;
    expect(offer).toMatchObject({
      text: 'Your last work (2 branches) is kept.',
      action: { label: 'Bring it back' },
    });
    offer?.action?.perform();
    await settle();
    page.run();
    expect(workOf(page)).toEqual(workOf(before));
    expect(page.app.store.getState().playhead.step).toBe(33);
    page.app.history.undo();
    expect(page.app.store.getState().scenario.seed).toBe(77);
  });

  it('offers the last work beside a link that cannot be opened, too', async () => {
    await worked(createMemory());
    const page = await open(createMemory(), 'w1.broken');
    expect(page.notices()).toEqual([
      expect.stringContaining('not opened'),
      expect.stringContaining('is kept'),
    ]);
  });

  it('does not write over the work of another one', async () => {
    const [one, other] = [createMemory(), createMemory()];
    const first = await worked(one);
    const second = await open(other);
    second.app.edits.edit(setSeed(1234));
    await second.rest();
    second.leave();
    expect(workOf(await open(one, first.fragment()))).toEqual(workOf(first));
    expect(workOf(await open(other, second.fragment()))).toEqual(workOf(second));
  });

  it('that is a copy of one that is open has a key of its own', async () => {
    const tab = createMemory();
    const first = await worked(tab);
    const again = await open(tab, first.fragment());
    // The copy takes along what the tab notes while the page is open: nothing.
    const copy = await open(createMemory(), again.fragment());
    copy.app.edits.edit(setSeed(1));
    await copy.rest();
    again.app.edits.edit(setSeed(2));
    await again.rest();
    again.leave();
    expect((await open(tab, again.fragment())).app.store.getState().scenario.seed).toBe(2);
    expect(memory.keys()).toHaveLength(2);
  });

  it('in the same tab, another link leaves the work where it is', async () => {
    const tab = createMemory();
    const before = await worked(tab);
    const other = encodeLink({ scenario: { ...smallScenario(), seed: 77 }, view: {} });
    const page = await open(tab, other);
    page.app.edits.edit(setSeed(78));
    await page.rest();
    page.leave();
    expect(workOf(await open(tab, page.fragment()))).toEqual(workOf(page));
    expect(workOf(await open(createMemory(), before.fragment()))).toEqual(workOf(before));
  });
});

describe('the memory', () => {
  it('keeps the newest works', async () => {
    for (let seed = 1; seed <= MOST_WORKS + 3; seed++) {
      const page = await open(createMemory(), encodeLink({ scenario: smallScenario(), view: {} }));
      page.app.edits.edit(setSeed(seed));
      page.leave();
    }
    expect(memory.keys()).toHaveLength(MOST_WORKS);
    const last = await open(createMemory());
    expect(last.app.store.getState().scenario.seed).toBe(MOST_WORKS + 3);
  });

  it('keeps the work without its history where there is no room for both', async () => {
    const tab = createMemory();
    const page = await open(tab);
    page.app.edits.edit((draft) => {
      draft.title = 'x'.repeat(200);
    });
    for (let seed = 1; seed < 60; seed++) page.app.edits.edit(setSeed(seed));
    memory = createMemory(4000);
    const small = await open(tab);
    small.app.edits.load(workOf(page).scenario);
    for (let seed = 1; seed < 60; seed++) small.app.edits.edit(setSeed(seed));
    small.leave();
    const after = await open(tab, small.fragment());
    expect(after.app.store.getState()).toMatchObject({ past: [], future: [] });
    expect(workOf(after)).toEqual(workOf(small));
    expect(small.notices()).toEqual([]);
  });

  it('that is full or closed makes the page say so, once', async () => {
    memory = createMemory(10);
    const page = await open(createMemory());
    expect(page.notices()).toEqual([]);
    work(page);
    await page.rest();
    page.app.edits.edit(setSeed(6));
    await page.rest();
    expect(page.notices()).toEqual([expect.stringContaining('no more room')]);
    memory = { ...createMemory(), write: () => 'blocked' };
    const other = await open(createMemory());
    work(other);
    await other.rest();
    expect(other.notices()).toEqual([expect.stringContaining('keep nothing')]);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -10)],
    ['altered', (text: string) => text.replace('"present":', '"presents":')],
    ['no work at all', () => 'hello'],
    ['without a branch', (text: string) => text.replace(/"branches":\[0/u, '"branches":[7')],
    ['an unknown condition', (text: string) => text.replaceAll('event-kind', 'moon')],
  ])('with work that is %s puts it aside and says so', async (_, spoil) => {
    const before = await worked(createMemory());
    const [key] = memory.keys();
    const spoilt = spoil(memory.read(key) ?? '');
    memory.write(key, spoilt);
    const page = await open(createMemory(), before.fragment());
    expect(page.notices()).toEqual([expect.stringContaining('could not be read')]);
    expect(memory.read(key.replace(WORK_PREFIX, UNREADABLE_PREFIX))).toBe(spoilt);
    expect(memory.read(key)).toBeNull();
    expect(page.app.store.getState().run.kind).toBe('ready');
  });

  it('with work of a newer version leaves it alone and says so', async () => {
    await worked(createMemory());
    const [key] = memory.keys();
    const newer = (memory.read(key) ?? '').replace('"version":1', '"version":2');
    memory.write(key, newer);
    const page = await open(createMemory());
    expect(page.notices()).toEqual([expect.stringContaining('newer version')]);
    work(page);
    page.leave();
    expect(memory.read(key)).toBe(newer);
    expect(memory.keys()).toHaveLength(2);
  });
});
