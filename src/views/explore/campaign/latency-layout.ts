import type { LatencyReport } from '../../../analysis/campaign/report.ts';

export interface LatencyOptions {
  /** CSS px of the plot. */
  readonly width: number;
  readonly height: number;
}

export interface LatencyBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface LatencyGeometry {
  readonly bars: readonly LatencyBar[];
  /** At the powers of ten; values are cycles. */
  readonly ticks: readonly { readonly x: number; readonly value: number }[];
  /** CSS px from the left of a latency in cycles. */
  readonly toX: (cycles: number) => number;
  readonly mostInBar: number;
}

/** Narrowest distance between two ticks with a label, CSS px. */
const TICK_APART = 76;

/**
 * Detection latencies on a log axis between the powers of ten around them. Buckets grow with the
 * value, four to a power of two, so on this axis all are about equally wide and heights may be compared.
 */
export function latencyGeometry(
  { buckets }: LatencyReport,
  { width, height }: LatencyOptions,
): LatencyGeometry {
  const least = Math.max(1, Math.min(...buckets.map(([from]) => from)));
  const most = Math.max(10, ...buckets.map(([, to]) => to));
  const first = Math.floor(Math.log10(least));
  const last = Math.ceil(Math.log10(most));
  const decades = Math.max(1, last - first);
  const toX = (cycles: number): number =>
    ((Math.log10(Math.max(cycles, 10 ** first)) - first) / decades) * width;
  const mostInBar = Math.max(1, ...buckets.map(([, , count]) => count));
  const step = Math.ceil((TICK_APART * decades) / width);
  const ticks: { x: number; value: number }[] = [];
  for (let power = first; power <= last; power += Math.max(1, step)) {
    ticks.push({ x: toX(10 ** power), value: 10 ** power });
  }
  return {
    bars: buckets.map(([from, to, count]) => {
      const x = toX(from);
      const tall = (count / mostInBar) * height;
      const wide = Math.max(1, toX(to) - x - 0.5);
      return { x, y: height - tall, width: wide, height: tall, from, to, count };
    }),
    ticks,
    toX,
    mostInBar,
  };
}
