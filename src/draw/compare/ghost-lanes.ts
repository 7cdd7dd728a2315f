import type { SpanColumns } from '../../run/recording.ts';
import type { Lane, LaneLayout } from '../timeline/lanes.ts';

/** Height of the other run's lane below each lane, and its distance. CSS px. */
const GHOST_HEIGHT = 12;
const GHOST_GAP = 2;
/** The double rule below the lane of a Res core. CSS px. */
const RULES = 6;

/** Lanes of one run with room below each, and the other run's lanes in that room. */
export interface GhostLanes {
  readonly lanes: LaneLayout;
  readonly ghosts: readonly Lane[];
}

/** Spreads `layout` so that every lane that is no thin line has another run's lane right below it. */
export function withGhosts(layout: LaneLayout): GhostLanes {
  let shift = 0;
  const ghosts: Lane[] = [];
  const lanes = layout.lanes.map((lane) => {
    const moved = { ...lane, top: lane.top + shift };
    if (lane.kind === 'idle') return moved;
    const rules = lane.kind === 'res' ? RULES : GHOST_GAP;
    const top = moved.top + lane.height + rules;
    // A thin rectangle below a lane is no core of its own: it has neither rules nor chip.
    ghosts.push({ ...lane, kind: 'home', top, height: GHOST_HEIGHT });
    shift += GHOST_HEIGHT + GHOST_GAP;
    return moved;
  });
  const moved = (top: number): number => {
    const before = layout.lanes.findLastIndex((lane) => lane.top <= top);
    return top + (lanes[before]?.top ?? 0) - (layout.lanes[before]?.top ?? 0);
  };
  const idleLabels = layout.idleLabels.map((label) => ({
    ...label,
    top: moved(label.top),
    bottom: moved(label.top) + label.bottom - label.top,
  }));
  return { lanes: { lanes, idleLabels, height: layout.height + shift }, ghosts };
}

/** `layout` without room for cores that do nothing: two runs below each other have none to spare. */
export function withoutIdle(layout: LaneLayout): LaneLayout {
  const tops = new Map<Lane, number>();
  let shift = 0;
  layout.lanes.forEach((lane, i) => {
    const next = layout.lanes[i + 1];
    const below = next === undefined ? layout.height : next.top;
    // The rules above a Res lane keep their room.
    const rules = next?.kind === 'res' ? RULES : 0;
    tops.set(lane, lane.top - shift);
    if (lane.kind === 'idle') shift += Math.max(below - lane.top - rules, 0);
  });
  const lanes = layout.lanes.map((lane) => ({
    ...lane,
    top: tops.get(lane) ?? lane.top,
    height: lane.kind === 'idle' ? 0 : lane.height,
  }));
  return { lanes, idleLabels: [], height: layout.height - shift };
}

/** Core by core the busier of two runs, for a layout in which a core that acts in either has a lane. */
export function busierSpans(
  a: readonly SpanColumns[],
  b: readonly SpanColumns[],
): readonly SpanColumns[] {
  return a.map((spans, core) => {
    const other = b[core];
    return other !== undefined && other.length > spans.length ? other : spans;
  });
}
