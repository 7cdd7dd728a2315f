import { TRAP_KINDS } from '../../base/vocabulary.ts';
import type { SignallingMethod, TrapKind } from '../../base/vocabulary.ts';
import { resolveCosts } from '../../kernel/costs.ts';
import type { Deviation } from '../../kernel/faults/deviation.ts';
import type { Protection } from '../../kernel/faults/fault-plan.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { AppView, CoreView, MachineView, ReplicaView } from '../../run/machine-view.ts';

interface PlanOptions {
  readonly redundancy: 'native' | number;
  readonly signalling: SignallingMethod;
  readonly sockets?: number;
  readonly cores?: readonly number[];
  /** Trap of every event; the program has 300 of them. */
  readonly trap?: TrapKind;
}

/** A hand-made plan of one app on two sockets of six cores, for tests of what the page says and draws. */
export function planOf({
  redundancy,
  signalling,
  sockets = 2,
  cores,
  trap = 'pagefault',
}: PlanOptions): MachinePlan {
  const count = redundancy === 'native' ? 1 : redundancy;
  const coreCount = sockets * 6;
  const homes = cores ?? Array.from({ length: count }, (_, i) => i + 1);
  const program = {
    length: 300,
    cycles: new Float64Array(300).fill(1000),
    trap: new Uint8Array(300).fill(TRAP_KINDS.indexOf(trap)),
    bytesIn: new Float64Array(300),
    bytesOut: new Float64Array(300),
    name: new Uint16Array(300),
    names: [trap],
  };
  return {
    seed: 1,
    clockGHz: 2.6,
    era: 2012,
    costs: resolveCosts('fast-ipi'),
    phases: [],
    sockets,
    coresPerSocket: 6,
    coreCount,
    resilient: Array.from({ length: coreCount }, (_, id) => id === 0),
    apps: [
      {
        id: 0,
        name: 'crc32',
        workload: 'crc32-large.l4re-4k',
        program,
        redundancy,
        signalling,
        resCore: 0,
        cores: homes,
        replicaThreads: homes.map((_, i) => i),
        managerThread: -1,
        writableBytes: 65_536,
        device: null,
        nativeAt: Float64Array.from({ length: 301 }, (_, i) => 1800 * i),
        nativeWaitAt: null,
      },
    ],
    threads: homes.map((home, replica) => ({ app: 0, replica, home })),
    appsOnCore: [[0]],
    shared: Array.from({ length: coreCount }, () => false),
    ipiFlight: [],
    lineFetch: [],
    slotStore: [],
    faults: {} as MachinePlan['faults'],
  };
}

/** A halted core without occupant, changed by `over`. */
export function coreView(id: number, over: Partial<CoreView> = {}): CoreView {
  return {
    id,
    resilient: id === 0,
    mode: 'halted',
    activity: 'halted',
    app: -1,
    replica: -1,
    since: 0,
    until: null,
    broken: null,
    queued: [],
    ...over,
  };
}

/** A replica that computes on core `id + 1`, changed by `over`. */
export function replicaView(id: number, over: Partial<ReplicaView> = {}): ReplicaView {
  return {
    id,
    home: id + 1,
    at: id + 1,
    part: 'compute',
    since: 0,
    segment: 0,
    arrival: -1,
    arrivedAt: 0,
    released: false,
    deviations: [],
    raised: 'syscall',
    crashed: false,
    hung: false,
    garbled: false,
    ...over,
  };
}

/** An app of `count` replicas between events, changed by `over`. */
export function appView(count: number, over: Partial<AppView> = {}): AppView {
  return {
    id: 0,
    event: 0,
    completed: 0,
    trap: 'syscall',
    trapName: '',
    stage: 'compute',
    arrived: 0,
    leader: -1,
    polledSlot: -1,
    serve: [],
    outvoted: [],
    donor: -1,
    stop: 'none',
    copied: 0,
    copyBytes: 0,
    replicas: Array.from({ length: count }, (_, id) => replicaView(id)),
    device: null,
    ...over,
  };
}

/** A machine at cycle 10 000, changed by `over`. */
export function machineView(over: Partial<MachineView> = {}): MachineView {
  return { time: 10_000, step: 1, cores: [], apps: [appView(3)], messages: [], ...over };
}

/** `plan` under the protection of the prototype, changed by `over`. */
export function protectedBy(plan: MachinePlan, over: Partial<Protection> = {}): MachinePlan {
  const protection: Protection = {
    comparison: 'prototype',
    strictMajority: false,
    splitRecovers: false,
    watchdogCycles: 0,
    memoryIsolation: false,
    ...over,
  };
  return { ...plan, faults: { ...plan.faults, protection } };
}

/** A wrong value of `mask` at `place` that nothing is decided of. */
export function wrongIn(place: number, mask: number): Deviation {
  return { place, at: 0, mask, salt: 1, fate: -1, fault: 0 };
}
