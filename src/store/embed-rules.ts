import { equalData } from '../base/equal.ts';
import { t } from '../base/language.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { LOCKS } from './embed.ts';
import type { EmbedOptions, Lock } from './embed.ts';
import type { Rules } from './rules.ts';
import type { Branch, Workspace } from './workspace.ts';

/*
 * Locks are kept where changes are made, not where they are asked for: whatever way a change takes,
 * by a field, a key, the palette or something dropped, it ends as another workspace. Comparing that
 * with the one before tells what would change.
 */

/** Commands that move about the run and the picture: a frame has them always, all others only as listed. */
const MOVES = new Set([
  'play',
  'next-event',
  'previous-event',
  'next-rendezvous',
  'previous-rendezvous',
  'start',
  'end',
  'faster',
  'slower',
  'zoom-in',
  'zoom-out',
  'pan-left',
  'pan-right',
  'fit',
  'select-right',
  'select-left',
  'select-up',
  'select-down',
  'area-right',
  'area-left',
  'area-up',
  'area-down',
  'time-axis',
  'event-axis',
  'close-gaps',
  'next-incident',
  'previous-incident',
  'previous-cause',
  'next-cause',
  'next-match',
  'previous-match',
  'next-breakpoint',
  'previous-breakpoint',
]);

/** Commands that a frame has with its controls, and what locks them. */
const WITH_CONTROLS: ReadonlyMap<string, Lock | null> = new Map<string, Lock | null>([
  ['run-until', null],
  ['search', null],
  ['show-why', null],
  ['show-log', null],
  ['show-notes', null],
  ['undo', null],
  ['redo', null],
  ['palette', null],
  ['help', null],
  ['theme', null],
  ['breakpoint', 'breakpoints'],
  ['note', 'notes'],
  ['inject', 'faults'],
  ['move-replica', 'scenario'],
  ['compare', 'compare'],
]);

/** What people may do in a frame that is set up with `options`. */
export function embedRules(options: EmbedOptions): Rules {
  const { controls } = options;
  // Who has no controls only looks on.
  const listed = controls ? options.locks : LOCKS;
  const locks = new Set(listed);
  const allows = (command: string): boolean => {
    if (MOVES.has(command) || /^bookmark-\d$/u.test(command)) return true;
    if (!controls) return false;
    const lock = /^set-bookmark-\d$/u.test(command) ? 'notes' : WITH_CONTROLS.get(command);
    return lock === null || (lock !== undefined && !locks.has(lock));
  };
  return {
    locks,
    allows,
    refuses: (before, next) =>
      listed.some((lock) => changes(lock, before, next, locks))
        ? t('This is locked in this frame.')
        : null,
  };
}

function changes(
  lock: Lock,
  before: Workspace,
  next: Workspace,
  locks: ReadonlySet<Lock>,
): boolean {
  switch (lock) {
    case 'breakpoints':
      return !equalData(before.breakpoints, next.breakpoints);
    case 'notes':
      return next.branches.some((branch) => notesChange(before, branch));
    case 'scenario':
      return (
        before.branches.some((branch) => !staysIn(next, branch)) ||
        next.branches.some((branch) => scenarioChanges(before, branch, locks))
      );
    case 'faults':
      return next.branches.some((branch) => faultsChange(before, branch));
    // Which runs are compared is no part of the workspace.
    case 'compare':
      return false;
    default:
      return lock satisfies never;
  }
}

function staysIn({ branches }: Workspace, { id, name }: Branch): boolean {
  return branches.some((one) => one.id === id && one.name === name);
}

/** The branch that `branch` was, or was made from. */
function origins({ branches }: Workspace, { id, parent }: Branch): readonly Branch[] {
  const same = branches.filter((one) => one.id === id);
  return same.length > 0 ? same : branches.filter((one) => one.id === parent);
}

/** A new branch takes notes of its parent along, and brings none of its own. */
function notesChange(before: Workspace, branch: Branch): boolean {
  const [origin] = origins(before, branch);
  if (origin === undefined) return branch.notes.length > 0;
  if (origin.id === branch.id) {
    // Another scenario in its place has notes of its own, or none.
    const other = !equalData(origin.scenario, branch.scenario) && branch.notes.length === 0;
    return !other && !equalData(origin.notes, branch.notes);
  }
  return branch.notes.some((note) => !origin.notes.some((one) => equalData(one, note)));
}

function scenarioChanges(before: Workspace, branch: Branch, locks: ReadonlySet<Lock>): boolean {
  // A fault takes a title such as "CRC32, TMR" away.
  const titled = locks.has('faults');
  const own = withoutFaults(branch.scenario, titled);
  return !origins(before, branch).some(({ scenario }) =>
    equalData(withoutFaults(scenario, titled), own),
  );
}

function faultsChange(before: Workspace, branch: Branch): boolean {
  const own = faultsOf(branch.scenario);
  return !origins(before, branch).some(({ scenario }) => equalData(faultsOf(scenario), own));
}

/** What of a scenario is about faults, and what Romain does against them. */
function faultsOf({ faults, faultRate, flow, protection }: Scenario): Partial<Scenario> {
  return { faults, faultRate, flow, protection };
}

const NO_FAULTS = { faults: [], faultRate: null, flow: {}, protection: null };

function withoutFaults(scenario: Scenario, titled: boolean): object {
  return { ...scenario, ...NO_FAULTS, ...(titled ? {} : { title: '' }) };
}
