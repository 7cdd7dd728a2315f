import { assertUnreachable } from '../../base/assert.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { TokenName } from '../theme.ts';
import type { Brush } from '../timeline/paint-spans.ts';
import { circle, fillOutline, trace } from './pen.ts';
import type { Spot } from './pen.ts';

/** Where a pictogram stands: its middle, and its size in parts of 30 × 18 CSS px. */
export interface PictogramPlace extends Spot {
  readonly scale: number;
  readonly colour: TokenName;
}

type Corner = readonly [number, number];

/** A stroke, an area or a dot of a pictogram, around its middle. */
type Shape =
  | { readonly line: readonly Corner[]; readonly width: number; readonly dash?: readonly number[] }
  | { readonly area: readonly Corner[] }
  | { readonly dot: number; readonly r: number };

/** The body moves, a message flies, nobody moves and all look. */
const PICTOGRAMS: Readonly<Record<SignallingMethod, readonly Shape[]>> = {
  local: [
    { line: box([-6, -5.5], [12, 11]), width: 1.2, dash: [1.6, 1.6] },
    { dot: 0, r: 2.6 },
  ],
  migration: [
    { line: box([-13, -3.5], [7, 7]), width: 1.2, dash: [1.6, 1.6] },
    { line: segment(-5, 5, 0), width: 4.5 },
    { area: box([4, -5], [10, 10]) },
  ],
  ipc: [
    { line: segment(-13, 7, -3.6), width: 1.8, dash: [5, 2.4] },
    { line: segment(13, -7, 4.2), width: 1.8, dash: [5, 2.4] },
    { area: corners(5.5, -7.4, 13.5, -3.6, 5.5, 0.2) },
    { area: corners(-5.5, 0.4, -13.5, 4.2, -5.5, 8) },
  ],
  polling: [
    { line: box([-10, -5.5], [20, 11]), width: 1.4 },
    { area: box([-3.4, -5.5], [6.8, 11]) },
    { dot: -13.6, r: 1.15 },
    { dot: 13.6, r: 1.15 },
  ],
};

/** Paints a method's pictogram. */
export function paintPictogram(
  brush: Brush,
  method: SignallingMethod,
  { x, y, scale, colour }: PictogramPlace,
): void {
  const at = (points: readonly Corner[]): Spot[] =>
    points.map(([dx, dy]) => ({ x: x + dx * scale, y: y + dy * scale }));
  for (const shape of PICTOGRAMS[method]) {
    if ('line' in shape) {
      const dash = (shape.dash ?? []).map((length) => length * scale);
      trace(brush, at(shape.line), { colour, width: shape.width * scale, dash });
    } else if ('area' in shape) fillOutline(brush, at(shape.area), colour);
    else circle(brush, { x: x + shape.dot * scale, y, r: shape.r * scale }, { fill: colour });
  }
}

function corners(...numbers: readonly number[]): Corner[] {
  const points: Corner[] = [];
  for (let i = 0; i < numbers.length; i += 2) points.push([numbers[i], numbers[i + 1]]);
  return points;
}

function segment(from: number, to: number, y: number): Corner[] {
  return corners(from, y, to, y);
}

/** A closed outline: the last corner is the first. */
function box([left, top]: Corner, [width, height]: Corner): Corner[] {
  const [right, bottom] = [left + width, top + height];
  return corners(left, top, right, top, right, bottom, left, bottom, left, top);
}

/** A method's marker on a line, for lines of more (`strong`) and fewer replicas. */
export function paintMarker(
  brush: Brush,
  method: SignallingMethod,
  { x, y, strong }: Spot & { readonly strong: boolean },
): void {
  const colour: TokenName = strong ? 'ink' : 'ink-3';
  const k = strong ? 1.45 : 1.05;
  const solid = (...numbers: readonly number[]): void => {
    const spots = corners(...numbers).map(([dx, dy]) => ({ x: x + dx * k, y: y + dy * k }));
    fillOutline(brush, spots, colour);
    trace(brush, [...spots, ...spots.slice(0, 1)], { colour: 'panel', width: 1 });
  };
  switch (method) {
    case 'local':
      solid(-3, -3, 3, -3, 3, 3, -3, 3);
      break;
    case 'migration':
      solid(-3.1, 3, -0.6, -3, 3.1, -3, 0.6, 3);
      break;
    case 'ipc':
      solid(-3.7, -3, 0, 0, 3.7, -3, 3.7, 3, 0, 0, -3.7, 3);
      break;
    case 'polling':
      circle(brush, { x, y, r: 3 * k }, { fill: 'panel', stroke: colour, width: 1.6 });
      circle(brush, { x, y, r: 1.25 * k }, { fill: colour });
      break;
    default:
      assertUnreachable(method);
  }
}
