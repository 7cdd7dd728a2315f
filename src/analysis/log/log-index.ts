import { EVENT_KINDS } from '../../kernel/events.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { EventColumns, Recording } from '../../run/recording.ts';
import type { StepFacts } from './step-words.ts';

/*
 * A run of a million kernel steps has only a few hundred different ones: the same kind, core, app,
 * replica and argument come again and again, and words, filters and full-text search depend on
 * nothing else. So each row keeps a code, every question is asked of the few combinations, and a row
 * costs one look-up.
 */

/** Rows of the log of one run, prepared for filters and searches. */
export interface LogIndex {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  /** What the codes stand for. */
  readonly combinations: readonly StepFacts[];
  /** Per row of `EventColumns`: index into `combinations`. */
  readonly code: Uint32Array;
}

/** Slots of the table below: 6 bits kind, 6 core, 4 app, 3 replica. */
const SLOTS = 1 << 19;

/** Codes the kernel steps of a run; one pass, some 10 ms for a million rows. */
export function indexLog(plan: MachinePlan, recording: Recording): LogIndex {
  const { events } = recording;
  const code = new Uint32Array(events.length);
  const combinations: StepFacts[] = [];
  // Row where a combination was first met, and the next combination (from 1) in the same slot.
  const firstRow: number[] = [];
  const following: number[] = [];
  const heads = new Uint32Array(SLOTS);
  for (let row = 0; row < events.length; row++) {
    const slot = slotOf(events, row);
    let found = heads[slot];
    while (found !== 0 && !sameFacts(events, firstRow[found - 1], row))
      found = following[found - 1];
    if (found === 0) {
      combinations.push(factsAt(events, row));
      firstRow.push(row);
      following.push(heads[slot]);
      found = combinations.length;
      heads[slot] = found;
    }
    code[row] = found - 1;
  }
  return { plan, recording, combinations, code };
}

function slotOf({ kind, core, app, replica }: EventColumns, row: number): number {
  return (
    (kind[row] & 63) |
    ((core[row] & 63) << 6) |
    ((app[row] & 15) << 12) |
    ((replica[row] & 7) << 16)
  );
}

function sameFacts(events: EventColumns, a: number, b: number): boolean {
  return (
    events.arg[a] === events.arg[b] &&
    events.kind[a] === events.kind[b] &&
    events.core[a] === events.core[b] &&
    events.app[a] === events.app[b] &&
    events.replica[a] === events.replica[b]
  );
}

function factsAt({ kind, core, app, replica, arg }: EventColumns, row: number): StepFacts {
  return {
    kind: EVENT_KINDS[kind[row]],
    core: core[row],
    app: app[row],
    replica: replica[row],
    arg: arg[row],
  };
}
