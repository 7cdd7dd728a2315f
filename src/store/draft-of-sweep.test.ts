import { describe, expect, it } from 'vitest';

import { sweepOf } from '../analysis/sweep/spec.ts';
import type { SweepOptions, SweepSpec } from '../analysis/sweep/spec.ts';
import { DEFAULT_WEIGHTS } from '../analysis/sweep/metrics.ts';
import { DEFAULT_APP, defaultScenario } from '../scenario/default-scenario.ts';
import { draftOfSweep } from './draft-of-sweep.ts';
import { createSweepDraft, PAGE_FAULTS, readSweepDraft } from './sweep-draft.ts';

const lab = defaultScenario();
const AXES = [
  { parameter: 'ipi', scale: 'log', from: 250, to: 4000, steps: 7 },
  { parameter: 'placement', scale: 'list', values: ['spread', 'same-socket'] },
] as const;

/** The sweep that the sentence of `spec` comes to. */
function again(spec: SweepSpec): { readonly spec: SweepSpec; readonly changesLab: boolean } {
  const { draft, scenario } = draftOfSweep(spec, lab);
  const read = readSweepDraft(draft, scenario ?? lab);
  expect(read.problems).toEqual([]);
  return { spec: read.spec, changesLab: scenario !== null };
}

describe('the sentence of a sweep that was made elsewhere', () => {
  it.each<readonly [string, SweepOptions]>([
    ['so many seeds', { seeds: [lab.seed, lab.seed + 1] }],
    ['a list of seeds', { seeds: [5, 3, 9] }],
    ['one other seed', { seeds: [77] }],
    ['some methods and redundancies', { methods: ['local', 'ipc'], redundancies: ['native', 3] }],
    ['the first application alone', { scope: 'first' }],
    ['other weights', { energyWeights: { ...DEFAULT_WEIGHTS, polling: 0.85, halted: 0.1 } }],
  ])('says %s, and comes to the same sweep of the scenario in the Lab', (_, options) => {
    const spec = sweepOf(lab, AXES, { seeds: [lab.seed], ...options });
    expect(again(spec)).toEqual({ spec, changesLab: false });
  });

  it('says the program and placement that take the place of the Lab’s', () => {
    const draft = { ...createSweepDraft(), workload: PAGE_FAULTS, placement: 'spread' as const };
    const { spec } = readSweepDraft(draft, lab);
    expect(again(spec)).toEqual({ spec, changesLab: false });
  });

  it('needs the scenario of the sweep where the Lab has another one', () => {
    const other = {
      ...lab,
      machine: { ...lab.machine, cpi: 0.7 },
      apps: [DEFAULT_APP, { ...DEFAULT_APP, name: 'second' }] as const,
    };
    const spec = sweepOf(other, AXES.slice(0, 1), { seeds: [other.seed] });
    expect(again(spec)).toEqual({ spec, changesLab: true });
  });
});
