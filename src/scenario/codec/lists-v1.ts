import { TRAP_KINDS } from '../../base/vocabulary.ts';
import type { FaultSpec, SegmentSpec } from '../scenario.ts';
import { FAULT_TARGETS, REGISTER_NAMES } from '../schema.ts';
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
    let flags = TRAP_KINDS.indexOf(segment.trap);
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
  const column = (mask: number) => flags.map((f) => (mask === 0 || f & mask ? from.varint() : -1));
  const instructions = column(0);
  const repeat = column(REPEAT);
  const bytesIn = column(BYTES_IN);
  const bytesOut = column(BYTES_OUT);
  return flags.map((f, i) => ({
    instructions: instructions[i],
    trap: choiceAt(TRAP_KINDS, f & 7),
    ...(f & REPEAT && { repeat: repeat[i] }),
    ...(f & BYTES_IN && { bytesIn: bytesIn[i] }),
    ...(f & BYTES_OUT && { bytesOut: bytesOut[i] }),
  }));
}

const AT_EVENT = 8;
const REGISTER = 16;
const BIT = 32;
const ADDRESS = 64;

/** Writes faults. */
export function writeFaults(out: ByteWriter, faults: readonly FaultSpec[]): void {
  out.varint(faults.length);
  for (const fault of faults) {
    let flags = FAULT_TARGETS.indexOf(fault.target);
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
  const column = (mask: number) => flags.map((f) => (mask === 0 || f & mask ? from.varint() : -1));
  const targets = column(0);
  const at = column(0);
  const register = column(REGISTER);
  const bit = column(BIT);
  const address = column(ADDRESS);
  return flags.map((f, i) => ({
    at: f & AT_EVENT ? { event: at[i] } : { cycle: at[i] },
    app: Math.floor((targets[i] as number) / 8),
    replica: (targets[i] as number) % 8,
    target: choiceAt(FAULT_TARGETS, f & 7),
    ...(f & REGISTER && { register: choiceAt(REGISTER_NAMES, register[i] as number) }),
    ...(f & BIT && { bit: bit[i] }),
    ...(f & ADDRESS && { address: address[i] }),
  }));
}

function registerIndex(register: string): number {
  return REGISTER_NAMES.findIndex((name) => name === register);
}
