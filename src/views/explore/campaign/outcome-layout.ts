import { wilsonInterval } from '../../../analysis/campaign/wilson.ts';
import { FAULT_OUTCOMES } from '../../../base/vocabulary.ts';
import type { FaultOutcome } from '../../../base/vocabulary.ts';
import type { OutcomeGroup } from './groups.ts';

/** One outcome's part of a bar; CSS px from the bar's left end. */
export interface OutcomeSegment {
  readonly outcome: FaultOutcome;
  readonly x: number;
  readonly width: number;
  readonly share: number;
  readonly count: number;
}

/** Where the boundary between two outcomes lies, and how far chance may move it. */
export interface Boundary {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

export interface OutcomeBar {
  readonly segments: readonly OutcomeSegment[];
  readonly boundaries: readonly Boundary[];
}

/** Narrowest part that is drawn: a rare outcome must not vanish. CSS px. */
const LEAST = 2;
/** Nearer whiskers than this would run into each other: the later one is left out. CSS px. */
const APART = 3;

/**
 * The outcomes of a group side by side over `width`, mildest first. A boundary's interval is that of
 * the share of all outcomes to its left. Parts too narrow to be seen are widened at the cost of the
 * widest one.
 */
export function outcomeBar({ counts, runs }: OutcomeGroup, width: number): OutcomeBar {
  if (runs === 0) return { segments: [], boundaries: [] };
  const widths = counts.map((count) => (count === 0 ? 0 : Math.max(LEAST, (count / runs) * width)));
  const widest = widths.indexOf(Math.max(...widths));
  const excess = widths.reduce((sum, one) => sum + one, 0) - width;
  widths[widest] = (widths[widest] ?? 0) - excess;
  const segments: OutcomeSegment[] = [];
  const boundaries: Boundary[] = [];
  let x = 0;
  let below = 0;
  counts.forEach((count, i) => {
    const outcome = FAULT_OUTCOMES[i];
    if (count === 0 || outcome === undefined) return;
    if (below > 0) addBoundary(boundaries, { x, below, runs, width });
    const own = widths[i] ?? 0;
    segments.push({ outcome, x, width: own, share: count / runs, count });
    x += own;
    below += count;
  });
  return { segments, boundaries };
}

function addBoundary(
  boundaries: Boundary[],
  at: { readonly x: number; readonly below: number; readonly runs: number; readonly width: number },
): void {
  const share = at.below / at.runs;
  const { low, high } = wilsonInterval(at.below, at.runs);
  const boundary = {
    x: at.x,
    low: Math.max(0, at.x - (share - low) * at.width),
    high: Math.min(at.width, at.x + (high - share) * at.width),
  };
  const last = boundaries.at(-1);
  if (last === undefined || boundary.low > last.high + APART) boundaries.push(boundary);
}
