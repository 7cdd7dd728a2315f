import type { AppId, CoreId, Cycles, ReplicaId } from '../../base/units.ts';
import type { ActivityId } from '../../kernel/activities.ts';
import type { CostName } from '../../kernel/costs.ts';
import type { EventKind, MessageKind } from '../../kernel/events.ts';

/** Cycles that one cost parameter gives to a stretch. */
export interface CostShare {
  readonly name: CostName;
  readonly cycles: Cycles;
}

/**
 * One link of a causal chain: what passed between a kernel step and the step that it enabled. A core
 * works, a message flies, or somebody waits for the next poll, or for the end of another's time slice.
 */
export interface CauseLink {
  /** [from, to): the instants of the two steps, cut to the stretch that is explained. */
  readonly from: Cycles;
  readonly to: Cycles;
  /** Number (from 1) of the step at `to`, and of the one at `from`; 0 = the start of the run. */
  readonly step: number;
  readonly parent: number;
  /** Event that `step` applied. */
  readonly event: EventKind;
  readonly kind: 'work' | 'flight' | 'poll' | 'slice';
  /** Where `step` happened, and where its parent did; they differ for a flight. */
  readonly core: CoreId;
  readonly fromCore: CoreId;
  /** What the core at `core` did meanwhile, for a flight the one that it left. */
  readonly activity: ActivityId;
  /** What flew; for the handler of an interrupt the message that it is for, for a poll what it sees. */
  readonly message: MessageKind | null;
  /** Is it an interrupt handler under which other work waits, which goes on afterwards? */
  readonly interrupts: boolean;
  readonly app: AppId;
  /** For whom it is done; -1 = Romain's handler thread. */
  readonly replica: ReplicaId;
  /** Cost parameters that the length is made of, each with its cycles; what is left is user code, or the delay of a fault. */
  readonly costs: readonly CostShare[];
  /** Index into the clauses of the chain. */
  readonly clause: number;
}

/** What a clause of a chain is about. */
export type ClauseKind =
  /** A replica runs its program. */
  | 'compute'
  /** A replica gets its trap to Romain, or is taken in there. */
  | 'arrive'
  /** States are summed or compared. */
  | 'compare'
  /** An outvoted replica is overwritten. */
  | 'recover'
  /** Nobody can handle the trap until a device interrupts. */
  | 'await'
  /** The trap is handled. */
  | 'handle'
  /** A replica is released. */
  | 'release'
  /** A replica goes back to user code. */
  | 'resume'
  /** The core serves another application. */
  | 'other';

/** Consecutive links that one sentence tells. */
export interface CauseClause {
  readonly kind: ClauseKind;
  readonly app: AppId;
  /** The replica that it is about; -1 = several, or the group. */
  readonly replica: ReplicaId;
  /** [from, to) in cycles, and [first, end) of the links. */
  readonly from: Cycles;
  readonly to: Cycles;
  readonly first: number;
  readonly end: number;
}

/** What a chain explains. */
export interface ChainSubject {
  readonly kind: 'wait' | 'idle' | 'work' | 'event' | 'message' | 'step';
  readonly app: AppId;
  readonly replica: ReplicaId;
  /** The core that it is about; -1 = no single one. */
  readonly core: CoreId;
  /** Externalization event of `app` (from 0) in which it lies; -1 = none. */
  readonly event: number;
}

/**
 * Why a chain begins with a replica that computes: it is behind the one that waits, because it was
 * released later in the event before, or because its code took longer since. The two sum to how much
 * later it trapped; either may be negative.
 */
export interface Lateness {
  readonly replica: ReplicaId;
  /** The one that is ahead. */
  readonly than: ReplicaId;
  /** Event (from 0) that released both; -1 = they have computed since the start of the run. */
  readonly event: number;
  readonly releasedLater: Cycles;
  readonly computedLonger: Cycles;
}

/** Why a stretch of time lasted as long as it did: links from `from` to `to` without gaps, earliest first. */
export interface CauseChain {
  readonly about: ChainSubject;
  readonly from: Cycles;
  readonly to: Cycles;
  readonly links: readonly CauseLink[];
  /** The same stretch in sentences; they partition `links`. */
  readonly clauses: readonly CauseClause[];
  /** The cause that lies before the stretch, where one replica is behind another. */
  readonly earlier: Lateness | null;
}
