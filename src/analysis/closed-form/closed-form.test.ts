import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { PARTS, SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { DEFAULT_APP, defaultScenario } from '../../scenario/default-scenario.ts';
import type { AppSpec, Scenario } from '../../scenario/scenario.ts';
import { groupScenarios } from '../../testing/arbitrary-groups.ts';
import { planOf } from '../../testing/plans.ts';
import { shippedProfiles } from '../../testing/profiles.ts';
import { runFigures } from '../sweep/figures.ts';
import { METRICS, METRIC_NAMES, valueOf, measureOf } from '../sweep/metrics.ts';
import { createClosedForms } from './closed-form.ts';
import { compareWithRuns, distances, TOLERANCE } from './compare.ts';
import { previewFigures } from './preview-figures.ts';

const profiles = shippedProfiles();
const forms = createClosedForms();

function alone(app: Partial<AppSpec>, rest: Partial<Scenario> = {}): Scenario {
  return { ...defaultScenario(), ...rest, apps: [{ ...DEFAULT_APP, ...app }] };
}

function ofFirst(scenario: Scenario) {
  return forms.of(planOf(scenario, profiles)).apps[0];
}

function crc32At(signalling: SignallingMethod, ipi_latency: number): number {
  const workload = { kind: 'profile', id: 'crc32-small.l4re-4k' } as const;
  const costs = { preset: 'fast-ipi', overrides: { ipi_latency } } as const;
  return ofFirst(alone({ signalling, workload }, { costs })).estimate.totalCycles;
}

const reasons = (scenario: Scenario) => ofFirst(scenario).limits.map(({ reason }) => reason);

describe('the closed form of a run', () => {
  it.each(SIGNALLING_METHODS)(
    'is within the stated tolerance of random runs under %s where it says that it holds',
    (signalling) => {
      fc.assert(
        fc.property(groupScenarios(signalling), (scenario) => {
          const [found] = compareWithRuns([{ label: '', plan: planOf(scenario) }]);
          if (found.limits.length > 0) return;
          expect(Math.abs(found.error)).toBeLessThan(TOLERANCE[signalling]);
        }),
        { numRuns: 40 },
      );
    },
  );

  it.each(['native', 1] as const)('is exact to the cycle for %s', (redundancy) => {
    for (const id of ['crc32-small.l4re-4k', 'susan-e-small.l4re-4k', 'gzip-1mb.linux']) {
      const plan = planOf(alone({ redundancy, workload: { kind: 'profile', id } }), profiles);
      expect(forms.of(plan).totalCycles).toBe(runFigures(plan).totalCycles);
    }
  });

  it.each(SIGNALLING_METHODS)('finds each part of CRC32 as TMR under %s', (signalling) => {
    const plan = planOf(alone({ signalling }), profiles);
    const { estimate, limits } = forms.of(plan).apps[0];
    const { breakdown, totalCycles } = runFigures(plan);
    expect(limits).toEqual([]);
    for (const part of PARTS) {
      expect(Math.abs(estimate.breakdown[part] - breakdown[part])).toBeLessThan(
        0.002 * totalCycles,
      );
    }
    const sum = PARTS.reduce((total, part) => total + estimate.breakdown[part], 0);
    expect(sum).toBeCloseTo(estimate.totalCycles, 3);
  });

  it.each(SIGNALLING_METHODS)('previews every metric of a sweep under %s', (signalling) => {
    const plan = planOf(alone({ signalling, redundancy: 2 }), profiles);
    const preview = previewFigures(plan, forms.of(plan));
    const figures = runFigures(plan);
    for (const name of METRIC_NAMES) {
      const run = valueOf(figures, measureOf(name)) ?? Number.NaN;
      const found = valueOf(preview, measureOf(name)) ?? Number.NaN;
      // A part of a run may be small: it is judged by what it is of the whole.
      const slack = METRICS[name].unit === 'cycles' ? 0.001 * figures.totalCycles : 1e-9;
      const close = Math.abs(found - run) <= 0.02 * Math.abs(run) + slack;
      expect(close, `${METRICS[name].title}: ${found} for ${run}`).toBe(true);
    }
  });

  it('does not change with the costs of IPIs under polling, and grows with them under ipc', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 300, max: 3000 }),
        (a, more) => {
          expect(crc32At('polling', a + more)).toBe(crc32At('polling', a));
          expect(crc32At('ipc', a + more)).toBeGreaterThan(crc32At('ipc', a));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('takes other costs without compiling again', () => {
    const cheap = planOf(alone({}), profiles);
    const dear = planOf(alone({}, { costs: { preset: 'slow-ipi', overrides: {} } }), profiles);
    expect(forms.of(cheap, dear.costs)).toEqual(forms.of(dear));
  });
});

describe('the limits of the closed form', () => {
  it('says nothing of a plain run', () => {
    expect(reasons(alone({}))).toEqual([]);
  });

  it('names faults, changes of costs and a shared Res core', () => {
    const faults = [{ at: { event: 3 }, app: 0, replica: 0, target: 'gpr' }] as const;
    const costChanges = [{ at: { cycle: 9 }, overrides: { ipi_send: 1 } }];
    expect(reasons(alone({}, { faults }))).toEqual(['faults']);
    expect(reasons(alone({}, { costChanges }))).toEqual(['cost-changes']);
    const two = { ...defaultScenario(), apps: [DEFAULT_APP, { ...DEFAULT_APP, name: 'other' }] };
    expect(reasons(two)).toEqual(['shared-res-core']);
  });

  it('finds no limit in an app of its own core beside others that share one', () => {
    const other = { ...DEFAULT_APP, name: 'other', signalling: 'local' as const };
    const form = forms.of(planOf({ ...defaultScenario(), apps: [DEFAULT_APP, other] }, profiles));
    expect(form.holds).toBe(true);
  });

  it('bounds the run of apps that share a Res core from below', () => {
    const workload = { kind: 'profile', id: 'crc32-small.l4re-4k' } as const;
    for (const signalling of ['migration', 'ipc', 'polling'] as const) {
      const apps = ['a', 'b', 'c'].map((name) => ({ ...DEFAULT_APP, name, workload, signalling }));
      const plan = planOf({ ...defaultScenario(), apps }, profiles);
      const { totalCycles } = runFigures(plan);
      expect(forms.of(plan).totalCycles).toBeLessThan(totalCycles * 1.001);
      expect(forms.of(plan).totalCycles).toBeGreaterThan(totalCycles * 0.6);
    }
  });
});

describe('the distance from simulation', () => {
  it('counts only cases in which the closed form claims to hold, by method', () => {
    const faults = [{ at: { event: 3 }, app: 0, replica: 0, target: 'gpr' }] as const;
    const cases = [
      { label: 'CRC32', plan: planOf(alone({ signalling: 'ipc' }), profiles) },
      { label: 'faulty', plan: planOf(alone({ signalling: 'ipc' }, { faults }), profiles) },
      { label: 'polling', plan: planOf(alone({ signalling: 'polling' }), profiles) },
    ];
    const all = [...compareWithRuns(cases)];
    const found = distances(all);
    expect(found.map(({ signalling, cases: count }) => [signalling, count])).toEqual([
      ['ipc', 1],
      ['polling', 1],
    ]);
    expect(found[0].worst).toBe(Math.abs(all[0].error));
    expect(found[0].worstCase).toBe('CRC32');
  });
});
