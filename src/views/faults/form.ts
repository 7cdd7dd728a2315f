import type { FaultSpec } from '../../scenario/scenario.ts';
import type { FaultProblems, Standpoint } from './fault-draft.ts';

/** A fault being put together: what every field of the dialog reads and changes. */
export interface FaultForm {
  /** As it would be injected. */
  readonly fault: FaultSpec;
  readonly problems: FaultProblems;
  readonly standpoint: Standpoint;
  readonly change: (part: FaultChange) => void;
}

/** Fields to set; `undefined` leaves one to be drawn. */
export type FaultChange = { readonly [F in keyof FaultSpec]?: FaultSpec[F] | undefined };
