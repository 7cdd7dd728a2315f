import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';

import { MAX_BRANCH_NAME } from '../scenario/note.ts';
import type { AppStore } from './app-store.ts';
import { smallScenario, testApp } from './testing.ts';
import { workspaceIn } from './workspace.ts';
import type { Workspace } from './workspace.ts';

const workOf = ({ store }: AppStore): Workspace => workspaceIn(store.getState());
const pick = ({ store }: AppStore, n: number) => {
  const { branches } = store.getState();
  return branches[n % branches.length].id;
};
const setSeed = (seed: number) => (draft: { seed: number }) => {
  draft.seed = seed;
};

type Action = (app: AppStore) => void;
const small = fc.nat({ max: 9 });
const name = fc.constantFrom('Original', 'a', 'a', 'b', ' b ', 'b (2)', '', 'x'.repeat(200));
const at = fc.option(fc.nat({ max: 100_000 }));
/** What changes the workspace. */
const change: fc.Arbitrary<Action> = fc.oneof(
  small.map(
    (seed): Action =>
      (app) =>
        app.edits.edit(setSeed(seed)),
  ),
  small.map(
    (seed): Action =>
      (app) =>
        app.edits.edit(setSeed(seed), 'seed'),
  ),
  fc.tuple(name, at, small).map(([called, when, seed]): Action => (app) => {
    app.edits.branchOff({ name: called || 'new', at: when }, setSeed(seed));
  }),
  small.map(
    (n): Action =>
      (app) =>
        app.branches.show(pick(app, n)),
  ),
  fc.tuple(small, name).map(
    ([n, called]): Action =>
      (app) =>
        app.branches.rename(pick(app, n), called),
  ),
  small.map(
    (n): Action =>
      (app) =>
        app.branches.remove(pick(app, n)),
  ),
  fc.constant<Action>((app) => app.edits.load(smallScenario(3))),
);
const walk: fc.Arbitrary<Action> = fc.constantFrom<Action[]>(
  (app) => app.history.undo(),
  (app) => app.history.redo(),
);

/** What is wrong with a workspace. */
function faultsOf({ branches, branch, scenario }: Workspace): string[] {
  const known = new Set<number>();
  const faults = branches.flatMap(({ id, parent, name: called }) => {
    const fine = called.trim() === called && called !== '' && called.length <= MAX_BRANCH_NAME;
    const found = [
      known.has(id) && `two branches ${id}`,
      parent !== null && !known.has(parent) && `branch ${id} before its parent`,
      !fine && `the name "${called}"`,
    ];
    known.add(id);
    return found.filter((fault) => fault !== false);
  });
  const names = new Set(branches.map((one) => one.name));
  if (names.size < branches.length) faults.push('two names alike');
  if (branches.find(({ id }) => id === branch)?.scenario !== scenario)
    faults.push('wrong scenario');
  return faults;
}

describe('any course of changes', () => {
  it('keeps the branches in order, named and one of them shown', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 3, arbitrary: change }, walk)), (actions) => {
        const app = testApp().app;
        for (const act of actions) {
          act(app);
          expect(faultsOf(workOf(app))).toEqual([]);
        }
      }),
    );
  });

  it('is undone to where it began and redone to where it ended', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 3, arbitrary: change }, walk)), (actions) => {
        const app = testApp().app;
        const first = workOf(app);
        for (const act of actions) act(app);
        const last = workOf(app);
        const { past, future } = app.store.getState();
        for (const _ of past) app.history.undo();
        expect(workOf(app)).toEqual(first);
        for (const _ of [...past, ...future]) app.history.redo();
        const end = workOf(app);
        for (const _ of future) app.history.undo();
        expect(workOf(app)).toEqual(last);
        expect(app.store.getState().future).toHaveLength(future.length);
        expect(end).toEqual(future.at(-1) ?? last);
      }),
    );
  });

  it('goes straight to any step of it, as undoing does', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1 }), fc.nat(), (actions, n) => {
        const [one, other] = [testApp().app, testApp().app];
        for (const app of [one, other]) for (const act of actions) act(app);
        const { past } = one.store.getState();
        fc.pre(past.length > 0);
        const to = n % past.length;
        for (let i = past.length; i > to; i--) one.history.undo();
        other.history.goTo(other.store.getState().past[to]);
        expect(workOf(other)).toEqual(workOf(one));
        expect(other.store.getState().past).toHaveLength(to);
        expect(other.store.getState().future).toEqual(one.store.getState().future);
      }),
    );
  });
});

describe('a step of the history', () => {
  let app: AppStore;
  beforeEach(() => {
    ({ app } = testApp());
  });
  const past = () => app.store.getState().past;

  it('is made by what changes something only', () => {
    app.branches.show(0);
    app.branches.rename(0, '  ');
    app.branches.rename(0, 'Original');
    app.branches.rename(77, 'nobody');
    app.branches.remove(0);
    expect(past()).toEqual([]);
  });

  it('takes all that is typed into one field, until something else happens', () => {
    app.edits.edit(setSeed(1), 'seed');
    app.edits.edit(setSeed(12), 'seed');
    expect(past()).toHaveLength(1);
    app.branches.rename(0, 'first');
    app.edits.edit(setSeed(123), 'seed');
    expect(past()).toHaveLength(3);
  });

  it('forgets the oldest of more than 200', () => {
    for (let seed = 1; seed <= 250; seed++) app.edits.edit(setSeed(seed));
    expect(past()).toHaveLength(200);
    expect(past()[0]?.scenario.seed).toBe(50);
  });

  it('asks another history first, which may leave the step to it', () => {
    app.edits.edit(setSeed(1));
    let turns = 0;
    const first = () => (turns += 1) === 1;
    app.history.precede({ undo: first, redo: first, canUndo: () => false, canRedo: () => true });
    expect([app.history.canUndo(), app.history.canRedo()]).toEqual([true, true]);
    app.history.undo();
    expect(past()).toHaveLength(1);
    app.history.undo();
    expect(past()).toEqual([]);
    expect(app.history.canUndo()).toBe(false);
  });

  it('ends a comparison with a branch that it takes away', () => {
    app.edits.branchOff({ name: 'a', at: null }, setSeed(1));
    app.store.setState({ comparison: { other: 0, layout: 'side', align: 'event' } });
    app.branches.rename(0, 'first');
    expect(app.store.getState().comparison?.other).toBe(0);
    app.branches.remove(0);
    expect(app.store.getState().comparison).toBeNull();
  });
});
