import { describe, expect, it } from 'vitest';
import { err, ok } from '../../base/result.ts';
import { blockLines, endLine, headerLine } from '../blocks/block-file.ts';
import type { Shard } from '../blocks/block-work.ts';
import { blocksOfShard, WHOLE } from '../blocks/block-work.ts';
import { jsonDigest } from '../blocks/json-digest.ts';
import type { MergeInput } from '../blocks/merge-blocks.ts';
import type { CampaignSpec } from './campaign.ts';
import { blockCount, campaignOf } from './campaign.ts';
import { createCampaign } from './job.ts';
import type { Merged } from './merge.ts';
import { mergeFiles } from './merge.ts';
import { campaignReport } from './report.ts';
import { CAMPAIGN_WORK } from './work.ts';
import { BROAD, shortScenario } from './testing.ts';

function fileOf(spec: CampaignSpec, shard: Shard = WHOLE): string[] {
  const campaign = createCampaign(spec, new Map());
  if (!campaign.ok) throw new Error(JSON.stringify(campaign.error));
  const blocks = [...blocksOfShard(blockCount(spec), shard)].map((block) =>
    campaign.value.runBlock(block),
  );
  const runs = blocks.reduce((sum, { results }) => sum + results.length, 0);
  return [
    headerLine(CAMPAIGN_WORK, spec, shard),
    ...blocks.flatMap(blockLines),
    endLine({ blocks: blocks.length, runs, stoppedEarly: false }),
  ];
}

function merge(files: Readonly<Record<string, readonly string[]>>) {
  return mergeFiles(
    Object.entries(files).map(([name, lines]): MergeInput => ({ name, open: () => ok(lines) })),
  );
}

