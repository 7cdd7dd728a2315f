import { PROGRAM_TRAP_KINDS } from '../../base/vocabulary.ts';
import type { GapSpec, PhaseSpec, PhasesSpec, TrapShare } from '../../workload/phases.ts';
import { assertUnreachable } from '../../base/assert.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';
import { choiceAt, UnknownChoiceError } from './bytes.ts';

/*
 * A program as phases. The kinds of gaps are an append-only list; the bits of a byte say which
 * optional fields follow, and one that is not known is of a newer version.
 */

const GAPS = ['constant', 'uniform', 'exponential', 'lognormal', 'bimodal'] as const;

const NAME = 1;
const BURSTS = 2;
const BYTES_IN = 8;
const BYTES_OUT = 16;

/** Writes the fields of a workload of kind `phases`. */
export function writePhases(out: ByteWriter, { phases, seed, repeat }: PhasesSpec): void {
  out.varint(seed);
  // 0 = absent.
  out.varint(repeat ?? 0);
  out.varint(phases.length);
  for (const phase of phases) writePhase(out, phase);
}

/** Reads them, not yet validated. */
export function readPhases(from: ByteReader): object {
  const seed = from.varint();
  const repeat = from.varint();
  const phases = Array.from({ length: from.count() }, () => readPhase(from));
  return { phases, seed, ...(repeat > 0 && { repeat }) };
}

function writePhase(out: ByteWriter, { name, events, gap, traps, bursts }: PhaseSpec): void {
  out.byte((name === undefined ? 0 : NAME) | (bursts === undefined ? 0 : BURSTS));
  if (name !== undefined) out.text(name);
  out.varint(events);
  writeGap(out, gap);
  out.varint(traps.length);
  for (const share of traps) writeShare(out, share);
  if (bursts === undefined) return;
  out.varint(bursts.every);
  out.varint(bursts.length);
  out.varint(bursts.gap);
}

function readPhase(from: ByteReader): object {
  const there = known(from.byte(), NAME | BURSTS);
  return {
    ...(there & NAME && { name: from.text() }),
    events: from.varint(),
    gap: readGap(from),
    traps: Array.from({ length: from.count() }, () => readShare(from)),
    ...(there & BURSTS && {
      bursts: { every: from.varint(), length: from.varint(), gap: from.varint() },
    }),
  };
}

function writeShare(out: ByteWriter, { trap, weight, bytesIn, bytesOut }: TrapShare): void {
  const there = (bytesIn === undefined ? 0 : BYTES_IN) | (bytesOut === undefined ? 0 : BYTES_OUT);
  out.byte(PROGRAM_TRAP_KINDS.indexOf(trap) | there);
  out.real(weight);
  if (bytesIn !== undefined) out.varint(bytesIn);
  if (bytesOut !== undefined) out.varint(bytesOut);
}

function readShare(from: ByteReader): object {
  const there = known(from.byte(), 7 | BYTES_IN | BYTES_OUT);
  return {
    trap: choiceAt(PROGRAM_TRAP_KINDS, there & 7),
    weight: from.real(),
    ...(there & BYTES_IN && { bytesIn: from.varint() }),
    ...(there & BYTES_OUT && { bytesOut: from.varint() }),
  };
}

function known(bits: number, mask: number): number {
  if ((bits & ~mask) !== 0) throw new UnknownChoiceError('holds what is not known');
  return bits;
}

function writeGap(out: ByteWriter, gap: GapSpec): void {
  out.varint(GAPS.indexOf(gap.kind));
  switch (gap.kind) {
    case 'constant':
      return out.varint(gap.instructions);
    case 'uniform':
      out.varint(gap.least);
      return out.varint(gap.most);
    case 'exponential':
      return out.varint(gap.mean);
    case 'lognormal':
      out.varint(gap.mean);
      return out.real(gap.sigma);
    case 'bimodal':
      out.varint(gap.short);
      out.varint(gap.long);
      return out.real(gap.longShare);
    default:
      return assertUnreachable(gap);
  }
}

function readGap(from: ByteReader): GapSpec {
  const kind = from.pick(GAPS);
  switch (kind) {
    case 'constant':
      return { kind, instructions: from.varint() };
    case 'uniform':
      return { kind, least: from.varint(), most: from.varint() };
    case 'exponential':
      return { kind, mean: from.varint() };
    case 'lognormal':
      return { kind, mean: from.varint(), sigma: from.real() };
    case 'bimodal':
      return { kind, short: from.varint(), long: from.varint(), longShare: from.real() };
    default:
      return assertUnreachable(kind);
  }
}
