import { produce } from 'immer';
import { expect, it } from 'vitest';

import { defaultScenario } from '../scenario/default-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { branchWithBetter } from './better-cost.ts';
import type { Edits } from './edits.ts';

/** What a branch with the better cost would change of `scenario`. */
function branched(scenario: Scenario, at: number | null): { name: string; scenario: Scenario } {
  let made: { name: string; scenario: Scenario } | null = null;
  const edits: Pick<Edits, 'branchOff'> = {
    branchOff({ name }, recipe) {
      made = { name, scenario: produce(scenario, recipe) };
    },
  };
  branchWithBetter(edits, { name: 'ipi_latency', tried: 450 }, { name: 'less', at });
  if (made === null) throw new Error('no branch was made');
  return made;
}

const LATER = { at: { cycle: 9000 }, overrides: { ipi_latency: 1000, drq: 1 } };

it('makes a branch in which the better cost holds throughout, or from an event on', () => {
  const plain = defaultScenario();
  const whole = branched({ ...plain, costChanges: [LATER] }, null);
  expect(whole.name).toBe('less');
  expect(whole.scenario.costs.overrides).toEqual({ ipi_latency: 450 });
  expect(whole.scenario.costChanges).toEqual([
    { at: { cycle: 9000 }, overrides: { ipi_latency: 900, drq: 1 } },
  ]);
  const from = branched({ ...plain, costChanges: [LATER] }, 5000).scenario;
  expect(from.costs.overrides).toEqual({});
  expect(from.costChanges).toEqual([
    { at: { cycle: 5000 }, overrides: { ipi_latency: 450 } },
    { at: { cycle: 9000 }, overrides: { ipi_latency: 900, drq: 1 } },
  ]);
  const same = branched({ ...plain, costChanges: [LATER] }, 9000).scenario;
  expect(same.costChanges).toEqual([
    { at: { cycle: 9000 }, overrides: { ipi_latency: 450, drq: 1 } },
  ]);
});
