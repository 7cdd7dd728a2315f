import { msg, t } from '../../base/language.ts';
import type { Cycles } from '../../base/units.ts';
import type { TrapKind } from '../../base/vocabulary.ts';
import { ACTIVITY, activityWords } from '../../kernel/activities.ts';
import type { ActivityId } from '../../kernel/activities.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { AppView, CoreView, MachineView, ReplicaView } from '../../run/machine-view.ts';
import { groupDigits } from '../../draw/format.ts';
import { DRIVER_TRAPS } from '../../workload/driver.ts';
import { cyclesText, ordinal } from './numbers.ts';
import type { Standing } from './agreement.ts';
import { stopWords } from './stop-words.ts';
import { hasResumed, modeWord, predicate } from './words.ts';
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
  calling: msg('waits in its CALL'),
  blocked: msg('blocked, no answer yet'),
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
    detail: t('for {cycles}', { cycles: cyclesText(time - core.since) }),
    short: t('{cycles} cyc', { cycles: groupDigits(time - core.since) }),
  };
  const common = {
    mode: signalling ? t('signalling') : modeWord(core.mode),
    signalling,
    ...lasts,
    away,
    corrupt: isCorrupt(replica),
    wrong: wrongWords(core, replica, stuck),
  };
  if (replica.at < 0) return { ...common, title: t('{name} migrates', { name }) };
  if (away) return { ...common, title: t('{name} is away on C{core}', { name, core: replica.at }) };
  const short = SHORT[core.activity];
  const does = short === undefined ? predicate(core.activity) : t(short);
  return { ...common, title: `${name} ${does}` };
}

/** What Romain's header says of a mismatch, a stop or a stall, `briefly` where there is little room; else `null`. */
export function alarmWords(app: AppView, stalled = false, briefly = false): string | null {
  if (stalled) return t('waits for ever');
  if (app.stage === 'recovering') {
    const names = app.outvoted.map((id) => `R${id}`).join(' ');
    return briefly
      ? t('recovering {names}', { names })
      : t('mismatch, recovering {names}', { names });
  }
  return stopWords(app)?.title ?? null;
}

/** What Romain's header says: the state of the core that serves `app`. */
export function romainWords(core: CoreView, app: AppView, plan: MachinePlan): string {
  const count = app.replicas.length;
  const several = plan.apps.length > 1;
  if (several && core.app >= 0 && core.app !== app.id)
    return t('serves {name}', { name: plan.apps[core.app]?.name ?? t('another app') });
  if (core.activity === 'openWait')
    return t('open wait · {arrived} of {count}', { arrived: app.arrived, count });
  if (core.activity === 'poll')
    return app.polledSlot < 0
      ? activityWords(ACTIVITY.poll)
      : t('polls slot {slot}', { slot: app.polledSlot });
  const does = activityWords(ACTIVITY[core.activity]);
  return ACTIVITY[core.activity].style === 'handle' && core.replica >= 0
    ? t('{does} for R{replica}', { does, replica: core.replica })
    : does;
}

const STANDINGS: Readonly<Record<Standing, string>> = {
  agrees: msg('agrees'),
  differs: msg('differs'),
  overlooked: msg('overlooked'),
};

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
    return words(standing === 'agrees' ? 'full' : 'wrong', place, t(STANDINGS[standing]));
  }
  if (app.stage === 'resuming')
    return hasResumed(app, replica)
      ? words('done', t('handled'), t('back'))
      : words('done', t('handled'), t('not back yet'), '');
  if (replica.arrival >= 0) {
    const cycles = groupDigits(view.time - replica.arrivedAt);
    const [ago, short] = [t('{cycles} cyc ago', { cycles }), t('{cycles} cyc', { cycles })];
    return words('full', ordinal(replica.arrival), ago, short);
  }
  if (app.stage !== 'arriving') return words('idle', t('empty'), '');
  if (replica.hung || view.cores[replica.home]?.broken === 'stopped') return due(t('never comes'));
  const flight = view.messages.find(
    (message) =>
      message.app === app.id && message.replica === replica.id && message.from === replica.home,
  );
  if (flight?.fault === 'drop') return due(t('{kind} is lost', { kind: flight.kind }), t('lost'));
  if (flight !== undefined) {
    const cycles = groupDigits(flight.arrival - view.time);
    return due(t('{cycles} cyc to go', { cycles }), t('in {cycles}', { cycles }));
  }
  return due(DUE[replica.part]?.() ?? t('on its way'));
}

const due = (detail: string, short?: string): SlotWords => words('due', t('empty'), detail, short);

const DUE: Partial<Record<ReplicaView['part'], () => string>> = {
  compute: () => activityWords(ACTIVITY.user),
  trap: () => t('traps', {}, 'slot'),
  signalIn: () => t('signals'),
  queue: () => t('queues for C0'),
  resume: () => activityWords(ACTIVITY.resume),
  signalOut: () => t('not back yet'),
};

const PROXY_WORDS: Partial<Record<TrapKind, string>> = {
  exception: msg('exception: runs the observers'),
  irq: msg('interrupt: acknowledged once'),
  exit: msg('exit: ends the program'),
  ipc: msg('IPC: runs once, result copied'),
};

/** Both handlers and what they do with the trap of this event; `access` = how it reaches a device, if it does. */
export function handlerWords(
  trap: TrapKind,
  era: MachinePlan['era'],
  access: string | null = null,
): { memory: string; proxy: string } {
  if (access !== null && trap === 'pagefault') {
    const event = t(access);
    return {
      memory:
        access === DRIVER_TRAPS.write
          ? t('{event}: once for all', { event })
          : t('{event}: once, result copied', { event }),
      proxy: t('system call: runs once, result copied'),
    };
  }
  return {
    memory:
      era === 2012
        ? t('page fault: maps 4 KiB once per replica')
        : t("page fault: copies the leader's mapping to all"),
    proxy: t(PROXY_WORDS[trap] ?? 'system call: runs once, result copied'),
  };
}
