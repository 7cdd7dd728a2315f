import { describe, expect, it } from 'vitest';
import { CORE_MODES, PARTS, SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import type { RunSummary } from '../../run/recording.ts';
import { SMALL, type } from '../testing.ts';

const files = { 'small.json': SMALL };

function runJson(...args: readonly string[]): RunSummary {
  const typed = type(['run', ...args, '--json'], files);
  expect(typed).toMatchObject({ status: 0, error: '' });
  return JSON.parse(typed.out) as RunSummary;
}

function scenario(fields: object): string {
  return JSON.stringify({ ...(JSON.parse(SMALL) as object), ...fields });
}

function total(...cost: string[]): number {
  return runJson('small.json', ...cost).apps[0]?.totalCycles ?? 0;
}

describe('run --json', () => {
  it('prints every field of the contract, in whole numbers of cycles', () => {
    const run = runJson('small.json');
    expect(run).toMatchObject({ seed: 0x7f3a19c2, clockGHz: 2.6 });
    expect(run.digest).toMatch(/^[\da-f]{16}$/);
    for (const key of ['totalCycles', 'kernelSteps', 'ipis', 'messages', 'polls'] as const) {
      expect(Number.isInteger(run[key]), key).toBe(true);
    }
    expect(Object.keys(run.cores[0])).toEqual(['id', 'kind', ...CORE_MODES]);
    const [app] = run.apps;
    expect(app).toMatchObject({
      name: 'periodic',
      workload: 'periodic',
      redundancy: 3,
      signalling: 'ipc',
      outcome: 'completed',
    });
    expect(app.events).toEqual({
      total: 21,
      pagefault: 0,
      syscall: 20,
      ipc: 0,
      exception: 0,
      irq: 0,
      exit: 1,
      watchdog: 0,
    });
    expect(Object.keys(app.breakdown)).toEqual(expect.arrayContaining([...PARTS]));
    expect(app.replicas.map(({ id, core }) => [id, core])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  it('gives sums that are exact: cores, replicas and their mean', () => {
    for (const signalling of SIGNALLING_METHODS) {
      const run = runJson('small.json', '--signalling', signalling);
      for (const core of run.cores) {
        expect(CORE_MODES.reduce((sum, mode) => sum + core[mode], 0)).toBe(run.totalCycles);
      }
      for (const app of run.apps) {
        for (const { breakdown } of [app, ...app.replicas]) {
          expect(PARTS.reduce((sum, part) => sum + breakdown[part], 0)).toBe(app.totalCycles);
        }
        const overhead = ((app.totalCycles - app.nativeCycles) / app.nativeCycles) * 100;
        expect(app.overheadPercent).toBeCloseTo(overhead, 9);
      }
    }
  });

  it('repeats a run bit by bit and changes it with the seed', () => {
    const first = runJson('small.json').digest;
    expect(runJson('small.json').digest).toBe(first);
    expect(runJson('small.json', '--seed', '0x7F3A19C2').digest).toBe(first);
    expect(runJson('small.json', '--seed', '1').digest).not.toBe(first);
  });

  it('runs the same from a preset, its link, its fragment and its bare code', () => {
    const link = type(['link', 'talk-ipc']).out.trim();
    const digest = runJson('talk-ipc').digest;
    const code = link.slice(link.indexOf('#') + 1);
    const forms = [
      link,
      `#${code}`,
      code,
      ` ${link}\n`,
      `https://example.org/watchmen/?a=1#${code}`,
    ];
    for (const form of forms) expect(runJson(form).digest, form).toBe(digest);
  });

  it('applies every option that changes the scenario', () => {
    const native = runJson('small.json', '--redundancy', 'native');
    expect(native.apps[0]).toMatchObject({ redundancy: 'native', overheadPercent: 0 });
    const seven = runJson('small.json', '--redundancy=7', '--signalling=polling');
    expect(seven.apps[0]).toMatchObject({ redundancy: 7, signalling: 'polling', ipis: 0 });
    const other = runJson('small.json', '--workload', 'susan-e-small.l4re-4k');
    expect(other.apps[0]).toMatchObject({
      name: 'susan-e-small',
      workload: 'susan-e-small.l4re-4k',
    });
    const slow = runJson('small.json', '--cost', 'ipi_latency=1600', '--cost', 'drq=500');
    expect(slow.totalCycles).toBeGreaterThan(runJson('small.json').totalCycles);
  });
});

describe('run', () => {
  it('says that its figures are model output, with units', () => {
    const { status, out } = type(['run', 'small.json'], files);
    expect(status).toBe(0);
    expect(out).toContain('small (model output)');
    expect(out).toMatch(/run time [\d\u202f]+ cycles = [\d\u202f.]+ µs at 2.6 GHz/);
  });

  it('drops a title that its options made wrong', () => {
    expect(type(['run', 'small.json', '--redundancy', '2'], files).out).toMatch(/^Model output\n/);
  });

  it('changes a cost from a cycle on', () => {
    const plain = total();
    const late = total('--cost', `ipi_latency=1600@${Math.round(plain / 2)}`);
    const whole = total('--cost', 'ipi_latency=1600');
    expect(late).toBeGreaterThan(plain);
    expect(late).toBeLessThan(whole);
    expect(total('--cost', 'ipi_latency=1600@1')).toBe(whole);
  });

  it('notes a cost outside its plausible range and runs all the same', () => {
    const { status, error } = type(['run', 'small.json', '--cost', 'csum=5000'], files);
    expect(status).toBe(0);
    expect(error).toMatch(/^note: costs.overrides.csum: .*plausible range/);
  });
});

describe('bad input', () => {
  const bad: Record<string, string> = {
    ...files,
    'cut.json': '{"apps": [\n  {"workload": ',
    'comma.json': '{"apps": [1, ]}',
    'empty.json': '',
    'list.json': '[]',
    'two.json': scenario({ seed: -1, era: 1999, title: 7 }),
    'cores.json': scenario({ machine: { sockets: 1, coresPerSocket: 2 } }),
    'faults.json': scenario({
      faults: [{ at: { cycle: 1 }, app: 0, replica: 0, target: 'gpr', register: 'ax', bit: 64 }],
    }),
  };
  const cases: readonly (readonly [string[], RegExp])[] = [
    [[], /needs a command/],
    [['rnu'], /no command "rnu"; did you mean "run"/],
    [['run'], /which scenario/],
    [['run', ''], /empty name/],
    [['run', 'a', 'b'], /unexpected "b"/],
    [['run', 'crc32-tmr-icp'], /no preset "crc32-tmr-icp".*crc32-tmr-ipc/],
    [['run', 'no\nsuch'], /no preset/],
    [['run', 'small.json', '--sed', '1'], /unknown option "--sed"; did you mean "--seed"/],
    [['run', 'small.json', '-x'], /unknown option "-x"; known: /],
    [['run', 'small.json', '--format', 'csv'], /unknown option "--format"/],
    [['run', 'small.json', '--seed'], /--seed needs a value/],
    [['run', 'small.json', '--json=1'], /--json takes no value/],
    [['run', 'small.json', '--seed', '4294967296'], /--seed must be .*4294967295/],
    [['run', 'small.json', '--seed', '-1'], /--seed must be/],
    [['run', 'small.json', '--seed', '1e3'], /--seed must be/],
    [['run', 'small.json', '--seed', ''], /--seed must be/],
    [['run', 'small.json', '--redundancy', '8'], /--redundancy must be native or 1 to 7/],
    [['run', 'small.json', '--redundancy', '0'], /--redundancy must be/],
    [['run', 'small.json', '--signalling', 'pipes'], /unknown method "pipes"; .*polling/],
    [
      ['run', 'small.json', '--workload', 'crc32-large'],
      /unknown workload "crc32-large"; did you mean/,
    ],
    [['run', 'small.json', '--workload', '../package'], /unknown workload/],
    [
      ['run', 'small.json', '--cost', 'ipi_latncy=1'],
      /unknown cost "ipi_latncy"; did you mean "ipi_latency"/,
    ],
    [['run', 'small.json', '--cost', 'drq'], /--cost must be name=value/],
    [['run', 'small.json', '--cost', 'drq=1@0'], /after @ must be a cycle from 1 on/],
    [['run', 'small.json', '--cost', 'drq=NaN'], /--cost drq must be a number/],
    [['run', 'small.json', '--cost', 'drq=-1'], /--cost drq must be a number that is at least 0/],
    [['run', 'small.json', '--cost', 'memcpy_bw=0'], /memcpy_bw/],
    [['run', 'missing.json'], /cannot read "missing.json"/],
    [['run', 'cut.json'], /"cut.json" is not JSON: .* line 2, column 16/],
    [['run', 'comma.json'], /line 1, column 14/],
    [['run', 'empty.json'], /line 1, column 1/],
    [['run', 'list.json'], /apps: is missing/],
    [['run', 'two.json'], /"two.json": \w+: .* \(and 2 more problems\)/],
    [['run', 'cores.json'], /apps\[0\]/],
    [['run', 'faults.json'], /faults\[0\]\.bit: must be at most 31/],
    [['run', '#w1.AAAA'], /damaged/],
    [['run', 'w9.AAAAAAAAAAAA'], /damaged|newer/],
    [['run', 'https://example.org/'], /not a Watchmen link/],
    [['run', '#'], /no scenario in this link/],
  ];
  it.each(cases)('%j ends with status 2 and one line', (argv, message) => {
    const { status, out, error } = type(argv, bad);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toMatch(message);
    expect(error).toMatch(/^watchmen [^\n\r]+\n$/);
  });
});
