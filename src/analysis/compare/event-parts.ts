import { PARTS } from '../../base/vocabulary.ts';
import { partsUntilNow } from '../../kernel/accounting.ts';
import type { Machine } from '../../kernel/machine.ts';
import { advance, isEnded } from '../../kernel/reducer.ts';
import { COMPLETED } from '../../kernel/trace-sink.ts';
import type { TraceSink } from '../../kernel/trace-sink.ts';
import type { ComparedRun } from './compared-run.ts';

const COMPUTE = PARTS.indexOf('compute');
/** Means are kept in steps of 2^-20 cycles, so that they add up exactly in whatever order. */
const GRID = 2 ** 20;

/**
 * Where the cycles of one app have gone at the end of each completed event. `sums[p][k]` are mean
 * cycles per replica in part p (index into `PARTS`) from the start until k events are completed:
 * `events + 1` rows, each of which sums exactly to `time[k]`.
 */
export interface EventParts {
  /** Events completed. */
  readonly events: number;
  readonly time: Float64Array;
  readonly sums: readonly Float64Array[];
  /** The same at the end of the app, which may have stopped within an event; sums exactly to `end`. */
  readonly total: readonly number[];
  readonly end: number;
}

/** The counting of a run's `EventParts`, in slices of any size. */
export interface PartsJob {
  /** Goes on for at most `steps` kernel steps; true when the run has ended. */
  readonly advance: (steps: number) => boolean;
  readonly finish: () => EventParts;
}

/** A recording tells what a thousand samples have cost, so the run is gone through once more for each event. */
export function startEventParts({ plan, recording, app }: ComparedRun): PartsJob {
  const { completedEvents, breakdown, totalCycles } = recording.summary.apps[app];
  const time = new Float64Array(completedEvents + 1);
  const sums = PARTS.map(() => new Float64Array(completedEvents + 1));
  const sink = new CompletionSink(app, (machine, event) => {
    writeMeans(machine, app, { row: event + 1, time, sums });
  });
  let machine = recording.checkpoints[0].machine;
  return {
    advance(steps) {
      machine = advance(plan, machine, { steps: machine.steps + steps }, sink);
      return isEnded(machine);
    },
    finish: () => ({
      events: completedEvents,
      time,
      sums,
      total: PARTS.map((part) => breakdown[part]),
      end: totalCycles,
    }),
  };
}

/** The parts of a whole run at once. */
export function eventPartsOf(run: ComparedRun): EventParts {
  const job = startEventParts(run);
  job.advance(Infinity);
  return job.finish();
}

function writeMeans(
  machine: Machine,
  app: number,
  into: { row: number; time: Float64Array; sums: readonly Float64Array[] },
): void {
  const { row, time, sums } = into;
  const group = machine.replicas[app];
  const totals = PARTS.map(() => 0);
  for (const replica of group) {
    const parts = partsUntilNow(machine, machine.apps[app], replica);
    for (let p = 0; p < totals.length; p++) totals[p] += parts[p];
  }
  let rest = machine.now;
  for (let p = 0; p < totals.length; p++) {
    if (p === COMPUTE) continue;
    sums[p][row] = Math.round((totals[p] / group.length) * GRID) / GRID;
    rest -= sums[p][row];
  }
  sums[COMPUTE][row] = rest;
  time[row] = machine.now;
}

/** Hears of nothing but events of one app that are completed. */
class CompletionSink implements TraceSink {
  private readonly app: number;
  private readonly onCompleted: (machine: Machine, event: number) => void;

  constructor(app: number, onCompleted: (machine: Machine, event: number) => void) {
    this.app = app;
    this.onCompleted = onCompleted;
  }

  milestone(machine: Machine, app: number, event: number, milestone: number): void {
    if (app === this.app && milestone === COMPLETED) this.onCompleted(machine, event);
  }

  step(): void {}
  span(): void {}
  message(): void {}
  incident(): void {}
  divergence(): void {}
}
