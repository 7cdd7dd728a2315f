import type { AppId, CoreId, Cycles, ReplicaId } from './units.ts';

/**
 * What a person has selected in a run; the same in every view. Instants, not row numbers, name spans,
 * so that a selection means the same in another recording of the same stretch.
 */
export type Selection =
  /** What `core` does from `start` on: the span that begins there. */
  | { readonly kind: 'span'; readonly core: CoreId; readonly start: Cycles }
  /** A replica in externalization event `event` (from 0), from its arrival until all have met. */
  | {
      readonly kind: 'wait';
      readonly app: AppId;
      readonly replica: ReplicaId;
      readonly event: number;
    }
  /** A whole externalization event (from 0): from the first trap to the last return. */
  | { readonly kind: 'event'; readonly app: AppId; readonly event: number }
  /** Row of `MessageColumns`. */
  | { readonly kind: 'message'; readonly row: number }
  /** Kernel step number `step` (from 1), a row of the event log. */
  | { readonly kind: 'step'; readonly step: number }
  /** [from, to) on `cores`. */
  | {
      readonly kind: 'area';
      readonly from: Cycles;
      readonly to: Cycles;
      readonly cores: readonly CoreId[];
    };
