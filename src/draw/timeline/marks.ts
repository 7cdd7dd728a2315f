import { t } from '../../base/language.ts';
import { lowerBound, upperBound } from '../../base/binary-search.ts';
import type { AppId, Cycles } from '../../base/units.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
import { eventWords } from '../../base/event-words.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { Recording, RendezvousColumns, SpanColumns } from '../../run/recording.ts';
import { groupDigits } from '../format.ts';
import { arrivalsOf } from './arrivals.ts';
import type { Lane, LaneLayout } from './lanes.ts';
import { STYLE_OF_ACTIVITY, spanAt, spanFrom } from './lod.ts';
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
const LENS_WIDTH = 4;
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

/** Marks of all apps' events in the window that are at least 4 px wide; brackets for `bracketApp` only. */
export function layoutMarks(context: MarkContext, bracketApp: AppId): readonly EventMark[] {
  return context.plan.apps.flatMap((app) => appMarks(context, app, app.id === bracketApp));
}

function appMarks(context: MarkContext, app: AppPlan, brackets: boolean): readonly EventMark[] {
  const rows = context.recording.rendezvous[app.id];
  if (rows === undefined) return [];
  const { window, width } = context.scale;
  const first = lowerBound(rows.completed, window[0], rows.length);
  const last = upperBound(rows.trapped, window[1], rows.length);
  // Below that an event is only part of the density of its pixels.
  if ((last - first) * LENS_WIDTH > width) return [];
  const marks: EventMark[] = [];
  const replicated = app.redundancy !== 'native' && app.redundancy > 1;
  const lenses = replicated ? new Lenses(context, app) : null;
  for (let k = first; k < last; k++) {
    const mark = eventMark(context, { app, rows, k, brackets }, lenses);
    if (mark !== null) marks.push(mark);
  }
  return marks;
}

interface EventRow {
  readonly app: AppPlan;
  readonly rows: RendezvousColumns;
  readonly k: number;
  readonly brackets: boolean;
}

function eventMark(context: MarkContext, row: EventRow, lenses: Lenses | null): EventMark | null {
  const { scale } = context;
  const { app, rows, k } = row;
  const left = scale.toX(rows.trapped[k]);
  const end = lastOf(context, row);
  const right = scale.toX(end);
  const wide = right - left;
  if (wide < LENS_WIDTH) return null;
  const met = rows.met[k];
  const flagged = lenses !== null && wide >= FLAG_WIDTH && Number.isFinite(met);
  return {
    app: app.id,
    event: k,
    left,
    right,
    lens: lenses?.rowsOf({ trapped: rows.trapped[k], met: Math.min(met, end), end }) ?? [],
    flag: flagged && lenses.extent !== null ? { x: scale.toX(met), ...lenses.extent } : null,
    arrivals: lenses !== null && wide >= BRACKET_WIDTH ? arrivalDots(context, row) : [],
    labels: row.brackets && wide >= BRACKET_WIDTH ? eventLabels(context, row) : [],
  };
}

/** When the event is completed, or its app ends with it undone. */
function lastOf({ recording }: MarkContext, { app, rows, k }: EventRow): number {
  if (Number.isFinite(rows.completed[k])) return rows.completed[k];
  const { apps, totalCycles } = recording.summary;
  return Math.max(apps[app.id]?.totalCycles ?? totalCycles, rows.trapped[k]);
}

/** Instants of an event. */
interface EventTimes {
  readonly trapped: Cycles;
  readonly met: Cycles;
  readonly end: Cycles;
}

/** A lane of an app's replica, and the span in which the event before was found. */
interface Front {
  readonly lane: Lane;
  readonly spans: SpanColumns;
  at: number;
}

/** The lenses of one app; its events must be asked for in their order. */
class Lenses {
  /** From above. */
  private readonly fronts: readonly Front[];
  /** Index of the row before which the lane of its Res core goes; -1 = it is not drawn as such. */
  private readonly resBefore: number;
  private readonly res: Lane | null;
  private readonly app: AppId;
  private readonly scale: TimeScale;

  constructor({ recording, layout, scale }: MarkContext, app: AppPlan) {
    this.app = app.id;
    this.scale = scale;
    const lanes = app.cores.flatMap((core) => {
      const lane = layout.lanes[core];
      return lane === undefined || lane.kind === 'idle' ? [] : [lane];
    });
    this.fronts = lanes
      .toSorted((a, b) => a.top - b.top)
      .map((lane) => ({ lane, spans: recording.spans[lane.core], at: 0 }));
    const res = layout.lanes[app.resCore];
    this.res = res !== undefined && res.kind === 'res' && lanes.length > 0 ? res : null;
    this.resBefore = this.fronts.filter(({ lane }) => lane.top <= (this.res?.top ?? 0)).length;
  }

  /** Of the lanes of the replicas; `null` = none of them is drawn in full. */
  get extent(): { readonly top: number; readonly bottom: number } | null {
    const lanes = this.fronts.map(({ lane }) => lane);
    if (lanes.length === 0) return null;
    return {
      top: Math.min(...lanes.map((lane) => lane.top)),
      bottom: Math.max(...lanes.map((lane) => lane.top + lane.height)),
    };
  }

  /** From the end of user code before the rendezvous to its beginning after it, lane by lane. */
  rowsOf(times: EventTimes): readonly LensRow[] {
    const rows = this.fronts.map((front) => this.rowOf(front, times));
    const [nearest] = rows;
    if (this.res === null || nearest === undefined) return rows;
    const { top, height } = this.res;
    rows.splice(this.resBefore, 0, { ...nearest, top, bottom: top + height });
    return rows;
  }

  private rowOf(front: Front, { trapped, met, end }: EventTimes): LensRow {
    const { lane, spans } = front;
    const { start, length } = spans;
    const at = front.at === 0 ? spanAt(spans, met) : spanFrom(spans, met, front.at);
    front.at = at;
    const before = this.userSpan(spans, at, -1);
    const after = this.userSpan(spans, at + 1, 1);
    return {
      top: lane.top,
      bottom: lane.top + lane.height,
      arrival: this.scale.toX(before >= 0 && before + 1 < length ? start[before + 1] : trapped),
      release: this.scale.toX(after >= 0 ? start[after] : end),
    };
  }

  /** The nearest span of the app's user code from `from` on, forth or back; -1 = none near. */
  private userSpan({ activity, app, length }: SpanColumns, from: number, step: 1 | -1): number {
    for (let i = from, left = SEARCH; i >= 0 && i < length && left > 0; i += step, left--) {
      if (STYLE_OF_ACTIVITY[activity[i]] === USER && app[i] === this.app) return i;
    }
    return -1;
  }
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
  const trap = t(eventWords(app, k));
  const number = groupDigits(k + 1);
  const name =
    plan.apps.length > 1
      ? t('{name}: event {number}', { name: app.name, number })
      : t('Event {number}', { number });
  const cycles = groupDigits(lastOf(context, row) - rows.trapped[k]);
  const done = Number.isFinite(rows.completed[k]);
  const length = done
    ? t('{cycles} cycles', { cycles })
    : t('not completed after {cycles} cycles', { cycles });
  // The flag of the rendezvous halves a narrow bracket: beside it its number fits at least.
  return [`${name} · ${trap} · ${length}`, `${name} · ${trap}`, name, number];
}
