import { describe, expect, it } from 'vitest';
import type { CampaignReport } from '../../analysis/campaign/report.ts';
import { decodeLink } from '../../scenario/link.ts';
import { SMALL, type } from '../testing.ts';

const files = { 'small.json': SMALL };
const BASE = ['campaign', 'small.json', '--runs', '600', '--seed', '3'];

function reportOf(...options: readonly string[]): CampaignReport {
  const { status, out, error } = type([...BASE, ...options, '--json'], files);
  expect({ status, error }).toEqual({ status: 0, error: '' });
  return JSON.parse(out) as CampaignReport;
}

/** The file that the options leave behind, as text. */
function fileOf(...options: readonly string[]): string {
  const { written } = type([...BASE, ...options, '--out', 'f'], files);
  return (written.get('f') ?? []).map((line) => `${line}\n`).join('');
}

describe('campaign', () => {
  it('prints outcomes, targets, latency, pace and links', () => {
    const { status, out } = type(BASE, files);
    expect(status).toBe(0);
    expect(out).toMatch(
      /^small \(model output\)\n600 runs with one fault each\nipc, redundancy 3, prototype comparison\nseed 0x00000003/,
    );
    expect(out).toMatch(/^masked +\d+ +[\d.]+ % +[\d.]+ % to [\d.]+ %$/m);
    expect(out).toMatch(/^gpr +120 /m);
    expect(out).toMatch(/^Detected in \d+ runs .* 95th percentile about .* µs\);$/m);
    expect(out).toMatch(/^600 runs in [\d.]+ s, .+ runs per second\.$/m);
    const [, link = ''] = /^masked +\d+ +(http\S+)$/m.exec(out) ?? [];
    const decoded = decodeLink(link);
    expect(decoded.ok && decoded.value.scenario.faults).toHaveLength(1);
  });

  it('varies method, redundancy and comparison, and takes changes of the scenario', () => {
    const { cells, runs } = reportOf(
      '--methods=polling,local',
      '--redundancy=native,2',
      '--comparison=full',
      '--targets=mem, utcb',
      '--cost=drq=200',
    );
    expect(runs).toBe(600);
    expect(
      cells.map(({ method, redundancy, target }) => `${method} ${redundancy} ${target}`),
    ).toEqual(
      ['polling', 'local'].flatMap((method) =>
        ['native', '2'].flatMap((n) => ['mem', 'utcb'].map((target) => `${method} ${n} ${target}`)),
      ),
    );
    const { out } = type([...BASE, '--methods', 'polling,local'], files);
    expect(out).toMatch(/^local +3 +prototype +300 /m);
    expect(new Set(cells.map(({ comparison }) => comparison))).toEqual(new Set(['full']));
  });

  it('is the same for the same seed and another for another', () => {
    expect(reportOf()).toEqual(reportOf());
    expect(reportOf('--seed', '4').outcomes).not.toEqual(reportOf().outcomes);
  });

  it('stops early at the interval width wanted', () => {
    const report = reportOf('--stop-width', '0.1');
    expect(report).toMatchObject({ runs: 512, wanted: 600, stoppedEarly: true, missing: [] });
    const { out } = type([...BASE, '--stop-width', '0.1'], files);
    expect(out).toMatch(/^512 of 600 runs .* stopped at the interval width 0.1$/m);
  });

  it('runs on a shipped workload', () => {
    const { out } = type(
      ['campaign', 'crc32-tmr-local', '--workload', 'crc32-small.l4re-4k', '--runs', '20'],
      files,
    );
    expect(out).toMatch(/^crc32-small.l4re-4k \(model output\)\n20 runs/);
  });
});

describe('campaign merge', () => {
  const [a, b] = [fileOf('--shard', '1/2'), fileOf('--shard', '2/2')];

  it('gives the same JSON as the campaign in one piece', () => {
    const merged = type(['campaign', 'merge', 'b', 'a', '--json'], { a, b });
    const { out } = type([...BASE, '--json'], files);
    expect(merged).toMatchObject({ status: 0, error: '', out });
  });

  it('tells of a shard alone what is not in it', () => {
    expect(reportOf('--shard', '2/2').missing).toEqual([
      { from: 0, to: 256 },
      { from: 512, to: 600 },
    ]);
  });

  it('counts what is whole of a cut file, says what is missing and ends with 1', () => {
    const { status, out, error } = type(['campaign', 'merge', 'a', 'b'], {
      a,
      b: b.slice(0, b.length / 2),
    });
    expect(status).toBe(1);
    expect(out).toMatch(/^344 of 600 runs/m);
    expect(error).toBe(
      'note: "b" has no end; its whole blocks are counted\n' +
        'note: 256 of 600 runs are missing (counted from 0): 256 to 511\n',
    );
  });

  it('refuses shards of different campaigns', () => {
    const other = fileOf('--shard', '2/2', '--seed', '4');
    const { status, out, error } = type(['campaign', 'merge', 'a', 'other'], { a, other });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toMatch(/"other" is of another campaign than "a"; merge only files/);
  });
});

describe('bad input of campaign', () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['--runs', '0'], /--runs must be a whole number from 1 to/],
    [['--runs', 'many'], /--runs must be a whole number from 1 to \d+, but is "many"/],
    [['--seed', '4294967296'], /--seed must be .*4294967295/],
    [['--targets', 'gpr,memory'], /--targets has no "memory"/],
    [['--targets', 'grp'], /did you mean "gpr"/],
    [['--targets', ''], /--targets has no ""; known: gpr, instr/],
    [['--targets', 'gpr,gpr'], /--targets lists gpr twice/],
    [['--methods', 'icp'], /--methods has no "icp".*"ipc"/],
    [['--comparison', 'none'], /--comparison has no "none"; known: prototype, full/],
    [['--redundancy', '3,8'], /--redundancy must list native or 1 to 7, but has "8"/],
    [['--redundancy', '7,6', '--targets', 'slot', '--methods', 'local'], /slot does not exist/],
    [['--shard', '0/2'], /--shard must be i\/n with i from 1 to n/],
    [['--shard', '3/2'], /--shard must be/],
    [['--shard', 'x'], /--shard must be/],
    [['--shard', '1/9'], /600 runs are 3 blocks of 256, so use at most 3 shards/],
    [['--shard', '1/2', '--stop-width', '0.1'], /--shard and --stop-width exclude each other/],
    [['--stop-width', '2'], /--stop-width must lie between 0 and 1/],
    [['--stop-width', 'narrow'], /--stop-width must be a number/],
    [['--workload', 'none'], /unknown workload "none"/],
    [['--signalling', 'ipc'], /unknown option "--signalling"/],
    [['--out', ''], /--out must name the file/],
    [['another.json'], /unexpected "another.json"/],
  ];
  it.each(cases)('%j ends with status 2 and one line', (options, message) => {
    const { status, out, error } = type([...BASE, ...options], files);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toMatch(message);
    expect(error).toMatch(/^watchmen campaign: [^\n\r]+\n$/);
  });

  it.each([
    [['campaign', 'merge'], /merge which files/],
    [['campaign', 'merge', 'missing'], /cannot read "missing"/],
    [['campaign', 'merge', 'small.json'], /"small.json" is not a campaign file/],
    [['campaign', 'merge', 'small.json', '--seed', '1'], /merge takes no option --seed/],
    [['campaign'], /which scenario/],
  ])('%j ends with status 2', (argv, message) => {
    const { status, out, error } = type(argv, files);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toMatch(message);
  });
});
