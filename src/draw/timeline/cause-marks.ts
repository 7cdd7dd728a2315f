import { upperBound } from '../../base/binary-search.ts';
import type { Cycles } from '../../base/units.ts';
import type { CauseChain, CauseLink } from '../../analysis/causes/chain.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
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
  /** Is its cause in an earlier externalization event? */
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
const NOTHING: CauseMarks = { arrows: [], discs: [] };

/** Lays out the links of the chain that touch the window. */
export function layoutCauses(
  source: TimelineSource,
  scale: TimeScale,
  shown: ShownChain | null,
): CauseMarks {
  if (shown === null) return NOTHING;
  const { links } = shown.chain;
  const target = links.at(-1)?.core ?? -1;
  const arrows: CauseArrow[] = [];
  const discs: CauseDisc[] = [];
  const begin = eventBegin(source, shown.chain);
  const earlier = earlierDisc(source, scale, shown.chain);
  if (earlier !== null) discs.push(earlier);
  links.forEach((link, i) => {
    const visible = link.to >= scale.window[0] && link.from <= scale.window[1];
    if (!visible) return;
    const current = i === shown.current;
    const arrow = arrowOf(source, scale, {
      link,
      i,
      thick: current || link.core === target,
      current,
    });
    if (arrow !== null) arrows.push(arrow);
    const number = shown.numbers[i] ?? 0;
    const place =
      number > 0 ? (arrow === null ? workPlace(source, scale, link) : middle(arrow)) : null;
    if (place === null) return;
    const half = Math.max(DISC_RADIUS, 3.4 * String(number).length + 3);
    discs.push({ ...place, half, number, hollow: link.to <= begin, current, link: i });
  });
  return { arrows, discs: apart(discs, scale.width) };
}

/** Where the replica that a chain begins with set out later than another one, in the event before. */
function earlierDisc(
  { recording, lanes }: TimelineSource,
  scale: TimeScale,
  { earlier, links, from }: CauseChain,
): CauseDisc | null {
  const lane = lanes.lanes[links[0]?.core ?? -1];
  if (earlier === null || earlier.event < 0 || lane === undefined) return null;
  const { start, activity } = recording.spans[lane.core];
  let row = spanAt(recording.spans[lane.core], from);
  while (row > 0 && STYLE_OF_ACTIVITY[activity[row - 1]] === USER) row -= 1;
  const x = scale.toX(start[row]);
  const y = lane.top - 3.5;
  return { x, y, half: DISC_RADIUS, number: 1, hollow: true, current: false, link: 0 };
}

/** When the event began in which the chain ends: what was before it is an earlier one. */
function eventBegin({ recording }: TimelineSource, { links, to }: CauseChain): Cycles {
  const rows = recording.rendezvous[links.at(-1)?.app ?? -1];
  if (rows === undefined) return 0;
  const k = upperBound(rows.trapped, to, rows.length) - 1;
  return k < 0 ? 0 : rows.trapped[k];
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

function middle({ x1, y1, x2, y2 }: CauseArrow): { x: number; y: number } {
  return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
}

/** What a core works on by itself is numbered at its lane's lower edge, where no label is. */
function workPlace(
  { lanes }: TimelineSource,
  scale: TimeScale,
  link: CauseLink,
): { x: number; y: number } | null {
  const lane = lanes.lanes[link.core];
  if (lane === undefined) return null;
  const [from, to] = [Math.max(scale.toX(link.from), 0), Math.min(scale.toX(link.to), scale.width)];
  if (to - from < 2 * DISC_RADIUS) return null;
  return { x: (from + to) / 2, y: lane.top + lane.height + 3.5 };
}

/** Those that show whole and do not overlap: the one that is looked at goes first, then the earlier ones. */
function apart(discs: readonly CauseDisc[], width: number): readonly CauseDisc[] {
  const kept: CauseDisc[] = [];
  for (const disc of discs.toSorted(
    (a, b) => Number(b.current) - Number(a.current) || a.link - b.link,
  )) {
    const whole = disc.x >= disc.half && disc.x <= width - disc.half;
    const free = kept.every(
      ({ x, y, half }) =>
        Math.abs(x - disc.x) > half + disc.half || Math.abs(y - disc.y) > 2 * DISC_RADIUS,
    );
    if (whole && free) kept.push(disc);
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
