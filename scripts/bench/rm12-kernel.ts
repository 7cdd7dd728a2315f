import { createRng } from '../../src/base/rng.ts';
import type { RngState } from '../../src/base/rng.ts';
import { ACTIVITY_INDEX } from '../../src/kernel/activities.ts';
import type { EventKind, KernelEvent } from '../../src/kernel/events.ts';
import { popEvent, pushEvent } from '../../src/kernel/queue.ts';
import { SpanWriter } from '../../src/run/columns.ts';
import { CHECKPOINT_STRIDE } from '../../src/run/record.ts';
import {
  CORES,
  EVENTS_PER_ROUND,
  nextCompute,
  PROCESSES,
  REPLICAS,
  SEED,
  SERVICE,
  SIGNAL,
} from './rm12.ts';
import type { Rm12Result } from './rm12.ts';

/* RM12 with the kernel's own queue, generator and discipline: plain state, copied once per advance. */

interface State {
  now: number;
  steps: number;
  seq: number;
  rng: RngState;
  queue: KernelEvent[];
  /** Activity of each core and since when. */
  cores: { activity: number; since: number }[];
  processes: { rounds: number; arrived: number }[];
  /** Processes that wait for the manager, first come first served. */
  jobs: number[];
  busy: boolean;
}

interface Sink {
  span(core: number, time: number, activity: number): void;
}

interface Draft {
  readonly s: State;
  readonly rounds: number;
  readonly sink: Sink | null;
}

function copyState(s: State): State {
  return {
    now: s.now,
    steps: s.steps,
    seq: s.seq,
    rng: [s.rng[0], s.rng[1], s.rng[2], s.rng[3]],
    queue: s.queue.slice(),
    cores: s.cores.map((core) => ({ activity: core.activity, since: core.since })),
    processes: s.processes.map((p) => ({ rounds: p.rounds, arrived: p.arrived })),
    jobs: s.jobs.slice(),
    busy: s.busy,
  };
}

function schedule({ s }: Draft, delay: number, kind: EventKind, core: number): void {
  const event = { time: s.now + delay, seq: s.seq++, kind, core, thread: core, token: -1, arg: 0 };
  pushEvent(s.queue, event);
}

function show({ s, sink }: Draft, core: number, activity: number): void {
  s.cores[core].activity = activity;
  s.cores[core].since = s.now;
  if (sink !== null) sink.span(core, s.now, activity);
}

function compute(draft: Draft, core: number): void {
  show(draft, core, ACTIVITY_INDEX.user);
  schedule(draft, nextCompute(draft.s.rng), 'trap', core);
}

function arrive(draft: Draft, core: number): void {
  const { s } = draft;
  const process = Math.floor(core / REPLICAS);
  s.processes[process].arrived++;
  if (s.processes[process].arrived < REPLICAS) return;
  s.processes[process].arrived = 0;
  s.jobs.push(process);
  if (!s.busy) serve(draft);
}

function serve(draft: Draft): void {
  const process = draft.s.jobs.shift();
  draft.s.busy = process !== undefined;
  if (process !== undefined) schedule(draft, SERVICE, 'handled', process * REPLICAS);
}

function finish(draft: Draft, core: number): void {
  const process = draft.s.processes[Math.floor(core / REPLICAS)];
  process.rounds++;
  if (process.rounds < draft.rounds) {
    for (let i = 0; i < REPLICAS; i++) schedule(draft, SIGNAL, 'resumed', core + i);
  }
  serve(draft);
}

function apply(draft: Draft, event: KernelEvent): void {
  switch (event.kind) {
    case 'trap':
      show(draft, event.core, ACTIVITY_INDEX.calling);
      return schedule(draft, SIGNAL, 'call-taken', event.core);
    case 'call-taken':
      return arrive(draft, event.core);
    case 'handled':
      return finish(draft, event.core);
    default:
      return compute(draft, event.core);
  }
}

function advance(state: State, steps: number, rounds: number, sink: Sink | null): State {
  const s = copyState(state);
  const draft: Draft = { s, rounds, sink };
  while (s.steps < steps && s.queue.length > 0) {
    const event = popEvent(s.queue);
    s.now = event.time;
    s.steps++;
    apply(draft, event);
  }
  return s;
}

/** Records what every core does, as the recorder of the kernel does for the timeline. */
function createRecorder(capacity: number): Sink & { finish(): void } {
  const spans = Array.from({ length: CORES }, () => new SpanWriter(Math.ceil(capacity / CORES)));
  return {
    span(core, time, activity) {
      spans[core].begin(time, activity, Math.floor(core / REPLICAS), core % REPLICAS);
    },
    finish() {
      for (const writer of spans) writer.finish();
    },
  };
}

/** Runs RM12 for `rounds` rounds of each process, with spans and checkpoints when `recording`. */
export function runRm12Kernel(rounds: number, recording: boolean): Rm12Result {
  const expected = rounds * PROCESSES * EVENTS_PER_ROUND;
  const sink = recording ? createRecorder(expected) : null;
  let state: State = {
    now: 0,
    steps: 0,
    seq: 0,
    rng: createRng(SEED),
    queue: [],
    cores: Array.from({ length: CORES }, () => ({ activity: 0, since: 0 })),
    processes: Array.from({ length: PROCESSES }, () => ({ rounds: 0, arrived: 0 })),
    jobs: [],
    busy: false,
  };
  for (let core = 0; core < CORES; core++) compute({ s: state, rounds, sink }, core);
  const checkpoints: State[] = [];
  while (state.queue.length > 0) {
    state = advance(state, state.steps + CHECKPOINT_STRIDE, rounds, sink);
    if (recording) checkpoints.push(state);
  }
  sink?.finish();
  return { events: state.steps, endTime: state.now };
}
