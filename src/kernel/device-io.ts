import { upperBound } from '../base/binary-search.ts';
import { hash32 } from '../base/hash.ts';
import { FATES, REGISTERS } from '../base/vocabulary.ts';
import { enterPartTogether, PART_INDEX } from './accounting.ts';
import { ACTIVITY_INDEX } from './activities.ts';
import type { Kernel } from './context.ts';
import { schedule } from './context.ts';
import { block, makeReady } from './cores.ts';
import type { DeviceOp, DeviceRead, DeviceState, DeviceWrite } from './device.ts';
import { DEVICE_OPS, wordOf } from './device.ts';
import type { KernelEvent } from './events.ts';
import type { Deviation } from './faults/deviation.ts';
import { withDeviation } from './faults/deviation.ts';
import { placeOf, setDeviations } from './faults/divergence.ts';
import { tell } from './faults/tell.ts';
import { handlingOf } from './handling.ts';
import type { Handling } from './handling.ts';
import type { Replica } from './machine.ts';
import type { DevicePlan } from './plan.ts';

/** What the event that is handled for `app` is to its device; a leader that a fault led to another trap does nothing to it. */
function opOf(k: Kernel, app: number): DeviceOp {
  const { device, program } = k.plan.apps[app];
  const { event, leader } = k.m.apps[app];
  if (device === null) return 'none';
  const { raised } = k.m.replicas[app][Math.max(0, leader)];
  return raised === program.trap[event] ? DEVICE_OPS[device.op[event]] : 'none';
}

/** Is the event of `app` an access to a register, which is made once and its result copied? */
export function isAccess(k: Kernel, app: number): boolean {
  const op = opOf(k, app);
  return op === 'read' || op === 'write';
}

/** What handling the event of `app` costs where it is an access to a register, else `null`. */
export function accessHandling(k: Kernel, app: number): Handling | null {
  if (!isAccess(k, app)) return null;
  const { observer_dispatch, mmio_emulate, mmio } = k.plan.costs;
  const cycles = observer_dispatch + mmio_emulate + mmio;
  return { activity: ACTIVITY_INDEX.accessDevice, cycles, bytesCopied: 0 };
}

/** `thread` on `core` is to handle the wait for an interrupt that has not come: it blocks until then, and the result is true. */
export function awaitInterrupt(
  k: Kernel,
  at: { readonly core: number; readonly thread: number },
  replica: number,
): boolean {
  const { app } = k.plan.threads[at.thread];
  const { device } = k.plan.apps[app];
  const { event } = k.m.apps[app];
  if (device === null || opOf(k, app) !== 'wait') return false;
  const time = device.arrivals[device.waitsFor[event]];
  if (time <= k.m.now) return false;
  schedule(k, { ...at, time, kind: 'device-interrupt', token: -1, arg: replica });
  enterPartTogether(k, app, PART_INDEX.device);
  block(k, at.core, ACTIVITY_INDEX.awaitInterrupt);
  return true;
}

/** Applies `device-interrupt`: whoever waits for it takes it as soon as the core is free. */
export function takeInterrupt(k: Kernel, event: KernelEvent): void {
  const { app } = k.plan.threads[event.thread];
  const { costs } = k.plan;
  const core = k.m.cores[event.core];
  enterPartTogether(k, app, PART_INDEX.handle);
  if (k.plan.apps[app].redundancy === 'native') {
    return makeReady(k, event.core, event.thread, {
      activity: ACTIVITY_INDEX.nativeTrap,
      cycles: costs.native_sys,
      kind: 'native-served',
      arg: event.arg,
    });
  }
  const halted = core.thread === -1 && core.handler === -1 && core.pollSince === -1;
  return makeReady(k, event.core, event.thread, {
    activity: ACTIVITY_INDEX.takeInterrupt,
    cycles: costs.ipi_handler + handlingOf(costs, 'irq').cycles + (halted ? costs.idle_wake : 0),
    kind: 'handled',
    arg: event.arg,
  });
}

/** The event of `app` is handled for the whole group: the interrupt is taken, or the access made, once. */
export function finishDeviceEvent(k: Kernel, app: number, device: DevicePlan): void {
  const a = k.m.apps[app];
  const state = a.device as DeviceState;
  const due = DEVICE_OPS[device.op[a.event]];
  if (due === 'read') state.readsDue++;
  if (due === 'write') state.writesDue++;
  const op = opOf(k, app);
  if (op === 'wait') noteLatency(state, k.m.now - device.arrivals[device.waitsFor[a.event]]);
  const at = { interrupt: state.interrupts - 1, replica: -1 };
  if (op === 'read') noteRead(state, { ...at, got: [takeItem(k, app, device)] });
  if (op !== 'write') return;
  const leader = Math.max(0, a.leader);
  const wrong = holdsWrongData(k.m.replicas[app][leader]);
  state.writes++;
  noteWrite(state, { ...at, count: 1, repeated: false, wrong });
  if (!wrong) return;
  state.wrongWrites++;
  noteWrongOutput(k, app, leader);
}

function noteLatency(state: DeviceState, latency: number): void {
  state.interrupts++;
  state.latency += latency;
  state.longestLatency = Math.max(state.longestLatency, latency);
}

/** Notes a read among the newest; Romain's of one interrupt are one entry. */
function noteRead(state: DeviceState, read: DeviceRead): void {
  const kept = state.newestReads.filter((one) => one.interrupt === read.interrupt);
  const before = kept.find((one) => one.replica === read.replica);
  const got = [...(before?.got ?? []), ...read.got];
  state.newestReads = [...kept.filter((one) => one !== before), { ...read, got }];
}

