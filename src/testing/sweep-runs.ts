import fc from 'fast-check';
import type { Result } from '../base/result.ts';
import { SIGNALLING_METHODS } from '../base/vocabulary.ts';
import { COST_PARAMETERS } from '../kernel/costs.ts';
import type { CostName } from '../kernel/costs.ts';
import { DEFAULT_APP, defaultScenario } from '../scenario/default-scenario.ts';
import type { AppSpec, Scenario } from '../scenario/scenario.ts';
import { PLACEMENT_RULES } from '../scenario/schema.ts';
import type { Sweep } from '../analysis/sweep/job.ts';
import { createSweep } from '../analysis/sweep/job.ts';
import type { SweepAxis, SweepOptions, SweepSpec } from '../analysis/sweep/spec.ts';
import { sweepOf } from '../analysis/sweep/spec.ts';
import { SweepTable } from '../analysis/sweep/table.ts';

/** An app that ends within a few hundred kernel steps. */
const SHORT_APP: AppSpec = {
  ...DEFAULT_APP,
  name: 'short',
  workload: { kind: 'random', events: 12, instructions: 20_000, pagefaultShare: 0.5, seed: 7 },
};

/** A scenario of one app that lasts a moment. */
export function shortScenario(app: Partial<AppSpec> = {}): Scenario {
  return { ...defaultScenario(), title: 'short', apps: [{ ...SHORT_APP, ...app }] };
}

/** IPIs from cheap to dear. */
export const IPI_AXIS: SweepAxis = {
  parameter: 'ipi',
  scale: 'log',
  from: 250,
  to: 8000,
  steps: 9,
};

/** A sweep over `IPI_AXIS` by all methods. */
export function ipiSweep(options: SweepOptions = {}, axes: readonly SweepAxis[] = [IPI_AXIS]) {
  return sweepOf(shortScenario(), axes, { methods: SIGNALLING_METHODS, ...options });
}

/** The value of a result that must be one. */
export function valueOfResult<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A sweep that needs no profile, ready to work. */
export function sweepFor(spec: SweepSpec): Sweep {
  return valueOfResult(createSweep(spec, new Map()));
}

/** All results of a sweep. */
export function tableOf(spec: SweepSpec): SweepTable {
  const sweep = sweepFor(spec);
  const table = new SweepTable(sweep.layout);
  for (const { point } of sweep.layout.points) table.add(valueOfResult(sweep.runPoint(point)));
  return table;
}

const SWEPT_COSTS: readonly CostName[] = [
  'trap_entry',
  'csum',
  'pf_handle',
  'ipc_entry',
  'ipi_latency',
  'drq',
  'cold_cache',
  'idle_wake',
  'poll_period',
  'skew_sigma',
  'native_pf',
];

const overrides = fc.record(
  Object.fromEntries(
    SWEPT_COSTS.map((name) => {
      const [min, max] = COST_PARAMETERS[name].range;
      return [name, fc.integer({ min, max })];
    }),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<Record<CostName, number>>>;

/** Short scenarios of one replicated app with costs within their plausible ranges and no faults. */
export function arbitraryShort(): fc.Arbitrary<Scenario> {
  return fc
    .record({
      seed: fc.nat({ max: 0xffffffff }),
      events: fc.integer({ min: 1, max: 12 }),
      instructions: fc.integer({ min: 0, max: 60_000 }),
      pagefaultShare: fc.constantFrom(0, 0.5, 1),
      redundancy: fc.integer({ min: 2, max: 4 }),
      signalling: fc.constantFrom(...SIGNALLING_METHODS),
      placement: fc.constantFrom(...PLACEMENT_RULES),
      overrides,
    })
    .map(({ seed, redundancy, signalling, placement, overrides: costs, ...random }) => {
      const workload = { kind: 'random', seed: 1, ...random } as const;
      const scenario = shortScenario({ redundancy, signalling, placement, workload });
      return Object.assign(scenario, { seed, costs: { preset: 'fast-ipi', overrides: costs } });
    });
}
