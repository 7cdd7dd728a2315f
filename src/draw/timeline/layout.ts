import { t } from '../../base/language.ts';
import { firstWhere } from './first-where.ts';
import type { AppId, CoreId } from '../../base/units.ts';
import { ACTIVITY_IDS, SPAN_STYLES } from '../../kernel/activities.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { Recording } from '../../run/recording.ts';
import { handleLabel } from '../words.ts';
import { axisTicks, breakLabel } from './axis.ts';
import type { AxisTicks } from './axis.ts';
import { ColumnBuffer } from './columns.ts';
import type { FaultIndex } from './fault-index.ts';
import { layoutFaults } from './fault-marks.ts';
import type { FaultMarks } from './fault-marks.ts';
import type { LaneLayout } from './lanes.ts';
import type { LaneIndex } from './lod.ts';
import { layoutMarks } from './marks.ts';
import type { EventMark } from './marks.ts';
import { RectBuffer } from './rects.ts';
import type { ScaleBreak, TimeScale } from './scale.ts';
import { layoutSpans, spanContext } from './spans.ts';
import type { SpanRoom } from './spans.ts';

/** What a layout is made from besides the scale. */
export interface TimelineSource {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  /** One per core, from `indexLanes`. */
  readonly index: readonly LaneIndex[];
  readonly lanes: LaneLayout;
  /** From `indexFaults`. */
  readonly faults: FaultIndex;
  /** App whose events get brackets. */
  readonly bracketApp: AppId;
}

/** Text inside a handling span. CSS px; `width` is the span's. */
export interface SpanLabel {
  readonly core: CoreId;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Longest first. */
  readonly texts: readonly string[];
  readonly fault: boolean;
}

/** A gap that is left out, with its true length in words. */
export interface BreakMark extends ScaleBreak {
  readonly text: string;
}

/** One picture of the timeline without playhead and selection. All lengths are CSS px. */
export interface TimelineLayout {
  readonly scale: TimeScale;
  readonly lanes: LaneLayout;
  readonly rects: RectBuffer;
  /** What is too narrow to be drawn as itself; a row for each of `lanes.lanes`. */
  readonly columns: ColumnBuffer;
  readonly marks: readonly EventMark[];
  readonly ruler: AxisTicks;
  readonly breaks: readonly BreakMark[];
  readonly spanLabels: readonly SpanLabel[];
  readonly faults: FaultMarks;
}

const HANDLE = SPAN_STYLES.indexOf('handle');
const RECOVER = SPAN_STYLES.indexOf('recover');
/** Incidents among which the end of a copy is looked for: it is one of the next. */
const SEARCH = 64;
/** A span narrower than this never holds a label. */
const MIN_LABEL_SPAN = 28;

/** Narrower spans are merged on a screen: textures and boxes have no room in them. CSS px. */
const LEAST_ON_SCREEN = 4;

/** The memory of a layout: frames share it, each clears and fills it. */
export class LayoutRoom implements SpanRoom {
  readonly rects = new RectBuffer();
  readonly columns = new ColumnBuffer();
  /** Narrower spans are merged with their neighbours. CSS px. */
  readonly least: number;

  constructor(least: number = LEAST_ON_SCREEN) {
    this.least = least;
  }
}

/** Lays out one window in `room`. */
export function layoutTimeline(
  source: TimelineSource,
  scale: TimeScale,
  room: LayoutRoom = new LayoutRoom(),
): TimelineLayout {
  const { plan, recording, index, lanes } = source;
  const { rects, columns } = room;
  rects.clear();
  columns.reset(lanes.lanes.length, scale.width);
  const context = spanContext(plan, scale, room.least);
  for (const [row, lane] of lanes.lanes.entries()) {
    const laneIndex = index[lane.core];
    if (laneIndex !== undefined) layoutSpans([row, lane], laneIndex, { context, room });
  }
  return {
    scale,
    lanes,
    rects,
    columns,
    marks: layoutMarks({ plan, recording, layout: lanes, scale }, source.bracketApp),
    ruler: axisTicks(scale, plan.clockGHz),
    breaks: scale.breaks.map((gap) => ({
      ...gap,
      text: breakLabel(gap.t1 - gap.t0, plan.clockGHz),
    })),
    spanLabels: labelSpans(recording, rects),
    faults: layoutFaults({ plan, recording, layout: lanes, scale, faults: source.faults }),
  };
}

function labelSpans(recording: Recording, rects: RectBuffer): readonly SpanLabel[] {
  const labels: SpanLabel[] = [];
  for (let i = 0; i < rects.length; i++) {
    const width = rects.width[i];
    const style = rects.key[i] >> 3;
    if (width < MIN_LABEL_SPAN || (style !== HANDLE && style !== RECOVER)) continue;
    const texts = labelOf(recording, rects.lane[i], rects.span[i]);
    if (texts.length === 0) continue;
    const y = rects.y[i] + rects.height[i] / 2;
    labels.push({ core: rects.lane[i], x: rects.x[i], y, width, texts, fault: style === RECOVER });
  }
  return labels;
}

function labelOf(recording: Recording, core: CoreId, span: number): readonly string[] {
  const spans = recording.spans[core];
  const activity = ACTIVITY_IDS[spans?.activity[span] ?? -1];
  if (activity === undefined || spans === undefined) return [];
  const replica = spans.replica[span];
  if (activity === 'recover') {
    const donor = donorOf(recording, { app: spans.app[span], replica, from: spans.start[span] });
    const arrow = `${donor < 0 ? '' : `R${donor} `}→ R${replica}`;
    return [t('copy {arrow}', { arrow }), arrow];
  }
  const label = handleLabel(activity, replica);
  return label === null ? [] : [label];
}

/** The replica that `replica` is overwritten with from `from` on; -1 = the run ended before that was said. */
function donorOf(
  { incidents }: Recording,
  { app, replica, from }: { app: AppId; replica: number; from: number },
): number {
  const first = firstWhere(incidents.length, (i) => incidents[i].time > from);
  const done = incidents
    .slice(first, first + SEARCH)
    .find((one) => one.kind === 'recovered' && one.app === app && one.replica === replica);
  return done?.other ?? -1;
}