function merged(files: Readonly<Record<string, readonly string[]>>): Merged {
  const result = merge(files);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

function reportOf({ spec, tally, coverage }: Merged): string {
  return JSON.stringify(campaignReport(spec, tally, coverage));
}

const whole = fileOf(BROAD);
const shards = [1, 2, 3].map((index) => fileOf(BROAD, { index, count: 3 }));
const [a, b, c] = shards;
/** Lines of a full block, its closing line included. */
const BLOCK_LINES = 257;

describe('merging', () => {
  it('gives the report of the whole campaign, bit for bit, in whatever order', () => {
    const one = merged({ whole });
    expect(one.notes).toEqual([]);
    expect(one.coverage.missing).toEqual([]);
    for (const files of [
      { a, b, c },
      { c, a, b },
    ]) {
      const all = merged(files);
      expect(all.notes).toEqual([]);
      expect(reportOf(all)).toBe(reportOf(one));
    }
  });

  it('says which runs are missing when a shard is', () => {
    const two = merged({ a, c });
    expect(two.notes).toEqual([
      '512 of 1500 runs are missing (counted from 0): 256 to 511, 1024 to 1279',
    ]);
    expect(two.tally.runs).toBe(988);
  });

  it.each([
    ['after its header', 1, 0],
    ['within its first block', 100, 0],
    ['before the end of its first block', BLOCK_LINES, 0],
    ['after its first block', 1 + BLOCK_LINES, 1],
    ['before its last line', whole.length - 1, 6],
  ])('of a file that was cut %s counts its whole blocks', (_, kept, blocks) => {
    const result = merged({ cut: whole.slice(0, kept) });
    expect(result.tally.runs).toBe(Math.min(BROAD.runs, blocks * 256));
    expect(result.notes[0]).toBe('"cut" has no end; its whole blocks are counted');
    expect(result.coverage.missing).toEqual(
      blocks === 6 ? [] : [{ from: blocks * 256, to: BROAD.runs }],
    );
  });

  it('takes a file that was cut within a line, wherever that is', () => {
    for (let cut = 0; cut < 40; cut++) {
      const lines = whole.slice(0, 2 * BLOCK_LINES + 1);
      lines.push(whole[lines.length - cut].slice(0, 7 + cut));
      const result = merged({ lines });
      expect(result.tally.runs).toBe(512);
      expect(result.notes[0]).toMatch(/has no end/);
    }
  });

  it('completes a file that was cut by one that was not, each block once', () => {
    const result = merged({ cut: whole.slice(0, BLOCK_LINES + 1), whole });
    expect(reportOf(result)).toBe(reportOf(merged({ whole })));
    expect(result.notes).toEqual([
      '"cut" has no end; its whole blocks are counted',
      '"whole": 1 block is known from other files, counted once',
    ]);
  });

  it('stops at a line that was altered', () => {
    const altered = whole.with(300, whole[300].replace('"outcome":"', '"outcome":"un'));
    const result = merged({ altered });
    expect(result.tally.runs).toBe(256);
    expect(result.notes[0]).toBe(
      '"altered" is damaged at line 515; the blocks before it are counted',
    );
    expect(merged({ lost: whole.toSpliced(30, 1) }).notes[0]).toMatch(/damaged at line 257/);
    const torn = whole.with(300, whole[300].slice(0, 50));
    expect(merged({ torn }).notes[0]).toMatch(/damaged at line 301/);
  });
});

describe('merging is refused', () => {
  const other = fileOf({ ...BROAD, seed: 9 }, { index: 2, count: 3 });
  const header = JSON.parse(whole[0]) as Record<string, unknown>;

  it.each<readonly [string, Record<string, readonly string[]>, RegExp]>([
    ['for files of different campaigns', { a, other }, /^"other" is of another campaign than "a"/],
    ['for an empty file', { none: [] }, /^"none" is empty$/],
    ['for another file', { csv: ['step,time'] }, /^"csv" is not a campaign file$/],
    ['for other JSON', { json: ['[1]'] }, /is not a campaign file/],
    ['for a newer file', { new: [JSON.stringify({ ...header, version: 2 })] }, /newer version/],
    [
      'for a changed header',
      { a: [whole[0].replace('"runs":1500', '"runs":1501')] },
      /damaged first line/,
    ],
    ['without a file', {}, /there is no file/],
  ])('%s', (_, files, message) => {
    const result = merge(files);
    expect(result.ok ? '' : result.error).toMatch(message);
  });

  it('for files that disagree on a run', () => {
    const campaign = createCampaign(BROAD, new Map());
    const block = campaign.ok ? campaign.value.runBlock(2) : { block: 2, results: [] };
    const results = block.results.with(7, {
      ...block.results[7],
      outcome: 'hang',
      latencyCycles: 1,
    });
    const forged = [whole[0], ...blockLines({ block: 2, results })];
    const result = merge({ whole, forged });
    expect(result.ok ? '' : result.error).toMatch(
      /"whole" and "forged" disagree on runs 512 to 767/,
    );
  });

  it('for a file that cannot be read', () => {
    const result = mergeFiles([{ name: 'x', open: () => err('cannot read "x"') }]);
    expect(result).toEqual(err('cannot read "x"'));
  });
});

describe('the digest of a campaign', () => {
  it('is the same whatever the order of fields, and another for another campaign', () => {
    const { scenario, ...rest } = campaignOf(shortScenario());
    const reordered = Object.fromEntries(Object.entries(scenario).toReversed());
    const same = { ...rest, scenario: reordered as unknown as CampaignSpec['scenario'] };
    const digest = jsonDigest({ scenario, ...rest });
    expect(jsonDigest(same)).toBe(digest);
    const changes: readonly Partial<CampaignSpec>[] = [
      { seed: 2 },
      { runs: 999 },
      { targets: ['mem', 'gpr'] },
      { stopWidth: 0.1 },
      { scenario: { ...scenario, seed: 3 } },
    ];
    const digests = changes.map((change) => jsonDigest({ scenario, ...rest, ...change }));
    expect(new Set([digest, ...digests]).size).toBe(changes.length + 1);
  });
});
