import type { AppId, CoreId, Cycles, ReplicaId } from '../base/units.ts';
import type { CoreMode, Part, TrapKind } from '../base/vocabulary.ts';
import type { ActivityId } from '../kernel/activities.ts';
import type { MessageKind } from '../kernel/events.ts';
import type { Deviation } from '../kernel/faults/deviation.ts';
import type { StopReason } from '../kernel/faults/incidents.ts';
import type { Stage } from '../kernel/machine.ts';
import type { DeviceView } from './device-view.ts';

/** One core at an instant, as a person should see it. */
export interface CoreView {
  readonly id: CoreId;
  readonly resilient: boolean;
  readonly mode: CoreMode;
  readonly activity: ActivityId;
  /** Who runs: app and replica; `app` -1 = nobody, `replica` -1 = Romain's handler thread. */
  readonly app: AppId;
  readonly replica: ReplicaId;
  /** Since when this activity lasts. */
  readonly since: Cycles;
  /** When it ends by itself; `null` when that depends on others. */
  readonly until: Cycles | null;
  /** A permanent fault of the core. */
  readonly broken: 'stopped' | 'stuck' | null;
  /** Threads that are ready and queue for this core. */
  readonly queued: readonly { readonly app: AppId; readonly replica: ReplicaId }[];
}

/** One replica at an instant. */
export interface ReplicaView {
  readonly id: ReplicaId;
  readonly home: CoreId;
  /** Where its thread is: `home`, the Res core, or -1 while it migrates. */
  readonly at: CoreId;
  readonly part: Part;
  /** When `part` began. */
  readonly since: Cycles;
  /** Segments completed. */
  readonly segment: number;
  /** Order of arrival in the current event from 0, or -1 when it has not arrived. */
  readonly arrival: number;
  readonly arrivedAt: Cycles;
  /** Released in the current event? */
  readonly released: boolean;
  /** What differs from a fault-free run; empty = healthy. */
  readonly deviations: readonly Deviation[];
  /** Trap that it raised last, and whether that was a crash. */
  readonly raised: TrapKind;
  readonly crashed: boolean;
  /** Its core spins in user code and will never trap. */
  readonly hung: boolean;
  /** Romain's pointer to its state is wrong: what is compared is not its state. */
  readonly garbled: boolean;
}

/** One application at an instant. */
export interface AppView {
  readonly id: AppId;
  /** Index of the current (or, between events, next) externalization event, from 0. */
  readonly event: number;
  /** Completed events. */
  readonly completed: number;
  /** Trap kind and name of that event. */
  readonly trap: TrapKind;
  readonly trapName: string;
  /** Where the group stands in it. */
  readonly stage: Stage;
  /** Replicas outvoted in the current event and not recovered yet. */
  readonly outvoted: readonly ReplicaId[];
  /** Replica they are overwritten with; -1 = none. */
  readonly donor: ReplicaId;
  /** Why it ended before its program did. */
  readonly stop: StopReason;
  /** 0..1 while `recovering`: how much of the running copy is done at `MachineView.time`, and its bytes. */
  readonly copied: number;
  readonly copyBytes: number;
  readonly arrived: number;
  /** -1 while unknown. */
  readonly leader: ReplicaId;
  /** Polling: slot that Romain looks at; -1 otherwise. */
  readonly polledSlot: number;
  /** Order in which the replicas of the event being compared, handled or resumed are served, leader first. */
  readonly serve: readonly ReplicaId[];
  readonly replicas: readonly ReplicaView[];
  /** The device of a driver; `null` without one. */
  readonly device: DeviceView | null;
}

/** A message in flight. */
export interface MessageView {
  /** Row in `MessageColumns`. */
  readonly row: number;
  readonly kind: MessageKind;
  readonly from: CoreId;
  readonly to: CoreId;
  readonly app: AppId;
  readonly replica: ReplicaId;
  readonly sent: Cycles;
  readonly arrival: Cycles;
  /** What a fault does to it. */
  readonly fault: 'drop' | 'delay' | 'corrupt' | null;
}

/** The whole machine at an instant. */
export interface MachineView {
  readonly time: Cycles;
  /** Kernel steps applied. */
  readonly step: number;
  readonly cores: readonly CoreView[];
  readonly apps: readonly AppView[];
  readonly messages: readonly MessageView[];
}
