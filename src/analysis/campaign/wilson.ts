/** 97.5 % quantile of the standard normal distribution: an interval of 95 %. */
const Z_95 = 1.959963984540054;

/** Inclusive ends, 0..1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson score interval of the share `count / total` (E. B. Wilson, JASA 22, 1927): unlike the plain
 * normal one it stays within 0..1 and has a width even when nothing, or everything, was counted.
 * Without any run it is all of 0..1.
 */
export function wilsonInterval(count: number, total: number, z: number = Z_95): Interval {
  if (total === 0) return { low: 0, high: 1 };
  const share = count / total;
  const square = (z * z) / total;
  const centre = (share + square / 2) / (1 + square);
  const half = (z / (1 + square)) * Math.sqrt((share * (1 - share)) / total + square / (4 * total));
  return {
    // The formula gives exactly 0 and 1 there; floating point only nearly.
    low: count === 0 ? 0 : Math.max(0, centre - half),
    high: count === total ? 1 : Math.min(1, centre + half),
  };
}
