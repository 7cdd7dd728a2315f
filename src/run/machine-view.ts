import type { AppId, CoreId, Cycles, ReplicaId } from '../base/units.ts';
import type { CoreMode, Part, TrapKind } from '../base/vocabulary.ts';
import type { ActivityId } from '../kernel/activities.ts';
import type { MessageKind } from '../kernel/events.ts';

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
  readonly stage: 'compute' | 'arriving' | 'comparing' | 'handling' | 'resuming' | 'ended';
  readonly arrived: number;
  /** -1 while unknown. */
  readonly leader: ReplicaId;
  /** Polling: slot that Romain looks at; -1 otherwise. */
  readonly polledSlot: number;
  /** Order in which the replicas of the event being compared, handled or resumed are served, leader first. */
  readonly serve: readonly ReplicaId[];
  readonly replicas: readonly ReplicaView[];
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
