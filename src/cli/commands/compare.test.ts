import { describe, expect, it } from 'vitest';

import { SMALL, type } from '../testing.ts';
import type { Figure } from '../../analysis/compare/figures.ts';

const FILES = { 'small.json': SMALL };

/** `SMALL` with a bit flipped in a register of a replica. */
function faulty(change: object): string {
  const place = { at: { event: 5 }, app: 0, replica: 1 };
  const fault = { ...place, target: 'gpr', register: 'bx', bit: 3, ...change };
  return JSON.stringify({ ...(JSON.parse(SMALL) as object), faults: [fault] });
}

/** The cells of a line of a table. */
const cells = (line: string): string[] => line.trim().split(/ {2,}/);

interface Printed {
  readonly departure: { readonly step: number; readonly time: number } | null;
  readonly a: { readonly totalCycles: number };
  readonly b: { readonly totalCycles: number; readonly apps: readonly { readonly ipis: number }[] };
  readonly apps: readonly { readonly figures: readonly Figure[] }[];
}

describe('compare', () => {
  it('prints both runs, their difference and where they part', () => {
    const { status, out } = type(['compare', 'small.json', '--redundancy', '2'], FILES);
    expect(status).toBe(0);
    expect(out).toContain('A: small\n');
    expect(out).toContain('B: periodic, 2 replicas, ipc\n');
    expect(out).toMatch(/B takes [\d\u202f]+ cycles less \(-[\d.]+ %\); \d+ % of that is \w+\./);
    expect(out).toMatch(/Alike for \d+ kernel steps?; they part at cycle [\d\u202f]+\./);
  });

  it('gives in JSON what `run` gives for each side, and the difference', () => {
    const args = ['--signalling', 'polling', '--json'];
    const printed = JSON.parse(type(['compare', 'small.json', ...args], FILES).out) as Printed;
    const a = JSON.parse(type(['run', 'small.json', '--json'], FILES).out) as Printed['a'];
    const b = JSON.parse(type(['run', 'small.json', ...args], FILES).out) as Printed['b'];
    expect(printed.a.totalCycles).toBe(a.totalCycles);
    const figures = printed.apps[0]?.figures ?? [];
    const figure = (id: string): Figure | undefined => figures.find((one) => one.id === id);
    expect(figure('run')).toMatchObject({
      a: a.totalCycles,
      b: b.totalCycles,
      difference: b.totalCycles - a.totalCycles,
    });
    expect(figure('ipis')?.b).toBe(b.apps[0]?.ipis);
    expect(printed.departure?.time).toBeGreaterThan(0);
  });

  it('says so when both runs are the same, and changes both sides of two', () => {
    const two = ['compare', 'small.json', 'small.json', '--seed', '7'];
    const { out } = type(two, FILES);
    expect(out).toContain('Both traces are the same.\n');
    expect(out).toContain('Both take the same time.\n');
    const json = JSON.parse(type([...two, '--json'], FILES).out) as {
      a: { seed: number };
      b: { seed: number };
    };
    expect([json.a.seed, json.b.seed]).toEqual([7, 7]);
  });

  it('says what faults did to each run, as `run` says it of one', () => {
    const files = { ...FILES, 'hit.json': faulty({ fate: 'dies' }) };
    const { out } = type(['compare', 'small.json', 'hit.json'], files);
    expect(out).toMatch(/^run +app +outcome .* wrong output at +still wrong$/m);
    expect(out).toMatch(/^A +\S+ +completed +- +21 +0 +- /m);
    const run = type(['run', 'hit.json'], files).out;
    const [, row = ''] =
      /^(periodic +(?!periodic)\D+ .*)$/m.exec(run.split('What the faults did')[1] ?? '') ?? [];
    expect(row).not.toBe('');
    const [ofB = ''] = /^B +.*$/m.exec(out.split('What the faults did')[1] ?? '') ?? [];
    expect(cells(ofB)).toEqual(['B', ...cells(row)]);
    expect(out).toContain('incidents of A: none\n');
    const [, incidents = ''] = /^incidents: (.*)$/m.exec(run) ?? [];
    expect(out).toContain(`incidents of B: ${incidents}\n`);
    const printed = JSON.parse(
      type(['compare', 'small.json', 'hit.json', '--json'], files).out,
    ) as {
      readonly a: object;
      readonly b: object;
    };
    expect(printed.a).toMatchObject({ incidents: {}, apps: [{ outcome: 'completed' }] });
    expect(printed.b).toMatchObject(
      JSON.parse(type(['run', 'hit.json', '--json'], files).out) as object,
    );
  });

  it('says nothing of faults where there are none', () => {
    expect(type(['compare', 'small.json', '--redundancy', '2'], FILES).out).not.toMatch(
      /fault|incident/,
    );
  });

  it('does not weigh a run that was stopped against a whole one', () => {
    const { out } = type(['compare', 'small.json', 'faulty.json'], {
      ...FILES,
      'faulty.json': faulty({ fate: 'stays' }),
    });
    expect(out).toMatch(/A completes 21 events, B \d+: their times are not of the same work\./);
    expect(out).not.toContain('B takes');
  });

  it('asks for what is missing', () => {
    expect(type(['compare'], FILES)).toMatchObject({
      status: 2,
      error: expect.stringContaining('which scenarios?') as string,
    });
    expect(type(['compare', 'small.json'], FILES)).toMatchObject({
      status: 2,
      error: expect.stringContaining('with what?') as string,
    });
  });
});
