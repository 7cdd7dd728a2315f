import { shownNumber } from '../base/digits.ts';

/** Slowest and fastest play, in simulated microseconds per shown second. */
const SPEED_RANGE = [1, 100_000] as const;
/** Positions of the speed control, evenly spaced on a log scale: 0 to this. */
export const SPEED_POSITIONS = 500;

/** Speed at a position of the control, rounded to two digits. */
export function speedAt(position: number): number {
  const [low, high] = SPEED_RANGE;
  const speed = low * (high / low) ** (position / SPEED_POSITIONS);
  return Number(speed.toPrecision(2));
}

/** The nearest position of the control for `speed`. */
export function positionOf(speed: number): number {
  const [low, high] = SPEED_RANGE;
  const clamped = Math.min(Math.max(speed, low), high);
  return Math.round((SPEED_POSITIONS * Math.log(clamped / low)) / Math.log(high / low));
}

/** `50 µs`, `1.2 ms`. */
export function speedText(speed: number): string {
  return speed < 1000
    ? `${shownNumber(speed)} µs`
    : `${shownNumber(Number((speed / 1000).toPrecision(2)))} ms`;
}
