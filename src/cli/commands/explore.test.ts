import { describe, expect, it } from 'vitest';

import { type } from '../testing.ts';

const FILES = {
  'app.json': JSON.stringify({
    title: 'app',
    apps: [{ workload: { kind: 'periodic', events: 60, instructions: 40_000, trap: 'syscall' } }],
  }),
};
const explore = (...args: string[]) => type(['explore', ...args], FILES);

interface Json {
  readonly study: string;
  readonly seed: number;
  readonly findings: readonly string[];
  readonly series: readonly { readonly points: readonly object[] }[];
  readonly rows: readonly object[];
  readonly notification: readonly object[];
  readonly isolation: readonly object[];
}

function jsonOf(...args: string[]): Json {
  return JSON.parse(explore(...args, '--json').out) as Json;
}

describe('explore scalability', () => {
  const options = ['scalability', 'app.json', '--apps', '1,3', '--methods', 'migration,polling'];

  it('prints a table, findings and how to read it', () => {
    const { out, status, error } = explore(...options, '--cores', '12');
    expect([status, error]).toEqual([0, '']);
    expect(out).toMatch(/^scalability: periodic, seed 0x[\dA-F]{8} \(model output\)\n\nmethod /u);
    expect(out).toContain('TMR by migration: an event keeps the Res core at work for');
    expect(out).toContain('On 12 cores most goes through with');
    expect(out).toContain('docs/scalability.md');
  });

  it('writes the same points as CSV, with the seed', () => {
    const lines = explore(...options, '--csv', '--seed', '7')
      .out.trimEnd()
      .split('\n');
    expect(lines).toHaveLength(1 + 4);
    expect(lines[0]).toMatch(/^workload,seed,method,replicas,res_cores,apps_per_res_core,/u);
    for (const line of lines) expect(line.split(',')).toHaveLength(lines[0].split(',').length);
    expect(lines[1]).toMatch(/^periodic,7,migration,3,1,1,4,/u);
  });

  it('writes all of it as JSON', () => {
    const { study, series, findings, seed } = jsonOf(...options, '--redundancy', '2-3');
    expect([study, series.length, seed > 0]).toEqual(['scalability', 4, true]);
    expect(series.every(({ points }) => points.length === 2)).toBe(true);
    expect(findings.length).toBeGreaterThan(4);
  });
});

describe('the other studies', () => {
  it('show the wish-list before and after', () => {
    const options = ['wish-list', 'app.json', '--methods', 'ipc,polling', '--faults', '20'];
    const { notification, isolation, findings } = jsonOf(...options);
    expect([notification.length, isolation.length]).toEqual([4, 4]);
    expect(findings.join('\n')).toContain('DMR by polling: fast notification changes nothing');
    const { out, status } = explore(...options);
    expect(status).toBe(0);
    expect(out).toContain('ipi_latency 500 -> 50 (inferred)');
  });

  it('show what distance costs', () => {
    const { rows, findings } = jsonOf('placement', 'app.json', '--redundancy', '3');
    expect(rows).toHaveLength(16);
    expect(findings.at(-1)).toMatch(/^TMR: the other socket hurts /u);
    expect(explore('placement', 'app.json').out).toContain('other-socket');
  });

  it('add up events, and run them beside it when asked to', () => {
    const plain = explore('closed-form', 'app.json', '--redundancy', '3');
    expect(plain.status).toBe(0);
    expect(plain.out).not.toContain('simulated ');
    const run = explore('closed-form', 'app.json', '--redundancy', '3', '--simulate');
    expect(run.status).toBe(0);
    expect(run.out).toMatch(/ipc: cycles per event are .* within the tolerance of 10 %; 3 runs\./u);
    const csv = explore('closed-form', 'app.json', '--csv').out.trimEnd().split('\n');
    expect(csv).toHaveLength(1 + 24);
  });
});

describe('explore', () => {
  it.each([
    [[], 'explore: which study? Known: scalability, wish-list, placement, closed-form'],
    [['placment'], 'there is no study "placment"; did you mean "placement"?'],
    [['scalability', 'nothing.json'], 'cannot read "nothing.json"'],
    [['scalability', 'app.json', '--apps', '0'], '--apps must list whole numbers from 1 to 64'],
    [['scalability', 'app.json', '--apps', '3-1'], '--apps must list whole numbers'],
    [['scalability', 'app.json', '--apps', '1,1'], '--apps lists 1 twice'],
    [['scalability', 'app.json', '--cores', '2'], '--cores must be a whole number from 3 to 64'],
    [['scalability', 'app.json', '--redundancy', '1'], '--redundancy must list whole numbers'],
    [
      ['scalability', 'app.json', '--methods', 'ipcs'],
      '--methods has no "ipcs"; did you mean "ipc"?',
    ],
    [['scalability', 'app.json', '--methods', 'ipc,ipc'], '--methods lists ipc twice'],
    [['scalability', 'app.json', '--faults', '3'], '"scalability" takes no --faults'],
    [['placement', 'app.json', '--simulate'], '"placement" takes no --simulate'],
    [['wish-list', 'app.json', '--faults', 'x'], '--faults must be a whole number from 1'],
    [['placement', 'app.json', '--json', '--csv'], '--json and --csv exclude each other'],
    [['placement', 'app.json', 'more'], 'unexpected "more"'],
  ])('refuses %j in one line', (args, message) => {
    const { status, out, error } = explore(...args);
    expect([status, out]).toEqual([2, '']);
    expect(error).toContain(message);
    expect(error.trimEnd().split('\n')).toHaveLength(1);
  });
});
