import type { Cycles } from '../base/units.ts';
import type { Machine } from '../kernel/machine.ts';
import type { Checkpoint, Recording } from './recording.ts';

/** A checkpoint whose machine is JSON text. */
export interface PackedCheckpoint {
  readonly step: number;
  readonly time: Cycles;
  readonly machine: string;
}

/**
 * A recording ready to be posted to another thread. A thousand machines are some 300 000 objects,
 * whose structured clone would block the receiver for 30 ms and more; as text they cost 4 ms at
 * most, and a seek decodes the one that it starts from in some 50 microseconds.
 */
export interface PackedRecording extends Omit<Recording, 'checkpoints'> {
  readonly checkpoints: readonly PackedCheckpoint[];
}

/** Packs the checkpoints; everything else is shared with `recording`. */
export function packRecording(recording: Recording): PackedRecording {
  const checkpoints = recording.checkpoints.map(({ step, time, machine }) => ({
    step,
    time,
    machine: JSON.stringify(machine),
  }));
  return { ...recording, checkpoints };
}

/** The recording again; each checkpoint decodes its machine whenever it is asked for it. */
export function unpackRecording(packed: PackedRecording): Recording {
  return { ...packed, checkpoints: packed.checkpoints.map(unpackCheckpoint) };
}

function unpackCheckpoint({ step, time, machine }: PackedCheckpoint): Checkpoint {
  return {
    step,
    time,
    get machine() {
      return JSON.parse(machine) as Machine;
    },
  };
}
