import { msg, t } from '../../../base/language.ts';
import type { MapInput } from '../../../draw/sweep/map-layout.ts';
import type { WorkloadEntry } from '../../../store/state.ts';
import type { SweepTable } from '../../../analysis/sweep/table.ts';
import { ipiCost } from './picture.ts';

/** Shipped programs that a map has room to name. */
const PROGRAMS = [
  { id: 'crc32-large.l4re-4k', text: 'CRC32' },
  { id: 'susan-c-large.l4re-4k', text: msg('susan corners') },
  { id: 'susan-e-large.l4re-4k', text: msg('susan edges') },
] as const;

/**
 * Where shipped programs lie on a map of the cost of an IPI and the distance of traps: the cost of
 * the scenario, and the mean distance of their traps. Empty for other maps.
 */
export function programsOn(
  { layout }: SweepTable,
  entries: readonly WorkloadEntry[],
): MapInput['named'] {
  const { axes, scenario } = layout.spec;
  const [x, y] = axes.map(({ parameter }) => parameter);
  const swapped = x === 'gap' && y === 'ipi';
  if (!swapped && !(x === 'ipi' && y === 'gap')) return [];
  const { preset, overrides } = scenario.costs;
  const ipi = ipiCost(preset, overrides);
  return PROGRAMS.flatMap(({ id, text }) => {
    const entry = entries.find((one) => one.id === id);
    if (entry?.instructions === undefined || entry.events.total === 0) return [];
    const gap = entry.instructions / entry.events.total;
    return [swapped ? { x: gap, y: ipi, text: t(text) } : { x: ipi, y: gap, text: t(text) }];
  });
}
