import type { Cycles } from '../../base/units.ts';
import type { TrapKind } from '../../base/vocabulary.ts';
import { ACTIVITY } from '../../kernel/activities.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { AppView, CoreView, MachineView, ReplicaView } from '../../run/machine-view.ts';
import { groupDigits } from '../../draw/format.ts';
import { cyclesText,  ordinal } from './numbers.ts';
import { hasResumed, predicate } from './words.ts';

/** What a home tile says of its replica. */
export interface TileWords {
  /** Corner word: the core's mode, or that it signals. */
  readonly mode: string;
  readonly signalling: boolean;
  readonly title: string;
  readonly detail: string;
  /** Is the replica's thread not on this core? */
  readonly away: boolean;
}

/** The words of the home tile of `replica` at `time`. */
export function tileWords(core: CoreView, replica: ReplicaView, plan: MachinePlan, time: Cycles): TileWords {
  const away = replica.at !== replica.home;
  const { style } = ACTIVITY[core.activity];
  const signalling = style === 'signalIn' || style === 'signalOut';
  const owner = plan.apps.find((app) => app.cores.includes(core.id));
  const name = owner?.redundancy === 'native' ? owner.name : `R${replica.id}`;
  const lasts = `for ${cyclesText(time - core.since)}`;
  const mode = signalling ? 'signalling' : core.mode;
  if (replica.at < 0) return { mode, signalling, title: `${name} migrates`, detail: lasts, away };
  if (away) return { mode, signalling, title: `${name} is away on C${replica.at}`, detail: lasts, away };
  return { mode, signalling, title: `${name} ${predicate(core.activity)}`, detail: lasts, away };
}

/** What Romain's header says: the state of the core that serves `app`. */
export function romainWords(core: CoreView, app: AppView, plan: MachinePlan): string {
  const count = app.replicas.length;
  const several = plan.apps.length > 1;
  if (several && core.app >= 0 && core.app !== app.id) return `serves ${plan.apps[core.app]?.name ?? 'another app'}`;
  if (core.activity === 'openWait') return `open wait · ${app.arrived} of ${count}`;
  if (core.activity === 'poll') return app.polledSlot < 0 ? 'polls' : `polls slot ${app.polledSlot}`;
  const { style, label } = ACTIVITY[core.activity];
  if (style === 'handle' && core.replica >= 0) return `${label} for R${core.replica}`;
  return label;
}

/** State of a trap slot. */
export type SlotState = 'idle' | 'due' | 'full' | 'done';

export interface SlotWords {
  readonly state: SlotState;
  readonly title: string;
  readonly detail: string;
}

/** What the trap slot of `replica` says: order of arrival and how long ago, or what is still missing. */
export function slotWords(view: MachineView, app: AppView, replica: ReplicaView): SlotWords {
  if (app.stage === 'resuming')
    return { state: 'done', title: 'handled', detail: hasResumed(app, replica) ? 'back' : 'not back yet' };
  if (replica.arrival >= 0) {
    const ago = `${groupDigits(view.time - replica.arrivedAt)} cyc ago`;
    return { state: 'full', title: ordinal(replica.arrival), detail: ago };
  }
  if (app.stage !== 'arriving') return { state: 'idle', title: 'empty', detail: '' };
  const flight = view.messages.find((message) => message.app === app.id && message.replica === replica.id);
  if (flight !== undefined)
    return { state: 'due', title: 'empty', detail: `${groupDigits(flight.arrival - view.time)} cyc to go` };
  return { state: 'due', title: 'empty', detail: DUE[replica.part] ?? 'on its way' };
}

const DUE: Partial<Record<ReplicaView['part'], string>> = {
  compute: 'still computes',
  trap: 'traps',
  signalIn: 'signals',
  queue: 'queues for C0',
  resume: 'still resumes',
  signalOut: 'not back yet',
};

/** Both handlers and what they do with the trap of this event. */
export function handlerWords(trap: TrapKind, era: MachinePlan['era']): { memory: string; proxy: string } {
  const memory = era === 2012 ? 'maps 4 KiB once per replica' : "copies the leader's mapping to all";
  const proxy: Partial<Record<TrapKind, string>> = {
    exception: 'exception: runs the observers',
    irq: 'interrupt: acknowledged once',
    exit: 'exit: ends the program',
    ipc: 'IPC: runs once, result copied',
  };
  return { memory: `page fault: ${memory}`, proxy: proxy[trap] ?? 'system call: runs once, result copied' };
}
