import { upperBound } from '../../base/binary-search.ts';
import type { CoreId, Cycles } from '../../base/units.ts';
import { ACTIVITIES, SPAN_STYLES } from '../../kernel/activities.ts';
import type { SpanStyle } from '../../kernel/activities.ts';
import type { Recording } from '../../run/recording.ts';

/** [from, to) on some cores. */
export interface Area {
  readonly from: Cycles;
  readonly to: Cycles;
  readonly cores: readonly CoreId[];
}

/** Cycles of one core in an area, by what it did; they sum to the area's length. */
export interface AreaRow {
  readonly core: CoreId;
  readonly cycles: Readonly<Record<SpanStyle, Cycles>>;
}

/** How the time of an area divides, core by core, in the order of `area.cores`; cut to the run. */
export function areaSums(recording: Recording, area: Area): AreaRow[] {
  const from = Math.max(0, area.from);
  const to = Math.min(area.to, recording.summary.totalCycles);
  return area.cores.map((core) => ({ core, cycles: sumsOf(recording, core, from, to) }));
}

function sumsOf(
  { spans }: Recording,
  core: CoreId,
  from: Cycles,
  to: Cycles,
): Record<SpanStyle, Cycles> {
  const sums = Object.fromEntries(SPAN_STYLES.map((style) => [style, 0])) as Record<
    SpanStyle,
    Cycles
  >;
  const columns = spans[core];
  if (columns === undefined) return sums;
  const { start, activity, length } = columns;
  let row = Math.max(0, upperBound(start, from, length) - 1);
  for (; row < length && start[row] < to; row++) {
    const end = row + 1 < length ? start[row + 1] : to;
    sums[ACTIVITIES[activity[row]].style] += Math.min(end, to) - Math.max(start[row], from);
  }
  return sums;
}
