import { msg } from '../../base/language.ts';
import { upperBound } from '../../base/binary-search.ts';
import type { Cycles } from '../../base/units.ts';
import { formatMicroseconds, groupDigits } from '../format.ts';
import { estimateTextWidth } from '../text-width.ts';
import { eventCoordinate } from './event-columns.ts';
import type { EventColumns } from './event-columns.ts';
import type { ScalePiece, TimeScale } from './scale.ts';

export interface Tick {
  readonly x: number;
  /** Text whose middle is at `x`, or `null` for a tick between two labels. */
  readonly label: string | null;
  /** Is there a stroke, too? The length of a column has none. */
  readonly stroke: boolean;
}

/** What the numbers on the ruler count. */
const AXIS_UNITS = ['µs', msg('cycle'), msg('event'), msg('cycles')] as const;
export type AxisUnit = (typeof AXIS_UNITS)[number];

/** Ticks from left to right, whose labels keep apart, and their unit. */
export interface AxisTicks {
  readonly unit: AxisUnit;
  readonly ticks: readonly Tick[];
}

const MIN_DISTANCE = 48;
const LABEL_ROOM = 12;
/** With fewer cycles than this between two labels, cycles are counted themselves. */
const FEW_CYCLES = 100;
/** Narrowest column that carries its length, and what is left free beside it. */
const MIN_COLUMN = 24;
const COLUMN_ROOM = 3;

/** Ticks of the axis in force. */
export function axisTicks(scale: TimeScale, clockGHz: number): AxisTicks {
  if (scale.columns !== null) return eventTicks(scale, scale.columns);
  const single = scale.perPixel * MIN_DISTANCE < FEW_CYCLES;
  const ticks = single ? cycleTicks(scale) : timeTicks(scale, clockGHz);
  return { unit: single ? 'cycle' : 'µs', ticks: apart(ticks) };
}

/** Ticks of an axis in µs: labels on 1-2-5 steps, at least 48 px and a label apart, one tick between. */
export function timeTicks(scale: TimeScale, clockGHz: number): readonly Tick[] {
  const perMicrosecond = clockGHz * 1000;
  const { step, decimals } = tickStep(
    perMicrosecond / scale.perPixel,
    scale.window[1] / perMicrosecond,
  );
  const label = (place: number): string => groupDigits(place, decimals);
  return scale.pieces.flatMap((piece) =>
    ticksOf(piece, { step, half: step / 2, unit: perMicrosecond, label }),
  );
}

function wholeLabel(place: number): string {
  return groupDigits(place);
}

/** Ticks in whole cycles. */
function cycleTicks(scale: TimeScale): readonly Tick[] {
  const { step } = tickStep(1 / scale.perPixel, scale.window[1]);
  const whole = Math.max(step, 1);
  const half = whole === 1 ? 1 : whole / 2;
  return scale.pieces.flatMap((piece) =>
    ticksOf(piece, {
      step: whole,
      half: Number.isInteger(half) ? half : whole / 5,
      unit: 1,
      label: wholeLabel,
    }),
  );
}

interface Steps {
  readonly step: number;
  /** Distance of the ticks: a whole fraction of `step`. */
  readonly half: number;
  /** Cycles of one unit. */
  readonly unit: Cycles;
  readonly label: (place: number) => string;
}

function ticksOf(piece: ScalePiece, { step, half, unit, label }: Steps): Tick[] {
  const from = piece.t0 / unit;
  const to = piece.t1 / unit;
  const pixels = (piece.x1 - piece.x0) / (to - from);
  const labelled = Math.round(step / half);
  const ticks: Tick[] = [];
  // Counted in small steps from zero, so that rounding does not add up.
  for (let k = Math.ceil(from / half - 1e-9); k * half <= to * (1 + 1e-12); k++) {
    const x = piece.x0 + (k * half - from) * pixels;
    ticks.push({ x, label: k % labelled === 0 ? label(k * half) : null, stroke: true });
  }
  return ticks;
}

/** Smallest 1-2-5 step whose labels (up to the size of `last`) keep their distance. */
export function tickStep(pixelsPerUnit: number, last: number): { step: number; decimals: number } {
  for (let exponent = -5; exponent < 12; exponent++) {
    const decimals = Math.max(-exponent, 0);
    const label = estimateTextWidth(groupDigits(last, decimals), 11, 'mono') + LABEL_ROOM;
    for (const factor of [1, 2, 5]) {
      const step = Number(`${factor}e${exponent}`);
      if (step * pixelsPerUnit >= Math.max(MIN_DISTANCE, label)) return { step, decimals };
    }
  }
  return { step: 1e12, decimals: 0 };
}

/** `ticks` without the labels that would touch the one before: at breaks, pieces end anywhere. */
function apart(ticks: readonly Tick[]): readonly Tick[] {
  let edge = -Infinity;
  return ticks.map((tick) => {
    if (tick.label === null) return tick;
    const half = estimateTextWidth(tick.label, 11, 'mono') / 2;
    if (tick.x - half < edge) return { ...tick, label: null };
    edge = tick.x + half + LABEL_ROOM / 2;
    return tick;
  });
}

/** Numbers of events, or, where columns have room for them, their lengths. */
function eventTicks(scale: TimeScale, columns: EventColumns): AxisTicks {
  const from = eventCoordinate(columns, scale.window[0]);
  const to = eventCoordinate(columns, scale.window[1]);
  const pixels = 1 / scale.perPixel;
  const { step } = tickStep(pixels, columns.events);
  const each = Math.max(step, 1);
  const middle = Math.min(Math.floor((from + to) / 2), columns.events - 1);
  const columnsIn = columns.first[middle + 1] - columns.first[middle];
  if (pixels / columnsIn >= MIN_COLUMN)
    return { unit: 'cycles', ticks: columnTicks(scale, columns) };
  const ticks: Tick[] = [];
  const minor = each >= 2 && each % 2 === 0 ? each / 2 : each;
  const last = Math.min(Math.floor(to) + 1, columns.events);
  for (let n = Math.max(Math.ceil((from + 1) / minor), 1) * minor; n <= last; n += minor) {
    // Events count from 1: number n begins at n - 1.
    const label = n % each === 0 ? groupDigits(n) : null;
    ticks.push({ x: (n - 1 - from) * pixels, label, stroke: true });
  }
  return { unit: 'event', ticks: apart(ticks) };
}

function columnTicks(scale: TimeScale, columns: EventColumns): readonly Tick[] {
  const { start, length } = columns;
  const ticks: Tick[] = [];
  const first = Math.max(upperBound(start, scale.window[0], length) - 1, 0);
  for (let column = first; column < length && start[column] < scale.window[1]; column++) {
    const [x0, x1] = [scale.toX(start[column]), scale.toX(start[column + 1])];
    const label = groupDigits(start[column + 1] - start[column]);
    const fits = x1 - x0 >= estimateTextWidth(label, 11, 'mono') + COLUMN_ROOM;
    ticks.push({ x: x0, label: null, stroke: true });
    if (fits) ticks.push({ x: (x0 + x1) / 2, label, stroke: false });
  }
  return ticks;
}

/** Length of a break as it is written in it. */
export function breakLabel(cycles: Cycles, clockGHz: number): string {
  const micros = cycles / (clockGHz * 1000);
  if (micros >= 1000) return `${groupDigits(micros / 1000, micros < 100_000 ? 2 : 0)} ms`;
  return `${formatMicroseconds(cycles, clockGHz, micros < 100 ? 1 : 0)} µs`;
}
