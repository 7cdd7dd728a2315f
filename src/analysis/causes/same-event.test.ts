import fc from 'fast-check';
import { expect, it } from 'vitest';

import { record } from '../../run/record.ts';
import { compilePlan } from '../../scenario/compile.ts';
import { arbitraryRunnable } from '../../testing/arbitrary-runnable.ts';
import { planOf } from '../../testing/plans.ts';
import { eventLength, variantsOf } from './same-event.ts';

it('gives an event the length that it has in a recorded run', () => {
  fc.assert(
    fc.property(
      arbitraryRunnable(),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      ({ plan }, share) => {
        const { trapped, completed, length } = record(plan).rendezvous[0];
        const event = Math.floor(share * length);
        expect(eventLength(plan, 0, event)).toBe(completed[event] - trapped[event]);
        expect(eventLength(plan, 0, length)).toBeNull();
      },
    ),
    { numRuns: 60 },
  );
});

it('varies the method, and the speed of notification where IPIs are sent', () => {
  fc.assert(
    fc.property(arbitraryRunnable(), ({ scenario }) => {
      const own = scenario.apps[0].signalling;
      const variants = variantsOf(scenario, 0);
      const methods = variants.filter(({ fast }) => !fast).map(({ signalling }) => signalling);
      expect(new Set([own, ...methods]).size).toBe(4);
      expect(variants.some(({ fast }) => fast)).toBe(own !== 'polling');
      for (const { fast, signalling, scenario: other } of variants) {
        expect(other.apps[0].signalling).toBe(signalling);
        const plan = compilePlan(other, new Map());
        const costs = plan.ok ? plan.value.costs : planOf(scenario).costs;
        expect(fast && plan.ok ? costs.ipi_latency : 50).toBe(50);
      }
    }),
    { numRuns: 40 },
  );
});
