import { CORE_MODES, PARTS, TRAP_KINDS } from '../base/vocabulary.ts';
import { ACTIVITY_IDS, ACTIVITY_INDEX } from '../kernel/activities.ts';
import { recoveryCost } from '../kernel/faults/react.ts';
import { STOP_REASONS } from '../kernel/faults/incidents.ts';
import { MODE_OF_ACTIVITY } from '../kernel/context.ts';
import type { Machine } from '../kernel/machine.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import { viewDevice } from './device-view.ts';
import type { AppView, CoreView, MachineView, ReplicaView } from './machine-view.ts';
import { messagesInFlight } from './messages.ts';
import type { Recording } from './recording.ts';

/** What a person should see of `machine` at `time` (>= `machine.now`, before the next event). */
export function viewMachine(
  plan: MachinePlan,
  recording: Recording,
  machine: Machine,
  time: number,
): MachineView {
  return {
    time,
    step: machine.steps,
    cores: machine.cores.map((_, core) => viewCore(plan, machine, core)),
    apps: plan.apps.map((app) => viewApp(plan, machine, app.id, time)),
    messages: messagesInFlight(recording.messages, time),
  };
}

function viewCore(plan: MachinePlan, machine: Machine, core: number): CoreView {
  const c = machine.cores[core];
  return {
    id: core,
    resilient: plan.resilient[core],
    mode: CORE_MODES[MODE_OF_ACTIVITY[c.activity]],
    activity: ACTIVITY_IDS[c.activity],
    app: c.thread === -1 ? -1 : plan.threads[c.thread].app,
    replica: c.subject,
    since: c.since,
    until: c.thread === -1 || c.doneAt === -1 || c.handler !== -1 ? null : c.doneAt,
    broken: c.stopped ? 'stopped' : c.stuck === null ? null : 'stuck',
    queued: c.ready.map((thread) => plan.threads[thread]),
  };
}

function viewApp(plan: MachinePlan, machine: Machine, id: number, time: number): AppView {
  const app = machine.apps[id];
  const { program, signalling, device } = plan.apps[id];
  const event = app.completed < app.event ? app.event - 1 : app.event;
  const shown = Math.min(event, program.length - 1);
  return {
    id,
    event: shown,
    completed: app.completed,
    trap: TRAP_KINDS[program.trap[shown]],
    trapName: program.names[program.name[shown]],
    stage: app.stage,
    arrived: app.order.length,
    leader: app.stage === 'compute' || app.stage === 'arriving' ? -1 : app.leader,
    polledSlot: signalling === 'polling' && app.manager === 'waiting' ? app.cursor : -1,
    serve: app.serve,
    outvoted: app.outvoted,
    donor: app.outvoted.length === 0 ? -1 : app.donor,
    stop: STOP_REASONS[app.stop],
    ...copyProgress(plan, machine, id, time),
    replicas: plan.apps[id].cores.map((_, replica) => viewReplica(plan, machine, { id, replica })),
    device: device === null || app.device === null ? null : viewDevice(device, app.device, time),
  };
}

/** How far the running copy of a recovery is, and how many bytes it moves. */
function copyProgress(
  plan: MachinePlan,
  machine: Machine,
  id: number,
  time: number,
): Pick<AppView, 'copied' | 'copyBytes'> {
  if (machine.apps[id].stage !== 'recovering') return { copied: 0, copyBytes: 0 };
  const { cycles, bytes } = recoveryCost({ plan }, id);
  const core = machine.cores.find(
    (c) => c.activity === ACTIVITY_INDEX.recover && plan.threads[c.thread]?.app === id,
  );
  const left = core === undefined ? cycles : core.doneAt - time;
  return { copied: Math.min(1, Math.max(0, 1 - left / cycles)), copyBytes: bytes };
}

function viewReplica(
  plan: MachinePlan,
  machine: Machine,
  { id, replica }: { id: number; replica: number },
): ReplicaView {
  const r = machine.replicas[id][replica];
  const thread = machine.threads[plan.apps[id].replicaThreads[replica]];
  return {
    id: replica,
    home: plan.apps[id].cores[replica],
    at: thread.core,
    part: PARTS[r.part],
    since: r.since,
    segment: r.segment,
    arrival: machine.apps[id].order.indexOf(replica),
    arrivedAt: r.arrivedAt,
    released: r.released,
    deviations: r.deviations,
    raised: TRAP_KINDS[r.raised],
    crashed: r.crashed,
    hung: isHung(plan, machine, { id, replica }),
    garbled: r.garbled,
  };
}

/** Does the replica loop in user code for ever, on its core or, where that is shared, until its next turn? */
function isHung(
  plan: MachinePlan,
  machine: Machine,
  { id, replica }: { id: number; replica: number },
): boolean {
  const { cores, replicaThreads } = plan.apps[id];
  const core = machine.cores[cores[replica]];
  const thread = replicaThreads[replica];
  if (!plan.shared[cores[replica]] || core.thread === thread)
    return core.activity === ACTIVITY_INDEX.loop;
  return machine.threads[thread].activity === ACTIVITY_INDEX.loop;
}
