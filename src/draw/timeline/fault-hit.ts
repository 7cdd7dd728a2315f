import type { BoltMark, EndMark, FaultMarks, MismatchMark, StretchMark } from './fault-marks.ts';
import { BOLT_RADIUS, FLAG_HEIGHT } from './fault-marks.ts';
import { BRACKET_Y } from './lanes.ts';
import { CAP_WIDTH } from './wires.ts';
import type { WireMark } from './wires.ts';

/** What a fault left under the pointer. */
export type FaultHit =
  | { readonly kind: 'bolt'; readonly mark: BoltMark }
  | { readonly kind: 'mismatch'; readonly mark: MismatchMark }
  | { readonly kind: 'ending'; readonly mark: EndMark }
  | { readonly kind: 'wire'; readonly mark: WireMark }
  | { readonly kind: 'loop'; readonly mark: StretchMark }
  | { readonly kind: 'latent'; readonly mark: StretchMark };

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Beyond a mark this still hits it. CSS px. */
const REACH = 2;

/** The mark at a point, in CSS px from the upper left corner of the picture; what is painted last comes first. */
export function faultAt(marks: FaultMarks, point: Point): FaultHit | null {
  return (
    found(
      marks.bolts,
      (mark) => onBolt(mark, point),
      (mark) => ({ kind: 'bolt', mark }),
    ) ??
    found(
      marks.mismatches,
      (mark) => onFlag(mark, point),
      (mark) => ({ kind: 'mismatch', mark }),
    ) ??
    found(
      marks.wires,
      (mark) => atEnd(mark, point),
      (mark) => ({ kind: 'wire', mark }),
    ) ??
    found(
      marks.endings,
      (mark) => onEnding(mark, point),
      (mark) => ({ kind: 'ending', mark }),
    ) ??
    found(
      marks.latent,
      (mark) => onZigzag(mark, point),
      (mark) => ({ kind: 'latent', mark }),
    ) ??
    found(
      marks.loops,
      (mark) => onLane(mark, point),
      (mark) => ({ kind: 'loop', mark }),
    )
  );
}

function found<M>(
  marks: readonly M[],
  hits: (mark: M) => boolean,
  hitOf: (mark: M) => FaultHit,
): FaultHit | null {
  const mark = marks.findLast(hits);
  return mark === undefined ? null : hitOf(mark);
}

function within(
  { x, y }: Point,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): boolean {
  const wide = x >= box.x - REACH && x <= box.x + box.width + REACH;
  return wide && y >= box.y - REACH && y <= box.y + box.height + REACH;
}

/** A message that was hit is marked at its end. */
function atEnd({ x2, y2 }: WireMark, { x, y }: Point): boolean {
  return Math.hypot(x - x2, y - y2) <= 6;
}

function onLane({ x, width, lane }: StretchMark, point: Point): boolean {
  return within(point, { x, y: lane.top, width, height: lane.height });
}

function onBolt({ x, y, half, bottom, flips }: BoltMark, point: Point): boolean {
  const disc = { x: x - half, y: y - BOLT_RADIUS, width: 2 * half, height: 2 * BOLT_RADIUS };
  const stem = { x: x - 1, y, width: 2, height: bottom - y };
  return within(point, disc) || (flips.length === 1 && within(point, stem));
}

function onFlag({ left, width }: MismatchMark, point: Point): boolean {
  return within(point, {
    x: left,
    y: BRACKET_Y - FLAG_HEIGHT / 2,
    width,
    height: FLAG_HEIGHT,
  });
}

function onEnding({ left, lanes, words }: EndMark, point: Point): boolean {
  const said =
    words !== null && within(point, { x: words.x, y: words.y - 8, width: words.width, height: 16 });
  const onCap = lanes.some(({ top, height }) =>
    within(point, { x: left, y: top, width: CAP_WIDTH, height }),
  );
  return said || onCap;
}

function onZigzag({ x, width, lane }: StretchMark, point: Point): boolean {
  return within(point, { x, y: lane.top + lane.height, width, height: 4 });
}
