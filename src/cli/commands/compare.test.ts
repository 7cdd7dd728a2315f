import { describe, expect, it } from 'vitest';

import { SMALL, type } from '../testing.ts';
import type { Figure } from '../../analysis/compare/figures.ts';

const FILES = { 'small.json': SMALL };

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

  it('does not weigh a run that was stopped against a whole one', () => {
    const fault = {
      at: { event: 5 },
      app: 0,
      replica: 1,
      target: 'gpr',
      register: 'bx',
      bit: 3,
      fate: 'stays',
    };
    const faulty = JSON.stringify({ ...(JSON.parse(SMALL) as object), faults: [fault] });
    const { out } = type(['compare', 'small.json', 'faulty.json'], {
      ...FILES,
      'faulty.json': faulty,
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
