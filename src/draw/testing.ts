import { createRng, nextUint32 } from '../base/rng.ts';
import { PARTS } from '../base/vocabulary.ts';
import { ACTIVITY_INDEX } from '../kernel/activities.ts';
import type { ActivityId } from '../kernel/activities.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import type { Recording, RendezvousColumns, SpanColumns } from '../run/recording.ts';

/**
 * A made-up run for tests of drawing: TMR by IPC on cores 0 to 3 of twelve, regular enough to predict
 * and long enough to measure. Nothing of it is a result of the model.
 */
export function syntheticRun(events: number): { plan: MachinePlan; recording: Recording } {
  const rng = createRng(7);
  const lanes = Array.from({ length: 12 }, () => new LaneWriter());
  const marks: EventMarks = { trapped: [], met: [], compared: [], handled: [], completed: [] };
  for (let k = 0; k < events; k++) writeEvent(lanes, { marks, start: k * PERIOD, rng });
  const end = events * PERIOD;
  const plan = syntheticPlan(events);
  return { plan, recording: assemble(lanes, { marks, end, plan }) };
}

/** Cycles from one synthetic event to the next. */
export const PERIOD = 40000;

interface EventMarks {
  readonly trapped: number[];
  readonly met: number[];
  readonly compared: number[];
  readonly handled: number[];
  readonly completed: number[];
}

class LaneWriter {
  readonly start: number[] = [];
  readonly activity: number[] = [];
  readonly replica: number[] = [];

  add(time: number, activity: ActivityId, replica: number): void {
    this.start.push(time);
    this.activity.push(ACTIVITY_INDEX[activity]);
    this.replica.push(replica);
  }

  columns(): SpanColumns {
    if (this.start.length === 0) this.add(0, 'halted', -1);
    const length = this.start.length;
    return {
      length,
      start: Float64Array.from(this.start),
      activity: Uint8Array.from(this.activity),
      app: Int8Array.from(this.replica, (replica, i) =>
        replica >= 0 || this.activity[i] !== ACTIVITY_INDEX.halted ? 0 : -1,
      ),
      replica: Int8Array.from(this.replica),
    };
  }
}

function writeEvent(
  lanes: readonly LaneWriter[],
  at: { marks: EventMarks; start: number; rng: ReturnType<typeof createRng> },
): void {
  const { marks, start } = at;
  const traps = [0, 1, 2].map(() => start + 12000 + (nextUint32(at.rng) % 4000));
  const met = Math.max(...traps) + 2300;
  traps.forEach((trap, replica) => {
    const lane = lanes[replica + 1];
    lane.add(start, 'user', replica);
    lane.add(trap, 'trap', replica);
    lane.add(trap + 900, 'sendCall', replica);
    lane.add(trap + 1300, 'calling', replica);
    lane.add(met + 9000 + replica * 2000, 'wakeUp', replica);
    lane.add(met + 9400 + replica * 2000, 'gdtUpdate', replica);
    lane.add(met + 9650 + replica * 2000, 'resume', replica);
    lane.add(met + 10550 + replica * 2000, 'user', replica);
  });
  const res = lanes[0];
  res.add(start, 'openWait', -1);
  res.add(met - 400, 'takeCall', 2);
  res.add(met, 'checksum', -1);
  res.add(met + 540, 'mapPage', 0);
  res.add(met + 3140, 'mapPage', 1);
  res.add(met + 5740, 'mapPage', 2);
  [0, 1, 2].forEach((r) => res.add(met + 8340 + r * 2000, 'sendNotify', r));
  res.add(met + 14340, 'openWait', -1);
  marks.trapped.push(Math.min(...traps));
  marks.met.push(met);
  marks.compared.push(met + 540);
  marks.handled.push(met + 8340);
  marks.completed.push(met + 14550);
}

const NOTHING = {
  length: 0,
  kind: new Uint8Array(0),
  app: new Int8Array(0),
  replica: new Int8Array(0),
};
const NO_EVENTS: Recording['events'] = {
  ...NOTHING,
  time: new Float64Array(0),
  core: new Int8Array(0),
  arg: new Int16Array(0),
};
const NO_MESSAGES: Recording['messages'] = {
  ...NOTHING,
  longestFlight: 0,
  sent: new Float64Array(0),
  arrival: new Float64Array(0),
  from: new Int8Array(0),
  to: new Int8Array(0),
  fault: new Uint8Array(0),
};

function assemble(
  lanes: readonly LaneWriter[],
  { marks, end, plan }: { marks: EventMarks; end: number; plan: MachinePlan },
): Recording {
  const length = marks.met.length;
  const rendezvous: RendezvousColumns = {
    length,
    trapped: Float64Array.from(marks.trapped),
    arrived: Float64Array.from(marks.trapped),
    met: Float64Array.from(marks.met),
    compared: Float64Array.from(marks.compared),
    handled: Float64Array.from(marks.handled),
    completed: Float64Array.from(marks.completed),
    trap: new Uint8Array(length),
    leader: new Int8Array(length),
    metStep: new Int32Array(length),
  };
  return {
    events: NO_EVENTS,
    spans: lanes.map((lane) => lane.columns()),
    messages: NO_MESSAGES,
    rendezvous: [rendezvous],
    incidents: [],
    divergence: [],
    series: [
      {
        length: 0,
        event: new Float64Array(0),
        time: new Float64Array(0),
        native: new Float64Array(0),
        nativeWait: new Float64Array(0),
        nominal: new Float64Array(0),
        parts: PARTS.map(() => new Float64Array(0)),
      },
    ],
    checkpoints: [],
    summary: {
      seed: plan.seed,
      clockGHz: plan.clockGHz,
      totalCycles: end,
      kernelSteps: 0,
      digest: '0000000000000000',
      ipis: 0,
      messages: 0,
      polls: 0,
      bytesCopied: 0,
      cores: [],
      apps: [],
    },
  };
}

function syntheticPlan(events: number): MachinePlan {
  const none = new Float64Array(0);
  const app = {
    id: 0,
    name: 'synthetic',
    workload: 'synthetic',
    program: {
      length: events,
      cycles: none,
      trap: new Uint8Array(events),
      bytesIn: none,
      bytesOut: none,
      name: new Uint16Array(0),
      names: [],
    },
    redundancy: 3,
    signalling: 'ipc',
    resCore: 0,
    cores: [1, 2, 3],
    replicaThreads: [0, 1, 2],
    managerThread: 3,
    writableBytes: 65_536,
    device: null,
    nativeAt: none,
    nativeWaitAt: null,
  } as const;
  return {
    seed: 7,
    clockGHz: 2.6,
    era: 2012,
    costs: {} as MachinePlan['costs'],
    sockets: 2,
    coresPerSocket: 6,
    coreCount: 12,
    resilient: Array.from({ length: 12 }, (_, core) => core === 0),
    apps: [app],
    threads: [],
    phases: [],
    appsOnCore: Array.from({ length: 12 }, (_, core) => (core === 0 ? [0] : [])),
    shared: Array.from({ length: 12 }, () => false),
    ipiFlight: [],
    lineFetch: [],
    slotStore: [],
    faults: {} as MachinePlan['faults'],
  };
}
