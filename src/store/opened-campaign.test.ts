import { describe, expect, it } from 'vitest';

import { blockLines, endLine, headerLine } from '../analysis/blocks/block-file.ts';
import { WHOLE } from '../analysis/blocks/block-work.ts';
import { blockCount, campaignOf } from '../analysis/campaign/campaign.ts';
import { createCampaign } from '../analysis/campaign/job.ts';
import { CAMPAIGN_WORK } from '../analysis/campaign/work.ts';
import { assert } from '../base/assert.ts';
import { ok } from '../base/result.ts';
import { DEFAULT_APP, defaultScenario } from '../scenario/default-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { createRunner } from './campaign.ts';
import { readDraft } from './campaign-draft.ts';
import { draftOfCampaign, readCampaignFiles } from './opened-campaign.ts';

const workload = { kind: 'periodic', events: 3, instructions: 9000, trap: 'syscall' } as const;
const scenario: Scenario = { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload }] };
const spec = campaignOf(scenario, { runs: 300, seed: 7 });
const made = createCampaign(spec, new Map());
assert(made.ok, 'the campaign must run');
const blocks = Array.from({ length: blockCount(spec) }, (_, block) => made.value.runBlock(block));
const lines = [headerLine(CAMPAIGN_WORK, spec, WHOLE), ...blocks.flatMap((one) => blockLines(one))];
const end = endLine({ blocks: blocks.length, runs: 300, stoppedEarly: false });

const start = (): never => {
  throw new Error('nothing runs here');
};

function read(...files: readonly (readonly string[])[]) {
  return readCampaignFiles(files.map((all, i) => ({ name: `${i}.ndjson`, open: () => ok(all) })));
}

describe('campaign files', () => {
  it('are counted as the page counts the runs itself', () => {
    const whole = read([...lines, end]);
    assert(whole.ok, 'the file must be read');
    expect(whole.value).toMatchObject({ spec, notes: [], report: { runs: 300 } });
    const counts = whole.value.report.outcomes.map(({ outcome, count }) => [outcome, count]);
    const results = blocks.flatMap((block) => block.results);
    expect(counts).toEqual(
      counts.map(([outcome]) => [
        outcome,
        results.filter((result) => result.outcome === outcome).length,
      ]),
    );
  });

  it('that were cut count as far as they go, and say so', () => {
    const cut = read(lines.slice(0, 258));
    assert(cut.ok, 'the file must be read');
    expect(cut.value.report.runs).toBe(256);
    expect(cut.value.notes.join(' ')).toMatch(/has no end/u);
  });

  it('that are none are refused', () => {
    expect(read(['{"format":"watchmen-campaign","version":1}'])).toMatchObject({ ok: false });
  });
});

describe('the form of an opened campaign', () => {
  it('comes to the same campaign over the Lab where that holds its scenario', () => {
    const { draft, scenario: own } = draftOfCampaign(spec, scenario, 2);
    expect(own).toBeNull();
    expect(readDraft(draft, scenario)).toMatchObject({ spec, problems: [] });
  });

  it('brings its scenario along where the Lab holds another one', () => {
    const found = draftOfCampaign({ ...spec, stopWidth: 0.07 }, defaultScenario(), 2);
    expect(found.scenario).toEqual(scenario);
    expect(readDraft(found.draft, scenario).spec).toEqual({ ...spec, stopWidth: 0.07 });
  });
});

it('an opened campaign is shown, and saved as it was; another one takes its place', () => {
  const opened = read([...lines, end]);
  assert(opened.ok, 'the file must be read');
  const { report } = opened.value;
  const runner = createRunner({ source: { start, baseUrl: '' }, now: () => 0, processors: 1 });
  const file = new Blob(['as it was']);
  runner.open({ spec, report, file });
  expect(runner.store.getState()).toMatchObject({ phase: 'opened', spec, report, runsDone: 300 });
  expect(runner.file()).toBe(file);
  runner.open({ spec, report, file: null });
  expect(runner.file()).toBeNull();
});
