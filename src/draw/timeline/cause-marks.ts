import type { CauseChain, CauseLink } from '../../analysis/causes/chain.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
import type { Lane } from './lanes.ts';
import type { TimelineSource } from './layout.ts';
import { STYLE_OF_ACTIVITY, spanAt } from './lod.ts';
import type { TimeScale } from './scale.ts';
import { wireEnds } from './wires.ts';

/** A chain with the number that each of its links carries where it is explained; 0 = none. */
export interface ShownChain {
  readonly chain: CauseChain;
  readonly numbers: readonly number[];
  /** Index of the link that is looked at. */
  readonly current: number;
}

/** One link of the chain that goes from core to core, as an arrow from lane edge to lane edge. CSS px. */
export interface CauseArrow {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** How the signalling method shows: a striped ribbon, dashes, dots. */
  readonly texture: 'ribbon' | 'dashed' | 'dotted';
  /** The link that is looked at, or one that the selected core waits for itself. */
  readonly thick: boolean;
  readonly current: boolean;
  /** Index of the link in the chain. */
  readonly link: number;
}

/** The number of a link, as in the explanation. CSS px. */
export interface CauseDisc {
  readonly x: number;
  readonly y: number;
  /** Half of its width: more than the radius for a number of three digits. */
  readonly half: number;
  readonly number: number;
  /** Does it stand for what happened before the chain, in an earlier externalization event? */
  readonly hollow: boolean;
  readonly current: boolean;
  readonly link: number;
}

/** All that an explanation adds to the picture. */
export interface CauseMarks {
  readonly arrows: readonly CauseArrow[];
  /** None of them overlap; the one that is looked at comes first. */
  readonly discs: readonly CauseDisc[];
}

/** Radius of a disc. CSS px. */
export const DISC_RADIUS = 8;
const USER = SPAN_STYLES.indexOf('user');
/** From one disc to the next. CSS px. */
const PITCH = 2 * DISC_RADIUS + 2;
/** A chain that is drawn narrower has no room for its numbers. CSS px. */
const LEAST_WIDTH = 60;
const NOTHING: CauseMarks = { arrows: [], discs: [] };

