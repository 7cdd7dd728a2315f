interface Placed {
  readonly wanted: number;
  readonly size: number;
}

/**
 * Centres for labels that want to sit at `wanted` (ascending) on one axis, moved as little as needed
 * so that none overlaps its neighbour and all lie in [low, high]. If they cannot all fit, they still
 * keep their order and distance and overrun `high`; callers drop labels first.
 */
export function spreadLabels(
  labels: readonly Placed[],
  low: number,
  high: number,
): readonly number[] {
  const centres: number[] = [];
  let edge = low;
  for (const label of labels) {
    const centre = Math.max(label.wanted, edge + label.size / 2);
    centres.push(centre);
    edge = centre + label.size / 2;
  }
  // Pushing right may have run over the end: push back from there.
  edge = Math.max(high, totalSize(labels) + low);
  for (let i = labels.length - 1; i >= 0; i--) {
    const half = labels[i].size / 2;
    const centre = Math.min(centres[i], edge - half);
    centres[i] = centre;
    edge = centre - half;
  }
  return centres;
}

function totalSize(labels: readonly Placed[]): number {
  return labels.reduce((sum, label) => sum + label.size, 0);
}
