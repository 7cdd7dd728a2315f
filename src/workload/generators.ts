import { createRng, nextExponential, nextUniform } from '../base/rng.ts';
import type { ProgramTrapKind } from '../base/vocabulary.ts';
import type { SegmentColumns, SegmentRow } from './segments.ts';
import { createSegmentWriter, UNKNOWN } from './segments.ts';

/** Trap names of generated workloads. */
const GENERATED_NAMES: Readonly<Record<ProgramTrapKind, string>> = {
  pagefault: 'page',
  syscall: 'call',
  ipc: 'message',
  exception: 'exception',
  irq: 'interrupt',
  exit: 'exit',
};

/** One entry of a workload listed by hand; `repeat` and byte counts default to 1 and 0. */
export interface ListedSegment {
  readonly instructions: number;
  readonly trap: ProgramTrapKind;
  readonly repeat?: number;
  readonly bytesIn?: number;
  readonly bytesOut?: number;
}

/** `events` (>= 1) traps of one kind, `instructions` apart, then an exit. */
export function periodicSegments(spec: {
  readonly events: number;
  readonly instructions: number;
  readonly trap: ProgramTrapKind;
}): SegmentColumns {
  return listedSegments([
    { instructions: spec.instructions, trap: spec.trap, repeat: spec.events },
  ]);
}

/**
 * `events` (>= 1) traps with exponentially distributed gaps of mean `instructions`, rounded; each is
 * a page fault with probability `pagefaultShare`, else a system call; then an exit. The same `seed`
 * gives the same workload in every engine.
 */
export function randomSegments(spec: {
  readonly events: number;
  readonly instructions: number;
  readonly pagefaultShare: number;
  readonly seed: number;
}): SegmentColumns {
  const rng = createRng(spec.seed);
  const writer = createSegmentWriter(spec.events + 1);
  for (let i = 0; i < spec.events; i++) {
    const instructions = Math.round(spec.instructions * nextExponential(rng));
    const trap = nextUniform(rng) < spec.pagefaultShare ? 'pagefault' : 'syscall';
    writer.push(generatedRow({ instructions, trap }));
  }
  writer.push(generatedRow(EXIT));
  return writer.finish();
}

/** The segments as listed; an exit without computation is added unless the last one is an exit. */
export function listedSegments(segments: readonly ListedSegment[]): SegmentColumns {
  const closed = segments.at(-1)?.trap === 'exit' ? segments : [...segments, EXIT];
  const length = closed.reduce((sum, segment) => sum + (segment.repeat ?? 1), 0);
  const writer = createSegmentWriter(length);
  for (const segment of closed) {
    const filled = generatedRow(segment);
    for (let i = segment.repeat ?? 1; i > 0; i--) writer.push(filled);
  }
  return writer.finish();
}

const EXIT: ListedSegment = { instructions: 0, trap: 'exit' };

/** A listed segment as a row of columns; the trap has the name of its kind. */
export function generatedRow(segment: ListedSegment): SegmentRow {
  return {
    instructions: segment.instructions,
    cycles: UNKNOWN,
    trap: segment.trap,
    name: GENERATED_NAMES[segment.trap],
    bytesIn: segment.bytesIn ?? 0,
    bytesOut: segment.bytesOut ?? 0,
  };
}
