import { assert } from '../base/assert.ts';
import { createDigest, digestHex } from '../base/hash.ts';
import { createMachine } from '../kernel/create.ts';
import type { KernelEvent } from '../kernel/events.ts';
import type { Incident } from '../kernel/faults/incidents.ts';
import type { Machine } from '../kernel/machine.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import { advance, isEnded } from '../kernel/reducer.ts';
import type { SentMessage, TraceSink } from '../kernel/trace-sink.ts';
import { EventWriter, MessageWriter, SpanWriter } from './columns.ts';
import { ProgressWriter } from './progress-series.ts';
import { digestOf, mixStep } from './digest.ts';
import type {
  Checkpoint,
  DivergenceRow,
  OverheadSeries,
  Recording,
  RunSummary,
} from './recording.ts';
import { summarize } from './summary.ts';

/** Kernel steps between two checkpoints of a short run; doubled whenever `MAX_CHECKPOINTS` is full. */
export const CHECKPOINT_STRIDE = 2048;
/** Most checkpoints kept. */
export const MAX_CHECKPOINTS = 1024;

/** Most incidents, and most changes of divergence, kept. */
const MAX_INCIDENTS = 100_000;

/** What a listener keeps of a run. */
export type Detail =
  /** Everything: columns, spans, messages, milestones, checkpoints. */
  | 'full'
  /** Only the summary, digest and overhead series. */
  | 'summary';

/** A run being recorded, in slices of any size: their size changes nothing in the result. */
export interface RecordingJob {
  /** Runs at most `maxSteps` kernel steps more; true when the run has ended. */
  readonly advance: (maxSteps: number) => boolean;
  readonly progress: () => RunProgress;
  /** The recording of a run that has ended. */
  readonly finish: () => Recording;
  /** Only the figures of a run that has ended and was started for its `summary`. */
  readonly finishSummary: () => { summary: RunSummary; series: readonly OverheadSeries[] };
}

export interface RunProgress {
  /** Kernel steps applied. */
  readonly steps: number;
  readonly time: number;
  /** Externalization events handled, of all apps, as a fraction 0..1. */
  readonly fraction: number;
}

/** Room for the columns of a usual run: ipc takes about 22 steps per replica and event. */
function expectedSteps(plan: MachinePlan): number {
  return plan.apps.reduce((sum, app) => sum + app.program.length * app.cores.length * 22, 64);
}

class Recorder implements TraceSink {
  readonly events: EventWriter;
  readonly messages: MessageWriter;
  readonly digest = createDigest();
  readonly spans: SpanWriter[];
  readonly progress: ProgressWriter[];
  readonly incidents: Incident[] = [];
  readonly divergences: DivergenceRow[] = [];
  private readonly plan: MachinePlan;
  private readonly full: boolean;

  constructor(plan: MachinePlan, detail: Detail) {
    this.plan = plan;
    this.full = detail === 'full';
    const rows = this.full ? expectedSteps(plan) : 1;
    this.events = new EventWriter(rows);
    this.messages = new MessageWriter(Math.ceil(rows / 8));
    this.spans = plan.resilient.map(() => new SpanWriter(Math.ceil(rows / 8)));
    this.progress = plan.apps.map((app) => new ProgressWriter(app));
  }

  step(_: Machine, event: KernelEvent): void {
    const thread = this.plan.threads[event.thread];
    if (this.full) this.events.add(event, thread);
    else mixStep(this.digest, event, thread);
  }

  span(core: number, time: number, activity: number, app: number, replica: number): void {
    if (this.full) this.spans[core].begin(time, activity, app, replica);
  }

  message(message: SentMessage): void {
    if (this.full) this.messages.add(message);
  }

  milestone(machine: Machine, app: number, event: number, milestone: number): void {
    this.progress[app].milestone(machine, event, milestone);
  }

  incident(incident: Incident): void {
    if (this.full && this.incidents.length < MAX_INCIDENTS) this.incidents.push(incident);
  }

  divergence(time: number, app: number, replica: number, count: number): void {
    if (this.full && this.divergences.length < MAX_INCIDENTS) {
      this.divergences.push({ time, app, replica, count });
    }
  }
}

/** Keeps every n-th state, thinning by half when the budget is full. */
class CheckpointKeeper {
  stride = CHECKPOINT_STRIDE;
  kept: Checkpoint[] = [];

  add(machine: Machine): void {
    this.kept.push({ step: machine.steps, time: machine.now, machine });
    if (this.kept.length <= MAX_CHECKPOINTS) return;
    this.stride *= 2;
    this.kept = this.kept.filter((checkpoint) => checkpoint.step % this.stride === 0);
  }
}

/** Begins to record a run of `plan`. */
export function startRecording(plan: MachinePlan, detail: Detail = 'full'): RecordingJob {
  const recorder = new Recorder(plan, detail);
  const keeper = new CheckpointKeeper();
  let machine = createMachine(plan, recorder);
  if (detail === 'full') keeper.add(machine);
  const totalEvents = plan.apps.reduce((sum, app) => sum + app.program.length, 0);

  const runTo = (target: number): boolean => {
    while (machine.steps < target && !isEnded(machine)) {
      const next = (Math.floor(machine.steps / keeper.stride) + 1) * keeper.stride;
      const before = machine.steps;
      machine = advance(plan, machine, { steps: Math.min(next, target) }, recorder);
      assert(machine.steps > before || isEnded(machine), `no progress at ${machine.now} cycles`);
      if (detail === 'full' && machine.steps === next) keeper.add(machine);
    }
    return isEnded(machine);
  };
  const noteStalls = (): void => {
    plan.apps.forEach(({ id }) => {
      if (machine.apps[id].endedAt === -1) recorder.incident(stallOf(machine, id));
    });
  };
  const sumUp = (digest: string): { summary: RunSummary; series: OverheadSeries[] } => {
    assert(isEnded(machine), 'a run must end before it is summed up');
    return {
      summary: summarize(plan, machine, digest),
      series: recorder.progress.map((writer) => writer.finishSeries()),
    };
  };
  return {
    advance: (maxSteps) => runTo(machine.steps + maxSteps),
    progress: () => ({
      steps: machine.steps,
      time: machine.now,
      fraction: machine.apps.reduce((sum, app) => sum + app.event, 0) / totalEvents,
    }),
    finishSummary: () => sumUp(digestHex(recorder.digest)),
    finish: () => {
      const events = recorder.events.finish();
      noteStalls();
      return {
        ...sumUp(digestOf(events)),
        events,
        spans: recorder.spans.map((writer) => writer.finish()),
        messages: recorder.messages.finish(),
        incidents: recorder.incidents,
        divergence: recorder.divergences,
        rendezvous: recorder.progress.map((writer) => writer.finishRendezvous(machine)),
        checkpoints: keeper.kept,
      };
    },
  };
}

/** The app waits for ever: nothing is left to happen that could end it. */
function stallOf(machine: Machine, app: number): Incident {
  const { event } = machine.apps[app];
  const nothing = { replica: -1, fault: -1, place: -1, at: -1, mask: 0, other: -1 };
  return { kind: 'stalled', time: machine.now, step: machine.steps, app, event, ...nothing };
}

/** Runs `plan` to its end and records everything. */
export function record(plan: MachinePlan): Recording {
  const job = startRecording(plan);
  job.advance(Infinity);
  return job.finish();
}

/** Runs `plan` to its end for its figures alone. */
export function measure(plan: MachinePlan): {
  readonly summary: RunSummary;
  readonly series: readonly OverheadSeries[];
} {
  const job = startRecording(plan, 'summary');
  job.advance(Infinity);
  return job.finishSummary();
}
