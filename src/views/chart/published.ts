import type { Memory } from '../../store/memory.ts';

/** Values that a person has typed in from a publication: workload, then `signalling-redundancy`, percent. */
export type PublishedValues = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Where they are kept; the number is the version of the format. */
export const PUBLISHED_KEY = 'watchmen.published.1';

/** What was kept; whatever cannot be read counts as nothing. */
export function readPublished(memory: Memory): PublishedValues {
  try {
    return clean(JSON.parse(memory.read(PUBLISHED_KEY) ?? '{}'));
  } catch {
    return {};
  }
}

/** Keeps `values`; false when the browser refuses to store anything. */
export function writePublished(memory: Memory, values: PublishedValues): boolean {
  return memory.write(PUBLISHED_KEY, JSON.stringify(values)) === 'kept';
}

function clean(json: unknown): PublishedValues {
  const values: Record<string, Record<string, number>> = {};
  for (const [workload, cells] of entries(json)) {
    const numbers = entries(cells).filter((cell): cell is [string, number] => isPercent(cell[1]));
    if (numbers.length > 0) values[workload] = Object.fromEntries(numbers);
  }
  return values;
}

function entries(json: unknown): [string, unknown][] {
  return typeof json === 'object' && json !== null ? Object.entries(json) : [];
}

function isPercent(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 10_000;
}

/** A typed percentage such as `23.5`, `23,5 %`; `null` clears the slot, `undefined` is no number. */
export function parsePercent(text: string): number | null | undefined {
  const trimmed = text.replace(/%|\s/gu, '').replace(',', '.');
  if (trimmed === '') return null;
  const value = Number(trimmed);
  return isPercent(value) ? value : undefined;
}

/** `values` with one slot set or cleared. */
export function withPublished(
  values: PublishedValues,
  at: { readonly workload: string; readonly slot: string },
  percent: number | null,
): PublishedValues {
  const cells = Object.entries(values[at.workload] ?? {}).filter(([slot]) => slot !== at.slot);
  if (percent !== null) cells.push([at.slot, percent]);
  return { ...values, [at.workload]: Object.fromEntries(cells) };
}
