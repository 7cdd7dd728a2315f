import { upperBound } from '../../base/binary-search.ts';
import type { AppId, CoreId, Cycles, ReplicaId } from '../../base/units.ts';
import { ACTIVITY_IDS } from '../../kernel/activities.ts';
import type { ActivityId } from '../../kernel/activities.ts';
import type { Recording } from '../../run/recording.ts';

/** Work on a core from `from` on, and whose it is. */
interface Work {
  readonly core: CoreId;
  readonly app: AppId;
  readonly replica: ReplicaId;
  readonly activity: ActivityId;
  readonly from: Cycles;
}

/** What was done of work before its core was given to somebody else, and since when. */
export interface DoneBefore {
  readonly cycles: Cycles;
  readonly since: Cycles;
}

const SWITCH: ActivityId = 'switchTo';

/**
 * What of `work` was done before its core was switched to others: on a shared core, work that outlasts
 * its time slice goes on where it stopped when its thread has its turn again.
 */
export function doneBefore({ spans }: Recording, work: Work): DoneBefore {
  const { start, length, ...columns } = spans[work.core];
  let cycles = 0;
  let since = work.from;
  /** Does the row come right before that of the same thread which was looked at last? Then that was new work. */
  let next = true;
  for (let row = upperBound(start, work.from, length) - 2; row >= 0; row--) {
    const activity = ACTIVITY_IDS[columns.activity[row]];
    // An app has one thread on a core; between its turns that does nothing but be switched to.
    const away = columns.app[row] !== work.app || activity === SWITCH;
    if (!away && (next || activity !== work.activity || columns.replica[row] !== work.replica))
      break;
    next = !away;
    if (away) continue;
    cycles += start[row + 1] - start[row];
    since = start[row];
  }
  return { cycles, since };
}
