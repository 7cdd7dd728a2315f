import { msg } from '../../base/language.ts';
import { FAULT_OUTCOMES } from '../../base/vocabulary.ts';
import { STOP_REASONS } from '../../kernel/faults/incidents.ts';
import { parseScenario } from '../../scenario/schema.ts';
import type { BlockWork } from '../blocks/block-work.ts';
import type { Guard } from '../studies/guards.ts';
import { isAmount, isCount, oneOf, withFields } from '../studies/guards.ts';
import type { CampaignSpec } from './campaign.ts';
import { blockCount, runsOfBlock, variantsOf } from './campaign.ts';
import { checkCampaign } from './check-campaign.ts';

const isLatency: Guard = (value) => value === null || isAmount(value);

/** Campaigns as work in blocks. */
export const CAMPAIGN_WORK: BlockWork<CampaignSpec> = {
  format: 'watchmen-campaign',
  noun: msg('campaign'),
  isValid: (spec) => parseScenario(spec.scenario).ok && checkCampaign(spec).length === 0,
  isResult(spec) {
    const { targets } = spec;
    const variants = variantsOf(spec).map((_, index) => index);
    return withFields({
      run: isCount,
      variant: oneOf(variants),
      fault: withFields({ target: oneOf(targets) }),
      outcome: oneOf(FAULT_OUTCOMES),
      stop: oneOf(STOP_REASONS),
      latencyCycles: isLatency,
      latencyEvents: isLatency,
      decided: oneOf(['early', 'at end']),
    });
  },
  runs: ({ runs }) => runs,
  blocks: blockCount,
  runsOf: runsOfBlock,
};
