import fc from 'fast-check';
import type { CostName } from '../kernel/costs.ts';
import { COST_NAMES } from '../kernel/costs.ts';

/** 32 bits. */
export const uint32 = fc.nat({ max: 0xffffffff });

/** Optional fields are absent or present, never `undefined`. */
export function withOptional<T extends object, O extends object>(
  required: { [K in keyof T]: fc.Arbitrary<T[K]> },
  optional: { [K in keyof O]: fc.Arbitrary<O[K]> },
): fc.Arbitrary<T & Partial<O>> {
  return fc
    .tuple(
      fc.record(required) as unknown as fc.Arbitrary<T>,
      fc.record(optional, { requiredKeys: [] }) as unknown as fc.Arbitrary<Partial<O>>,
    )
    .map(([a, b]) => ({ ...a, ...b }));
}

/** No costs of their own, or some of them. */
export function overridesOf(
  costOf: (name: CostName) => fc.Arbitrary<number>,
): fc.Arbitrary<Partial<Record<CostName, number>>> {
  const costs = Object.fromEntries(COST_NAMES.map((name) => [name, costOf(name)]));
  const sparse = fc.record(costs, { requiredKeys: [] });
  return fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 3, arbitrary: sparse });
}
