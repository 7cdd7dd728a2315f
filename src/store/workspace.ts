import { msg, t } from '../base/language.ts';
import type { Cycles } from '../base/units.ts';
import type { Breakpoint } from '../scenario/condition.ts';
import { MAX_BRANCH_NAME } from '../scenario/note.ts';
import type { Note } from '../scenario/note.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Names a branch for as long as the workspace exists. */
export type BranchId = number;

/** One course of events: a scenario of its own, most often one that departs from another at an instant. */
export interface Branch {
  readonly id: BranchId;
  /** What a person calls it; never empty, no two alike, at most `MAX_BRANCH_NAME` long. */
  readonly name: string;
  /** The branch that it was made from; `null` = it stands alone. */
  readonly parent: BranchId | null;
  /** Until then both run alike; `null` = they differ from the start, or there is no parent. */
  readonly at: Cycles | null;
  readonly scenario: Scenario;
  /** In order of time. */
  readonly notes: readonly Note[];
}

/** All that a person has made and may lose: what undo brings back and what outlasts a reload. */
export interface Workspace {
  /** The scenario of branch `branch`. */
  readonly scenario: Scenario;
  /** Never empty; parents stand before their children. */
  readonly branches: readonly Branch[];
  /** The branch that is shown. */
  readonly branch: BranchId;
  readonly breakpoints: readonly Breakpoint[];
}

/** How a branch is called that nobody has named: the same in every language, as files keep it. */
export const FIRST_BRANCH = msg('Original');

/** A workspace with nothing but `scenario`. */
export function workspaceOf(scenario: Scenario, notes: readonly Note[] = []): Workspace {
  const root = { id: 0, name: FIRST_BRANCH, parent: null, at: null, scenario, notes };
  return { scenario, branches: [root], branch: 0, breakpoints: [] };
}

/** The workspace alone of anything that holds one. */
export function workspaceIn({ scenario, branches, branch, breakpoints }: Workspace): Workspace {
  return { scenario, branches, branch, breakpoints };
}

/** The branch that is shown. */
export function shownBranch({ branches, branch }: Workspace): Branch {
  return branches.find(({ id }) => id === branch) ?? branches[0];
}

/** `workspace` with branch `id` shown; as it is when there is no such branch. */
export function showing(workspace: Workspace, id: BranchId): Workspace {
  const branch = workspace.branches.find((one) => one.id === id);
  return branch === undefined ? workspace : { ...workspace, branch: id, scenario: branch.scenario };
}

/** `workspace` with another scenario for the branch that is shown. */
export function withScenario(workspace: Workspace, scenario: Scenario): Workspace {
  return { ...changeBranch(workspace, workspace.branch, { scenario }), scenario };
}

/** `workspace` with `change` made to one branch. */
export function changeBranch(
  workspace: Workspace,
  id: BranchId,
  change: Partial<Omit<Branch, 'id'>>,
): Workspace {
  const branches = workspace.branches.map((one) => (one.id === id ? { ...one, ...change } : one));
  return { ...workspace, branches };
}

/** `workspace` with one more branch, which is shown. Notes until `at` come along. */
export function addBranch(
  workspace: Workspace,
  branch: Omit<Branch, 'id' | 'notes' | 'parent'>,
): Workspace {
  const from = shownBranch(workspace);
  const id = 1 + Math.max(...workspace.branches.map((one) => one.id));
  const { at, scenario } = branch;
  const notes = at === null ? [] : from.notes.filter(({ time }) => time <= at);
  const added = { ...branch, name: freeName(workspace, branch.name), id, parent: from.id, notes };
  return { ...workspace, branches: [...workspace.branches, added], branch: id, scenario };
}

/**
 * `workspace` without branch `id`: its children hang on its parent, from the earlier of both
 * instants. The last branch stays.
 */
export function removeBranch(workspace: Workspace, id: BranchId): Workspace {
  const gone = workspace.branches.find((one) => one.id === id);
  if (gone === undefined || workspace.branches.length === 1) return workspace;
  const branches = workspace.branches
    .filter((one) => one.id !== id)
    .map((one) => (one.parent === id ? reparented(one, gone) : one));
  const next = branches.find((one) => one.id === gone.parent) ?? branches[0];
  const shown = workspace.branch === id ? next : shownBranch({ ...workspace, branches });
  return { ...workspace, branches, branch: shown.id, scenario: shown.scenario };
}

function reparented(branch: Branch, gone: Branch): Branch {
  return { ...branch, parent: gone.parent, at: earlier(branch.at, gone.at) };
}

function earlier(one: Cycles | null, other: Cycles | null): Cycles | null {
  return one === null || other === null ? null : Math.min(one, other);
}

/** `workspace` with branch `id` called `name`, or something like it; as it is when nothing is left of that. */
export function renameBranch(workspace: Workspace, id: BranchId, name: string): Workspace {
  const before = workspace.branches.find((one) => one.id === id)?.name;
  const others = workspace.branches.filter((one) => one.id !== id);
  const next = name.trim() === '' ? before : freeName({ ...workspace, branches: others }, name);
  if (before === undefined || next === undefined || next === before) return workspace;
  return changeBranch(workspace, id, { name: next });
}

/** `name` as a branch may have it: neither empty nor too long, and with a number behind it when it is taken. */
function freeName({ branches }: Workspace, name: string): string {
  const taken = new Set(branches.map((one) => one.name));
  const whole = name.trim() === '' ? t('Branch') : name.trim();
  let free = shortened(whole, '');
  for (let count = 2; taken.has(free); count++) free = shortened(whole, ` (${count})`);
  return free;
}

function shortened(name: string, end: string): string {
  return name.slice(0, MAX_BRANCH_NAME - end.length).trim() + end;
}
