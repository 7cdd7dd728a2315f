import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { FaultPlan } from '../kernel/faults/fault-plan.ts';
import { arbitraryFaulty } from '../testing/arbitrary-faults.ts';
import { compilePlan } from './compile.ts';
import { addFault, beginRate, firstDrawnStream, keepFaults } from './fault-streams.ts';
import type { FaultRate, Scenario } from './scenario.ts';
import { parseScenario } from './schema.ts';

const RATE: FaultRate = { meanCycles: 1e4, targets: ['gpr', 'mem'] };

const anyRated = fc
  .tuple(arbitraryFaulty({ maxFaults: 6 }), fc.option(fc.constant(RATE)), fc.nat())
  .map(([{ scenario }, faultRate, pick]) => ({
    scenario: { ...scenario, faultRate },
    index: pick % scenario.faults.length,
  }));

/** All faults of a scenario as the kernel injects them, whatever their place in the list. */
function courses(scenario: Scenario): FaultPlan[] {
  const plan = compilePlan(scenario, new Map());
  if (!plan.ok) throw new Error(plan.error[0]?.message);
  const { atCycle, atEvent } = plan.value.faults;
  return [...atCycle, ...atEvent]
    .toSorted((a, b) => a.index - b.index)
    .map((course) => ({ ...course, index: 0 }));
}

const streamsOf = ({ faults }: Pick<Scenario, 'faults'>): number[] =>
  faults.map(({ stream }, index) => stream ?? index);

describe('the random streams of faults', () => {
  it('stay with them when one is taken away, so that the others go on as before', () => {
    fc.assert(
      fc.property(anyRated, ({ scenario, index }) => {
        const left = { ...scenario, ...keepFaults(scenario, (_, i) => i !== index) };
        expect(courses(left)).toEqual(courses(scenario).toSpliced(index, 1));
        expect(parseScenario(left)).toEqual({ ok: true, value: left });
      }),
    );
  });

  it('stay with them when one is added, which draws from another', () => {
    fc.assert(
      fc.property(anyRated, fc.boolean(), ({ scenario, index }, fewer) => {
        const before = fewer
          ? { ...scenario, ...keepFaults(scenario, (_, i) => i !== index) }
          : scenario;
        const after = { ...before, ...addFault(before, scenario.faults[index]) };
        const place = before.faults.length;
        expect(courses(after).toSpliced(place, 1)).toEqual(courses(before));
        expect(new Set(streamsOf(after)).size).toBe(after.faults.length);
        const behind = streamsOf(after)[place] - firstDrawnStream(after);
        expect(after.faultRate !== null && behind >= 0 && behind < 1000).toBe(false);
      }),
    );
  });

  it('are said only where they are not the numbers of their places', () => {
    fc.assert(
      fc.property(anyRated, ({ scenario }) => {
        const { faults } = scenario;
        const last = faults.length - 1;
        const without = keepFaults({ faults, faultRate: null }, (_, i) => i !== last);
        expect(without.faults).toEqual(faults.slice(0, last));
        expect(addFault(without, faults[last]).faults).toEqual(faults);
        const emptied = keepFaults(scenario, () => false);
        expect(emptied.faultRate && firstDrawnStream(emptied)).toBe(
          scenario.faultRate && faults.length,
        );
      }),
    );
  });

  it('are none of the listed faults for a rate that begins', () => {
    const flip = { at: { cycle: 1 }, app: 0, replica: 0, target: 'gpr' } as const;
    const faults = [{ ...flip, stream: 7 }, flip, { ...flip, stream: 1006 }];
    expect(beginRate({ faults }, RATE)).toEqual({ ...RATE, stream: 1007 });
    expect(beginRate({ faults: [flip] }, RATE)).toEqual(RATE);
  });
});
