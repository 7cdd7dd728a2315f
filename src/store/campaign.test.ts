import { describe, expect, it } from 'vitest';

import { campaignOf } from '../analysis/campaign/campaign.ts';
import type { CampaignSpec } from '../analysis/campaign/campaign.ts';
import { createCampaign } from '../analysis/campaign/job.ts';
import { mergeFiles } from '../analysis/campaign/merge.ts';
import { campaignReport } from '../analysis/campaign/report.ts';
import { createBlockTally } from '../analysis/campaign/tally-blocks.ts';
import { ok } from '../base/result.ts';
import { fakePoolWorkers } from '../testing/pool-workers.ts';
import { createCampaigns, createRunner } from './campaign.ts';
import type { CampaignRunner, CampaignState } from './campaign.ts';
import { smallScenario } from './testing.ts';

const spec = campaignOf(smallScenario(4), { runs: 600, comparisons: ['prototype', 'full'] });

/** The report of all of `spec`, without workers. */
function expectedReport(what: CampaignSpec) {
  const campaign = createCampaign(what, new Map());
  if (!campaign.ok) throw new Error('the campaign does not start');
  const tally = createBlockTally(what);
  for (let block = 0; !tally.isDone(); block++) tally.add(campaign.value.runBlock(block));
  return campaignReport(what, tally.tally, { missing: [], stoppedEarly: tally.stoppedEarly() });
}

let clock = 0;
const newRunner = (): CampaignRunner =>
  createRunner({ source: fakePoolWorkers(), now: () => (clock += 1000), processors: 2 });

/** The state in which a campaign ends. */
function endOf({ store }: CampaignRunner): Promise<CampaignState> {
  return new Promise((resolve) => {
    store.subscribe((state) => state.phase !== 'running' && resolve(state));
  });
}

/** Cancels as soon as a first block is counted. */
async function cancelled(runner: CampaignRunner): Promise<CampaignState> {
  runner.store.subscribe(({ report, phase }) => {
    if (report !== null && phase === 'running') runner.cancel();
  });
  const end = endOf(runner);
  runner.start(spec, 1);
  return end;
}

const linesOf = async (file: Blob | null): Promise<string[]> =>
  ((await file?.text()) ?? '').replace(/\n$/u, '').split('\n');

describe('a campaign in the page', () => {
  it.each([1, 3])('gives what it gives without workers, on %i workers', async (workers) => {
    const runner = newRunner();
    const end = endOf(runner);
    runner.start(spec, workers);
    const { phase, report, runsDone } = await end;
    expect({ phase, runsDone }).toEqual({ phase: 'done', runsDone: 600 });
    expect(report).toEqual(expectedReport(spec));
  });

  it('shows partial results with the time left', async () => {
    const runner = newRunner();
    const seen: CampaignState[] = [];
    runner.store.subscribe((state) => void seen.push(state));
    const end = endOf(runner);
    runner.start(spec, 1);
    await end;
    const partial = seen.filter(({ report, phase }) => report !== null && phase === 'running');
    expect(partial.map(({ report }) => report?.runs)).toEqual(expect.arrayContaining([256, 512]));
    expect(partial.every(({ leftMs }) => leftMs !== null && leftMs > 0)).toBe(true);
    expect(partial[0]?.report?.missing).toEqual([{ from: 256, to: 600 }]);
  });

  it('keeps what was counted when it is cancelled', async () => {
    const { phase, report } = await cancelled(newRunner());
    expect(phase).toBe('cancelled');
    expect(report).toMatchObject({ runs: 256, missing: [{ from: 256, to: 600 }] });
  });

  it('stops early at the same run, whatever the number of workers', async () => {
    const wanted = { ...spec, stopWidth: 0.1 };
    const runner = newRunner();
    const end = endOf(runner);
    runner.start(wanted, 3);
    const { report } = await end;
    expect(report?.stoppedEarly).toBe(true);
    expect(report).toEqual(expectedReport(wanted));
  });

  it('writes a file that the command line merges, whole or cut', async () => {
    const runner = newRunner();
    const end = endOf(runner);
    runner.start(spec, 2);
    const { report } = await end;
    const lines = await linesOf(runner.file());
    const merged = mergeFiles([{ name: 'whole', open: () => ok(lines) }]);
    if (!merged.ok) throw new Error(merged.error);
    expect(merged.value.notes).toEqual([]);
    expect(campaignReport(spec, merged.value.tally, merged.value.coverage)).toEqual(report);

    const other = newRunner();
    await cancelled(other);
    const part = await linesOf(other.file());
    const cut = mergeFiles([{ name: 'cut', open: () => ok(part) }]);
    expect(cut.ok && cut.value.tally.runs).toBe(256);
  });

  it('ends the one before when another starts', async () => {
    const runner = newRunner();
    runner.start(spec, 1);
    const end = endOf(runner);
    const second = { ...spec, seed: 2 };
    runner.start(second, 1);
    const { report } = await end;
    expect(report).toEqual(expectedReport(second));
  });
});

describe('the campaigns of the page', () => {
  it('are busy while one runs or a question is open', async () => {
    const source = fakePoolWorkers();
    const campaigns = createCampaigns({ source, now: () => 0, processors: 64 });
    expect(campaigns.workers).toBe(8);
    let calls = 0;
    campaigns.subscribe(() => (calls += 1));
    const answer = campaigns.scenarioOfRun(spec, 3);
    expect(campaigns.isBusy()).toBe(true);
    await answer;
    expect(campaigns.isBusy()).toBe(false);
    const end = endOf(campaigns.own);
    campaigns.own.start(spec, 1);
    expect(campaigns.isBusy()).toBe(true);
    await end;
    expect(campaigns.isBusy()).toBe(false);
    expect(calls).toBeGreaterThan(3);
  });

  it('are not busy with a question that was aborted', () => {
    const source = fakePoolWorkers();
    const campaigns = createCampaigns({ source, now: () => 0, processors: 1 });
    const abort = new AbortController();
    void campaigns.exposure(smallScenario(), 0, abort.signal);
    expect(campaigns.isBusy()).toBe(true);
    abort.abort();
    expect(campaigns.isBusy()).toBe(false);
  });
});
