import { lowerBound } from '../../base/binary-search.ts';
import type { Cycles } from '../../base/units.ts';
import type { Recording } from '../../run/recording.ts';

/** Traps of all apps per CSS px of the whole run, scaled so that the fullest pixel is 1. */
export function trapDensity(recording: Recording, width: number): Float32Array {
  const columns = Math.max(Math.floor(width), 1);
  const density = new Float32Array(columns);
  const perPixel = Math.max(recording.summary.totalCycles, 1) / columns;
  for (const { trapped, length } of recording.rendezvous) {
    let before = 0;
    for (let x = 0; x < columns; x++) {
      const upTo = x === columns - 1 ? length : lowerBound(trapped, (x + 1) * perPixel, length);
      density[x] = density[x] + upTo - before;
      before = upTo;
    }
  }
  const most = density.reduce((a, b) => Math.max(a, b), 0);
  return most === 0 ? density : density.map((count) => count / most);
}

/** The rectangle of the window on the minimap, CSS px; at least 10 wide and inside [0, width]. */
export function windowRect(
  window: readonly [Cycles, Cycles],
  { end, width }: { readonly end: Cycles; readonly width: number },
): { readonly x: number; readonly width: number } {
  const perCycle = width / Math.max(end, 1);
  const wide = Math.min(Math.max((window[1] - window[0]) * perCycle, MIN_RECT), width);
  const middle = ((window[0] + window[1]) / 2) * perCycle;
  return { x: Math.min(Math.max(middle - wide / 2, 0), width - wide), width: wide };
}

const MIN_RECT = 10;
