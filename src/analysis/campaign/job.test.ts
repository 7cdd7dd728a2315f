import { describe, expect, it } from 'vitest';
import { createMachine } from '../../kernel/create.ts';
import { advance } from '../../kernel/reducer.ts';
import { measure } from '../../run/record.ts';
import { parseScenario } from '../../scenario/schema.ts';
import { planOf } from '../../testing/plans.ts';
import { FAULT_OUTCOMES } from '../../base/vocabulary.ts';
import type { BlockResult, CampaignSpec, RunResult } from './campaign.ts';
import { blockCount, campaignOf, placeOfRun, variantsOf } from './campaign.ts';
import type { Campaign } from './job.ts';
import { createCampaign } from './job.ts';
import { judge } from './run-fault.ts';
import { BROAD, SHARED, shortScenario } from './testing.ts';

function open(spec: CampaignSpec): Campaign {
  const campaign = createCampaign(spec, new Map());
  if (!campaign.ok) throw new Error(JSON.stringify(campaign.error));
  return campaign.value;
}

function blocksOf(spec: CampaignSpec): BlockResult[] {
  const campaign = open(spec);
  return Array.from({ length: blockCount(spec) }, (_, block) => campaign.runBlock(block));
}

/** The run on its own machine from time 0 to its end. */
function alone(campaign: Campaign, { run, fault }: RunResult) {
  const plan = planOf(campaign.runScenario(run));
  const machine = advance(plan, createMachine(plan), {});
  return { plan, verdict: judge(machine, fault.app) };
}

describe.each([
  ['all methods and redundancies', BROAD],
  ['two apps', SHARED],
])('a campaign over %s', (_, spec) => {
  const blocks = blocksOf(spec);
  const results = blocks.flatMap((block) => block.results);

  it('gives every run once, in order, with its own variant and target', () => {
    expect(results.map(({ run }) => run)).toEqual(Array.from({ length: spec.runs }, (__, i) => i));
    for (const { run, variant, fault } of results) {
      expect({ variant, target: fault.target }).toEqual(placeOfRun(spec, run));
    }
  });

  it('spreads runs evenly over variants and targets', () => {
    const cells = new Map<string, number>();
    for (const { variant, fault } of results) {
      const cell = `${variant} ${fault.target}`;
      cells.set(cell, (cells.get(cell) ?? 0) + 1);
    }
    expect(cells.size).toBe(variantsOf(spec).length * spec.targets.length);
    expect(Math.max(...cells.values()) - Math.min(...cells.values())).toBeLessThanOrEqual(1);
  });

  it('gives the same blocks in whatever order they are asked, and run by run', () => {
    const other = open(spec);
    const backwards = blocks.map(({ block }) => block).toReversed();
    for (const block of backwards) expect(other.runBlock(block)).toEqual(blocks[block]);
    const job = open(spec).startBlock(1);
    let done = 0;
    do expect(job.done()).toBe(done++);
    while (job.advance());
    expect(job.finish()).toEqual(blocks[1]);
  });

  it('has outcomes that the same runs have alone, from their start to their end', () => {
    const campaign = open(spec);
    for (const result of results) {
      const { run, variant: _v, fault: _f, decided: _d, ...verdict } = result;
      expect({ run, ...alone(campaign, result).verdict }).toEqual({ run, ...verdict });
    }
  });

  it('makes of every run a valid scenario that the Lab records with that outcome', () => {
    const campaign = open(spec);
    for (const result of results.filter(({ run }) => run % 17 === 0)) {
      const scenario = campaign.runScenario(result.run);
      expect(parseScenario(structuredClone(scenario))).toEqual({ ok: true, value: scenario });
      const { apps } = measure(planOf(scenario)).summary;
      const worst = apps.map(({ outcome }) =>
        outcome === 'completed' ? 0 : FAULT_OUTCOMES.indexOf(outcome),
      );
      expect({ run: result.run, outcome: FAULT_OUTCOMES[Math.max(...worst)] }).toEqual({
        run: result.run,
        outcome: result.outcome,
      });
    }
  });
});

