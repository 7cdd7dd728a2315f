import fc from 'fast-check';
import type { SignallingMethod } from '../base/vocabulary.ts';
import type { Costs } from '../kernel/costs.ts';
import { COST_NAMES, COST_PARAMETERS } from '../kernel/costs.ts';
import { DEFAULT_APP, defaultScenario } from '../scenario/default-scenario.ts';
import type { AppSpec, Scenario } from '../scenario/scenario.ts';

/** All cost parameters, each anywhere in its plausible range. */
export function plausibleCosts(): fc.Arbitrary<Partial<Costs>> {
  const values = COST_NAMES.filter((name) => name !== 'memcpy_bw').map((name) => {
    const [low, high] = COST_PARAMETERS[name].range;
    return fc.integer({ min: low, max: high }).map((value) => [name, value] as const);
  });
  return fc.tuple(...values).map((entries) => Object.fromEntries(entries));
}

const EVENTS = 400;

function workloads(): fc.Arbitrary<AppSpec['workload']> {
  const instructions = fc.oneof(
    fc.integer({ min: 0, max: 20_000 }),
    fc.integer({ min: 20_000, max: 220_000 }),
  );
  return fc.oneof(
    fc.record({
      kind: fc.constant('periodic' as const),
      events: fc.constant(EVENTS),
      instructions,
      trap: fc.constantFrom('pagefault' as const, 'syscall' as const, 'irq' as const),
    }),
    fc.record({
      kind: fc.constant('random' as const),
      events: fc.constant(EVENTS),
      instructions,
      pagefaultShare: fc.constantFrom(0, 0.3, 0.7, 1),
      seed: fc.nat(1000),
    }),
  );
}

/** Runs of one group of 400 events, at any plausible costs, on a machine in which it fits either socket. */
export function groupScenarios(signalling: SignallingMethod): fc.Arbitrary<Scenario> {
  return fc
    .record({
      overrides: plausibleCosts(),
      workload: workloads(),
      redundancy: fc.constantFrom(2, 3, 4, 5, 7),
      placement: fc.constantFrom(
        'same-socket' as const,
        'other-socket' as const,
        'spread' as const,
      ),
      era: fc.constantFrom(2012 as const, 2013 as const),
      seed: fc.nat(1000),
    })
    .map((drawn) => scenarioOf(signalling, drawn));
}

interface Drawn extends Pick<AppSpec, 'workload' | 'redundancy' | 'placement'> {
  readonly overrides: Partial<Costs>;
  readonly era: Scenario['era'];
  readonly seed: number;
}

function scenarioOf(
  signalling: SignallingMethod,
  { overrides, era, seed, ...app }: Drawn,
): Scenario {
  const base = defaultScenario();
  return {
    ...base,
    era,
    seed,
    machine: { ...base.machine, coresPerSocket: 8 },
    costs: { preset: 'fast-ipi', overrides },
    apps: [{ ...DEFAULT_APP, ...app, signalling }],
  };
}
