import fc from 'fast-check';
import { expect, it, vi } from 'vitest';

import { areaSums } from '../../analysis/causes/area-sums.ts';
import { trace } from '../../analysis/causes/testing.ts';
import { chainOf } from '../../analysis/causes/chain-of.ts';
import { arbitraryRunnable } from '../../testing/arbitrary-scenario.ts';
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
