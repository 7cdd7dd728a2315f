import { parseScenario } from '../../scenario/schema.ts';
import type { BlockWork } from '../blocks/block-work.ts';
import type { CampaignSpec } from './campaign.ts';
import { blockCount, runsOfBlock } from './campaign.ts';
import { checkCampaign } from './check-campaign.ts';

/** Campaigns as work in blocks. */
export const CAMPAIGN_WORK: BlockWork<CampaignSpec> = {
  format: 'watchmen-campaign',
  noun: 'campaign',
  isValid: (spec) => parseScenario(spec.scenario).ok && checkCampaign(spec).length === 0,
  runs: ({ runs }) => runs,
  blocks: blockCount,
  runsOf: runsOfBlock,
};
