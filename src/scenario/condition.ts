import type { AppId, CoreId, Cycles, ReplicaId } from '../base/units.ts';
import type { EventKind } from '../kernel/events.ts';

/** When a run is to stop: the first kernel step after the playhead at which it holds. */
export type Condition =
  /** The kernel applies an event of this kind. */
  | { readonly kind: 'event-kind'; readonly event: EventKind }
  /** Something happens on this core. */
  | { readonly kind: 'core'; readonly core: CoreId }
  /** Something happens to this replica. */
  | { readonly kind: 'replica'; readonly app: AppId; readonly replica: ReplicaId }
  /** A vote finds states that differ. */
  | { readonly kind: 'mismatch' }
  /** A fault does something, or something is done about it. */
  | { readonly kind: 'incident' }
  /** A replica has waited for the others for more than so many cycles. */
  | { readonly kind: 'wait'; readonly cycles: Cycles }
  /** So many externalization events of `app` more are completed; only for run until. */
  | { readonly kind: 'events'; readonly app: AppId; readonly count: number }
  /** An instant is reached. */
  | { readonly kind: 'time'; readonly time: Cycles };

/** A condition at which playing stops, kept until it is removed. */
export interface Breakpoint {
  readonly condition: Condition;
  readonly enabled: boolean;
}
