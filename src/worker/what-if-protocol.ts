import type { PathShares } from '../analysis/causes/critical-path.ts';
import type { Gain } from '../analysis/causes/sensitivity.ts';
import type { SignallingMethod } from '../base/vocabulary.ts';
import type { Cycles } from '../base/units.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Asks what each cost parameter, better by `percent`, would gain over a whole run of `plan`. */
export interface GainsRequest {
  readonly kind: 'gains';
  readonly plan: MachinePlan;
  readonly percent: number;
}

/** Asks how long event `event` (from 0) of `app` would take with other methods. */
export interface SameEventRequest {
  readonly kind: 'same-event';
  readonly scenario: Scenario;
  readonly app: number;
  readonly event: number;
}

export type WhatIfRequest = GainsRequest | SameEventRequest;

/** The same event done otherwise; `null` = this way the run does not complete it. */
export interface OtherLength {
  readonly signalling: SignallingMethod;
  readonly fast: boolean;
  readonly length: Cycles | null;
}

export type WhatIfAnswer =
  /** The critical path of the run, and how many parameters will be tried. */
  | { readonly kind: 'gains-begun'; readonly path: PathShares; readonly total: number }
  | { readonly kind: 'gain'; readonly gain: Gain }
  | { readonly kind: 'gains-ended' }
  | { readonly kind: 'same-event-row'; readonly row: OtherLength }
  | { readonly kind: 'same-event-ended' };
