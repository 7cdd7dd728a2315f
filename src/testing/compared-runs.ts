import fc from 'fast-check';

import type { ComparedRun } from '../analysis/compare/compared-run.ts';
import { record } from '../run/record.ts';
import { craftPlan, crafted } from './plans.ts';
import type { Crafted } from './plans.ts';

/** A crafted run of `events` page faults, for comparisons. */
export function runWith(app: Crafted['apps'][number], rest: Partial<Crafted> = {}): ComparedRun {
  const workload = crafted('pagefault', 20);
  const plan = craftPlan({ apps: [{ workload, ...app }], ...rest });
  return { plan, recording: record(plan), app: 0 };
}

const workload = fc.oneof(
  fc.record({
    kind: fc.constant('periodic' as const),
    events: fc.integer({ min: 1, max: 30 }),
    instructions: fc.integer({ min: 0, max: 50_000 }),
    trap: fc.constantFrom('pagefault' as const, 'syscall' as const),
  }),
  fc.record({
    kind: fc.constant('random' as const),
    events: fc.integer({ min: 1, max: 30 }),
    instructions: fc.integer({ min: 1, max: 50_000 }),
    pagefaultShare: fc.double({ min: 0, max: 1, noNaN: true }),
    seed: fc.nat({ max: 1000 }),
  }),
);

const side = fc.record({
  redundancy: fc.constantFrom('native' as const, 1, 2, 3),
  signalling: fc.constantFrom(
    'local' as const,
    'migration' as const,
    'ipc' as const,
    'polling' as const,
  ),
});

/** Two runs of one program: other redundancy, other method, skew between the replicas. */
export const arbitraryPair: fc.Arbitrary<readonly [ComparedRun, ComparedRun]> = fc
  .tuple(workload, side, side, fc.nat({ max: 0xffff }))
  .map(([program, one, other, seed]) => {
    const run = (app: Crafted['apps'][number]): ComparedRun =>
      runWith({ ...app, workload: program }, { seed, costs: { skew_sigma: 0.05 } });
    return [run(one), run(other)] as const;
  });
