import { describe, expect, it } from 'vitest';

import { campaignOf } from '../analysis/campaign/campaign.ts';
import type { BlockResult, CampaignSpec } from '../analysis/campaign/campaign.ts';
import { createCampaign } from '../analysis/campaign/job.ts';
import { DEFAULT_APP, defaultScenario } from '../scenario/default-scenario.ts';
import type { Scenario, ScenarioProblem } from '../scenario/scenario.ts';
import { fakePoolWorkers } from '../testing/pool-workers.ts';
import { askForExposure, askForRun, startPool } from './campaign-pool.ts';

const workload = { kind: 'periodic', events: 4, instructions: 40_000, trap: 'syscall' } as const;
const scenario: Scenario = { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload }] };
const spec = campaignOf(scenario, { runs: 1100 });

interface Done {
  readonly blocks: readonly BlockResult[];
  readonly problems: readonly ScenarioProblem[];
}

/** Does a whole campaign. */
function doAll(
  what: CampaignSpec,
  workers: number,
  source = fakePoolWorkers(),
): Promise<Done & { readonly started: number; readonly ended: number }> {
  const blocks: BlockResult[] = [];
  return new Promise((resolve) => {
    const finish = (problems: readonly ScenarioProblem[]): void => {
      end();
      resolve({ blocks, problems, started: source.started(), ended: source.ended() });
    };
    const end = startPool(
      what,
      { source, workers },
      {
        onBlock(block) {
          blocks.push(block);
          if (blocks.length === 5) finish([]);
        },
        onProgress: () => {},
        onFailed: finish,
      },
    );
  });
}

const inOrder = (blocks: readonly BlockResult[]) => blocks.toSorted((a, b) => a.block - b.block);

describe('startPool', () => {
  it('does every block once, whatever the number of workers', async () => {
    const one = await doAll(spec, 1);
    const three = await doAll(spec, 3);
    expect(one.started).toBe(1);
    expect(three.started).toBe(3);
    expect(inOrder(three.blocks)).toEqual(inOrder(one.blocks));
    expect(inOrder(one.blocks).map(({ results }) => results.length)).toEqual([
      256, 256, 256, 256, 76,
    ]);
  });

  it('starts no more workers than there are blocks, and ends them all', async () => {
    const { started, ended } = await doAll(spec, 100);
    expect(started).toBe(5);
    expect(ended).toBe(5);
  });

  it('says once why a campaign cannot start', async () => {
    const broken = campaignOf(scenario, { runs: 1100, targets: ['slot'], methods: ['local'] });
    const { problems, blocks, ended } = await doAll(broken, 3);
    expect(blocks).toEqual([]);
    expect(problems.map(({ path }) => path)).toEqual(['targets']);
    expect(ended).toBe(3);
  });

  it('ends with a sentence when a worker crashes', async () => {
    const { problems } = await doAll(spec, 2, fakePoolWorkers({ crash: true }));
    expect(problems[0]?.message).toMatch(/worker .* stopped.*Try again/u);
  });

  it('tells no more after it was ended', async () => {
    const source = fakePoolWorkers();
    let heard = 0;
    const hear = (): void => void (heard += 1);
    const end = startPool(
      spec,
      { source, workers: 2 },
      { onBlock: hear, onProgress: hear, onFailed: hear },
    );
    end();
    await source.settled();
    expect(heard).toBe(0);
  });
});

describe('askForRun', () => {
  it('gives the scenario of any run', async () => {
    const campaign = createCampaign(spec, new Map());
    if (!campaign.ok) throw new Error('the campaign does not start');
    const source = fakePoolWorkers();
    expect(await askForRun(source, spec, 777)).toEqual({
      ok: true,
      value: campaign.value.runScenario(777),
    });
    expect(source.ended()).toBe(1);
  });

  it('says why there is none', async () => {
    const broken = campaignOf(scenario, { targets: ['slot'], methods: ['local'] });
    const answer = await askForRun(fakePoolWorkers(), broken, 0);
    expect(answer).toMatchObject({ ok: false, error: expect.stringContaining('slot') as string });
  });
});

describe('askForExposure', () => {
  it('measures an event under every method', async () => {
    const { signal } = new AbortController();
    const answer = await askForExposure(fakePoolWorkers(), { scenario, app: 0 }, signal);
    expect(answer.ok && answer.value.map(({ signalling }) => signalling)).toEqual([
      'local',
      'migration',
      'ipc',
      'polling',
    ]);
  });

  it('ends its worker when it is aborted', () => {
    const source = fakePoolWorkers();
    const abort = new AbortController();
    void askForExposure(source, { scenario, app: 0 }, abort.signal);
    abort.abort();
    expect(source.ended()).toBe(1);
  });
});
