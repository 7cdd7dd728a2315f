/*
 * Whole numbers >= 0 counted in buckets of growing width: 0, 1, 2, 3 alone, then four of equal width
 * from each power of two to the next, so that a bucket is at most a quarter of its lower end wide.
 * Integer counts: histograms of parts add up to that of the whole, in whatever order.
 */

/** Counts per bucket, up to the last one that is not empty. */
export type Histogram = number[];

/** Bucket of `value`, a whole number >= 0. */
export function bucketOf(value: number): number {
  if (value < 4) return value;
  let exponent = 2;
  let unit = 1;
  while (value >= unit * 8) {
    unit *= 2;
    exponent += 1;
  }
  return 4 * (exponent - 1) + Math.floor(value / unit) - 4;
}

/** Smallest value of bucket `index`; that of the next bucket is the first one beyond it. */
export function bucketStart(index: number): number {
  if (index < 4) return index;
  const unit = 2 ** (Math.floor(index / 4) - 1);
  return (4 + (index % 4)) * unit;
}

/** Counts `value`. */
export function addToHistogram(histogram: Histogram, value: number): void {
  const bucket = bucketOf(value);
  while (histogram.length <= bucket) histogram.push(0);
  histogram[bucket]++;
}

/** Adds the counts of `part` to `histogram`. */
export function mergeHistogram(histogram: Histogram, part: readonly number[]): void {
  while (histogram.length < part.length) histogram.push(0);
  part.forEach((count, bucket) => {
    histogram[bucket] += count;
  });
}

/** How many values were counted. */
export function histogramTotal(histogram: readonly number[]): number {
  return histogram.reduce((sum, count) => sum + count, 0);
}

/**
 * The value below which `share` (0..1) of those counted lie, as the middle of its bucket, which is at
 * most an eighth off; `null` when nothing was counted.
 */
export function histogramQuantile(histogram: readonly number[], share: number): number | null {
  const wanted = Math.max(1, Math.ceil(histogramTotal(histogram) * share));
  let below = 0;
  for (let bucket = 0; bucket < histogram.length; bucket++) {
    below += histogram[bucket];
    if (below >= wanted) return middleOf(bucket);
  }
  return null;
}

function middleOf(bucket: number): number {
  return Math.floor((bucketStart(bucket) + bucketStart(bucket + 1) - 1) / 2);
}
