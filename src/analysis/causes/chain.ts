import type { AppId, CoreId, Cycles, ReplicaId } from '../../base/units.ts';
import type { ActivityId } from '../../kernel/activities.ts';
import type { CostName } from '../../kernel/costs.ts';
import type { EventKind, MessageKind } from '../../kernel/events.ts';

/**
 * One link of a causal chain: what passed between a kernel step and the step that it enabled. A core
 * works, a message flies, or somebody waits for the next poll.
 */
export interface CauseLink {
  /** [from, to): the instants of the two steps. */
  readonly from: Cycles;
  readonly to: Cycles;
  /** Number (from 1) of the step at `to`, and of the one at `from`; 0 = the start of the run. */
  readonly step: number;
  readonly parent: number;
  /** Event that `step` applied. */
  readonly event: EventKind;
  readonly kind: 'work' | 'flight' | 'poll';
  /** Where `step` happened, and where its parent did; they differ for a flight. */
  readonly core: CoreId;
  readonly fromCore: CoreId;
  /** `work`: what the core did for most of the link. */
  readonly activity: ActivityId | null;
  /** `flight`: what flew. */
  readonly message: MessageKind | null;
  readonly app: AppId;
  /** -1 = Romain's handler thread. */
  readonly replica: ReplicaId;
  /** Cost parameters that the length is made of, with the cycles that each gives; the rest is distance, payload, computing. */
  readonly costs: readonly { readonly name: CostName; readonly cycles: Cycles }[];
}

/** Why a stretch of time lasted as long as it did: links from `from` to `to` without gaps, earliest first. */
export interface CauseChain {
  readonly from: Cycles;
  readonly to: Cycles;
  readonly links: readonly CauseLink[];
}
