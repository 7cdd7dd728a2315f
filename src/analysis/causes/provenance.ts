import { upperBound } from '../../base/binary-search.ts';
import type { AppId, CoreId, Cycles } from '../../base/units.ts';
import type { KernelEvent } from '../../kernel/events.ts';
import type { Core, Machine } from '../../kernel/machine.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { advance } from '../../kernel/reducer.ts';
import { COMPLETED } from '../../kernel/trace-sink.ts';
import type { TraceSink } from '../../kernel/trace-sink.ts';
import type { Recording } from '../../run/recording.ts';

/*
 * Every event of the kernel carries a number, `seq`, given when it was scheduled, and the machine
 * counts them. So the step that scheduled an event is the last one that began with a count <= its
 * number. The recording need not keep any of it: it comes back by replaying from a checkpoint with
 * a listener, checkpoint by checkpoint, each replayed once.
 */

/** Which kernel step of a recorded run made which other one happen. Steps count from 1; 0 = the start of the run. */
export interface Provenance {
  /** The step that put `step` on the queue. */
  readonly parentOf: (step: number) => number;
  /**
   * The step that began the work on `core` which `step` stopped or rescheduled while it ran, by an
   * interrupt or a fault; -1 = it did not.
   */
  readonly interruptedAt: (step: number, core: CoreId) => number;
  /** Does the interrupt handler that ends with `step` give the core back to the work below it? */
  readonly returns: (step: number) => boolean;
  /** The step at `time` with which event `event` (from 0) of `app` was completed; -1 = none. */
  readonly completedBy: (app: AppId, event: number, time: Cycles) => number;
  /** The last step at `time` that said what `core` does from then on; -1 = none. */
  readonly spanBegunBy: (core: CoreId, time: Cycles) => number;
}

/** Replayed stretches that are kept, about 100 kB each. */
const MOST_CHUNKS = 64;

/** The provenance of `recording`, which must be one of `plan`. */
export function createProvenance(plan: MachinePlan, recording: Recording): Provenance {
  const { checkpoints, events } = recording;
  const kept = new Map<number, Chunk>();
  const starts = checkpoints.map(({ step }) => step);

  const chunk = (index: number): Chunk => {
    const known = kept.get(index);
    if (known !== undefined) return known;
    const end = starts[index + 1] ?? events.length;
    const made = replay(plan, checkpoints[index].machine, end);
    if (kept.size >= MOST_CHUNKS) kept.delete([...kept.keys()][0]);
    kept.set(index, made);
    return made;
  };
  /** Index of the stretch in which `step` is applied. */
  const indexOf = (step: number): number => Math.max(0, upperBound(starts, step - 1) - 1);
  const chunkOf = (step: number): Chunk => chunk(indexOf(step));
  const schedulerOf = (seq: number, before: number): number => {
    for (let index = indexOf(before); index >= 0; index--) {
      const { first, seqBefore } = chunk(index);
      const row = upperBound(seqBefore, seq) - 1;
      if (row >= 0) return first + row;
    }
    return 0;
  };
  const lastAt = (time: Cycles, holds: (step: number) => boolean): number => {
    let step = upperBound(events.time, time, events.length);
    for (; step > 0 && events.time[step - 1] === time; step--) if (holds(step)) return step;
    return -1;
  };
  return {
    parentOf(step) {
      const { first, seq } = chunkOf(step);
      return schedulerOf(seq[step - first], step);
    },
    interruptedAt(step, core) {
      const seq = chunkOf(step).voided.get(step)?.get(core);
      return seq === undefined ? -1 : schedulerOf(seq, step);
    },
    returns: (step) => step > 0 && chunkOf(step).returns.has(step),
    completedBy: (app, event, time) =>
      lastAt(
        time,
        (step) => chunkOf(step).completed.get(step)?.includes(`${app}:${event}`) === true,
      ),
    spanBegunBy: (core, time) => lastAt(time, (step) => chunkOf(step).begun(step, core)),
  };
}

/** What one replayed stretch tells. */
interface Chunk {
  /** Its first step. */
  readonly first: number;
  /** Per step: the machine's count before it, and the number of its own event. */
  readonly seqBefore: Float64Array;
  readonly seq: Float64Array;
  /** Per step that stopped running work: by core, the number of the completion that it made void. */
  readonly voided: ReadonlyMap<number, ReadonlyMap<CoreId, number>>;
  readonly returns: ReadonlySet<number>;
  /** Per step: the events that it completed, as `app:event`. */
  readonly completed: ReadonlyMap<number, readonly string[]>;
  readonly begun: (step: number, core: CoreId) => boolean;
}

function replay(plan: MachinePlan, machine: Machine, end: number): Chunk {
  const listener = new Listener(machine.steps + 1, end - machine.steps);
  advance(plan, machine, { steps: end }, listener);
  return listener;
}

class Listener implements TraceSink, Chunk {
  readonly first: number;
  readonly seqBefore: Float64Array;
  readonly seq: Float64Array;
  readonly voided = new Map<number, Map<CoreId, number>>();
  readonly returns = new Set<number>();
  readonly completed = new Map<number, string[]>();
  /** Step and core of each span, as one number; ascending in the step. */
  private readonly spans: number[] = [];
  private now: number;

  constructor(first: number, length: number) {
    this.first = first;
    this.now = first - 1;
    this.seqBefore = new Float64Array(length);
    this.seq = new Float64Array(length);
  }

  step(machine: Machine, event: KernelEvent): void {
    const row = machine.steps + 1 - this.first;
    this.now = machine.steps + 1;
    this.seqBefore[row] = machine.seq;
    this.seq[row] = event.seq;
    const core = machine.cores[event.core];
    if (event.kind === 'ipi-arrived') this.noteVoided(machine, [event.core]);
    else if (event.kind === 'fault-injected') this.noteVoided(machine, machine.cores.keys());
    else if (event.kind === 'ipi-handled' && goesOn(core)) this.returns.add(this.now);
  }

  /** Keeps the numbers of the completions that are due on `cores`: this step may make them void. */
  private noteVoided(machine: Machine, cores: Iterable<CoreId>): void {
    const seqs = new Map<CoreId, number>();
    for (const id of cores) {
      const { thread, doneAt, handler, token } = machine.cores[id];
      if (thread === -1 || doneAt === -1 || handler !== -1) continue;
      const due = machine.queue.find((event) => event.core === id && event.token === token);
      if (due !== undefined) seqs.set(id, due.seq);
    }
    if (seqs.size > 0) this.voided.set(this.now, seqs);
  }

  span(core: number): void {
    this.spans.push(this.now * CORES + core);
  }

  begun(step: number, core: CoreId): boolean {
    // Within one step the cores may come in any order.
    let i = upperBound(this.spans, step * CORES + CORES - 1) - 1;
    for (; i >= 0 && this.spans[i] >= step * CORES; i--)
      if (this.spans[i] === step * CORES + core) return true;
    return false;
  }

  message(): void {}
  milestone(_: Machine, app: AppId, event: number, milestone: number): void {
    if (milestone !== COMPLETED) return;
    this.completed.set(this.now, [...(this.completed.get(this.now) ?? []), `${app}:${event}`]);
  }
  incident(): void {}
  divergence(): void {}
}

/** More than any machine has. */
const CORES = 128;

/** Has the core, whose handler ends now, work below it that goes on at once? */
function goesOn(core: Core): boolean {
  return core.thread !== -1 && core.interrupts.length === 0 && core.pausedCycles >= 0;
}