/** Notes a write among the newest; Romain's of one interrupt are one entry. */
function noteWrite(state: DeviceState, write: DeviceWrite): void {
  const kept = state.newestWrites.filter((one) => one.interrupt === write.interrupt);
  const before = kept.find((one) => one.replica === write.replica);
  const count = (before?.count ?? 0) + write.count;
  const wrong = write.wrong || (before?.wrong ?? false);
  state.newestWrites = [...kept.filter((one) => one !== before), { ...write, count, wrong }];
}

/** The device sees one read; gives the item, or -1 where the FIFO is empty. */
function takeItem(k: Kernel, app: number, device: DevicePlan): number {
  const state = k.m.apps[app].device as DeviceState;
  state.reads++;
  const filled = upperBound(device.arrivals, k.m.now) * device.reads;
  if (device.input === 'fifo' && state.taken >= filled) {
    state.emptyReads++;
    return -1;
  }
  return state.taken++;
}

const STAYS = FATES.indexOf('stays');
/** Read values go to these registers in turn, all of which are compared. */
const DATA_PLACES = (['ax', 'bx', 'cx', 'dx'] as const).map((name) => REGISTERS.indexOf(name));

/** At the start of a stretch of user code: `replica` reads its device itself, if it has to. */
export function readRegisters(k: Kernel, app: number, replica: number, device: DevicePlan): void {
  const r = k.m.replicas[app][replica];
  const interrupt = device.begins[r.segment];
  if (interrupt === -1 || device.reads === 0) return;
  const state = k.m.apps[app].device as DeviceState;
  if (r.segment > state.lastRead) {
    state.lastRead = r.segment;
    state.readsDue += device.reads;
  }
  const got: number[] = [];
  for (let i = 0; i < device.reads; i++) {
    const item = interrupt * device.reads + i;
    const taken = takeItem(k, app, device);
    got.push(taken);
    putInput(k, { app, replica, item, taken }, differenceOf(device, item, taken));
  }
  noteRead(state, { interrupt, replica, got });
}

/** The value read takes the place of whatever was in its register. */
function putInput(
  k: Kernel,
  { app, replica, item, taken }: { app: number; replica: number; item: number; taken: number },
  wrong: Deviation | null,
): void {
  const { reads } = k.plan.apps[app].device as DevicePlan;
  const before = k.m.replicas[app][replica].deviations;
  const gone = before.filter(({ place }) => place === placeOfItem(item, reads));
  if (gone.length === 0 && wrong === null) return;
  for (const d of gone) {
    tell(k, { kind: 'died', app, replica, fault: d.fault, ...placeOf(d) });
  }
  const kept = before.filter((d) => !gone.includes(d));
  setDeviations(k, app, replica, wrong === null ? kept : withDeviation(kept, wrong));
  if (wrong === null) return;
  (k.m.apps[app].device as DeviceState).wrongInputs++;
  tell(k, { kind: 'input-differs', app, replica, ...placeOf(wrong), other: taken });
}

function placeOfItem(item: number, reads: number): number {
  return DATA_PLACES[(item % reads) % DATA_PLACES.length];
}

/** The wrong value in a register where `taken` is not `item`, which an unreplicated driver reads. */
function differenceOf(device: DevicePlan, item: number, taken: number): Deviation | null {
  const value = wordOf(device, taken);
  const mask = (value ^ wordOf(device, item)) >>> 0;
  if (mask === 0) return null;
  // Equal values must go equal ways, so the value alone decides.
  const salt = hash32(value, item);
  return { place: placeOfItem(item, device.reads), at: 0, mask, salt, fate: STAYS, fault: -1 };
}

/** At the trap that ends a stretch of user code: `replica` writes its device itself, if it has to. */
export function writeRegisters(k: Kernel, app: number, replica: number, device: DevicePlan): void {
  const r = k.m.replicas[app][replica];
  const due = k.plan.apps[app].program.trap[r.segment];
  if (device.ends[r.segment] === -1 || device.writes === 0) return;
  const state = k.m.apps[app].device as DeviceState;
  if (r.segment > state.lastWriteDue) {
    state.lastWriteDue = r.segment;
    state.writesDue += device.writes;
  }
  if (r.raised !== due) return;
  const repeated = r.segment <= state.lastWritten;
  state.lastWritten = Math.max(state.lastWritten, r.segment);
  state.writes += device.writes;
  const wrong = holdsWrongData(r);
  if (wrong) state.wrongWrites += device.writes;
  const interrupt = device.ends[r.segment];
  noteWrite(state, { interrupt, replica, count: device.writes, repeated, wrong });
  if (repeated) tell(k, { kind: 'write-repeated', app, replica, at: device.writes });
  if (repeated || wrong) noteWrongOutput(k, app, replica);
}

function holdsWrongData({ deviations }: Replica): boolean {
  return deviations.some(({ place }) => DATA_PLACES.includes(place));
}

/** What left the application is not what it would be without replication or faults. */
function noteWrongOutput(k: Kernel, app: number, replica: number): void {
  const a = k.m.apps[app];
  const wrong = k.m.replicas[app][replica].deviations.find(({ place }) =>
    DATA_PLACES.includes(place),
  );
  if (wrong !== undefined) tell(k, { kind: 'externalized', app, replica, fault: wrong.fault });
  if (a.externalizedAt !== -1) return;
  a.externalizedAt = k.m.now;
  a.externalizedEvent = a.event;
}
