import type { CoreId, Cycles } from '../../base/units.ts';
import { estimateTextWidth } from '../text-width.ts';
import type { Ending, FaultContext, Flip, Stretch } from './fault-index.ts';
import { firstWhere } from './first-where.ts';
import { BRACKET_Y } from './lanes.ts';
import type { Lane } from './lanes.ts';
import type { Mismatch } from './mismatches.ts';
import type { TimeScale } from './scale.ts';
import { CAP_WIDTH, layoutWires } from './wires.ts';
import type { WireMark } from './wires.ts';

/** One or more injected faults, closer together than their marks. CSS px. */
export interface BoltMark {
  readonly x: number;
  readonly y: number;
  /** Half of its width: a disc, or with a number a pill. */
  readonly half: number;
  /** End of its stem: the base of the lane. */
  readonly bottom: number;
  readonly core: CoreId;
  /** In order of time. */
  readonly flips: readonly Flip[];
}

/** A stretch on a lane; `width` is at least `MIN_STRETCH`. CSS px. */
export interface StretchMark {
  readonly x: number;
  readonly width: number;
  readonly lane: Lane;
  /** The first of those that are drawn as one, and whether there are more. */
  readonly stretch: Stretch;
  readonly merged: boolean;
  /** Where the drawing is anchored, so that it does not slide while the window moves. */
  readonly anchor: number;
}

/** The flag of one or more votes that found a difference. CSS px. */
export interface MismatchMark {
  /** The instant. */
  readonly x: number;
  /** Left edge and width of the flag. */
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
  readonly text: string;
  readonly mismatches: readonly Mismatch[];
}

/** The end caps of an app or a core, and their words. CSS px. */
export interface EndMark {
  readonly left: number;
  readonly lanes: readonly Lane[];
  /** `null` where others stand already. */
  readonly words: WordsBox | null;
  readonly ending: Ending;
}

/** Where words stand; `y` is their middle. CSS px. */
export interface WordsBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** All that faults add to one picture. */
export interface FaultMarks {
  readonly bolts: readonly BoltMark[];
  readonly latent: readonly StretchMark[];
  readonly loops: readonly StretchMark[];
  readonly mismatches: readonly MismatchMark[];
  readonly endings: readonly EndMark[];
  readonly wires: readonly WireMark[];
}

/** Radius of a bolt's disc, height of a flag. CSS px. */
export const BOLT_RADIUS = 7;
export const FLAG_HEIGHT = 18;
/** Bolts closer than this become one with a number; half the width of a digit of it. */
const BOLT_DISTANCE = 2 * BOLT_RADIUS + 3;
const DIGIT_HALF = 3.2;
/** Flags closer than this become one with a number: wider than any. */
const FLAG_DISTANCE = 62;
/** Faults win: however short, a stretch is seen. */
const MIN_STRETCH = 3;
const WORDS_GAP = 4;

/** Lays out the marks of one window. Their number is bounded by its width, not by that of the faults. */
export function layoutFaults(context: FaultContext): FaultMarks {
  const { faults, layout } = context;
  return {
    bolts: layout.lanes.flatMap((lane) => bolts(context, lane)),
    latent: layout.lanes.flatMap((lane) => stretches(context, lane, faults.latent[lane.core])),
    loops: layout.lanes.flatMap((lane) => stretches(context, lane, faults.loops[lane.core])),
    mismatches: flags(context),
    endings: endings(context),
    wires: layoutWires(context),
  };
}

/**
 * Runs of neighbours less than `gap` px after the first of their run. They depend on the zoom and not
 * on the window, so that marks stay what they are while it moves.
 */
function clusters<T extends { readonly time: Cycles }>(
  all: readonly T[],
  { gap, scale }: { readonly gap: number; readonly scale: TimeScale },
): T[][] {
  const groups: T[][] = [];
  let first = -Infinity;
  for (const one of all) {
    const place = scale.coordinate(one.time) / scale.perPixel;
    if (place - first < gap) groups.at(-1)?.push(one);
    else {
      groups.push([one]);
      first = place;
    }
  }
  return groups;
}

function shows(scale: TimeScale, x: number, margin: number): boolean {
  return x >= -margin && x <= scale.width + margin;
}

function bolts({ scale, faults }: FaultContext, lane: Lane): BoltMark[] {
  const marks: BoltMark[] = [];
  for (const flips of clusters(faults.flips[lane.core] ?? [], { gap: BOLT_DISTANCE, scale })) {
    const mark = boltOf(scale, lane, flips);
    const last = marks.at(-1);
    const apart = last === undefined || mark.x - mark.half > last.x + last.half;
    if (apart) marks.push(mark);
    else marks[marks.length - 1] = boltOf(scale, lane, [...last.flips, ...flips]);
  }
  return marks.filter((mark) => shows(scale, mark.x, mark.half));
}

