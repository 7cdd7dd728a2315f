interface Sorted {
  readonly length: number;
  readonly [index: number]: number;
}

/** Index of the first element of `sorted` that is > `value`, within [0, length]. */
export function upperBound(sorted: Sorted, value: number, length: number = sorted.length): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first element of `sorted` that is >= `value`, within [0, length]. */
export function lowerBound(sorted: Sorted, value: number, length: number = sorted.length): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
