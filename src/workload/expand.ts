import type { Profile, ProfileStep } from './profile.ts';
import { expandedLength, isLoop } from './profile.ts';
import type { SegmentColumns, SegmentWriter } from './segments.ts';
import { createSegmentWriter, UNKNOWN } from './segments.ts';

/** Names of the traps by which a program ends on Linux and on L4Re. */
const EXIT_NAMES: ReadonlySet<string> = new Set(['exit_group', 'parent.signal']);

/**
 * Unrolls the loops of a parsed profile. The last trap becomes an `exit` when its name says so;
 * else (the program was attached to) the run ends with whatever trap is last.
 */
export function expandProfile(profile: Profile): SegmentColumns {
  const length = expandedLength(profile.segments);
  const writer = createSegmentWriter(length);
  let left = length;

  const lastAware: SegmentWriter = {
    push(row) {
      left -= 1;
      const ends = left === 0 && EXIT_NAMES.has(row.name);
      writer.push(ends ? { ...row, trap: 'exit' } : row);
    },
    finish: () => writer.finish(),
  };
  writeSteps(profile.segments, lastAware);
  return lastAware.finish();
}

function writeSteps(steps: readonly ProfileStep[], writer: SegmentWriter): void {
  for (const step of steps) {
    if (isLoop(step)) {
      for (let i = 0; i < step.repeat; i++) writeSteps(step.segments, writer);
      continue;
    }
    writer.push({
      instructions: step.instructions ?? UNKNOWN,
      cycles: step.computeCycles,
      trap: step.trap.kind,
      name: step.trap.name,
      bytesIn: step.trap.bytesIn,
      bytesOut: step.trap.bytesOut,
    });
  }
}
