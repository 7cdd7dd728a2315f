import { assert } from '../base/assert.ts';
import type { TrapKind } from '../base/vocabulary.ts';
import { TRAP_KINDS } from '../base/vocabulary.ts';

/** Most segments of an expanded workload. */
export const MAX_SEGMENTS = 2_000_000;

/** Most different trap names in one workload (indices are 16 bits wide). */
export const MAX_NAMES = 10_000;

/** Marks an unknown instruction or cycle count in `SegmentColumns`. */
export const UNKNOWN = -1;

/**
 * A workload laid flat, one row a segment: compute, then trap. The program ends with its last
 * trap. Independent of any machine: how long `instructions` last is decided later.
 */
export interface SegmentColumns {
  readonly length: number;
  /** Instructions before the trap, >= 0 (a mean may be fractional), or `UNKNOWN`. */
  readonly instructions: Float64Array;
  /** Measured cycles before the trap, >= 0, or `UNKNOWN`; at least one of both is known. */
  readonly cycles: Float64Array;
  /** Index into `TRAP_KINDS`. */
  readonly trap: Uint8Array;
  /** Index into `names`. */
  readonly name: Uint16Array;
  readonly names: readonly string[];
  readonly bytesIn: Float64Array;
  readonly bytesOut: Float64Array;
}

/** One row of `SegmentColumns` in words. */
export interface SegmentRow {
  readonly instructions: number;
  readonly cycles: number;
  readonly trap: TrapKind;
  readonly name: string;
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** Fills columns of a known length row by row. */
export interface SegmentWriter {
  push(row: SegmentRow): void;
  /** The columns; every row must have been pushed. */
  finish(): SegmentColumns;
}

const TRAP_INDEX = Object.fromEntries(TRAP_KINDS.map((kind, index) => [kind, index])) as Readonly<
  Record<TrapKind, number>
>;

/** A writer for `length` rows; `length` within 1..`MAX_SEGMENTS`. */
export function createSegmentWriter(length: number): SegmentWriter {
  assert(length >= 1 && length <= MAX_SEGMENTS, `bad number of segments: ${length}`);
  const columns = {
    length,
    instructions: new Float64Array(length),
    cycles: new Float64Array(length),
    trap: new Uint8Array(length),
    name: new Uint16Array(length),
    names: [] as string[],
    bytesIn: new Float64Array(length),
    bytesOut: new Float64Array(length),
  };
  const nameIndex = new Map<string, number>();
  let filled = 0;

  function indexOfName(name: string): number {
    let index = nameIndex.get(name);
    if (index === undefined) {
      index = columns.names.push(name) - 1;
      nameIndex.set(name, index);
    }
    return index;
  }

  return {
    push(row) {
      columns.instructions[filled] = row.instructions;
      columns.cycles[filled] = row.cycles;
      columns.trap[filled] = TRAP_INDEX[row.trap];
      columns.name[filled] = indexOfName(row.name);
      columns.bytesIn[filled] = row.bytesIn;
      columns.bytesOut[filled] = row.bytesOut;
      filled += 1;
    },
    finish() {
      assert(filled === length, `${filled} of ${length} segments were written`);
      return columns;
    },
  };
}