/** A disc before its place is known: any of `places`, the best first. */
interface Wanted extends Omit<CauseDisc, 'x' | 'y'> {
  readonly places: readonly Point[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Lays out the links of the chain that touch the window. */
export function layoutCauses(
  source: TimelineSource,
  scale: TimeScale,
  shown: ShownChain | null,
): CauseMarks {
  if (shown === null) return NOTHING;
  const { chain, numbers } = shown;
  const target = chain.links.at(-1)?.core ?? -1;
  const roomy = scale.toX(chain.to) - scale.toX(chain.from) >= LEAST_WIDTH;
  const arrows: CauseArrow[] = [];
  const wanted: Wanted[] = [];
  chain.links.forEach((link, i) => {
    const visible = link.to >= scale.window[0] && link.from <= scale.window[1];
    if (!visible) return;
    const current = i === shown.current;
    const thick = current || link.core === target;
    const arrow = arrowOf(source, scale, { link, i, thick, current });
    if (arrow !== null) arrows.push(arrow);
    const number = numbers[i] ?? 0;
    if (number === 0 || !(roomy || current)) return;
    const places = arrow === null ? workPlaces(source, scale, link) : alongArrow(arrow);
    const half = Math.max(DISC_RADIUS, 3.4 * String(number).length + 3);
    wanted.push({ places, half, number, hollow: false, current, link: i });
  });
  const earlier = roomy ? earlierDisc(source, scale, chain) : null;
  if (earlier !== null) wanted.push(earlier);
  return { arrows, discs: apart(wanted, scale.width) };
}

/** Where the replica that a chain begins with set out later than another one, in the event before. */
function earlierDisc(
  { recording, lanes }: TimelineSource,
  scale: TimeScale,
  { earlier, links, from }: CauseChain,
): Wanted | null {
  const lane = lanes.lanes[links[0]?.core ?? -1];
  if (earlier === null || earlier.event < 0 || lane === undefined) return null;
  const { start, activity } = recording.spans[lane.core];
  let row = spanAt(recording.spans[lane.core], from);
  while (row > 0 && STYLE_OF_ACTIVITY[activity[row - 1]] === USER) row -= 1;
  const x = scale.toX(start[row]);
  const places = [0, 1, -1].map((shift) => ({ x: x + shift * PITCH, y: rowsOf(lane)[0] }));
  return { places, half: DISC_RADIUS, number: 1, hollow: true, current: false, link: 0 };
}

interface ArrowLink {
  readonly link: CauseLink;
  readonly i: number;
  readonly thick: boolean;
  readonly current: boolean;
}

function arrowOf(
  { lanes, plan }: TimelineSource,
  scale: TimeScale,
  { link, i, thick, current }: ArrowLink,
): CauseArrow | null {
  const from = lanes.lanes[link.fromCore];
  const to = lanes.lanes[link.core];
  if (link.fromCore === link.core || from === undefined || to === undefined) return null;
  const [y1, y2] = wireEnds(from, to);
  const method = plan.apps[link.app]?.signalling;
  return {
    x1: scale.toX(link.from),
    y1,
    x2: scale.toX(link.to),
    y2,
    texture: method === 'migration' ? 'ribbon' : method === 'polling' ? 'dotted' : 'dashed',
    thick,
    current,
    link: i,
  };
}

/** The middle of an arrow, or where else on it there is room. */
function alongArrow({ x1, y1, x2, y2 }: CauseArrow): Point[] {
  return [0.5, 0.35, 0.65, 0.2, 0.8].map((at) => ({
    x: x1 + at * (x2 - x1),
    y: y1 + at * (y2 - y1),
  }));
}

/** In the lane of the core that works, over the work or, where it is short, a little beside it. */
function workPlaces({ lanes }: TimelineSource, scale: TimeScale, link: CauseLink): Point[] {
  const lane = lanes.lanes[link.core];
  if (lane === undefined) return [];
  const from = Math.max(scale.toX(link.from), 0);
  const to = Math.min(scale.toX(link.to), scale.width);
  const middle = (from + to) / 2;
  const reach = Math.max((to - from) / 2, PITCH);
  const shifts = [0, 1, -1, 2, -2]
    .map((shift) => shift * PITCH)
    .filter((shift) => Math.abs(shift) <= reach);
  return shifts.flatMap((shift) => rowsOf(lane).map((y) => ({ x: middle + shift, y })));
}

/** Where in a lane discs go: at its lower edge, and at its upper one where both have room. */
function rowsOf({ top, height }: Lane): readonly number[] {
  if (height <= 2 * DISC_RADIUS) return [top + height / 2];
  const [upper, lower] = [top + DISC_RADIUS, top + height - DISC_RADIUS];
  return lower - upper > 2 * DISC_RADIUS ? [lower, upper] : [lower];
}

/**
 * Those that show whole and do not overlap, each at the first of its places that is free: the one
 * that is looked at goes first, then the earlier ones.
 */
function apart(wanted: readonly Wanted[], width: number): readonly CauseDisc[] {
  const kept: CauseDisc[] = [];
  const isFree = ({ x, y }: Point, half: number): boolean =>
    x >= half &&
    x <= width - half &&
    kept.every(
      (one) => Math.abs(one.x - x) > one.half + half || Math.abs(one.y - y) > 2 * DISC_RADIUS,
    );
  for (const { places, ...disc } of wanted.toSorted(
    (a, b) => Number(b.current) - Number(a.current) || a.link - b.link,
  )) {
    const place = places.find((one) => isFree(one, disc.half));
    if (place !== undefined) kept.push({ ...disc, ...place });
  }
  return kept;
}

/** The link whose disc or arrow is at a point; -1 = none. */
export function causeAt({ arrows, discs }: CauseMarks, { x, y }: { x: number; y: number }): number {
  const disc = discs.find((one) => Math.hypot(one.x - x, one.y - y) <= DISC_RADIUS + 2);
  if (disc !== undefined) return disc.link;
  return arrows.find((arrow) => distance(arrow, x, y) <= 5)?.link ?? -1;
}

function distance({ x1, y1, x2, y2 }: CauseArrow, x: number, y: number): number {
  const square = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const along = square === 0 ? 0 : ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / square;
  const at = Math.min(Math.max(along, 0), 1);
  return Math.hypot(x1 + at * (x2 - x1) - x, y1 + at * (y2 - y1) - y);
}
