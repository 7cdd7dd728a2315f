import { expect, it } from 'vitest';
import { findPreset } from '../../scenario/presets.ts';
import type { PhasesSpec } from '../../workload/phases.ts';
import { burstWords, gapPiles, MOST_PREVIEWED, previewOf } from './preview.ts';

const phasesOf = (id: string): PhasesSpec => {
  const preset = findPreset(id);
  const workload = preset.ok ? preset.value.scenario.apps[0]?.workload : undefined;
  if (workload?.kind !== 'phases') throw new Error(`${id} has no phases`);
  return workload;
};
const program = phasesOf('phases-load-compute-store');

it('shows every trap once, by kind', () => {
  const preview = previewOf(program);
  if (typeof preview === 'string') throw new Error(preview);
  const { kinds, events } = preview.statistics;
  const sums = [0, 1, 2].map((i) =>
    preview.along.reduce((sum, column) => sum + (column[i] ?? 0), 0),
  );
  expect(sums).toEqual([kinds.pagefault, kinds.syscall, kinds.exit]);
  expect(events).toBe(451);
});

it('says where there is nothing to show', () => {
  expect(previewOf({ ...program, phases: [] })).toBe(
    'No preview. Phases: must have at least one phase.',
  );
  expect(previewOf({ ...program, repeat: Math.ceil(MOST_PREVIEWED / 450) + 1 })).toContain(
    'too many',
  );
});

it('puts burstiness into words', () => {
  const words = ['phases-even', 'phases-bursts'].map((id) => {
    const preview = previewOf(phasesOf(id));
    return typeof preview === 'string' ? preview : burstWords(preview.statistics.burstiness);
  });
  expect(words).toEqual(['as at random', 'in bursts']);
  expect(burstWords(-1)).toBe('even');
});

it('sets the bar of no gap apart from those that double', () => {
  const doubling = [
    { from: 1, to: 2, count: 4 },
    { from: 2, to: 4, count: 5 },
  ];
  expect(gapPiles(doubling)).toEqual({ piles: [[4], [5]], first: '1' });
  expect(gapPiles([{ from: 0, to: 1, count: 3 }, ...doubling])).toEqual({
    piles: [[0, 3], [], [4], [5]],
    first: '0, then from 1',
  });
  expect(gapPiles([{ from: 0, to: 1, count: 3 }])).toEqual({ piles: [[0, 3]], first: '0' });
});
