import { lowerBound, upperBound } from '../../base/binary-search.ts';
import type { AppId } from '../../base/units.ts';
import { TRAP_KINDS } from '../../base/vocabulary.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { Recording, RendezvousColumns, SpanColumns } from '../../run/recording.ts';
import { groupDigits } from '../format.ts';
import { TRAP_WORDS } from '../words.ts';
import { arrivalsOf } from './arrivals.ts';
import type { Lane, LaneLayout } from './lanes.ts';
import { STYLE_OF_ACTIVITY, spanAt } from './lod.ts';
import type { TimeScale } from './scale.ts';

/** One lane's part of the lens: between its arrival front and its release front. CSS px. */
export interface LensRow {
  readonly top: number;
  readonly bottom: number;
  readonly arrival: number;
  readonly release: number;
}

/** An externalization event as wide as the level of detail asks for. CSS px. */
export interface EventMark {
  readonly app: AppId;
  /** Index from 0. */
  readonly event: number;
  readonly left: number;
  readonly right: number;
  /** Rows from top to bottom; empty for a program without replicas. */
  readonly lens: readonly LensRow[];
  /** Instant at which all replicas have met, or `null` where it does not show. */
  readonly flag: { readonly x: number; readonly top: number; readonly bottom: number } | null;
  readonly arrivals: readonly { readonly x: number; readonly y: number }[];
  /** Longest text first; empty = no bracket. */
  readonly labels: readonly string[];
}

/** Event widths in CSS px from which a detail shows. */
const LENS_WIDTH = 2;
const FLAG_WIDTH = 12;
const BRACKET_WIDTH = 80;

const USER = SPAN_STYLES.indexOf('user');
/** Steps from the rendezvous at which user code is looked for; more only for a core shared by many. */
const SEARCH = 400;

interface MarkContext {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  readonly layout: LaneLayout;
  readonly scale: TimeScale;
}

/** Marks of all apps' events in the window that are at least 2 px wide; brackets for `bracketApp` only. */
export function layoutMarks(context: MarkContext, bracketApp: AppId): readonly EventMark[] {
  return context.plan.apps.flatMap((app) => appMarks(context, app, app.id === bracketApp));
}

function appMarks(context: MarkContext, app: AppPlan, brackets: boolean): readonly EventMark[] {
  const rows = context.recording.rendezvous[app.id];
  if (rows === undefined) return [];
  const { window, width } = context.scale;
  const first = lowerBound(rows.completed, window[0], rows.length);
  const last = upperBound(rows.trapped, window[1], rows.length);
  // Below 2 px an event is only part of the density of its pixels.
  if ((last - first) * LENS_WIDTH > width) return [];
  const marks: EventMark[] = [];
  for (let k = first; k < last; k++) {
    const mark = eventMark(context, { app, rows, k, brackets });
    if (mark.right - mark.left >= LENS_WIDTH) marks.push(mark);
  }
  return marks;
}

interface EventRow {
  readonly app: AppPlan;
  readonly rows: RendezvousColumns;
  readonly k: number;
  readonly brackets: boolean;
}

function eventMark(context: MarkContext, row: EventRow): EventMark {
  const { scale } = context;
  const { app, rows, k } = row;
  const left = scale.toX(rows.trapped[k]);
  const right = scale.toX(lastOf(context, row));
  const replicated = app.redundancy !== 'native' && app.redundancy > 1;
  const lanes = replicaLanes(context.layout, app);
  const wide = right - left;
  return {
    app: app.id,
    event: k,
    left,
    right,
    lens: replicated ? lensRows(context, row, lanes) : [],
    flag:
      replicated && wide >= FLAG_WIDTH && lanes.length > 0 && Number.isFinite(rows.met[k])
        ? { x: scale.toX(rows.met[k]), ...extent(lanes) }
        : null,
    arrivals: replicated && wide >= BRACKET_WIDTH ? arrivalDots(context, row) : [],
    labels: row.brackets && wide >= BRACKET_WIDTH ? eventLabels(context, row) : [],
  };
}

