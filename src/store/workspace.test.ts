import { describe, expect, it } from 'vitest';

import type { Note } from '../scenario/note.ts';
import { smallScenario } from './testing.ts';
import { addBranch, FIRST_BRANCH, removeBranch, showing, workspaceOf } from './workspace.ts';
import type { Workspace } from './workspace.ts';

const scenarioOf = (seed: number) => ({ ...smallScenario(), seed });
const note = (time: number): Note => ({ time, step: 0, text: `at ${time}`, bookmark: null });

/** Original → a (at 100) → b (at 300) → c (at 200), and b shown. */
function family(): Workspace {
  const a = addBranch(workspaceOf(scenarioOf(0), [note(50), note(100), note(150)]), {
    name: 'a',
    at: 100,
    scenario: scenarioOf(1),
  });
  const b = addBranch(a, { name: 'b', at: 300, scenario: scenarioOf(2) });
  return showing(addBranch(b, { name: 'c', at: 200, scenario: scenarioOf(3) }), b.branch);
}

const names = ({ branches }: Workspace) => branches.map(({ name }) => name);
const named = ({ branches }: Workspace, name: string) =>
  branches.find((branch) => branch.name === name);

describe('a new branch', () => {
  it('is shown, hangs on the one that was, and takes the notes until it departs', () => {
    const work = family();
    expect(named(work, 'a')).toMatchObject({ parent: 0, at: 100, notes: [note(50), note(100)] });
    expect(named(work, 'b')?.parent).toBe(named(work, 'a')?.id);
    expect(work.scenario).toEqual(scenarioOf(2));
  });

  it('takes no notes when it differs from the start', () => {
    const work = addBranch(workspaceOf(scenarioOf(0), [note(0)]), {
      name: 'a',
      at: null,
      scenario: scenarioOf(1),
    });
    expect(named(work, 'a')?.notes).toEqual([]);
  });

  it('gets a number when its name is taken', () => {
    let work = workspaceOf(scenarioOf(0));
    for (const _ of [1, 2]) {
      work = addBranch(work, { name: FIRST_BRANCH, at: null, scenario: scenarioOf(1) });
    }
    expect(names(work)).toEqual(['Original', 'Original (2)', 'Original (3)']);
  });
});

describe('removing a branch', () => {
  it('hangs its children on its parent, from the earlier of both instants', () => {
    const work = family();
    const left = removeBranch(work, named(work, 'b')?.id ?? -1);
    expect(names(left)).toEqual(['Original', 'a', 'c']);
    // c departed from b at 200, b from a at 300 only: from a, both run alike until 200.
    expect(named(left, 'c')).toMatchObject({ parent: named(work, 'a')?.id, at: 200 });
  });

  it('shows the parent of the one that was shown', () => {
    const work = family();
    expect(removeBranch(work, work.branch)).toMatchObject({
      branch: named(work, 'a')?.id,
      scenario: scenarioOf(1),
    });
  });

  it('leaves another one shown', () => {
    const work = family();
    expect(removeBranch(work, 0)).toMatchObject({ branch: work.branch, scenario: scenarioOf(2) });
    expect(named(removeBranch(work, 0), 'a')).toMatchObject({ parent: null, at: null });
  });

  it('changes nothing when it is the last, or there is none such', () => {
    const alone = workspaceOf(scenarioOf(0));
    expect(removeBranch(alone, 0)).toBe(alone);
    const work = family();
    expect(removeBranch(work, 77)).toBe(work);
  });
});

it('shows no branch that does not exist', () => {
  const work = family();
  expect(showing(work, 77)).toBe(work);
});