describe('a campaign', () => {
  it('finds most outcomes, and decides most runs early', () => {
    const results = blocksOf(BROAD).flatMap((block) => block.results);
    const outcomes = new Set(results.map(({ outcome }) => outcome));
    expect(outcomes.size).toBeGreaterThanOrEqual(7);
    const early = results.filter(({ decided }) => decided === 'early').length;
    expect(early / results.length).toBeGreaterThan(0.25);
  });

  it('hits all replicas and the whole length of the run', () => {
    const spec = campaignOf(shortScenario(), { runs: 256 });
    const [block] = blocksOf(spec);
    const length = measure(planOf(shortScenario())).summary.totalCycles;
    const cycles = block.results.map(({ fault }) => ('cycle' in fault.at ? fault.at.cycle : -1));
    expect(new Set(block.results.map(({ fault }) => fault.replica))).toEqual(new Set([0, 1, 2]));
    expect(Math.min(...cycles)).toBeLessThan(length / 20);
    expect(Math.max(...cycles)).toBeGreaterThan((length / 20) * 19);
    expect(Math.max(...cycles)).toBeLessThan(length);
  });

  it('draws other faults with another seed, and other seeds for equal faults', () => {
    const faults = [1, 2].map((seed) => {
      const [block] = blocksOf(campaignOf(shortScenario(), { runs: 64, seed }));
      return block.results.map(({ fault }) => JSON.stringify(fault));
    });
    expect(new Set(faults.flat()).size).toBe(128);
  });

  it('puts its own fault in the place of those of the scenario', () => {
    const base = shortScenario();
    const fault = { at: { cycle: 5 }, app: 0, replica: 0, target: 'romain' } as const;
    const faulty = {
      ...base,
      faults: [fault],
      faultRate: { meanCycles: 1000, targets: ['gpr'] as const },
    };
    expect(blocksOf(campaignOf(faulty, { runs: 8 }))).toEqual(
      blocksOf(campaignOf(base, { runs: 8 })),
    );
  });

  it('keeps as many cores of an explicit placement as it has replicas', () => {
    const base = shortScenario([{ placement: [3, 5, 7] }]);
    const spec = campaignOf(base, { runs: 3, redundancies: [1, 2, 4] });
    const campaign = open(spec);
    const placements = [0, 1, 2].map((run) => campaign.runScenario(run).apps[0].placement);
    expect(placements).toEqual([[3], [3, 5], 'same-socket']);
  });
});

describe('a campaign is refused', () => {
  const cases: readonly (readonly [Partial<CampaignSpec>, string, RegExp])[] = [
    [{ runs: 0 }, 'runs', /whole number from 1/],
    [{ runs: 1.5 }, 'runs', /whole number/],
    [{ seed: -1 }, 'seed', /4294967295/],
    [{ stopWidth: 0 }, 'stopWidth', /between 0 and 1/],
    [{ targets: [] }, 'targets', /must not be empty/],
    [{ methods: ['ipc', 'ipc'] }, 'methods', /lists ipc twice/],
    [{ redundancies: [9] }, 'apps[0].redundancy', /7/],
    [
      { targets: ['slot'], methods: ['ipc', 'local'], redundancies: [3] },
      'targets',
      /slot does not exist .* by local/,
    ],
    [{ targets: ['message'], redundancies: [1] }, 'targets', /message does not exist/],
    [{ targets: ['romain'], redundancies: ['native'] }, 'targets', /under a native app/],
  ];
  it.each(cases)('with %j', (change, path, message) => {
    const created = createCampaign({ ...BROAD, ...change }, new Map());
    const [problem] = created.ok ? [] : created.error;
    expect(problem.path).toBe(path);
    expect(problem.message).toMatch(message);
  });
});
