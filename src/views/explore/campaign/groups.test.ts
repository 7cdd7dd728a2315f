import { describe, expect, it } from 'vitest';

import { createCampaign } from '../../../analysis/campaign/job.ts';
import { campaignReport } from '../../../analysis/campaign/report.ts';
import { createBlockTally } from '../../../analysis/campaign/tally-blocks.ts';
import { smallScenario } from '../../../store/testing.ts';
import { claimsCampaign, comparisonGroups, coverageUnder } from '../claims/claims.ts';
import { campaignRuns, commandText } from './command-text.ts';
import { exampleWords } from './example-words.ts';
import { groupsBy, shareOf, variedDimensions, wholeGroup } from './groups.ts';

const spec = { ...claimsCampaign(smallScenario(4)), runs: 256 };
const campaign = createCampaign(spec, new Map());
if (!campaign.ok) throw new Error('the campaign does not start');
const tally = createBlockTally(spec);
tally.add(campaign.value.runBlock(0));
const report = campaignReport(spec, tally.tally, { missing: [], stoppedEarly: false });

describe('groupsBy', () => {
  it('gives every run to one group of each dimension', () => {
    for (const dimension of ['target', 'comparison', 'method'] as const) {
      const groups = groupsBy(report.cells, dimension);
      expect(groups.reduce((sum, { runs }) => sum + runs, 0)).toBe(256);
    }
    expect(groupsBy(report.cells, 'target').map(({ name }) => name)).toEqual(['gpr', 'mem']);
  });

  it('compares by what was varied only', () => {
    expect(variedDimensions(report.cells)).toEqual(['target', 'comparison']);
  });
});

describe('coverageUnder', () => {
  it('leaves masked flips out of what is to be detected', () => {
    const coverage = coverageUnder(report, 'full');
    const [, full] = groupsBy(report.cells, 'comparison');
    if (coverage === null || full === undefined) throw new Error('nothing ran');
    const masked = shareOf(full, ['masked']).count;
    expect(coverage.masked.count).toBe(masked);
    expect(coverage.detected.runs).toBe(128 - masked);
    const rest = coverage.undetected.reduce((sum, { count }) => sum + count, 0);
    expect(coverage.detected.count + rest).toBe(coverage.detected.runs);
  });

  it('knows nothing of a comparison that did not run', () => {
    expect(coverageUnder({ ...report, cells: [] }, 'full')).toBeNull();
  });

  it('shows comparison and target together', () => {
    expect(comparisonGroups(report.cells).map(({ name }) => name)).toEqual([
      'prototype gpr',
      'prototype mem',
      'full gpr',
      'full mem',
    ]);
  });
});

describe('words of a campaign', () => {
  it('names what a run hits and the variant, where there are several', () => {
    const [example] = report.examples.masked ?? [];
    if (example === undefined) throw new Error('no run was masked');
    expect(exampleWords(spec, example)).toMatch(
      /^(gpr R\d \w+ bit \d+|mem R\d bit \d+) at [\d\u202f]+ · (sum of 7 registers|full comparison)$/u,
    );
    expect(
      exampleWords({ ...spec, comparisons: ['full'] }, { ...example, variant: 0 }),
    ).not.toMatch(/·/u);
  });

  it('spells the command that does the same', () => {
    expect(commandText({ ...spec, stopWidth: 0.02 }, 'w2.abc')).toBe(
      "npm run -s watchmen -- campaign '#w2.abc' --runs 256 --seed 1 --targets gpr,mem --methods local --redundancy 3 --comparison prototype,full --stop-width 0.02",
    );
  });

  it('says how the runs spread', () => {
    expect(campaignRuns(spec)).toBe(
      'One fault a run: 2 ways of protection × 2 targets, about 64 runs each.',
    );
    expect(campaignRuns({ ...spec, targets: [] })).toBe('');
  });

  it('counts all runs as one group', () => {
    expect(wholeGroup(report).runs).toBe(256);
  });
});
