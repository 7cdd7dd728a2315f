import { MESSAGE_KINDS } from '../../kernel/events.ts';
import type { CoreId, Cycles } from '../../base/units.ts';
import type { TraceSource } from './source.ts';

/** One end of a message on its core. */
export interface FlowEnd {
  readonly ph: 's' | 'f';
  /** The same at both ends: row of `MessageColumns` + 1. */
  readonly id: number;
  readonly name: string;
  readonly time: Cycles;
}

const DROPPED = 1;

/**
 * Both ends of every message that leaves and arrives in the range, per core in order of time. A
 * message that is lost, or still under way at the end, has no arrow, as an arrow needs two ends.
 */
export function flowEnds({ recording, range }: TraceSource): readonly (readonly FlowEnd[])[] {
  const { sent, arrival, from, to, kind, fault, length } = recording.messages;
  const end = Math.min(range.to, recording.summary.totalCycles);
  const perCore: FlowEnd[][] = recording.spans.map(() => []);
  const add = (core: CoreId, flow: FlowEnd): void => void perCore[core].push(flow);
  for (let row = 0; row < length; row++) {
    if (fault[row] === DROPPED || sent[row] <= range.from || arrival[row] >= end) continue;
    const name = MESSAGE_KINDS[kind[row]];
    add(from[row], { ph: 's', id: row + 1, name, time: sent[row] });
    add(to[row], { ph: 'f', id: row + 1, name, time: arrival[row] });
  }
  for (const flows of perCore) {
    flows.sort((a, b) => a.time - b.time || Number(a.ph === 'f') - Number(b.ph === 'f'));
  }
  return perCore;
}
