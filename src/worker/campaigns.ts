import type { Campaign } from '../analysis/campaign/job.ts';
import { createCampaign } from '../analysis/campaign/job.ts';
import { compareExposure } from '../analysis/rcb/compare-methods.ts';
import { assertUnreachable } from '../base/assert.ts';
import { ok } from '../base/result.ts';
import type {
  CampaignAnswer,
  CampaignRequest,
  ExposureAnswer,
  ExposureRequest,
} from './campaign-protocol.ts';
import type { ProfileLoader } from './profiles.ts';
import { inTurn, workThrough } from './turns.ts';

interface CampaignDeps {
  readonly post: (answer: CampaignAnswer) => void;
  readonly loadProfiles: ProfileLoader;
  /** Milliseconds, for the time between reports only. */
  readonly now: () => number;
}

/** The worker's side of a campaign. */
export interface CampaignSession {
  /** Requests are answered in the order in which they come. */
  readonly handle: (request: CampaignRequest) => Promise<void>;
}

/** A worker that waits for its campaign. Answers leave while it works: posting waits for nothing. */
export function createCampaignSession({ post, loadProfiles, now }: CampaignDeps): CampaignSession {
  let campaign: Campaign | null = null;

  const open = async ({ spec }: Extract<CampaignRequest, { kind: 'campaign-open' }>) => {
    const profiles = await loadProfiles(spec.scenario);
    const created = profiles.ok ? createCampaign(spec, profiles.value) : profiles;
    if (created.ok) campaign = created.value;
    post({ kind: 'campaign-opened', outcome: created.ok ? ok(null) : created });
  };
  const doBlock = (block: number): void => {
    const job = campaign?.startBlock(block);
    if (job === undefined) return;
    workThrough(job, now, (done) => post({ kind: 'campaign-progress', block, done }));
    post({ kind: 'campaign-block', result: job.finish() });
  };
  const answer = async (request: CampaignRequest): Promise<void> => {
    switch (request.kind) {
      case 'campaign-open':
        return open(request);
      case 'campaign-block':
        return doBlock(request.block);
      case 'campaign-scenario':
        if (campaign !== null) {
          post({ kind: 'campaign-scenario', scenario: campaign.runScenario(request.run) });
        }
        return undefined;
      default:
        return assertUnreachable(request);
    }
  };
  return { handle: inTurn(answer) };
}

/** Measures who watches an event under every method. */
export async function answerExposure(
  { scenario, app }: ExposureRequest,
  loadProfiles: ProfileLoader,
): Promise<ExposureAnswer> {
  const profiles = await loadProfiles(scenario);
  const outcome = profiles.ok ? compareExposure(scenario, app, profiles.value) : profiles;
  return { kind: 'exposure', outcome };
}
