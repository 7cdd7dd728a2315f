import { TRAP_KINDS } from '../../base/vocabulary.ts';
import type { ProgramTrapKind } from '../../base/vocabulary.ts';
import type { ListedSegment } from '../generators.ts';
import type { SegmentColumns } from '../segments.ts';
import { UNKNOWN } from '../segments.ts';

/** A workload in few segments, small enough for a link, and how far it is from the whole. */
export interface SummarizedWorkload {
  readonly segments: readonly ListedSegment[];
  readonly events: number;
  /** Sum of the distances between each gap and the mean that stands for it, as a share of all computing. */
  readonly gapError: number;
  /** Change of all computing by rounding to whole instructions, as a share. */
  readonly computeError: number;
  /** Change of all payload by rounding, as a share. */
  readonly bytesError: number;
}

/** Instructions that stand for one measured cycle of a profile without counts. */
export interface SummaryScale {
  readonly cpi: number;
  readonly cycleScale: number;
}

/** Places at which a block may be split; more find better ones, and take longer. */
const CANDIDATES = 64;

/*
 * The traps are cut into blocks, each of which becomes one segment with a mean gap per kind of trap.
 * The block whose split gains most is split again, where it gains most, until there are `most`
 * segments. Sums over blocks come from running sums, so a candidate costs the same whatever its size.
 */

/**
 * `columns` as at most `most` (at least 10) segments: number, kinds, computing and payload are kept but
 * for rounding; of the order, that of the blocks; of the gaps, their means.
 */
