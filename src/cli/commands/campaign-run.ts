import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { blockLines, endLine, headerLine } from '../../analysis/blocks/block-file.ts';
import { blockCountOfShard, blocksOfShard } from '../../analysis/blocks/block-work.ts';
import type { CampaignSpec } from '../../analysis/campaign/campaign.ts';
import { blockCount } from '../../analysis/campaign/campaign.ts';
import { coverageOfShard } from '../../analysis/campaign/coverage.ts';
import type { Campaign } from '../../analysis/campaign/job.ts';
import { createCampaign } from '../../analysis/campaign/job.ts';
import { campaignReport } from '../../analysis/campaign/report.ts';
import { CAMPAIGN_WORK } from '../../analysis/campaign/work.ts';
import type { BlockTally } from '../../analysis/campaign/tally-blocks.ts';
import { createBlockTally } from '../../analysis/campaign/tally-blocks.ts';
import type { Io, Outcome } from '../io.ts';
import { loadProfiles } from '../load-profiles.ts';
import { grouped, percent } from '../numbers.ts';
import type { Arguments } from '../options.ts';
import { lastValue } from '../options.ts';
import { prepare } from '../prepare.ts';
import { problemLine } from '../resolve-scenario.ts';
import type { CampaignRequest } from './campaign-options.ts';
import { campaignRequest, scenarioArguments } from './campaign-options.ts';
import { writeCampaign } from './campaign-output.ts';

/** Does the campaign, or the shard of it, that the options want. */
export function runCampaign(args: Arguments, io: Io): Outcome {
  const out = lastValue(args, 'out');
  if (out === '') return err('--out must name the file to write; - is standard output');
  const prepared = prepare(scenarioArguments(args), io);
  if (!prepared.ok) return prepared;
  const request = campaignRequest(prepared.value.scenario, args);
  if (!request.ok) return request;
  const campaign = openCampaign(request.value.spec, io);
  if (!campaign.ok) return campaign;
  const began = performance.now();
  const tally = createBlockTally(request.value.spec, request.value.shard);
  const lines = linesOf(request.value, campaign.value, { tally, io });
  const written = out === undefined ? exhaust(lines) : io.files.writeLines(out, lines);
  if (!written.ok) return written;
  const { spec, shard } = request.value;
  const report = campaignReport(
    spec,
    tally.tally,
    coverageOfShard(spec, shard, tally.stoppedEarly()),
  );
  const pace = paceText(report.runs, (performance.now() - began) / 1000);
  writeCampaign(io, { spec, report, pace, json: args.flags.has('json') });
  return ok(0);
}

function openCampaign(spec: CampaignSpec, io: Io): Result<Campaign, string> {
  const profiles = loadProfiles(spec.scenario, io.files);
  if (!profiles.ok) return profiles;
  const campaign = createCampaign(spec, profiles.value);
  return campaign.ok ? campaign : err(problemLine(campaign.error));
}

function exhaust(lines: Iterable<string>): Result<number, string> {
  let count = 0;
  for (const _ of lines) count++;
  return ok(count);
}

interface Watch {
  readonly tally: BlockTally;
  readonly io: Io;
}

/** The lines of the campaign's file; each block is run and counted when its lines are wanted. */
function* linesOf(
  { spec, shard }: CampaignRequest,
  campaign: Campaign,
  { tally, io }: Watch,
): Generator<string> {
  const blocks = blockCountOfShard(blockCount(spec), shard);
  const began = performance.now();
  yield headerLine(CAMPAIGN_WORK, spec, shard);
  for (const number of blocksOfShard(blockCount(spec), shard)) {
    for (const block of tally.add(campaign.runBlock(number))) yield* blockLines(block);
    const seconds = (performance.now() - began) / 1000;
    io.progress?.(progressText(tally.counted() / blocks, tally.tally.runs, seconds));
    if (tally.isDone()) break;
  }
  io.progress?.('');
  yield endLine({
    blocks: tally.counted(),
    runs: tally.tally.runs,
    stoppedEarly: tally.stoppedEarly(),
  });
}

function progressText(share: number, runs: number, seconds: number): string {
  const left = share === 0 ? 0 : (seconds / share) * (1 - share);
  return `${percent(share, 1)}  ${grouped(runs)} runs  at most ${grouped(left)} s left`;
}

function paceText(runs: number, seconds: number): string {
  return `${grouped(runs)} runs in ${grouped(seconds, 2)} s, ${grouped(runs / seconds)} runs per second.\n`;
}
