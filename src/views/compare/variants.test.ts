import { describe, expect, it } from 'vitest';

import { compilePlan } from '../../scenario/compile.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { smallScenario } from '../../store/testing.ts';
import { variantsOf } from './variants.ts';

const names = (variants: readonly { readonly name: string }[]): string[] =>
  variants.map(({ name }) => name);

function withApp(
  change: Partial<Scenario['apps'][number]>,
  faults: Scenario['faults'] = [],
): Scenario {
  const base = smallScenario();
  return { ...base, faults, apps: base.apps.map((app) => ({ ...app, ...change })) };
}

describe('what a scenario can be compared with at one click', () => {
  it('is another redundancy or method, never its own', () => {
    const { redundancy, method, faults } = variantsOf(smallScenario(), 0);
    expect(names(redundancy)).toEqual(['without replicas', 'as DMR']);
    expect(names(method)).toEqual(['by local handling', 'by migration', 'by shared memory']);
    expect(faults).toEqual([]);
    expect(variantsOf(withApp({ redundancy: 'native' }), 0).method).toEqual([]);
  });

  it('can run, also from named cores, and loses a title that is no longer true', () => {
    const scenario = withApp({ placement: [3, 4, 5], redundancy: 3 });
    const { redundancy, method } = variantsOf(scenario, 0);
    for (const variant of [...redundancy, ...method]) {
      expect(compilePlan(variant.scenario, new Map()).ok, variant.name).toBe(true);
      expect(variant.scenario.title).toBe('');
    }
    expect(redundancy[1]?.scenario.apps[0]?.placement).toEqual([3, 4]);
  });

  it('leaves out faults that it cannot have, and says how many', () => {
    const fault = { at: { event: 1 }, app: 0, replica: 2, target: 'gpr' } as const;
    const faults = [fault, { ...fault, replica: 1 }];
    const scenario = withApp({}, faults);
    const dmr = variantsOf(scenario, 0).redundancy.find(({ name }) => name === 'as DMR');
    expect(dmr?.faultsLeftOut).toBe(1);
    expect(dmr?.scenario.faults).toEqual([{ ...faults[1], stream: 1 }]);
    expect(names(variantsOf(scenario, 0).faults)).toEqual(['without faults']);
    expect(variantsOf(scenario, 0).faults[0]?.scenario.faults).toEqual([]);
  });
});