function boltOf(scale: TimeScale, lane: Lane, flips: readonly Flip[]): BoltMark {
  const last = flips.at(-1) ?? flips[0];
  const digits = flips.length === 1 ? 0 : String(flips.length).length;
  return {
    x: (scale.toX(flips[0].time) + scale.toX(last.time)) / 2,
    y: lane.top + 2,
    half: BOLT_RADIUS + (digits === 0 ? 0 : 1 + DIGIT_HALF * digits),
    bottom: lane.top + lane.height,
    core: lane.core,
    flips,
  };
}

function stretches(
  { scale }: FaultContext,
  lane: Lane,
  all: readonly Stretch[] = [],
): StretchMark[] {
  const [from, to] = scale.window;
  const marks: StretchMark[] = [];
  let edge = -Infinity;
  // Binary search: a run may have thousands, of which a window shows a few.
  const first = firstWhere(all.length, (i) => all[i].to >= from);
  for (let i = first; i < all.length && all[i].from <= to; i++) {
    const start = scale.toX(all[i].from);
    const x = Math.max(start, -8);
    const right = Math.max(Math.min(scale.toX(all[i].to), scale.width + 8), x + MIN_STRETCH);
    const last = marks.at(-1);
    if (last !== undefined && x - edge < 1)
      marks[marks.length - 1] = { ...last, width: right - last.x, merged: true };
    else marks.push({ x, width: right - x, lane, stretch: all[i], merged: false, anchor: start });
    edge = right;
  }
  return marks;
}

function flags(context: FaultContext): MismatchMark[] {
  const { scale, faults } = context;
  const marks: MismatchMark[] = [];
  for (const group of clusters(faults.mismatches, { gap: FLAG_DISTANCE, scale })) {
    if (!shows(scale, scale.toX(group[0].time), FLAG_DISTANCE)) continue;
    const mark = flagOf(context, group);
    const last = marks.at(-1);
    // At the right edge a flag moves left, where there may be one already.
    const apart = last === undefined || mark.left > last.left + last.width;
    if (apart) marks.push(mark);
    else marks[marks.length - 1] = flagOf(context, [...last.mismatches, ...group]);
  }
  return marks;
}

function flagOf(context: FaultContext, mismatches: readonly Mismatch[]): MismatchMark {
  const { scale } = context;
  const [first] = mismatches;
  const x = scale.toX(first.time);
  const text = mismatches.length > 1 ? `${mismatches.length} × ≠` : `≠ ${first.ratio}`.trim();
  const width = Math.ceil(estimateTextWidth(text, 11, 'mono')) + 10;
  const left = Math.max(Math.min(x - 1, scale.width - width), 0);
  return { x, left, width, bottom: voteBottom(context, first), text, mismatches };
}

/** The line of a vote reaches to the lane on which it is taken, or to the last one of the group. */
function voteBottom({ plan, layout }: FaultContext, { app }: Mismatch): number {
  const { signalling, resCore, cores } = plan.apps[app];
  const reached = signalling === 'local' ? cores : [resCore];
  const bottoms = reached.flatMap((core) => {
    const lane = layout.lanes[core];
    return lane === undefined ? [] : [lane.top + lane.height];
  });
  return Math.max(BRACKET_Y, ...bottoms);
}

function endings(context: FaultContext): EndMark[] {
  const { scale, layout, recording, faults } = context;
  const end = scale.toX(recording.summary.totalCycles);
  const said: WordsBox[] = [];
  return faults.endings.flatMap((ending): EndMark[] => {
    const x = scale.toX(ending.time);
    if (!shows(scale, x, 2 * CAP_WIDTH)) return [];
    // At the end of the run there is only room before the instant.
    const left = x + CAP_WIDTH > end ? x - CAP_WIDTH : x;
    const lanes = ending.cores.flatMap((core) => layout.lanes[core] ?? []);
    const box = wordsBox(context, ending, { left, limit: Math.min(end, scale.width) });
    const clash = box === null || said.some((other) => overlap(other, box));
    if (!clash) said.push(box);
    return [{ left, lanes, ending, words: clash ? null : box }];
  });
}

function wordsBox(
  { layout }: FaultContext,
  { core, words }: Ending,
  { left, limit }: { readonly left: number; readonly limit: number },
): WordsBox | null {
  const lane = layout.lanes[core];
  if (lane === undefined) return null;
  const width = Math.ceil(estimateTextWidth(words, 11)) + 8;
  const right = left + CAP_WIDTH + WORDS_GAP;
  const x = right + width <= limit ? right : left - WORDS_GAP - width;
  return { x, y: lane.top + lane.height / 2, width };
}

function overlap(a: WordsBox, b: WordsBox): boolean {
  const apart = a.x >= b.x + b.width || b.x >= a.x + a.width;
  return !apart && Math.abs(a.y - b.y) < 16;
}

/** Where a flag stands beside the playhead: a label never sits on it, it moves to where there is room. */
export function flagLeft(
  { left, width }: MismatchMark,
  { playheadX, limit }: { readonly playheadX: number; readonly limit: number },
): number {
  const covered = playheadX > left - 2 && playheadX < left + width + 2;
  if (!covered) return left;
  return playheadX + 3 + width <= limit ? playheadX + 3 : playheadX - 3 - width;
}
