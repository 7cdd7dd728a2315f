import { createRng } from '../base/rng.ts';
import { CORE_MODES, PARTS } from '../base/vocabulary.ts';
import { ACTIVITY_INDEX } from './activities.ts';
import type { Kernel } from './context.ts';
import { block } from './cores.ts';
import { createDevice } from './device.ts';
import { HEALTHY } from './faults/deviation.ts';
import { armNextFault } from './faults/arm.ts';
import { compute } from './group.ts';
import type { App, Core, Machine, Replica, Thread } from './machine.ts';
import type { AppPlan, MachinePlan } from './plan.ts';
import type { TraceSink } from './trace-sink.ts';

function createThread(home: number): Thread {
  return {
    core: home,
    activity: ACTIVITY_INDEX.halted,
    cycles: 0,
    kind: 'trap',
    arg: -1,
    subject: -1,
    used: 0,
    offSince: 0,
  };
}

function createCore(): Core {
  return {
    thread: -1,
    activity: ACTIVITY_INDEX.halted,
    subject: -1,
    since: 0,
    doneAt: -1,
    kind: 'trap',
    arg: -1,
    token: 0,
    handler: -1,
    pausedCycles: -1,
    pausedActivity: 0,
    pausedSubject: -1,
    interrupts: [],
    ready: [],
    lastThread: -1,
    pollSince: -1,
    turn: -1,
    turnSince: 0,
    sliceEnd: -1,
    rotating: false,
    idleActivity: ACTIVITY_INDEX.halted,
    modeSince: 0,
    modeCycles: CORE_MODES.map(() => 0),
    stopped: false,
    stuck: null,
  };
}

function createReplica(): Replica {
  return {
    segment: 0,
    part: PARTS.indexOf('compute'),
    since: 0,
    held: false,
    queueing: false,
    queueMark: 0,
    parts: PARTS.map(() => 0),
    deviations: HEALTHY,
    computing: false,
    startedAt: 0,
    raised: 0,
    crashed: false,
    garbled: false,
    deaf: false,
    arrivedAt: -1,
    released: false,
    cleared: false,
    postedAt: -1,
  };
}

function createApp(plan: AppPlan): App {
  return {
    event: 0,
    completed: 0,
    stage: 'compute',
    order: [],
    serve: [],
    leader: -1,
    cursor: 0,
    resumed: 0,
    finished: 0,
    manager: plan.managerThread === -1 ? 'none' : 'waiting',
    senders: [],
    sleepers: [],
    queued: 0,
    queuedSince: -1,
    endedAt: -1,
    ipis: 0,
    messages: 0,
    polls: 0,
    bytesCopied: 0,
    outvoted: [],
    donor: -1,
    stop: 0,
    injected: 0,
    injectedAt: -1,
    injectedEvent: -1,
    detectedAt: -1,
    detectedEvent: -1,
    externalizedAt: -1,
    externalizedEvent: -1,
    recoveries: 0,
    device: createDevice(plan.device),
  };
}

/**
 * The machine at time 0, before the first kernel step: every replica has begun its first segment,
 * and the Res cores wait as their apps' methods say. `sink` hears of the first spans.
 */
export function createMachine(plan: MachinePlan, sink: TraceSink | null = null): Machine {
  const m: Machine = {
    now: 0,
    steps: 0,
    seq: 0,
    rng: createRng(plan.seed),
    queue: [],
    threads: plan.threads.map((thread) => createThread(thread.home)),
    cores: plan.resilient.map(createCore),
    apps: plan.apps.map(createApp),
    replicas: plan.apps.map((app) => app.cores.map(createReplica)),
    nextFault: 0,
    armed: [],
    lostMessages: 0,
  };
  const k: Kernel = { plan, m, sink };
  armNextFault(k);
  m.cores.forEach((_, core) => beginIdle(k, core));
  for (const app of plan.apps) app.cores.forEach((_, replica) => compute(k, app.id, replica));
  return m;
}

function beginIdle(k: Kernel, core: number): void {
  const caller = k.plan.appsOnCore[core].find(
    (id) => k.plan.apps[id].signalling === 'ipc' && k.m.apps[id].manager === 'waiting',
  );
  if (caller === undefined) return block(k, core, ACTIVITY_INDEX.halted);
  k.m.cores[core].lastThread = k.plan.apps[caller].managerThread;
  return block(k, core, ACTIVITY_INDEX.openWait);
}
