import type { AppId, CoreId, Cycles } from '../../base/units.ts';
import { assertUnreachable } from '../../base/assert.ts';
import type { Recording } from '../../run/recording.ts';
import type { Selection } from '../../base/selection.ts';
import { arrivalsOf } from './arrivals.ts';
import type { Lane } from './lanes.ts';
import type { TimelineSource } from './layout.ts';
import type { TimeScale } from './scale.ts';
import { spanAt } from './lod.ts';
import { wireEnds } from './wires.ts';

/** When and where a selection is. */
export interface SelectedStretch {
  readonly from: Cycles;
  /** Not before `from`; the same for an instant. */
  readonly to: Cycles;
  readonly cores: readonly CoreId[];
}

/** A rectangle in CSS px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a selection is drawn. CSS px; x may lie outside the picture. */
export interface SelectionMark {
  readonly kind: Selection['kind'];
  /** Outlined; one per lane, or one around all. */
  readonly boxes: readonly Box[];
  /** The way of a message. */
  readonly wire: {
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
  } | null;
  /** The core in whose row the label goes. */
  readonly core: CoreId;
}

/** Where the selection is in the run; `null` when this run has no such thing. */
export function selectedStretch(
  source: Pick<TimelineSource, 'plan' | 'recording'>,
  selection: Selection,
): SelectedStretch | null {
  const { recording } = source;
  switch (selection.kind) {
    case 'span':
      return spanStretch(recording, selection);
    case 'wait':
      return waitStretch(source, selection);
    case 'event':
      return eventStretch(source, selection);
    case 'message': {
      const { sent, arrival, from, to, length } = recording.messages;
      const { row } = selection;
      if (row >= length) return null;
      return { from: sent[row], to: arrival[row], cores: [from[row], to[row]] };
    }
    case 'step': {
      const { time, core, length } = recording.events;
      const row = selection.step - 1;
      if (row < 0 || row >= length) return null;
      return { from: time[row], to: time[row], cores: core[row] < 0 ? [] : [core[row]] };
    }
    case 'area':
      return selection;
    default:
      return assertUnreachable(selection);
  }
}

function spanStretch(
  { spans, summary }: Recording,
  { core, start }: { core: CoreId; start: Cycles },
): SelectedStretch | null {
  const lane = spans[core];
  if (lane === undefined || lane.length === 0) return null;
  const i = spanAt(lane, start);
  const to = i + 1 < lane.length ? lane.start[i + 1] : summary.totalCycles;
  return { from: lane.start[i], to, cores: [core] };
}

function waitStretch(
  { plan, recording }: Pick<TimelineSource, 'plan' | 'recording'>,
  { app, replica, event }: { app: AppId; replica: number; event: number },
): SelectedStretch | null {
  const rows = recording.rendezvous[app];
  const core = plan.apps[app]?.cores[replica];
  if (rows === undefined || core === undefined || event >= rows.length) return null;
  const met = Math.min(rows.met[event], overOf(recording, app));
  const arrivals = arrivalsOf(recording.events, app, [rows.trapped[event], met]);
  const arrival = arrivals.find((one) => one.replica === replica);
  return { from: Math.min(arrival?.time ?? rows.trapped[event], met), to: met, cores: [core] };
}

function eventStretch(
  { plan, recording }: Pick<TimelineSource, 'plan' | 'recording'>,
  { app, event }: { app: AppId; event: number },
): SelectedStretch | null {
  const rows = recording.rendezvous[app];
  const plain = plan.apps[app];
  if (rows === undefined || plain === undefined || event >= rows.length) return null;
  const to = Math.max(Math.min(rows.completed[event], overOf(recording, app)), rows.trapped[event]);
  return { from: rows.trapped[event], to, cores: [...new Set([plain.resCore, ...plain.cores])] };
}

function overOf({ summary }: Recording, app: AppId): Cycles {
  return summary.apps[app]?.totalCycles ?? summary.totalCycles;
}

/** Lays out the selection for one window; `null` = there is nothing of it in this run. */
export function layoutSelection(
  source: TimelineSource,
  scale: TimeScale,
  selection: Selection,
): SelectionMark | null {
  const stretch = selectedStretch(source, selection);
  if (stretch === null) return null;
  const x = scale.toX(stretch.from);
  const width = Math.max(scale.toX(stretch.to) - x, 0);
  const lanes = stretch.cores.flatMap((core) => source.lanes.lanes[core] ?? []);
  const mark = { kind: selection.kind, wire: null, core: stretch.cores[0] ?? -1 };
  if (selection.kind === 'message') {
    const [from, to] = lanes;
    if (from === undefined || to === undefined) return null;
    const [y1, y2] = wireEnds(from, to);
    return { ...mark, boxes: [], wire: { x1: x, y1, x2: x + width, y2 } };
  }
  const boxes =
    selection.kind === 'event'
      ? enclose(lanes, { x, width })
      : lanes.map((lane) => boxOf(lane, x, width));
  return { ...mark, boxes };
}

function boxOf({ top, height }: Lane, x: number, width: number): Box {
  return { x, y: top, width, height };
}

/** One box around all of `lanes`. */
function enclose(
  lanes: readonly Lane[],
  { x, width }: { x: number; width: number },
): readonly Box[] {
  if (lanes.length === 0) return [];
  const top = Math.min(...lanes.map((lane) => lane.top));
  const bottom = Math.max(...lanes.map((lane) => lane.top + lane.height));
  return [{ x, y: top, width, height: bottom - top }];
}
