import type { Cycles } from '../../base/units.ts';
import type { TrapKind } from '../../base/vocabulary.ts';
import { ACTIVITY } from '../../kernel/activities.ts';
import type { ActivityId } from '../../kernel/activities.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { AppView, CoreView, MachineView, ReplicaView } from '../../run/machine-view.ts';
import { groupDigits } from '../../draw/format.ts';
import { cyclesText, ordinal } from './numbers.ts';
import type { Standing } from './agreement.ts';
import { stopWords } from './stop-words.ts';
import { hasResumed, predicate } from './words.ts';
import { isCorrupt, wrongWords } from './wrong-words.ts';
import type { WrongWords } from './wrong-words.ts';

/** What a home tile says of its replica. */
export interface TileWords {
  /** Corner word: the core's mode, or that it signals. */
  readonly mode: string;
  readonly signalling: boolean;
  readonly title: string;
  /** Since how long, and the same for small tiles. */
  readonly detail: string;
  readonly short: string;
  /** Is the replica's thread not on this core? */
  readonly away: boolean;
  /** Does the replica hold a wrong value? */
  readonly corrupt: boolean;
  /** What is wrong with it or its core, instead of `detail`; `null` = nothing. */
  readonly wrong: WrongWords | null;
}

/** Shorter than the activity's own label where a tile has no room for it. */
const SHORT: Partial<Record<ActivityId, string>> = {
  calling: 'waits in its CALL',
  blocked: 'blocked, no answer yet',
};

/** The words of the home tile of `replica` at `time`; `stuck` = which bit of the core sticks. */
export function tileWords(
  core: CoreView,
  replica: ReplicaView,
  plan: MachinePlan,
  time: Cycles,
  stuck: string | null = null,
): TileWords {
  const away = replica.at !== replica.home;
  const { style } = ACTIVITY[core.activity];
  const signalling = style === 'signalIn' || style === 'signalOut';
  const lives = (app: AppPlan): boolean => app.cores.includes(core.id);
  const owner = plan.apps.find((app) => app.id === core.app && lives(app)) ?? plan.apps.find(lives);
  const name = owner?.redundancy === 'native' ? owner.name : `R${replica.id}`;
  const lasts = {
    detail: `for ${cyclesText(time - core.since)}`,
    short: `${groupDigits(time - core.since)} cyc`,
  };
  const common = {
    mode: signalling ? 'signalling' : core.mode,
    signalling,
    ...lasts,
    away,
    corrupt: isCorrupt(replica),
    wrong: wrongWords(core, replica, stuck),
  };
  if (replica.at < 0) return { ...common, title: `${name} migrates` };
  if (away) return { ...common, title: `${name} is away on C${replica.at}` };
  return { ...common, title: `${name} ${SHORT[core.activity] ?? predicate(core.activity)}` };
}

/** What Romain's header says of a mismatch, a stop or a stall; else `null`. */
export function alarmWords(app: AppView, stalled = false): string | null {
  if (stalled) return 'waits for ever';
  if (app.stage === 'recovering')
    return `mismatch, recovering ${app.outvoted.map((id) => `R${id}`).join(' ')}`;
  return stopWords(app)?.title ?? null;
}

/** What Romain's header says: the state of the core that serves `app`. */
export function romainWords(core: CoreView, app: AppView, plan: MachinePlan): string {
  const count = app.replicas.length;
  const several = plan.apps.length > 1;
  if (several && core.app >= 0 && core.app !== app.id)
    return `serves ${plan.apps[core.app]?.name ?? 'another app'}`;
  if (core.activity === 'openWait') return `open wait · ${app.arrived} of ${count}`;
  if (core.activity === 'poll')
    return app.polledSlot < 0 ? 'polls' : `polls slot ${app.polledSlot}`;
  const { style, label } = ACTIVITY[core.activity];
  if (style === 'handle' && core.replica >= 0) return `${label} for R${core.replica}`;
  return label;
}

/** State of a trap slot. */
export type SlotState = 'idle' | 'due' | 'full' | 'done' | 'wrong';

export interface SlotWords {
  readonly state: SlotState;
  readonly title: string;
  readonly detail: string;
  /** `detail` where room is scarce. */
  readonly short: string;
}

const words = (state: SlotState, title: string, detail: string, short = detail): SlotWords => ({
  state,
  title,
  detail,
  short,
});

/**
 * What the trap slot of `replica` says: order of arrival and how long ago, or what is still missing;
 * after a vote that differed, how the replica stands in it.
 */
export function slotWords(
  view: MachineView,
  app: AppView,
  replica: ReplicaView,
  standing: Standing | null = null,
): SlotWords {
  if (standing !== null) {
    const place = replica.arrival < 0 ? `R${replica.id}` : ordinal(replica.arrival);
    return words(standing === 'agrees' ? 'full' : 'wrong', place, standing);
  }
  if (app.stage === 'resuming')
    return hasResumed(app, replica)
      ? words('done', 'handled', 'back')
      : words('done', 'handled', 'not back yet', '');
  if (replica.arrival >= 0) {
    const cycles = `${groupDigits(view.time - replica.arrivedAt)} cyc`;
    return words('full', ordinal(replica.arrival), `${cycles} ago`, cycles);
  }
  if (app.stage !== 'arriving') return words('idle', 'empty', '');
  if (replica.hung || view.cores[replica.home]?.broken === 'stopped')
    return words('due', 'empty', 'never comes');
  const flight = view.messages.find(
    (message) =>
      message.app === app.id && message.replica === replica.id && message.from === replica.home,
  );
  if (flight?.fault === 'drop') return words('due', 'empty', `${flight.kind} is lost`, 'lost');
  if (flight !== undefined) return due(groupDigits(flight.arrival - view.time));
  return words('due', 'empty', DUE[replica.part] ?? 'on its way');
}

const due = (cycles: string): SlotWords =>
  words('due', 'empty', `${cycles} cyc to go`, `in ${cycles}`);

const DUE: Partial<Record<ReplicaView['part'], string>> = {
  compute: 'computes',
  trap: 'traps',
  signalIn: 'signals',
  queue: 'queues for C0',
  resume: 'resumes',
  signalOut: 'not back yet',
};

/** Both handlers and what they do with the trap of this event; `access` = how it reaches a device, if it does. */
export function handlerWords(
  trap: TrapKind,
  era: MachinePlan['era'],
  access: string | null = null,
): { memory: string; proxy: string } {
  if (access !== null && trap === 'pagefault') {
    return {
      memory:
        access === 'register write' ? `${access}: once for all` : `${access}: once, result copied`,
      proxy: 'system call: runs once, result copied',
    };
  }
  const memory =
    era === 2012 ? 'maps 4 KiB once per replica' : "copies the leader's mapping to all";
  const proxy: Partial<Record<TrapKind, string>> = {
    exception: 'exception: runs the observers',
    irq: 'interrupt: acknowledged once',
    exit: 'exit: ends the program',
    ipc: 'IPC: runs once, result copied',
  };
  return {
    memory: `page fault: ${memory}`,
    proxy: proxy[trap] ?? 'system call: runs once, result copied',
  };
}
