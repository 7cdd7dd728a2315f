import type { Cycles, ReplicaId } from '../../base/units.ts';
import type { Part } from '../../base/vocabulary.ts';
import type { EventStages, ReplicaStages } from './stages.ts';

/** Parts of one event, in order. Queueing behind other apps is inside them, not apart. */
export const EVENT_PARTS = [
  'trap',
  'signalIn',
  'wait',
  'compare',
  'recover',
  'handle',
  'signalOut',
  'resume',
] as const satisfies readonly Part[];

/** How one replica's time in one event divides; `null` when the event did not end in this run. */
export interface ReplicaParts {
  readonly id: ReplicaId;
  /** One number of cycles per `EVENT_PARTS`. */
  readonly cycles: readonly Cycles[] | null;
  readonly total: Cycles;
}

/** The parts of every replica, from its own trap to its own return. */
export function partsOf(stages: EventStages): ReplicaParts[] {
  return stages.replicas.map((replica) => {
    const marks = marksOf(stages, replica);
    if (marks === null) return { id: replica.id, cycles: null, total: 0 };
    const cycles = EVENT_PARTS.map((_, i) => (marks[i + 1] ?? 0) - (marks[i] ?? 0));
    return { id: replica.id, cycles, total: (marks.at(-1) ?? 0) - (marks[0] ?? 0) };
  });
}

function marksOf(stages: EventStages, replica: ReplicaStages): Cycles[] | null {
  const { trapped, signalling, arrived, resumed } = replica;
  const { met, compared, recovered, handled } = stages;
  if (trapped === null || signalling === null || arrived === null) return null;
  // After the last event nobody returns: the run ends when it is handled.
  const woken = replica.woken ?? handled;
  if (!Number.isFinite(handled)) return null;
  const back = resumed ?? woken;
  return [trapped, signalling, arrived, met, compared, recovered, handled, woken, back];
}
