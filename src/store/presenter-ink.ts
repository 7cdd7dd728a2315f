/*
 * What a lecturer draws over the picture. It belongs to the stop at which it was drawn, lasts as long
 * as the page, and is in no file and no link.
 */

/** Colours of the pen, in the order in which it changes them. */
export const INK_COLOURS = ['red', 'blue', 'green', 'black'] as const;
export type InkColour = (typeof INK_COLOURS)[number];

/** A point of a stroke: shares of the board's width and height, and the pressure from 0 to 1. */
export interface InkPoint {
  readonly x: number;
  readonly y: number;
  readonly pressure: number;
}

/** What was drawn between touching the board and leaving it. */
export interface Stroke {
  readonly colour: InkColour;
  readonly points: readonly InkPoint[];
}

/** What is drawn at one stop. */
export interface InkSheet {
  readonly strokes: readonly Stroke[];
  /** What was wiped away last, as long as nothing was drawn since. */
  readonly wiped: readonly Stroke[];
}

/** Sheets by the key of their stop. */
export type Ink = Readonly<Record<string, InkSheet>>;

export const NO_INK: Ink = {};
const EMPTY: InkSheet = { strokes: [], wiped: [] };

/** What is drawn at `stop`. */
export function sheetAt(ink: Ink, stop: string): InkSheet {
  return ink[stop] ?? EMPTY;
}

/** Shares of the board by which two points differ at least: what is nearer shows no difference. */
const LEAST = 0.0006;

/** `ink` with another stroke at `stop`; one without a point is none. */
export function withStroke(ink: Ink, stop: string, { colour, points }: Stroke): Ink {
  if (points.length === 0) return ink;
  const { strokes } = sheetAt(ink, stop);
  return {
    ...ink,
    [stop]: { strokes: [...strokes, { colour, points: thinned(points) }], wiped: [] },
  };
}

/** `ink` without the last stroke at `stop`, or with what was wiped away there brought back. */
export function withoutLast(ink: Ink, stop: string): Ink {
  const { strokes, wiped } = sheetAt(ink, stop);
  if (wiped.length > 0) return { ...ink, [stop]: { strokes: wiped, wiped: [] } };
  if (strokes.length === 0) return ink;
  return { ...ink, [stop]: { strokes: strokes.slice(0, -1), wiped: [] } };
}

/** `ink` with `stop` wiped clean; that can be undone. */
export function wipedAt(ink: Ink, stop: string): Ink {
  const { strokes } = sheetAt(ink, stop);
  return strokes.length === 0 ? ink : { ...ink, [stop]: { strokes: [], wiped: strokes } };
}

/** The colour after `colour`, around and around. */
export function nextColour(colour: InkColour): InkColour {
  return INK_COLOURS[(INK_COLOURS.indexOf(colour) + 1) % INK_COLOURS.length] ?? 'red';
}

/** Width of a line drawn with `pressure`; `unit` is the width of one drawn with none. */
export function lineWidth(pressure: number, unit: number): number {
  return unit * (1 + Math.min(1, Math.max(0, pressure)));
}

function thinned(points: readonly InkPoint[]): readonly InkPoint[] {
  const kept: InkPoint[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last === undefined || Math.hypot(point.x - last.x, point.y - last.y) >= LEAST)
      kept.push(point);
  }
  return kept;
}
