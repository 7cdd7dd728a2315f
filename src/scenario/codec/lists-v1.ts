import { FAULT_TARGETS, PROGRAM_TRAP_KINDS, REGISTERS } from '../../base/vocabulary.ts';
import type { FaultSpec, SegmentSpec } from '../scenario.ts';
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

/** The targets of version 1. */
const TARGETS = FAULT_TARGETS.slice(0, 5);

const AT_EVENT = 8;
const REGISTER = 16;
const BIT = 32;
const ADDRESS = 64;

/** Writes faults. */
export function writeFaults(out: ByteWriter, faults: readonly FaultSpec[]): void {
  out.varint(faults.length);
  for (const fault of faults) {
    let flags = TARGETS.indexOf(fault.target);
    if ('event' in fault.at) flags |= AT_EVENT;
    if (fault.register !== undefined) flags |= REGISTER;
    if (fault.bit !== undefined) flags |= BIT;
    if (fault.address !== undefined) flags |= ADDRESS;
    out.byte(flags);
  }
  for (const { app, replica } of faults) out.varint(app * 8 + replica);
  for (const { at } of faults) out.varint('event' in at ? at.event : at.cycle);
  for (const { register } of faults) {
    if (register !== undefined) out.varint(registerIndex(register));
  }
  for (const { bit } of faults) if (bit !== undefined) out.varint(bit);
  for (const { address } of faults) if (address !== undefined) out.varint(address);
}

/** Reads them, not yet validated. */
export function readFaults(from: ByteReader): unknown {
  const flags = Array.from({ length: from.count() }, () => from.byte());
  const rows = flags.map((f): Row => {
    const replicas = from.varint();
    const target = choiceAt(TARGETS, f & 7);
    return { app: Math.floor(replicas / 8), replica: replicas % 8, target };
  });
  const fill = (mask: number, field: string, read: () => unknown) =>
    rows.forEach((row, i) => {
      if (flags[i] & mask) row[field] = read();
    });
  rows.forEach((row, i) => {
    row['at'] = { [flags[i] & AT_EVENT ? 'event' : 'cycle']: from.varint() };
  });
  fill(REGISTER, 'register', () => from.pick(REGISTERS));
  fill(BIT, 'bit', () => from.varint());
  fill(ADDRESS, 'address', () => from.varint());
  return rows;
}

function registerIndex(register: string): number {
  return REGISTERS.findIndex((name) => name === register);
}
