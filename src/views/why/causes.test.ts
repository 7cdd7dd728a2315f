import fc from 'fast-check';
import { expect, it, vi } from 'vitest';

import { areaSums } from '../../analysis/causes/area-sums.ts';
import { trace } from '../../analysis/causes/testing.ts';
import { chainOf } from '../../analysis/causes/chain-of.ts';
import { arbitraryRunnable } from '../../testing/arbitrary-runnable.ts';
import { craftPlan, crafted } from '../../testing/plans.ts';
import { areaCells, areaCsv } from './area-words.ts';
import { barParts } from './link-style.ts';

vi.setConfig({ testTimeout: 120_000 });

const plan = craftPlan({ apps: [{ redundancy: 3, workload: crafted('pagefault', 3) }] });

it('shows the sums of an area by state with their totals, and the same as CSV', () => {
  const { recording } = trace(plan);
  const area = { from: 1000, to: recording.summary.totalCycles - 1000, cores: [0, 1, 2] };
  const rows = areaSums(recording, area);
  const { head, body } = areaCells(rows);
  expect(head).toEqual(['C0', 'C1', 'C2', 'all']);
  const states = body.map(({ name }) => name);
  expect(states).toContain('user');
  expect(states).not.toContain('recover');
  const length = area.to - area.from;
  expect(body.at(-1)).toEqual({ name: 'sum', cells: [length, length, length, 3 * length] });
  for (const [i] of head.entries()) {
    const column = body.slice(0, -1).map(({ cells }) => cells[i] ?? 0);
    expect(column.reduce((sum, cycles) => sum + cycles, 0)).toBe(body.at(-1)?.cells[i]);
  }
  const lines = areaCsv(rows).trimEnd().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^core,halted,.*,sum$/u);
  expect(lines[2]).toBe(
    `C1,${Object.values(rows[1]?.cycles ?? {}).join(',')},${area.to - area.from}`,
  );
});

it('joins the cores of an area that never do anything in one column', () => {
  const { recording } = trace(plan);
  const cores = Array.from({ length: plan.coreCount }, (_, core) => core);
  const area = { from: 0, to: recording.summary.totalCycles, cores };
  const { head, body } = areaCells(areaSums(recording, area));
  expect(head).toEqual(['C0', 'C1', 'C2', 'C3', `${plan.coreCount - 4} idle`, 'all']);
  const column = head.length - 2;
  const halted = (plan.coreCount - 4) * area.to;
  expect(body.map(({ cells }) => cells[column]).filter((cycles) => cycles !== 0)).toEqual([
    halted,
    halted,
  ]);
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
