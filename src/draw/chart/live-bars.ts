import { t } from '../../base/language.ts';
import type { Part, SignallingMethod } from '../../base/vocabulary.ts';
import { estimateTextWidth } from '../text-width.ts';
import { PUBLISHED_BOUNDS } from './bounds.ts';
import type { PublishedBound } from './bounds.ts';
import { PART_INFO, stackParts } from './parts.ts';
import type { PartStyle } from './parts.ts';

/** One run of the matrix as of the playhead. */
export interface LiveBarInput {
  readonly redundancy: number;
  readonly signalling: SignallingMethod;
  /** Extra time so far in % of the native run of the whole program; `null` = not computed yet. */
  readonly percent: number | null;
  /** One per `PARTS`, same unit, sums to `percent`. */
  readonly parts: readonly number[];
  /** Where this run ends, same unit; `null` = not known yet. */
  readonly finalPercent: number | null;
  /** How the run ended before its program did, once it has; `null` = it has not. */
  readonly stopped: string | null;
}

export interface LiveBarsOptions {
  /** CSS px of the whole figure. */
  readonly width: number;
  /** CSS px kept free for names left and for numbers right of the bars. */
  readonly left: number;
  readonly right: number;
  /** Percent at the right end of the axis; fixed over a run. */
  readonly axisMax: number;
  /** The run on show. */
  readonly current: { readonly redundancy: number; readonly signalling: SignallingMethod } | null;
}

export interface BarSegment {
  readonly part: Part;
  readonly style: PartStyle;
  readonly x: number;
  readonly width: number;
  readonly percent: number;
}

export interface LiveBar {
  readonly redundancy: number;
  readonly signalling: SignallingMethod;
  readonly current: boolean;
  readonly y: number;
  readonly height: number;
  /** Middle of the row, for text. */
  readonly middle: number;
  readonly segments: readonly BarSegment[];
  /** End of the bar, within the axis. */
  readonly endX: number;
  readonly percent: number | null;
  /** Thin tick where the same seed ends; `null` = unknown or beyond the axis. */
  readonly finalX: number | null;
  /** The bar (or its end) lies beyond the axis: draw an open arrow and the number. */
  readonly beyond: boolean;
  readonly finalBeyond: boolean;
  /** Why the bar grows no further, and where to say so; `null` = it grows, or has ended as it should. */
  readonly stop: { readonly words: string; readonly x: number } | null;
}

export interface LiveBarGroup {
  readonly redundancy: number;
  /** `DMR`, `TMR` or `N replicas`. */
  readonly label: string;
  readonly headerY: number;
  /** Dashed vertical at the value so far of local handling. */
  readonly local: {
    readonly x: number;
    readonly top: number;
    readonly bottom: number;
    readonly percent: number;
    readonly finalPercent: number | null;
    readonly stopped: string | null;
  } | null;
  readonly bars: readonly LiveBar[];
  readonly bounds: readonly {
    readonly bound: PublishedBound;
    readonly x: number;
    readonly top: number;
    readonly bottom: number;
  }[];
}

export interface LiveBarsGeometry {
  readonly width: number;
  readonly height: number;
  readonly ticks: readonly { readonly x: number; readonly percent: number }[];
  readonly plotTop: number;
  readonly plotBottom: number;
  readonly groups: readonly LiveBarGroup[];
}

const AXIS_HEIGHT = 20;
const HEADER = 20;
const ROW = 16;
const BAR = 12;
const GROUP_GAP = 6;

/** What people call a group of `n` replicas. */
export function redundancyLabel(n: number): string {
  if (n === 2) return 'DMR';
  if (n === 3) return 'TMR';
  return t('{n, plural, one {{n} replica} other {{n} replicas}}', { n });
}

/** Ticks of a percent axis: every 20 up to 100, then every 40. */
function percentTicks(axisMax: number): readonly number[] {
  const step = axisMax <= 100 ? 20 : 40;
  return Array.from({ length: Math.floor(axisMax / step) + 1 }, (_, i) => i * step);
}

/**
 * The bars "extra cycles so far", most redundant group first, methods in the order given; local
 * handling is the dashed line of its group and no bar. Lengths are CSS px.
 */
