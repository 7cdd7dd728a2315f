import fc from 'fast-check';
import { expect, it, vi } from 'vitest';

import { areaSums } from '../../analysis/causes/area-sums.ts';
import { trace } from '../../analysis/causes/testing.ts';
import { chainOf } from '../../analysis/causes/chain-of.ts';
import { produce } from 'immer';
import { defaultScenario } from '../../scenario/default-scenario.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Edits } from '../../store/edits.ts';
import { arbitraryRunnable } from '../../testing/arbitrary-scenario.ts';
import { craftPlan, crafted } from '../../testing/plans.ts';
import { areaCells, areaCsv } from './area-words.ts';
import { branchWith } from './better-branch.ts';
import { barParts } from './link-style.ts';

vi.setConfig({ testTimeout: 120_000 });

const plan = craftPlan({ apps: [{ redundancy: 3, workload: crafted('pagefault', 3) }] });

it('shows the sums of an area by state with their totals, and the same as CSV', () => {
  const { recording } = trace(plan);
  const area = { from: 1000, to: recording.summary.totalCycles - 1000, cores: [0, 1, 2] };
  const rows = areaSums(recording, area);
  const { head, body } = areaCells(rows);
  expect(head).toContain('user');
  expect(head).not.toContain('recover');
  expect(body.map(({ name }) => name)).toEqual(['C0', 'C1', 'C2', 'all']);
  for (const { name, cells } of body)
    expect(cells.at(-1)).toBe((area.to - area.from) * (name === 'all' ? 3 : 1));
  const lines = areaCsv(rows).trimEnd().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^core,halted,.*,sum$/u);
  expect(lines[2]).toBe(
    `C1,${Object.values(rows[1]?.cycles ?? {}).join(',')},${area.to - area.from}`,
  );
});

it('covers a chain with its bar, without gaps', () => {
  fc.assert(
    fc.property(arbitraryRunnable(), (runnable) => {
      const run = trace(runnable.plan);
      const chain = chainOf(run, { kind: 'step', step: run.recording.events.length });
      let at = chain?.from ?? 0;
      for (const { from, to } of chain === null ? [] : barParts(chain)) {
        expect(from).toBe(at);
        at = to;
      }
      expect(at).toBe(chain?.to ?? 0);
    }),
    { numRuns: 60 },
  );
});

/** What a branch with the better cost would change of `scenario`. */
function branched(scenario: Scenario, at: number | null): { name: string; scenario: Scenario } {
  let made: { name: string; scenario: Scenario } | null = null;
  const edits = {
    branchOff: ({ name }: { name: string }, recipe: Parameters<Edits['branchOff']>[1]) => {
      made = { name, scenario: produce(scenario, recipe) };
    },
  } as unknown as Edits;
  branchWith(edits, { name: 'ipi_latency', value: 500, tried: 450, cycles: 1 }, at);
  if (made === null) throw new Error('no branch was made');
  return made;
}

const LATER = { at: { cycle: 9000 }, overrides: { ipi_latency: 1000, drq: 1 } };

it('makes a branch in which the better cost holds throughout, or from an event on', () => {
  const plain = defaultScenario();
  const whole = branched({ ...plain, costChanges: [LATER] }, null);
  expect(whole.name).toBe('ipi_latency 450');
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
