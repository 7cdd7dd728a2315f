import { campaignOf } from '../../src/analysis/campaign/campaign.ts';
import { createCampaign } from '../../src/analysis/campaign/job.ts';
import type { Campaign } from '../../src/analysis/campaign/job.ts';
import { createMachine } from '../../src/kernel/create.ts';
import { advance } from '../../src/kernel/reducer.ts';
import { planFor, presetScenario, profilesFor } from './plans.ts';
import { runApart } from './processes.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

/*
 * Fault campaigns on CRC32 small under TMR. The peer is the plain way: every run from its start to
 * its end, in the same kernel.
 */

/** Blocks of 256 runs: 10 240 of them. */
const BLOCKS = 40;
const PLAIN_RUNS = 150;
/** Blocks of the comparison of one process with two: long against the start of a process. */
const PAIR_BLOCKS = 160;

function crc32Small(): Scenario {
  const base = presetScenario('crc32-tmr-migration');
  const workload = { kind: 'profile', id: 'crc32-small.l4re-4k' } as const;
  return { ...base, apps: [{ ...base.apps[0], workload }] };
}

function campaign(blocks: number): Campaign {
  const scenario = crc32Small();
  const spec = campaignOf(scenario, { runs: blocks * 256, seed: 1 });
  const created = createCampaign(spec, profilesFor(scenario));
  if (!created.ok) throw new Error(JSON.stringify(created.error));
  return created.value;
}

function millisecondsOf(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

function runBlocks(from: number, to: number, all: number): void {
  const job = campaign(all);
  for (let block = from; block < to; block++) job.runBlock(block);
}

/** A campaign of 10 240 runs, and the same kind of run done from its start to its end. */
export function campaignFigures(): Record<string, number> {
  const ms = millisecondsOf(() => runBlocks(0, BLOCKS, BLOCKS));
  const job = campaign(BLOCKS);
  const plans = Array.from({ length: PLAIN_RUNS }, (_, run) => planFor(job.runScenario(run)));
  const plainMs = millisecondsOf(() => {
    for (const plan of plans) advance(plan, createMachine(plan), {});
  });
  const runs = BLOCKS * 256;
  return { ms, runsPerSecond: (runs / ms) * 1000, plainPerSecond: (PLAIN_RUNS / plainMs) * 1000 };
}

/** Half of the blocks of the pair, for a process of its own. */
export function campaignHalf(): Record<string, number> {
  return { ms: millisecondsOf(() => runBlocks(0, PAIR_BLOCKS / 2, PAIR_BLOCKS)) };
}

/** One process that does two halves, against two processes that do one each. */
export async function campaignPair(): Promise<Record<string, number>> {
  const oneStart = performance.now();
  await runApart('campaign-half');
  await runApart('campaign-half');
  const one = performance.now() - oneStart;
  const twoStart = performance.now();
  await Promise.all([runApart('campaign-half'), runApart('campaign-half')]);
  return { speedup: one / (performance.now() - twoStart) };
}
