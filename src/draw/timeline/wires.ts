import { FAULT_MODES } from '../../base/vocabulary.ts';
import type { FaultMode } from '../../base/vocabulary.ts';
import type { FaultContext } from './fault-index.ts';
import type { Lane } from './lanes.ts';

/** The way of a message that a fault hit, from lane edge to lane edge. CSS px. */
export interface WireMark {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly mode: FaultMode;
  /** Row of `recording.messages`. */
  readonly row: number;
}

/** Width of the cap at the end of an app. CSS px. */
export const CAP_WIDTH = 9;

/** Half of the cross at the end of a wire. CSS px. */
export const CROSS = 4;

/** The messages hit that are in flight in the window. */
export function layoutWires({ recording, layout, scale, faults }: FaultContext): WireMark[] {
  const { messages } = recording;
  const [from, to] = scale.window;
  const last = scale.toX(recording.summary.totalCycles) - CROSS - CAP_WIDTH - 2;
  return faults.messages.flatMap((row) => {
    const [sent, arrival] = [messages.sent[row], messages.arrival[row]];
    const source = layout.lanes[messages.from[row]];
    const target = layout.lanes[messages.to[row]];
    const mode = FAULT_MODES[messages.fault[row] - 1];
    if (arrival < from || sent > to || source === undefined || target === undefined) return [];
    if (mode === undefined) return [];
    const [y1, y2] = wireEnds(source, target);
    // A loss may be the last thing of a run; its cross must not vanish in the cap there.
    const x2 = Math.min(scale.toX(arrival), last);
    return [{ x1: Math.min(scale.toX(sent), x2), y1, x2, y2, mode, row }];
  });
}

function below({ top, height }: Lane): number {
  return top + height;
}

/** y from the near edge of one lane to the near edge of the other; a core's message to itself stays on it. CSS px. */
export function wireEnds(source: Lane, target: Lane): readonly [number, number] {
  if (source.top === target.top) {
    const middle = source.top + source.height / 2;
    return [middle, middle];
  }
  return source.top < target.top ? [below(source), target.top] : [source.top, below(target)];
}
