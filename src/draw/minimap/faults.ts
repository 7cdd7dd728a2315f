import type { Cycles } from '../../base/units.ts';
import type { FaultIndex } from '../timeline/fault-index.ts';

/** What faults add to the strip of the whole run; CSS px, ascending, no two alike. */
export interface FaultColumns {
  /** Centres of bolts, at least their width apart; each stands for all faults next to it. */
  readonly bolts: readonly number[];
  /** While any replica holds a wrong value; at least 1 px wide. */
  readonly latent: readonly { readonly x: number; readonly width: number }[];
  /** Pixels in which a vote found a difference. */
  readonly alarms: readonly number[];
  /** Right edges of where apps and cores stopped. */
  readonly ends: readonly number[];
}

const BOLT_DISTANCE = 13;

/** The columns of a run that lasts `end` cycles, over `width` CSS px. */
export function faultColumns(
  faults: FaultIndex,
  { end, width }: { readonly end: Cycles; readonly width: number },
): FaultColumns {
  const toX = (time: Cycles): number => (time / Math.max(end, 1)) * width;
  const flips = faults.flips.flatMap((lane) => lane.map(({ time }) => time));
  return {
    bolts: spaced(flips.toSorted((a, b) => a - b).map((time) => inside(toX(time), width))),
    latent: merged(faults.latent.flat().map(({ from, to }) => [toX(from), toX(to)] as const)),
    alarms: pixels(
      faults.mismatches.map(({ time }) => toX(time)),
      width,
    ),
    ends: [...new Set(faults.endings.map(({ time }) => Math.max(Math.ceil(toX(time)), 2)))],
  };
}

/** A bolt at an end of the strip is not cut. */
function inside(x: number, width: number): number {
  return Math.max(Math.min(x, width - BOLT_DISTANCE / 2), BOLT_DISTANCE / 2);
}

function spaced(xs: readonly number[]): number[] {
  const kept: number[] = [];
  for (const x of xs) {
    const last = kept.at(-1);
    if (last === undefined || x - last >= BOLT_DISTANCE) kept.push(x);
  }
  return kept;
}

function pixels(xs: readonly number[], width: number): number[] {
  return [...new Set(xs.map((x) => Math.min(Math.floor(x), Math.max(Math.floor(width) - 1, 0))))];
}

function merged(
  stretches: readonly (readonly [number, number])[],
): { readonly x: number; readonly width: number }[] {
  const rows: { x: number; width: number }[] = [];
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0])) {
    const right = Math.max(to, from + 1);
    const last = rows.at(-1);
    if (last !== undefined && from <= last.x + last.width) {
      last.width = Math.max(last.width, right - last.x);
    } else rows.push({ x: from, width: right - from });
  }
  return rows;
}
