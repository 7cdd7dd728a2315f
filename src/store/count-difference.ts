import { differenceOf } from '../analysis/compare/difference.ts';
import type { Difference } from '../analysis/compare/difference.ts';
import { startEventParts } from '../analysis/compare/event-parts.ts';
import type { EventParts } from '../analysis/compare/event-parts.ts';
import type { AppId } from '../base/units.ts';
import type { HeldRun } from './held.ts';

/** Kernel steps that are counted between two looks at what else there is to do: about 5 ms. */
const SLICE_STEPS = 20_000;

/** One side of a difference. */
export interface Side {
  readonly run: HeldRun;
  readonly app: AppId;
}

/** A run is counted once, however often it is compared. */
const counted = new WeakMap<HeldRun, Map<AppId, EventParts>>();

/**
 * Counts the difference of two runs slice by slice; `breathe` calls back after a turn of whatever
 * else waits. `null` = `isCurrent` has become false.
 */
export async function countDifference(
  a: Side,
  b: Side,
  turn: { readonly breathe: () => Promise<void>; readonly isCurrent: () => boolean },
): Promise<Difference | null> {
  const one = await countSide(a, turn);
  const other = await countSide(b, turn);
  return one === null || other === null ? null : differenceOf(one, other);
}

async function countSide(
  { run, app }: Side,
  turn: { readonly breathe: () => Promise<void>; readonly isCurrent: () => boolean },
): Promise<EventParts | null> {
  const known = counted.get(run)?.get(app);
  if (known !== undefined) return known;
  const job = startEventParts({ plan: run.plan, recording: run.recording, app });
  for (let ended = false; !ended;) {
    // One slice after another is the point: the page answers in between.
    await turn.breathe();
    if (!turn.isCurrent()) return null;
    ended = job.advance(SLICE_STEPS);
  }
  const parts = job.finish();
  counted.set(run, (counted.get(run) ?? new Map<AppId, EventParts>()).set(app, parts));
  return parts;
}
