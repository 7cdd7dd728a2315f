/** One figure of the benchmark with its goal. */
export interface Line {
  readonly name: string;
  readonly unit: string;
  /** One value per round. */
  readonly values: readonly number[];
  /** The goal is on this side of the number; absent where there is none. */
  readonly goal?: { readonly side: '>=' | '<='; readonly value: number };
}

/** The middle of the values, the mean of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function text(value: number): string {
  const decimals = Math.abs(value) >= 1000 || Number.isInteger(value) ? 0 : 2;
  return value.toFixed(decimals).replaceAll(/\B(?=(\d{3})+$)/g, '\u202f');
}

function goalText({ goal, values }: Line): string {
  if (goal === undefined) return '';
  const value = median(values);
  const met = goal.side === '>=' ? value >= goal.value : value <= goal.value;
  return `${goal.side === '>=' ? '≥' : '≤'} ${text(goal.value)} ${met ? 'met' : 'missed'}`;
}

/** The figures as an aligned table. */
export function reportText(lines: readonly Line[]): string {
  const head = ['figure', 'median', 'min - max', 'unit', 'goal'];
  const rows = lines.map((line) => [
    line.name,
    text(median(line.values)),
    `${text(Math.min(...line.values))} - ${text(Math.max(...line.values))}`,
    line.unit,
    goalText(line),
  ]);
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  return all
    .map((row) =>
      row
        .map((cell, i) => (i === 1 || i === 2 ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The figures as data. */
export function reportJson(lines: readonly Line[]): unknown {
  return lines.map((line) => ({
    ...line,
    median: median(line.values),
    min: Math.min(...line.values),
    max: Math.max(...line.values),
  }));
}
