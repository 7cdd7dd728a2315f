import fc from 'fast-check';
import { PROGRAM_TRAP_KINDS } from '../base/vocabulary.ts';
import type { WorkloadSpec } from '../scenario/scenario.ts';
import type { GapSpec, PhaseSpec, PhasesSpec, TrapShare } from '../workload/phases.ts';

const PLAIN_TRAPS = PROGRAM_TRAP_KINDS.filter((kind) => kind !== 'exit');
const share01 = fc.double({ min: 0, max: 1, noNaN: true });

function anyGap(amount: fc.Arbitrary<number>): fc.Arbitrary<GapSpec> {
  return fc.oneof(
    fc.record({ kind: fc.constant('constant' as const), instructions: amount }),
    fc
      .tuple(amount, amount)
      .map(([a, b]) => ({ kind: 'uniform' as const, least: Math.min(a, b), most: Math.max(a, b) })),
    fc.record({ kind: fc.constant('exponential' as const), mean: amount }),
    fc.record({
      kind: fc.constant('lognormal' as const),
      mean: amount,
      sigma: fc.double({ min: 0, max: 3, noNaN: true }),
    }),
    fc.record({
      kind: fc.constant('bimodal' as const),
      short: amount,
      long: amount,
      longShare: share01,
    }),
  );
}

/** Sizes of generated programs as phases. */
interface PhasesSize {
  readonly phases: number;
  /** Most traps of one phase. */
  readonly events: number;
  readonly amount: fc.Arbitrary<number>;
}

const SMALL: PhasesSize = { phases: 4, events: 60, amount: fc.nat({ max: 2_000_000 }) };

/** Any valid program as phases of at most this size, its repeats (up to 3) apart. */
export function arbitraryPhases(size: PhasesSize = SMALL): fc.Arbitrary<PhasesSpec> {
  const { amount } = size;
  const count = fc.integer({ min: 1, max: size.events });
  const trapShare: fc.Arbitrary<TrapShare> = fc
    .tuple(
      fc.record({
        trap: fc.constantFrom(...PLAIN_TRAPS),
        weight: fc.oneof(fc.nat({ max: 5 }), fc.double({ min: 0, max: 1e6, noNaN: true })),
      }),
      fc.record({ bytesIn: amount, bytesOut: amount }, { requiredKeys: [] }),
    )
    .map(([required, optional]) => ({ ...required, ...optional }));
  const phase: fc.Arbitrary<PhaseSpec> = fc
    .tuple(
      fc.record({
        events: count,
        gap: anyGap(amount),
        traps: fc
          .array(trapShare, { minLength: 1, maxLength: 4 })
          .filter((mix) => mix.some(({ weight }) => weight > 0)),
      }),
      fc.record(
        {
          name: fc.string({ maxLength: 40 }),
          bursts: fc.record({ every: count, length: count, gap: amount }),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([required, optional]) => ({ ...required, ...optional }));
  return fc
    .tuple(
      fc.record({
        phases: fc.array(phase, { minLength: 1, maxLength: size.phases }),
        seed: fc.nat({ max: 0xffffffff }),
      }),
      fc.record({ repeat: fc.integer({ min: 1, max: 3 }) }, { requiredKeys: [] }),
    )
    .map(([required, optional]) => ({ ...required, ...optional }));
}

/** The same as a workload. */
export function phasesWorkload(size: PhasesSize): fc.Arbitrary<WorkloadSpec> {
  return arbitraryPhases(size).map((spec) => ({ kind: 'phases', ...spec }));
}
