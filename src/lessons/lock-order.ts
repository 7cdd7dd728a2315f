import type { Cycles } from '../base/units.ts';

/*
 * Why replicas of programs with several threads drift apart without any fault: in each replica the
 * threads reach a lock when they reach it, and whoever comes first takes it. The kernel of this
 * project runs replicas with one thread each, so this is a model of its own, small enough to be worked
 * out by hand: every thread of a replica takes one lock once, and changes one shared number under it.
 */

/** What a thread does to the shared number. */
export type LockWork = { readonly add: number } | { readonly times: number };

/** A program of a few threads, and how its replicas happen to be scheduled. */
export interface LockPuzzle {
  /** One for each thread. */
  readonly threads: readonly LockWork[];
  /** Of the shared number. */
  readonly start: number;
  /** For each replica, when each of its threads reaches the lock. */
  readonly reach: readonly (readonly Cycles[])[];
  /** How long a thread has the lock. */
  readonly hold: Cycles;
  /** `free`: first come, first served. `leader`: in the order in which replica 0 took it. */
  readonly order: 'free' | 'leader';
}

/** One thread at the lock. */
export interface LockTurn {
  readonly thread: number;
  readonly reached: Cycles;
  /** From here on it has the lock. */
  readonly taken: Cycles;
  readonly released: Cycles;
  /** The shared number when it releases the lock. */
  readonly value: number;
}

/** What became of one replica. */
export interface LockOutcome {
  /** In the order in which the lock was taken. */
  readonly turns: readonly LockTurn[];
  readonly value: number;
  /** Cycles for which threads stood at the lock. */
  readonly waited: Cycles;
}

/** Plays `puzzle`: one outcome for each replica. */
export function playLocks(puzzle: LockPuzzle): LockOutcome[] {
  const leader = orderOfArrival(puzzle.reach[0] ?? []);
  return puzzle.reach.map((reach) =>
    playReplica(puzzle, reach, puzzle.order === 'free' ? orderOfArrival(reach) : leader),
  );
}

/** Threads by the instant at which they reach the lock; of two at once the lower number is first. */
function orderOfArrival(reach: readonly Cycles[]): number[] {
  return reach.map((_, thread) => thread).toSorted((a, b) => reach[a] - reach[b] || a - b);
}

function playReplica(
  { threads, start, hold }: LockPuzzle,
  reach: readonly Cycles[],
  order: readonly number[],
): LockOutcome {
  const turns: LockTurn[] = [];
  let value = start;
  let free = 0;
  for (const thread of order) {
    const taken = Math.max(reach[thread], free);
    free = taken + hold;
    value = worked(value, threads[thread]);
    turns.push({ thread, reached: reach[thread], taken, released: free, value });
  }
  const waited = turns.reduce((sum, turn) => sum + turn.taken - turn.reached, 0);
  return { turns, value, waited };
}

function worked(value: number, work: LockWork): number {
  return 'add' in work ? value + work.add : value * work.times;
}

/** Figures of a puzzle that questions may ask for. */
export const LOCK_FIGURES = ['agree', 'values', 'orders', 'waited', 'value'] as const;
export type LockFigure = (typeof LOCK_FIGURES)[number];

/**
 * One figure over all replicas: do their numbers agree (`yes`, `no`), how many different numbers or
 * orders there are, how long threads stood at the lock in all, the number of replica 0.
 */
export function lockFigure(puzzle: LockPuzzle, figure: LockFigure): number | 'yes' | 'no' {
  const outcomes = playLocks(puzzle);
  const values = new Set(outcomes.map(({ value }) => value));
  switch (figure) {
    case 'agree':
      return values.size === 1 ? 'yes' : 'no';
    case 'values':
      return values.size;
    case 'orders':
      return new Set(outcomes.map(({ turns }) => turns.map(({ thread }) => thread).join())).size;
    case 'waited':
      return outcomes.reduce((sum, { waited }) => sum + waited, 0);
    case 'value':
      return outcomes[0].value;
    default:
      return figure satisfies never;
  }
}