export function liveBars(
  inputs: readonly LiveBarInput[],
  options: LiveBarsOptions,
): LiveBarsGeometry {
  const scale = percentScale(options);
  const redundancies = [...new Set(inputs.map((one) => one.redundancy))].toSorted((a, b) => b - a);
  const groups: LiveBarGroup[] = [];
  let y = AXIS_HEIGHT;
  for (const redundancy of redundancies) {
    const members = inputs.filter((one) => one.redundancy === redundancy);
    const group = layoutGroup(members, { options, scale, y });
    groups.push(group.geometry);
    y = group.bottom + GROUP_GAP;
  }
  const height = groups.length === 0 ? AXIS_HEIGHT : y - GROUP_GAP;
  return {
    width: options.width,
    height,
    ticks: percentTicks(options.axisMax).map((percent) => ({ percent, x: scale(percent) })),
    plotTop: AXIS_HEIGHT,
    plotBottom: height,
    groups,
  };
}

type Scale = (percent: number) => number;

/** Percent to x, clamped to the axis. */
function percentScale({ width, left, right, axisMax }: LiveBarsOptions): Scale {
  const span = Math.max(width - left - right, 1);
  return (percent) => left + (Math.min(Math.max(percent, 0), axisMax) / axisMax) * span;
}

function layoutGroup(
  members: readonly LiveBarInput[],
  place: { options: LiveBarsOptions; scale: Scale; y: number },
): { geometry: LiveBarGroup; bottom: number } {
  const { options, scale } = place;
  const redundancy = members[0].redundancy;
  const top = place.y + HEADER;
  const rows = members.filter((one) => one.signalling !== 'local');
  const bottom = top + rows.length * ROW;
  const local = members.find((one) => one.signalling === 'local');
  const geometry: LiveBarGroup = {
    redundancy,
    label: redundancyLabel(redundancy),
    headerY: place.y + HEADER / 2,
    local:
      local === undefined || local.percent === null
        ? null
        : {
            x: scale(local.percent),
            top: top - 6,
            bottom,
            percent: local.percent,
            finalPercent: local.finalPercent,
            stopped: local.stopped,
          },
    bars: rows.map((row, i) => layoutBar(row, { options, scale, y: top + i * ROW })),
    bounds: PUBLISHED_BOUNDS.filter(
      (bound) =>
        bound.percent <= options.axisMax &&
        (bound.redundancy === null || bound.redundancy === redundancy),
    ).map((bound) => ({ bound, x: scale(bound.percent), top, bottom })),
  };
  return { geometry, bottom };
}

function layoutBar(
  row: LiveBarInput,
  place: { options: LiveBarsOptions; scale: Scale; y: number },
): LiveBar {
  const { options, scale, y } = place;
  const { current, axisMax } = options;
  const segments = stackParts(row.percent === null ? [] : row.parts)
    .filter((one) => one.start < axisMax)
    .map((one) => ({
      part: one.part,
      style: PART_INFO[one.part].style,
      x: scale(one.start),
      width: scale(one.end) - scale(one.start),
      percent: one.end - one.start,
    }));
  const finalBeyond = row.finalPercent !== null && row.finalPercent > axisMax;
  return {
    redundancy: row.redundancy,
    signalling: row.signalling,
    current: current?.redundancy === row.redundancy && current.signalling === row.signalling,
    y: y + (ROW - BAR) / 2,
    height: BAR,
    middle: y + ROW / 2,
    segments,
    endX: scale(row.percent ?? 0),
    percent: row.percent,
    finalX:
      row.finalPercent === null || finalBeyond || row.stopped !== null
        ? null
        : scale(row.finalPercent),
    beyond: row.percent !== null && row.percent > axisMax,
    finalBeyond,
    stop: row.stopped === null ? null : placeStop(row.stopped, scale(row.percent ?? 0), options),
  };
}

const STOP_FONT = 11;
const STOP_GAP = 11;

/** Words after the end of the bar, or over it where the axis ends. */
function placeStop(words: string, endX: number, options: LiveBarsOptions): LiveBar['stop'] {
  const room = options.width - options.right - estimateTextWidth(words, STOP_FONT);
  return { words, x: Math.max(Math.min(endX + STOP_GAP, room), options.left) };
}