/** When the event is completed, or its app ends with it undone. */
function lastOf({ recording }: MarkContext, { app, rows, k }: EventRow): number {
  if (Number.isFinite(rows.completed[k])) return rows.completed[k];
  const { apps, totalCycles } = recording.summary;
  return Math.max(apps[app.id]?.totalCycles ?? totalCycles, rows.trapped[k]);
}

/** Lanes of the app's replicas that are drawn in full, in order of replicas. */
function replicaLanes(layout: LaneLayout, app: AppPlan): readonly Lane[] {
  return app.cores.flatMap((core) => {
    const lane = layout.lanes[core];
    return lane === undefined || lane.kind === 'idle' ? [] : [lane];
  });
}

function extent(lanes: readonly Lane[]): { top: number; bottom: number } {
  return {
    top: Math.min(...lanes.map((lane) => lane.top)),
    bottom: Math.max(...lanes.map((lane) => lane.top + lane.height)),
  };
}

function lensRows(context: MarkContext, row: EventRow, lanes: readonly Lane[]): readonly LensRow[] {
  const { recording, layout, scale } = context;
  const { app, rows, k } = row;
  const end = lastOf(context, row);
  const met = Math.min(rows.met[k], end);
  const perReplica = lanes.map((lane): LensRow => {
    const spans = recording.spans[lane.core];
    const front = userFronts(spans, met, app.id);
    return {
      top: lane.top,
      bottom: lane.top + lane.height,
      arrival: scale.toX(front.arrival ?? rows.trapped[k]),
      release: scale.toX(front.release ?? end),
    };
  });
  const sorted = perReplica.toSorted((a, b) => a.top - b.top);
  const res = layout.lanes[app.resCore];
  const nearest = sorted[0];
  if (res === undefined || res.kind !== 'res' || nearest === undefined) return sorted;
  const own = { ...nearest, top: res.top, bottom: res.top + res.height };
  return [...sorted, own].toSorted((a, b) => a.top - b.top);
}

/** End of the app's user code before `met`, and its next beginning, on one core. */
function userFronts(
  spans: SpanColumns,
  met: number,
  app: AppId,
): { arrival: number | null; release: number | null } {
  const isUser = (i: number): boolean =>
    STYLE_OF_ACTIVITY[spans.activity[i]] === USER && spans.app[i] === app;
  const at = spanAt(spans, met);
  let before = at;
  while (before >= 0 && at - before < SEARCH && !isUser(before)) before -= 1;
  let after = at + 1;
  while (after < spans.length && after - at < SEARCH && !isUser(after)) after += 1;
  const found = before >= 0 && isUser(before);
  return {
    arrival: found && before + 1 < spans.length ? spans.start[before + 1] : null,
    release: after < spans.length && isUser(after) ? spans.start[after] : null,
  };
}

function arrivalDots(context: MarkContext, row: EventRow): readonly { x: number; y: number }[] {
  const { recording, layout, scale } = context;
  const { app, rows, k } = row;
  const met = Math.min(rows.met[k], lastOf(context, row));
  return arrivalsOf(recording.events, app.id, [rows.trapped[k], met]).flatMap((one) => {
    const lane = layout.lanes[app.cores[one.replica]];
    if (lane === undefined || lane.kind === 'idle') return [];
    return [{ x: scale.toX(one.time), y: lane.top + lane.height / 2 }];
  });
}

function eventLabels(context: MarkContext, row: EventRow): readonly string[] {
  const { plan } = context;
  const { app, rows, k } = row;
  const trap = TRAP_WORDS[TRAP_KINDS[rows.trap[k]] ?? 'syscall'];
  const number = groupDigits(k + 1);
  const name = `${plan.apps.length > 1 ? `${app.name}: event` : 'Event'} ${number}`;
  const cycles = groupDigits(lastOf(context, row) - rows.trapped[k]);
  const done = Number.isFinite(rows.completed[k]);
  const length = done ? `${cycles} cycles` : `not completed after ${cycles} cycles`;
  // The flag of the rendezvous halves a narrow bracket: beside it its number fits at least.
  return [`${name} · ${trap} · ${length}`, `${name} · ${trap}`, name, number];
}
