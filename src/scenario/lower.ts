import { TRAP_KINDS } from '../base/vocabulary.ts';
import type { Program } from '../kernel/program.ts';
import type { SegmentColumns } from '../workload/segments.ts';
import { UNKNOWN } from '../workload/segments.ts';

/** Name of the trap that the instruction counter raises. */
const WATCHDOG_NAME = 'watchdog';
const WATCHDOG = TRAP_KINDS.indexOf('watchdog');

/**
 * What the kernel runs: each segment lasts `round(instructions * cpi)` cycles where instructions
 * are known, else `round(measured cycles * cycleScale)`. Columns that need no change are shared.
 */
export function lowerProgram(
  segments: SegmentColumns,
  scale: { readonly cpi: number; readonly cycleScale: number },
): Program {
  const cycles = new Float64Array(segments.length);
  for (let i = 0; i < segments.length; i++) {
    const instructions = segments.instructions[i];
    cycles[i] = Math.round(
      instructions === UNKNOWN ? segments.cycles[i] * scale.cycleScale : instructions * scale.cpi,
    );
  }
  const { length, trap, bytesIn, bytesOut, name, names } = segments;
  return { length, cycles, trap, bytesIn, bytesOut, name, names };
}

/** Segments that `program` has when none may last longer than `most` cycles. */
export function watchedLength(program: Program, most: number): number {
  let length = 0;
  for (let i = 0; i < program.length; i++) length += piecesOf(program.cycles[i], most);
  return length;
}

/**
 * `program` as an instruction counter that traps every `most` cycles of user code cuts it: a longer
 * segment becomes pieces of `most` cycles that end in a `watchdog` trap, and the rest.
 */
export function watchedProgram(program: Program, most: number): Program {
  const length = watchedLength(program, most);
  if (length === program.length) return program;
  const watched = {
    length,
    cycles: new Float64Array(length),
    trap: new Uint8Array(length).fill(WATCHDOG),
    bytesIn: new Float64Array(length),
    bytesOut: new Float64Array(length),
    name: new Uint16Array(length).fill(program.names.length),
    names: [...program.names, WATCHDOG_NAME],
  };
  let end = 0;
  for (let i = 0; i < program.length; i++) {
    const pieces = piecesOf(program.cycles[i], most);
    watched.cycles.fill(most, end, end + pieces - 1);
    end += pieces;
    const last = end - 1;
    watched.cycles[last] = program.cycles[i] - (pieces - 1) * most;
    watched.trap[last] = program.trap[i];
    watched.bytesIn[last] = program.bytesIn[i];
    watched.bytesOut[last] = program.bytesOut[i];
    watched.name[last] = program.name[i];
  }
  return watched;
}

function piecesOf(cycles: number, most: number): number {
  return Math.max(1, Math.ceil(cycles / most));
}
