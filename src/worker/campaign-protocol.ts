import type { BlockResult, CampaignSpec } from '../analysis/campaign/campaign.ts';
import type { Exposure } from '../analysis/rcb/exposure.ts';
import type { Result } from '../base/result.ts';
import type { Scenario, ScenarioProblem } from '../scenario/scenario.ts';

/**
 * What a worker of a campaign is asked. It is opened once, before anything else, and then does what
 * it is asked in order; whoever has no more use for it ends it.
 */
export type CampaignRequest =
  | { readonly kind: 'campaign-open'; readonly spec: CampaignSpec }
  /** One block, `0..blockCount(spec) - 1`. */
  | { readonly kind: 'campaign-block'; readonly block: number }
  /** Run number `run` as a scenario of its own. */
  | { readonly kind: 'campaign-scenario'; readonly run: number };

/** What it answers. */
export type CampaignAnswer =
  | { readonly kind: 'campaign-opened'; readonly outcome: Result<null, ScenarioProblem[]> }
  /** Runs done of the block that it works on. */
  | { readonly kind: 'campaign-progress'; readonly block: number; readonly done: number }
  | { readonly kind: 'campaign-block'; readonly result: BlockResult }
  | { readonly kind: 'campaign-scenario'; readonly scenario: Scenario };

/** Asks who watches an event of app number `app` under every method. */
export interface ExposureRequest {
  readonly kind: 'exposure';
  readonly scenario: Scenario;
  readonly app: number;
}

/** The answer: one exposure per method. */
export interface ExposureAnswer {
  readonly kind: 'exposure';
  readonly outcome: Result<Exposure[], ScenarioProblem[]>;
}
