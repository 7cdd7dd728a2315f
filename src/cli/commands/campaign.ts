import { err } from '../../base/result.ts';
import type { Command } from '../command.ts';
import { mergeCampaign } from './campaign-merge.ts';
import { CAMPAIGN_OPTIONS } from './campaign-options.ts';
import { runCampaign } from './campaign-run.ts';

/** `campaign`: many runs with one seeded fault each, whole or in shards, and their merging. */
export const CAMPAIGN: Command = {
  name: 'campaign',
  usage:
    '<scenario> [--runs N] [--seed S] [--targets a,b] [--methods a,b]\n' +
    '      [--redundancy 2,3] [--comparison prototype,full] [--stop-width 0.02] [--shard i/n]\n' +
    '      [--workload ID] [--cost name=value] [--out FILE] [--json]\n' +
    '  campaign merge FILE... [--json]',
  summary:
    'Runs a scenario many times with one fault each and counts the outcomes; docs/campaigns.md.',
  options: ['json', 'out', ...CAMPAIGN_OPTIONS],
  operands: Infinity,
  run(args, io) {
    const [first, second] = args.operands;
    if (first === 'merge') return mergeCampaign(args, io);
    return second === undefined ? runCampaign(args, io) : err(`unexpected "${second}"`);
  },
};
