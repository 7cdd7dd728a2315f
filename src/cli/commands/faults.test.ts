import { describe, expect, it } from 'vitest';
import { FLOW_NAMES, FLOW_PARAMETERS } from '../../kernel/faults/flow-parameters.ts';
import type { RunSummary } from '../../run/recording.ts';
import { SMALL, type } from '../testing.ts';

const FLIP = { at: { event: 3 }, replica: 1, target: 'gpr', register: 'bx', fate: 'stays' };

function withFaults(...faults: readonly object[]): string {
  return JSON.stringify({ ...(JSON.parse(SMALL) as object), faults });
}

const files = {
  'small.json': SMALL,
  'flip.json': withFaults(FLIP),
  'late.json': withFaults(FLIP, { ...FLIP, at: { cycle: 99_999_999 } }),
  'late-alone.json': withFaults({ ...FLIP, at: { cycle: 99_999_999 } }),
  'first.json': withFaults({ at: { cycle: 0 }, target: 'romain', fate: 'crash' }),
};
const BARRIER = ['--signalling', 'migration'];

type Told = RunSummary & { incidents: Record<string, number> };
const runJson = (...args: readonly string[]): Told =>
  JSON.parse(type(['run', ...args, '--json'], files).out) as Told;

describe('run with faults', () => {
  it('prints outcome, stop, what became of the fault, and incidents as JSON', () => {
    const { apps, incidents } = runJson('flip.json');
    expect(apps[0]).toMatchObject({
      outcome: 'detected, stopped',
      stop: 'debugger',
      completedEvents: 3,
      faults: { injected: 1, injectedEvent: 3, detectedEvent: 3, externalizedAt: -1 },
    });
    expect(incidents).toEqual({ injected: 1, mismatch: 1, stopped: 1 });
    expect(runJson('small.json').incidents).toEqual({});
  });

  it('says the same to people, and nothing where nothing happened', () => {
    const { status, out } = type(['run', 'flip.json', ...BARRIER], files);
    expect(status).toBe(0);
    expect(out).toContain('What the faults did');
    expect(out).toMatch(/^periodic +corrected +- +21 +1 +[\d\u202f]+ +[\d\u202f]+ +1 +- +0$/m);
    expect(out).toContain('incidents: injected 1, mismatch 1, outvoted 1, recovered 1\n');
    expect(type(['run', 'small.json'], files).out).not.toContain('faults');
  });

  it('changes with the options for protection', () => {
    expect(runJson('flip.json', '--split-recovery', 'what-if').apps[0].outcome).toBe('corrected');
    expect(runJson('flip.json', ...BARRIER, '--redundancy', '2').apps[0].stop).toBe('fail-stop');
  });

  it('prints numbers of a run that a fault ends before it begins', () => {
    const { status, out } = type(['run', 'first.json'], files);
    expect(status).toBe(0);
    expect(out).toContain('RCB failure');
    expect(out).not.toMatch(/NaN|Infinity/);
  });
});

describe('a fault after the end of the run', () => {
  it.each([
    [['run', 'late-alone.json']],
    [['run', 'late-alone.json', '--json']],
    [['validate', 'late-alone.json']],
    [['trace', 'late-alone.json', '--format', 'csv', '--out', 'a']],
  ])('is refused by %j', (argv) => {
    const { status, out, error } = type(argv, files);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toMatch(
      /: faults\[0\]\.at\.cycle: 99999999 is after the end of the run \(\d+ cycles\)\n$/,
    );
  });

  it('is refused beside one that hits, unless that cuts the run short', () => {
    const refused = type(['run', 'late.json', ...BARRIER], files);
    expect(refused.status).toBe(2);
    expect(refused.error).toContain('faults[1].at.cycle');
    expect(type(['run', 'late.json'], files).status).toBe(0);
  });
});

function incidentTrace(format: string) {
  const output = ['--incidents', '--format', format, '--out', 'a'];
  return type(['trace', 'flip.json', ...BARRIER, ...output], files);
}

describe('trace --incidents', () => {
  it('writes one line per incident as CSV and as JSON Lines', () => {
    const csv = incidentTrace('csv');
    expect(csv.out).toBe('4 incidents written to a\n');
    const [head, ...rows] = csv.written.get('a') ?? [];
    expect(head).toBe('step,time,kind,app,replica,event,fault,place,at,mask,other');
    expect(rows.map((row) => row.split(',')[2])).toEqual([
      'injected',
      'mismatch',
      'outvoted',
      'recovered',
    ]);
    const lines = incidentTrace('jsonl').written.get('a') ?? [];
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({ kind: 'outvoted', replica: 1, other: 2 });
  });
});

describe('validate with faults', () => {
  it.each([[[]], [BARRIER], [['--comparison', 'full', ...BARRIER]]])('holds with %j', (options) => {
    const { status, out } = type(['validate', 'flip.json', ...options], files);
    expect(status).toBe(0);
    expect(out).not.toContain('FAILS');
    const promised = options.includes('full') ? 'holds  9. one fault' : 'n/a    9. one fault';
    expect(out).toContain(promised);
  });
});

describe('flow', () => {
  it('lists every probability with range, basis and source as JSON', () => {
    const { flow } = JSON.parse(type(['flow', '--json']).out) as { flow: { name: string }[] };
    expect(flow.map(({ name }) => name)).toEqual(FLOW_NAMES);
    expect(flow[0]).toEqual({ name: 'data_dies', ...FLOW_PARAMETERS.data_dies });
  });

  it('names basis and source for people', () => {
    const { status, out } = type(['flow']);
    expect(status).toBe(0);
    expect(out).toMatch(
      /^rat_register +0\.1 +0 to 1 +source code\n {4}a renaming fault .*; basis: the injector/m,
    );
  });
});
