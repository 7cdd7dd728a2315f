import type { Incident } from '../../kernel/faults/incidents.ts';

/** Most rows that are drawn at once. */
export const MOST_ROWS = 200;

/** A stretch of the log: rows [first, end) are drawn, the others left out. */
export interface LogWindow {
  readonly first: number;
  readonly end: number;
  /** The last incident that has happened; -1 before the first. */
  readonly current: number;
}

/**
 * The rows around the instant after `step` kernel steps. The window moves in halves of its size, so
 * that its rows stand still while time passes within it.
 */
export function logWindow(incidents: readonly Incident[], step: number): LogWindow {
  const current = happened(incidents, step) - 1;
  const half = MOST_ROWS / 2;
  const from = Math.max(0, Math.floor(current / half) * half - half / 2);
  const first = Math.max(0, Math.min(from, incidents.length - MOST_ROWS));
  return { first, end: Math.min(incidents.length, first + MOST_ROWS), current };
}

/** How many incidents belong to the first `step` kernel steps; they are in order of steps. */
function happened(incidents: readonly Incident[], step: number): number {
  let low = 0;
  let high = incidents.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((incidents[middle]?.step ?? 0) < step) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How loud a row is: an alarm or an end, a repair, or a step in between. */
export type Tone = 'alarm' | 'repair' | 'plain';

const TONES: Partial<Record<Incident['kind'], Tone>> = {
  injected: 'alarm',
  mismatch: 'alarm',
  overlooked: 'alarm',
  externalized: 'alarm',
  stopped: 'alarm',
  crashed: 'alarm',
  hung: 'alarm',
  'core-stopped': 'alarm',
  'rcb-failed': 'alarm',
  stalled: 'alarm',
  recovered: 'repair',
  died: 'repair',
  contained: 'repair',
};

/** The tone of an incident's row. */
export function toneOf({ kind }: Pick<Incident, 'kind'>): Tone {
  return TONES[kind] ?? 'plain';
}
