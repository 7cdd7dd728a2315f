import type { Cycles } from '../../base/units.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { Costs } from '../../kernel/costs.ts';
import type { HandlingClass } from '../../kernel/program.ts';

/*
 * One externalization event, added up instead of simulated. Instants are counted from the one at
 * which the event before was handled for the whole group; a method's walk takes the instants at
 * which the replicas begin to signal and leaves those at which they are back in user code, counted
 * from the end of this event's handling. So walks can be strung together.
 */

/** A group of at least two replicas and where it lives. */
export interface GroupShape {
  readonly signalling: SignallingMethod;
  readonly replicas: number;
  /** Per replica: does it live on another socket than its Res core? */
  readonly remote: readonly boolean[];
}

/** How an event of one kind is handled. */
export interface EventHandling {
  readonly class: HandlingClass;
  /** Cycles to handle it for one replica. */
  readonly cycles: Cycles;
}

/** A group between two events; the walks write into it. */
export interface Walk {
  readonly shape: GroupShape;
  readonly costs: Costs;
  /** Per replica: cycles of an IPI to or from the Res core, to fetch a line, to store to a slot. */
  readonly flight: readonly Cycles[];
  readonly fetch: readonly Cycles[];
  readonly store: readonly Cycles[];
  /** In: when each replica begins to signal, its trap entered. */
  readonly ready: Cycles[];
  /** In: by how much the segment before took longer than it should. */
  readonly skewed: Cycles[];
  /** When its arrival is recorded. */
  readonly arrived: Cycles[];
  /** Out, from the end of the handling: when its own core runs for it again, when it is back in user code. */
  readonly ownCore: Cycles[];
  readonly back: Cycles[];
  /** Replicas in order of arrival. */
  readonly order: number[];
  /** ipc: when each CALL reaches the Res core; until when each home core handles the answer. */
  readonly reaching: Cycles[];
  readonly homeBusy: Cycles[];
  /** ipc, from the end of the handling: when Romain is blocked for each release, and when the answer comes. */
  readonly blockedFrom: Cycles[];
  readonly answered: Cycles[];
  met: Cycles;
  compared: Cycles;
  handled: Cycles;
  /** When it would be handled if the program ended with it. */
  handledIfLast: Cycles;
  /** In and out: when the Res core has nothing left to do for this group; polling: when it begins to poll. */
  resFree: Cycles;
  /** Cycles that the event keeps the Res core, and all other cores, busy: neither polling nor user code. */
  resBusy: Cycles;
  otherBusy: Cycles;
  ipis: number;
}

/** A group of `shape` at the start of a run; `costs` are whole cycles. */
export function createWalk(costs: Costs, shape: GroupShape): Walk {
  const { replicas, remote } = shape;
  const hop = costs.line_remote - costs.line_local;
  const perReplica = (near: number, far: number): number[] =>
    remote.map((isRemote) => Math.max(0, isRemote ? far : near));
  const zeros = (): number[] => Array.from({ length: replicas }, () => 0);
  return {
    shape,
    costs,
    flight: perReplica(costs.ipi_latency, costs.ipi_latency + costs.ipi_remote),
    fetch: perReplica(costs.line_local, costs.line_remote),
    store: perReplica(costs.store, costs.store + hop),
    ready: zeros(),
    skewed: zeros(),
    arrived: zeros(),
    ownCore: zeros(),
    back: zeros(),
    order: zeros(),
    reaching: zeros(),
    homeBusy: zeros(),
    blockedFrom: zeros(),
    answered: zeros(),
    met: 0,
    compared: 0,
    handled: 0,
    handledIfLast: 0,
    resFree: 0,
    resBusy: 0,
    otherBusy: 0,
    ipis: 0,
  };
}

/** Puts `walk` at the start of a run, or of a stretch of it: everybody is in user code. */
export function restart(walk: Walk): void {
  walk.back.fill(0);
  walk.ownCore.fill(0);
  walk.resFree = 0;
  walk.blockedFrom.fill(0);
  walk.answered.fill(0);
}

/** Sorts `order` by `instants`, of equal ones the lower replica first. */
export function sortByInstant(order: number[], instants: readonly Cycles[]): void {
  for (let i = 0; i < order.length; i++) {
    let at = i;
    while (at > 0 && instants[order[at - 1]] > instants[i]) {
      order[at] = order[at - 1];
      at--;
    }
    order[at] = i;
  }
}

/** What the members of the group cost after the leader: the same again, or a copy of the result. */
export function groupHandling({ costs, shape }: Walk, handling: EventHandling): Cycles {
  const others = shape.replicas - 1;
  return handling.class === 'finished'
    ? handling.cycles * (others + 1)
    : handling.cycles + costs.put + others * costs.get;
}