export function summarizeSegments(
  columns: SegmentColumns,
  most: number,
  scale: SummaryScale,
): SummarizedWorkload {
  const gaps = instructionsOf(columns, scale);
  const sums = runningSums(columns, gaps);
  const blocks = splitBlocks(sums, columns.length, most);
  const segments: ListedSegment[] = [];
  const facts = { distance: 0, total: 0, given: 0, bytes: 0, bytesGiven: 0 };
  for (const { from, to } of blocks) {
    for (let kind = 0; kind < TRAP_KINDS.length; kind++) {
      addSegment(segments, facts, { columns, gaps, from, to, kind });
    }
  }
  return {
    segments,
    events: columns.length,
    gapError: share(facts.distance, facts.total),
    computeError: share(facts.given - facts.total, facts.total),
    bytesError: share(facts.bytesGiven - facts.bytes, facts.bytes),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** The same number of cycles of user code as the columns would last, as instructions. */
function instructionsOf(columns: SegmentColumns, { cpi, cycleScale }: SummaryScale): Float64Array {
  const perCycle = cpi === 0 ? 0 : cycleScale / cpi;
  return columns.instructions.map((count, i) =>
    count === UNKNOWN ? columns.cycles[i] * perCycle : count,
  );
}

/** By kind of trap: number, sum and sum of squares of the gaps before each row. */
interface RunningSums {
  readonly count: readonly Float64Array[];
  readonly sum: readonly Float64Array[];
  readonly squares: readonly Float64Array[];
}

function runningSums({ length, trap }: SegmentColumns, gaps: Float64Array): RunningSums {
  const kinds = TRAP_KINDS.map((_, kind) => kind).filter((kind) => trap.includes(kind));
  const columns = (): Float64Array[] => kinds.map(() => new Float64Array(length + 1));
  const sums = { count: columns(), sum: columns(), squares: columns() };
  kinds.forEach((kind, k) => {
    for (let i = 0; i < length; i++) {
      const mine = trap[i] === kind ? 1 : 0;
      sums.count[k][i + 1] = sums.count[k][i] + mine;
      sums.sum[k][i + 1] = sums.sum[k][i] + mine * gaps[i];
      sums.squares[k][i + 1] = sums.squares[k][i] + mine * gaps[i] ** 2;
    }
  });
  return sums;
}

interface BlockOfTraps {
  readonly from: number;
  readonly to: number;
  readonly segments: number;
  /** Best place to split it, and what that gains. */
  readonly place: number;
  readonly gain: number;
}

function splitBlocks(sums: RunningSums, length: number, most: number): BlockOfTraps[] {
  // The last trap ends the program, so it stays the last.
  const blocks = [blockOf(sums, length - 1, length)];
  if (length > 1) blocks.unshift(blockOf(sums, 0, length - 1));
  let segments = blocks.reduce((sum, block) => sum + block.segments, 0);
  for (;;) {
    let best = 0;
    for (let i = 1; i < blocks.length; i++) if (blocks[i].gain > blocks[best].gain) best = i;
    const { from, to, place, gain, segments: before } = blocks[best];
    if (gain <= 0) return blocks;
    const halves = [blockOf(sums, from, place), blockOf(sums, place, to)];
    segments += halves[0].segments + halves[1].segments - before;
    if (segments > most) return blocks;
    blocks.splice(best, 1, ...halves);
  }
}

function blockOf(sums: RunningSums, from: number, to: number): BlockOfTraps {
  const whole = spreadOf(sums, from, to);
  const step = Math.max(1, (to - from) / CANDIDATES);
  let place = from;
  let gain = 0;
  for (let at = from + step; at < to; at += step) {
    const here = Math.floor(at);
    if (here <= from) continue;
    const won = whole - spreadOf(sums, from, here) - spreadOf(sums, here, to);
    // Rounding leaves crumbs that are no gain.
    if (won <= gain || won <= whole * 1e-9) continue;
    gain = won;
    place = here;
  }
  const segments = sums.count.filter((count) => count[to] > count[from]).length;
  return { from, to, segments, place, gain };
}

/** Sum of squared distances of the gaps from their means, by kind. */
function spreadOf({ count, sum, squares }: RunningSums, from: number, to: number): number {
  let spread = 0;
  for (let k = 0; k < count.length; k++) {
    const number = count[k][to] - count[k][from];
    if (number === 0) continue;
    const total = sum[k][to] - sum[k][from];
    spread += squares[k][to] - squares[k][from] - (total * total) / number;
  }
  return Math.max(0, spread);
}

interface SummaryFacts {
  distance: number;
  total: number;
  given: number;
  bytes: number;
  bytesGiven: number;
}

function addSegment(
  segments: ListedSegment[],
  facts: SummaryFacts,
  {
    columns,
    gaps,
    from,
    to,
    kind,
  }: {
    readonly columns: SegmentColumns;
    readonly gaps: Float64Array;
    readonly from: number;
    readonly to: number;
    readonly kind: number;
  },
): void {
  const rows: number[] = [];
  for (let i = from; i < to; i++) if (columns.trap[i] === kind) rows.push(i);
  if (rows.length === 0) return;
  const sumOf = (column: Float64Array): number => rows.reduce((sum, i) => sum + column[i], 0);
  const repeat = rows.length;
  const total = sumOf(gaps);
  const mean = total / repeat;
  // What rounding took from the segments before is given back here.
  const owed = facts.total - facts.given;
  const instructions = Math.max(0, Math.round((total + owed) / repeat));
  const bytesIn = Math.round(sumOf(columns.bytesIn) / repeat);
  const bytesOut = Math.round(sumOf(columns.bytesOut) / repeat);
  for (const i of rows) facts.distance += Math.abs(gaps[i] - mean);
  facts.total += total;
  facts.given += instructions * repeat;
  facts.bytes += sumOf(columns.bytesIn) + sumOf(columns.bytesOut);
  facts.bytesGiven += (bytesIn + bytesOut) * repeat;
  segments.push({
    instructions,
    // An instruction counter's traps are made while running, so no workload holds one.
    trap: TRAP_KINDS[kind] as ProgramTrapKind,
    ...(repeat > 1 ? { repeat } : {}),
    ...(bytesIn > 0 ? { bytesIn } : {}),
    ...(bytesOut > 0 ? { bytesOut } : {}),
  });
}
