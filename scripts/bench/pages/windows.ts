/** `[from, to)` in cycles. */
export type Window = readonly [number, number];

const STEPS = 80;
/** The deepest window is this part of the run. */
const DEPTH = 2000;
/** One frame of a pan moves the window by this part of itself. */
const PAN = 0.025;

/**
 * What every contender shows, frame by frame: the whole run, closer and closer around one instant,
 * then a pan at that depth, at a middle one and at a shallow one, then out again around another.
 */
export function windowsOf(end: number): readonly Window[] {
  const steps = Array.from({ length: STEPS }, (_, i) => i / (STEPS - 1));
  const around = (centre: number, share: number): Window => {
    const from = Math.min(Math.max(centre - share / 2, 0), 1 - share);
    return [from * end, (from + share) * end];
  };
  const inwards = steps.map((t) => around(0.37, DEPTH ** -t));
  const pans = [1 / DEPTH, 1 / 50, 1 / 3].flatMap((share) =>
    steps.map((_, i) => around(0.37 + ((i - STEPS / 2) * PAN * share) / 2, share)),
  );
  const outwards = steps.map((t) => around(0.61, DEPTH ** (t - 1)));
  return [...inwards, ...pans, ...outwards];
}
