import { describe, expect, it } from 'vitest';
import type { SweepReport } from '../../analysis/sweep/report.ts';
import { decodeLink } from '../../scenario/link.ts';
import { SMALL, type } from '../testing.ts';

const spec = (change: object = {}): string =>
  JSON.stringify({
    scenario: 'small.json',
    axes: [{ parameter: 'ipi', scale: 'log', from: 250, to: 8000, steps: 5 }],
    ...change,
  });
const MAP = {
  axes: [
    { parameter: 'ipi', steps: 4 },
    { parameter: 'skew_sigma', steps: 3 },
  ],
};
const files = {
  'small.json': SMALL,
  'line.json': spec({ seeds: 2 }),
  'map.json': spec(MAP),
};

/** The file that a sweep leaves behind, as text. */
function fileOf(...argv: readonly string[]): string {
  const { written } = type(['sweep', ...argv, '--out', 'f'], files);
  return (written.get('f') ?? []).map((line) => `${line}\n`).join('');
}

function plain(text: string): string {
  return text.replaceAll('\u202f', ' ');
}

describe('sweep', () => {
  it('prints a table along one axis, findings with their numbers, and links', () => {
    const { status, out, error } = type(['sweep', 'line.json'], files);
    expect({ status, error }).toEqual({ status: 0, error: '' });
    const text = plain(out);
    expect(text).toMatch(
      /^small \(model output\)\n {2}ipi: 5 values, 250 to 8 000 cycles per IPI\n/,
    );
    expect(text).toMatch(/^5 points x 3 variants x 2 seeds$/m);
    expect(text).toMatch(/^ +250( +[\d ]+){3}$/m);
    expect(text).toMatch(/^ {2}Polling wins everywhere on run time: by .* at all 5 points\.$/m);
    expect(text).toMatch(/^ {2}Above [\d ]+ cycles per IPI migration beats IPC on run time\.$/m);
    expect(text).toMatch(/^ {4}Simulated at [\d ]+ and [\d ]+, interpolated between; median of 2/m);
    expect(text).toMatch(/^30 runs in [\d.]+ s, .* runs per second\.$/m);
    const [link = ''] = /http\S+/.exec(out) ?? [];
    const decoded = decodeLink(link);
    expect(decoded.ok && decoded.value.scenario.title).toMatch(/^small; ipi = \d+$/);
  });

  it('prints a map along two axes', () => {
    const { out } = type(['sweep', 'map.json', '--metric', 'run-time'], files);
    expect(plain(out)).toMatch(/^Who wins on run time: M migration, I IPC, P polling; small = by/m);
    expect(out).toMatch(/^TMR\n *1\u202f500 {2}P{4}\n *800 {2}P{4}\n *100 {2}P{4}$/m);
    expect(out).not.toMatch(/energy/i);
  });

  it('says of machines that are too small what they are replaced with', () => {
    const many = {
      ...files,
      'copies.json': spec({ axes: [{ parameter: 'copies', values: [1, 5] }] }),
    };
    const { out } = type(['sweep', 'copies.json'], many);
    expect(out).toMatch(/^Every point runs on 2 x 8 cores, as many as the largest needs\.$/m);
  });

  it('prints JSON that is a function of the runs', () => {
    const [first, second] = [1, 2].map(() => type(['sweep', 'line.json', '--json'], files));
    expect(first).toEqual(second);
    const report = JSON.parse(first.out) as SweepReport;
    expect(report.points).toHaveLength(5);
    expect(report.missing).toEqual([]);
    expect(report.metrics.energy).toMatchObject({ unit: 'core cycles', better: 'lower' });
    expect(report.findings['run-time']?.[0].kind).toBe('winners');
  });

  it('prints CSV with a line and a link per run', () => {
    const { out } = type(
      ['sweep', 'line.json', '--csv', '--page', 'https://example.org/w#x'],
      files,
    );
    const [head, ...rows] = out.trimEnd().split('\n');
    expect(head).toMatch(/^ipi,method,redundancy,seed,outcome,.*,run-time,overhead,.*,link$/);
    expect(rows).toHaveLength(30);
    expect(new Set(rows.map((row) => row.split(',').length))).toEqual(
      new Set([head.split(',').length]),
    );
    const decoded = decodeLink(rows[29].split(',').at(-1) ?? '');
    const scenario = decoded.ok ? decoded.value.scenario : null;
    const [ipi, method, , seed] = rows[29].split(',');
    expect(rows[29]).toMatch(/https:\/\/example\.org\/w#w\d/);
    expect(scenario).toMatchObject({ seed: Number(seed), apps: [{ signalling: method }] });
    const { ipi_send = 0, ipi_latency = 0, ipi_handler = 0 } = scenario?.costs.overrides ?? {};
    expect(ipi_send + ipi_latency + ipi_handler).toBe(Number(ipi));
  });

  it('takes presets, workloads and whole scenarios', () => {
    const change = {
      scenario: 'crc32-tmr-ipc',
      workload: 'hello-static.linux',
      axes: [{ parameter: 'clock', values: [2] }],
    };
    const { status, out } = type(['sweep', 'p.json'], { 'p.json': spec(change) });
    expect(status).toBe(0);
    expect(out).toMatch(/^hello-static \(model output\)/);
    const whole = {
      scenario: JSON.parse(SMALL) as object,
      axes: [{ parameter: 'clock', values: [2] }],
    };
    expect(type(['sweep', 'p.json'], { 'p.json': JSON.stringify(whole) }).status).toBe(0);
  });
});

describe('sweep list', () => {
  it('names every parameter and metric with unit, range and meaning', () => {
    const { status, out } = type(['sweep', 'list']);
    expect(status).toBe(0);
    expect(plain(out)).toMatch(/^ipi +costs +250 to 4 000 +cycles per IPI\n +one IPI: sent/m);
    expect(out).toMatch(/^watchdog +protection +.*, off +instructions$/m);
    expect(out).toMatch(/^energy +lower is better +core cycles\n +energy proxy: Cycles of all/m);
    expect(out).toMatch(/^halted +0 +0 to 0.3 +inferred/m);
    expect(type(['sweep', 'list', '--json']).error).toMatch(/list takes no option --json/);
  });
});

describe('sweep in parts', () => {
  const shards = ['1/2', '2/2'].map((shard) => fileOf('line.json', '--shard', shard));
  const [a, b] = shards;

  it.each(['--json', '--csv'])(
    'merges into what the whole gives, byte for byte, with %s',
    (format) => {
      const { out } = type(['sweep', 'line.json', format], files);
      expect(type(['sweep', 'merge', 'b', 'a', format], { a, b })).toMatchObject({
        status: 0,
        error: '',
        out,
      });
    },
  );

  it('counts what is whole of a cut file, says what is missing and ends with 1', () => {
    const cut = b.slice(0, b.length - 200);
    const { status, out, error } = type(['sweep', 'merge', 'a', 'cut'], { a, cut });
    expect(status).toBe(1);
    expect(out).toMatch(/^5 points \(4 done\)/m);
    expect(error).toMatch(
      /"cut" has no end.*\nnote: 6 of 30 runs are missing \(counted from 0\): 18 to 23/,
    );
  });

  it('goes on where a file was cut, and gives the same file', () => {
    const whole = fileOf('line.json');
    const cut = whole.slice(0, whole.length / 2);
    const { written, out, status } = type(['sweep', 'line.json', '--resume', 'cut', '--out', 'f'], {
      ...files,
      cut,
    });
    expect(status).toBe(0);
    expect(`${(written.get('f') ?? []).join('\n')}\n`).toBe(whole);
    expect(out).toMatch(/^18 runs in/m);
  });
});

function energy(...argv: readonly string[]): SweepReport {
  const { out } = type(['sweep', ...argv, '--metric', 'energy', '--json'], {
    ...files,
    whole: fileOf('line.json'),
  });
  return JSON.parse(out) as SweepReport;
}

function saidOfEnergy(...argv: readonly string[]): string {
  return type(['sweep', 'line.json', '--metric', 'energy', ...argv], files).out;
}

describe('the weights of the energy proxy', () => {
  const light = ['--energy-weights', 'polling=0.5, halted=0.1'];

  it('are set by an option, in a sweep as in its files, and are part of the report', () => {
    const usual = energy('line.json');
    const run = energy('line.json', ...light);
    expect(run.energyWeights.polling).toMatchObject({ value: 0.5, usual: 1, source: 'inferred' });
    expect(run.points).not.toEqual(usual.points);
    const merged = energy('merge', 'whole', ...light);
    expect(merged.points).toEqual(run.points);
    expect(energy('merge', 'whole')).toEqual(usual);
  });

  it('are told beside the findings when they are not the usual ones', () => {
    expect(saidOfEnergy(...light)).toContain('Weights: busy core 1, polling 0.5, halted 0.1.');
    expect(saidOfEnergy()).not.toContain('Weights:');
  });
});

describe('bad input of sweep', () => {
  const bad = {
    ...files,
    'cut.json': spec().slice(0, -2),
    'a.json': spec({ axes: [{ parameter: 'ipa' }] }),
    'n.json': spec({ workload: 'none' }),
    'x.json': spec({ scenario: 'crc' }),
  };
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /which sweep\? Give a JSON file/],
    [['none.json'], /cannot read "none.json"/],
    [['cut.json'], /"cut.json" is not JSON: it cannot be read at line 1, column \d+/],
    [['a.json'], /"a.json": axes\[0\]\.parameter: there is no parameter "ipa"; did you mean "ipi"/],
    [['n.json'], /unknown workload "none"/],
    [['x.json'], /"x.json": scenario: there is no preset "crc"/],
    [['line.json', 'map.json'], /unexpected "map.json"/],
    [['line.json', '--metric', 'energie'], /--metric has no "energie"; did you mean "energy"/],
    [['line.json', '--json', '--csv'], /--json and --csv exclude each other/],
    [['line.json', '--shard', '3/2'], /--shard must be i\/n/],
    [['line.json', '--shard', '1/6'], /--shard is too fine: the sweep has 5 points/],
    [['line.json', '--out', ''], /--out must name the file/],
    [['line.json', '--page', 'x'], /--page must be an address/],
    [['line.json', '--resume', 'small.json'], /"small.json" is not a sweep file/],
    [['line.json', '--runs', '5'], /unknown option "--runs"/],
    [['line.json', '--energy-weights', 'polling'], /must be such as polling=0\.8/],
    [['line.json', '--energy-weights', 'polling=2'], /polling must be a number from 0 to 1/],
    [['line.json', '--energy-weights', 'resting=0'], /resting there is no such weight; known: po/],
    [['line.json', '--energy-weights', 'user=0.5'], /user must be 1: it is the unit/],
    [['merge'], /merge which files/],
    [['merge', 'small.json'], /"small.json" is not a sweep file/],
    [['merge', 'small.json', '--shard', '1/2'], /merge takes no option --shard/],
  ];
  it.each(cases)('%j ends with status 2 and one line', (argv, message) => {
    const { status, out, error } = type(['sweep', ...argv], bad);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toMatch(message);
    expect(error).toMatch(/^watchmen sweep: [^\n\r]+\n$/);
  });
});
