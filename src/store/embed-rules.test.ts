import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { FaultSpec } from '../scenario/scenario.ts';
import type { AppStore } from './app-store.ts';
import { appInFrame } from './embed-app.ts';
import { embedRules } from './embed-rules.ts';
import { LOCKS, QUIET_EMBED } from './embed.ts';
import type { Lock } from './embed.ts';
import { smallScenario, startedApp } from './testing.ts';
import { workspaceIn } from './workspace.ts';

const FAULT: FaultSpec = { at: { event: 3 }, app: 0, replica: 1, target: 'gpr' };

/** A page in a frame with `locks`, whose first run is there, with a note and a breakpoint. */
function frame(locks: readonly Lock[], controls = true): AppStore {
  // What is there comes with the link, so it is made before anything is locked.
  const now = new Set<Lock>();
  const rules = embedRules({ ...QUIET_EMBED, locks, controls });
  const { app } = startedApp({
    rules: { ...rules, refuses: (...ask) => (now.size > 0 ? rules.refuses(...ask) : null) },
  });
  app.breakpoints.add({ kind: 'core', core: 2 });
  app.notes.write({ time: 0, step: 0 }, { text: 'look here', bookmark: 1 });
  for (const lock of locks) now.add(lock);
  return appInFrame(app, rules);
}

/** Whatever changes something, and the lock that keeps it from doing so. */
const DEEDS: readonly (readonly [name: string, lock: Lock, act: (app: AppStore) => void])[] = [
  ['sets another seed', 'scenario', (app) => app.edits.edit((draft) => void (draft.seed = 9))],
  ['loads another scenario', 'scenario', (app) => app.edits.load(smallScenario(7))],
  [
    'branches off',
    'scenario',
    (app) => app.edits.branchOff({ name: 'b', at: 9 }, (draft) => void (draft.seed = 9)),
  ],
  ['renames the branch', 'scenario', (app) => app.branches.rename(0, 'Mine')],
  [
    'changes a cost',
    'scenario',
    (app) => app.costs.changeFrom(50_000, { name: 'ipi_send', value: 7 }, 'b'),
  ],
  ['injects a fault', 'faults', (app) => app.faults.inject(FAULT, 'flip')],
  ['opens the dialog of faults', 'faults', (app) => app.faults.openInject()],
  [
    'sets a rate of faults',
    'faults',
    (app) => app.faults.setRate({ meanCycles: 9e6, targets: ['gpr'] }),
  ],
  ['protects otherwise', 'faults', (app) => app.faults.changeProtection({ comparison: 'full' })],
  ['sets a breakpoint', 'breakpoints', (app) => app.breakpoints.add({ kind: 'core', core: 3 })],
  ['clears breakpoints', 'breakpoints', (app) => app.breakpoints.clear()],
  [
    'writes a note',
    'notes',
    (app) => void app.notes.write({ time: 9, step: 1 }, { text: 'x', bookmark: null }),
  ],
  ['deletes a note', 'notes', (app) => app.notes.remove({ time: 0, step: 0 })],
  ['moves a bookmark', 'notes', (app) => void app.notes.setBookmark(2)],
  [
    'opens the editor of notes',
    'notes',
    (app) => app.open({ kind: 'note', at: { time: 0, step: 0 } }),
  ],
  ['asks what to compare with', 'compare', (app) => app.comparisons.choose()],
  ['compares', 'compare', (app) => app.comparisons.toggle()],
  ['moves a replica by name', 'scenario', (app) => app.open({ kind: 'move', core: 1 })],
];

/** All that the page would show differently. */
function shown(app: AppStore): unknown {
  const state = app.store.getState();
  const { injecting, overlay, choosingOther, comparison } = state;
  return { ...workspaceIn(state), injecting, overlay, choosingOther, comparison };
}

describe('a locked frame', () => {
  it.each(DEEDS)('does not let anybody who %s get by the lock', (_, lock, act) => {
    const app = frame([lock]);
    app.navigation.goTo('event 2');
    const before = shown(app);
    act(app);
    expect(shown(app)).toEqual(before);
    expect(app.store.getState().said).toBe('This is locked in this frame.');
  });

  it.each(DEEDS)('lets whoever %s do so where something else is locked', (_, lock, act) => {
    // Comparing with another scenario makes a branch of it.
    const app = frame(LOCKS.filter((one) => one !== lock));
    app.navigation.goTo('event 2');
    const before = shown(app);
    act(app);
    expect(shown(app)).not.toEqual(before);
  });

  it('stays as it is whatever is tried in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...DEEDS), { maxLength: 12 }), (deeds) => {
        const app = frame(LOCKS);
        app.navigation.goTo('event 2');
        const before = shown(app);
        for (const [, , act] of deeds) {
          act(app);
          app.history.undo();
          app.history.redo();
        }
        // What can be undone was there before the locks.
        while (app.history.canRedo()) app.history.redo();
        expect(shown(app)).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  it('goes to the link that the page around it shows', () => {
    const app = frame(LOCKS);
    const scenario = smallScenario(5);
    app.history.put({ ...workspaceIn(app.store.getState()), scenario });
    expect(app.store.getState().scenario).toBe(scenario);
  });

  it('shows neither another screen nor dialogs that belong to a whole page', () => {
    const app = frame([]);
    app.setScreen('explore');
    app.open({ kind: 'import', files: [], app: 0 });
    app.open({ kind: 'share' });
    expect(app.store.getState()).toMatchObject({
      screen: 'lab',
      overlay: null,
      said: 'This opens in the whole page alone.',
    });
    // As a link to Explore does.
    app.store.setState({ screen: 'explore' });
    expect(app.store.getState().screen).toBe('lab');
    app.open({ kind: 'palette' });
    expect(app.store.getState().overlay).toEqual({ kind: 'palette' });
  });
});

function allows(locks: readonly Lock[], controls: boolean): (command: string) => boolean {
  return embedRules({ ...QUIET_EMBED, locks, controls }).allows;
}

describe('the commands of a frame', () => {
  it('are those that move about, without controls', () => {
    const allowed = allows([], false);
    expect(['play', 'next-event', 'zoom-in', 'bookmark-3'].every(allowed)).toBe(true);
    expect(['inject', 'note', 'palette', 'explore', 'import-log'].some(allowed)).toBe(false);
  });

  it('change nothing without controls, whatever is locked', () => {
    const { locks } = embedRules({ ...QUIET_EMBED, locks: ['notes'], controls: false });
    expect([...locks]).toEqual(LOCKS);
  });

  it('are with controls those, too, that no lock forbids', () => {
    expect(['inject', 'note', 'set-bookmark-3', 'compare'].every(allows([], true))).toBe(true);
    expect(['inject', 'note', 'set-bookmark-3', 'compare'].some(allows(LOCKS, true))).toBe(false);
    expect(['palette', 'undo', 'help'].every(allows(LOCKS, true))).toBe(true);
  });

  it('never lead out of it, nor take Escape', () => {
    const never = [
      'explore',
      'lab',
      'share',
      'export',
      'import-log',
      'clear-selection',
      'anything',
    ];
    expect(never.some(allows([], true))).toBe(false);
  });
});
