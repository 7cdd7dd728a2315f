import { lowerBound } from '../../base/binary-search.ts';
import type { AppId, CoreId, Cycles } from '../../base/units.ts';
import { RULER_HEIGHT } from './lanes.ts';
import type { Lane } from './lanes.ts';
import type { TimelineSource } from './layout.ts';
import { spanAt } from './lod.ts';
import type { TimeScale } from './scale.ts';

/** What lies under a point of the picture. */
export interface TimelineHit {
  readonly region: 'ruler' | 'brackets' | 'lane' | 'none';
  /** Whole cycles, clamped to the run. */
  readonly time: Cycles;
  /** Core of the lane under the point, and the index of its span there; -1 = none. */
  readonly core: CoreId;
  readonly span: number;
  /** Externalization event that holds `time`, of the app with brackets; -1 = none. */
  readonly app: AppId;
  readonly event: number;
}

/** Half of the gap between lanes still counts as the lane; idle lines are thin and get it too. */
const REACH = 3.5;

/** Finds what is at (x, y), in CSS px from the upper left corner of the picture. */
export function hitTest(
  source: TimelineSource,
  scale: TimeScale,
  { x, y }: { readonly x: number; readonly y: number },
): TimelineHit {
  const { recording, lanes, bracketApp } = source;
  const end = recording.summary.totalCycles;
  const time = Math.min(Math.max(Math.round(scale.toTime(x)), 0), end);
  const lane = laneAt(lanes.lanes, y);
  const spans = lane === null ? undefined : recording.spans[lane.core];
  const first = lanes.lanes[0]?.top ?? Infinity;
  const region =
    y < RULER_HEIGHT ? 'ruler' : lane !== null ? 'lane' : y < first ? 'brackets' : 'none';
  return {
    region,
    time,
    core: lane?.core ?? -1,
    span: spans === undefined || spans.length === 0 ? -1 : spanAt(spans, time),
    app: bracketApp,
    event: eventAtTime(source, time),
  };
}

function laneAt(lanes: readonly Lane[], y: number): Lane | null {
  let best: Lane | null = null;
  let distance = REACH;
  for (const lane of lanes) {
    const off = Math.max(lane.top - y, y - (lane.top + lane.height), 0);
    if (off < distance) {
      best = lane;
      distance = off;
    }
  }
  return best;
}

function eventAtTime({ recording, bracketApp }: TimelineSource, time: Cycles): number {
  const rows = recording.rendezvous[bracketApp];
  if (rows === undefined) return -1;
  const k = lowerBound(rows.completed, time, rows.length);
  return k < rows.length && rows.trapped[k] <= time ? k : -1;
}
