import type { Program } from '../kernel/program.ts';
import type { SegmentColumns } from '../workload/segments.ts';
import { UNKNOWN } from '../workload/segments.ts';

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
