import { groupDigits } from '../format.ts';
import { estimateTextWidth } from '../text-width.ts';
import type { TimeScale } from './scale.ts';

export interface Tick {
  readonly x: number;
  /** Text in µs, or `null` for a tick between two labels. */
  readonly label: string | null;
}

const MIN_DISTANCE = 48;
const LABEL_ROOM = 12;

/** Ticks of an axis in µs: labels on 1-2-5 steps, at least 48 px and a label apart, one tick between. */
export function timeTicks(scale: TimeScale, clockGHz: number): readonly Tick[] {
  const perMicrosecond = clockGHz * 1000;
  return scale.pieces.flatMap((piece) => {
    const from = piece.t0 / perMicrosecond;
    const to = piece.t1 / perMicrosecond;
    const pixels = (piece.x1 - piece.x0) / (to - from);
    const { step, decimals } = tickStep(pixels, to);
    const half = step / 2;
    const ticks: Tick[] = [];
    // Counted in half steps from zero, so that rounding does not add up.
    for (let k = Math.ceil(from / half - 1e-9); k * half <= to * (1 + 1e-12); k++) {
      const x = piece.x0 + (k * half - from) * pixels;
      ticks.push({ x, label: k % 2 === 0 ? groupDigits(k * half, decimals) : null });
    }
    return ticks;
  });
}

/** Smallest 1-2-5 step in µs whose labels (up to the size of `last`) keep their distance. */
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
