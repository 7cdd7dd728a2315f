import type { Cycles } from '../base/units.ts';
import type { SignallingMethod } from '../base/vocabulary.ts';
import { ACTIVITY_INDEX } from './activities.ts';
import { enterPart, PART_INDEX } from './accounting.ts';
import type { Kernel } from './context.ts';
import { copyMachine } from './copy.ts';
import { endInterrupt, interrupt } from './cores.ts';
import { takeInterrupt, writeRegisters } from './device-io.ts';
import type { KernelEvent } from './events.ts';
import { arriveWithDeviations } from './faults/divergence.ts';
import { injectFault } from './faults/inject.ts';
import { backInUserCode } from './group.ts';
import type { Machine } from './machine.ts';
import { IPC } from './methods/ipc.ts';
import { LOCAL } from './methods/local.ts';
import type { Method } from './methods/method.ts';
import { MIGRATION } from './methods/migration.ts';
import { resumeNative, serveNatively } from './methods/native.ts';
import { POLLING } from './methods/polling.ts';
import { SINGLE } from './methods/single.ts';
import { allOver } from './over.ts';
import { nextPhase, planAt } from './phases.ts';
import type { MachinePlan } from './plan.ts';
import { popEvent } from './queue.ts';
import { clearAtHome, endSlice, yieldCore } from './time-sharing.ts';
import type { TraceSink } from './trace-sink.ts';
import { TRAPPED } from './trace-sink.ts';
import { beginTurn } from './turns.ts';
import { run } from './work.ts';

const METHODS: Readonly<Record<SignallingMethod, Method>> = {
  local: LOCAL,
  migration: MIGRATION,
  ipc: IPC,
  polling: POLLING,
};

function methodOf(k: Kernel, app: number): Method {
  const plan = k.plan.apps[app];
  return plan.cores.length === 1 ? SINGLE : METHODS[plan.signalling];
}

/** The one recipe: changes the private draft `k.m` by one event. */
function apply(k: Kernel, event: KernelEvent): void {
  const { app, replica } = k.plan.threads[event.thread];
  switch (event.kind) {
    case 'fault-injected':
      return injectFault(k, event);
    case 'trap':
      return trap(k, event);
    case 'trap-entered':
      enterPart(k, app, replica, PART_INDEX.signalIn);
      return methodOf(k, app).signal(k, event);
    case 'ipi-arrived':
      return interrupt(k, event);
    case 'ipi-handled':
      if (k.m.apps[app].endedAt === -1) methodOf(k, app).deliver(k, event);
      return endInterrupt(k, event.core);
    case 'resumed':
      return backInUserCode(k, app, replica);
    case 'switched-to':
      return beginTurn(k, event.core);
    case 'slice-ended':
      return endSlice(k, event);
    case 'yielded':
      return yieldCore(k, event);
    case 'release-visible':
      if (k.m.apps[app].endedAt === -1) clearAtHome(k, event);
      return undefined;
    case 'device-interrupt':
      if (k.m.apps[app].endedAt === -1) takeInterrupt(k, event);
      return undefined;
    case 'native-served':
      return resumeNative(k, event);
    default:
      // What a fault left in flight comes too late for an app that was stopped.
      if (k.m.apps[app].endedAt !== -1) return undefined;
      return methodOf(k, app).advance(k, event);
  }
}

/** P1-P3: the replica traps. */
function trap(k: Kernel, event: KernelEvent): void {
  const { app, replica } = k.plan.threads[event.thread];
  const plan = k.plan.apps[app];
  const a = k.m.apps[app];
  const r = k.m.replicas[app][replica];
  if (a.stage === 'compute') a.stage = 'arriving';
  r.raised = event.arg;
  r.computing = false;
  if (r.deviations.length > 0) arriveWithDeviations(k, app, replica);
  if (plan.device !== null) writeRegisters(k, app, replica, plan.device);
  k.sink?.milestone(k.m, app, r.segment, TRAPPED);
  if (plan.redundancy === 'native') return serveNatively(k, event);
  enterPart(k, app, replica, PART_INDEX.trap);
  return run(k, event.core, event.thread, {
    activity: ACTIVITY_INDEX.trap,
    cycles: k.plan.costs.trap_entry,
    kind: 'trap-entered',
    arg: event.arg,
  });
}

/** Drops completions of work that was interrupted or ended, and whatever reaches a core that stopped for good. */
function dropVoid(m: Machine): void {
  while (m.queue.length > 0) {
    const event = m.queue[0];
    const core = m.cores[event.core];
    const { token } = event;
    const valid = token === -1 || core.token === token || core.turn === token;
    if (valid && (!core.stopped || event.kind === 'fault-injected')) return;
    popEvent(m.queue);
  }
}

/** Up to where to go; both bounds are inclusive, and the first one reached ends it. */
export interface Until {
  /** Apply events with time <= this. */
  readonly time?: Cycles;
  /** Stop once this many kernel steps have been applied since the start of the run. */
  readonly steps?: number;
}

/** Is there nothing left to happen? Then every app is over, or waits for ever. */
export function isEnded(machine: Machine): boolean {
  return machine.queue.length === 0 || allOver(machine);
}

/**
 * The machine after all events up to `until`; `machine` itself is not changed. `sink` hears of
 * every step and changes nothing.
 */
export function advance(
  plan: MachinePlan,
  machine: Machine,
  until: Until,
  sink: TraceSink | null = null,
): Machine {
  const m = copyMachine(machine);
  let k: Kernel = { plan: planAt(plan, m.now), m, sink };
  let change = nextPhase(plan, m.now);
  const lastStep = until.steps ?? Infinity;
  const lastTime = until.time ?? Infinity;
  while (m.steps < lastStep) {
    dropVoid(m);
    if (m.queue.length === 0 || m.queue[0].time > lastTime) break;
    const event = popEvent(m.queue);
    m.now = event.time;
    if (event.time >= change) {
      k = { plan: planAt(plan, event.time), m, sink };
      change = nextPhase(plan, event.time);
    }
    if (sink !== null) sink.step(m, event);
    m.steps++;
    apply(k, event);
  }
  return m;
}

/** The machine after the next event; the machine itself when nothing is left to happen. */
export function step(plan: MachinePlan, machine: Machine): Machine {
  return advance(plan, machine, { steps: machine.steps + 1 });
}
