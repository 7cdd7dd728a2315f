import { PROGRAM_TRAP_KINDS } from '../../base/vocabulary.ts';
import type { SegmentSpec } from '../scenario.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';
import { choiceAt } from './bytes.ts';

/*
 * Lists are written column by column, as equal kinds of numbers side by side compress best. The
 * first column says what a row is and which of its optional fields are there.
 */

const REPEAT = 8;
const BYTES_IN = 16;
const BYTES_OUT = 32;

/** Writes the entries of a `segments` workload. */
export function writeSegments(out: ByteWriter, segments: readonly SegmentSpec[]): void {
  out.varint(segments.length);
  for (const segment of segments) {
    let flags = PROGRAM_TRAP_KINDS.indexOf(segment.trap);
    if (segment.repeat !== undefined) flags |= REPEAT;
    if (segment.bytesIn !== undefined) flags |= BYTES_IN;
    if (segment.bytesOut !== undefined) flags |= BYTES_OUT;
    out.byte(flags);
  }
  for (const { instructions } of segments) out.varint(instructions);
  for (const { repeat } of segments) if (repeat !== undefined) out.varint(repeat);
  for (const { bytesIn } of segments) if (bytesIn !== undefined) out.varint(bytesIn);
  for (const { bytesOut } of segments) if (bytesOut !== undefined) out.varint(bytesOut);
}

/** Reads them, not yet validated. */
export function readSegments(from: ByteReader): unknown {
  const flags = Array.from({ length: from.count() }, () => from.byte());
  const rows = flags.map((f): Row => ({
    instructions: from.varint(),
    trap: choiceAt(PROGRAM_TRAP_KINDS, f & 7),
  }));
  const fill = (mask: number, field: string) =>
    rows.forEach((row, i) => {
      if (flags[i] & mask) row[field] = from.varint();
    });
  fill(REPEAT, 'repeat');
  fill(BYTES_IN, 'bytesIn');
  fill(BYTES_OUT, 'bytesOut');
  return rows;
}

type Row = Record<string, unknown>;
