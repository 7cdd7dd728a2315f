import { msg, t } from '../../base/language.ts';
import type { CoreMode, TrapKind } from '../../base/vocabulary.ts';
import { ACTIVITY, activityWords } from '../../kernel/activities.ts';
import type { ActivityId } from '../../kernel/activities.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { AppView, CoreView, MachineView, ReplicaView } from '../../run/machine-view.ts';

/** Activities whose label is a state, not a verb: they need "is". */
const STATES: ReadonlySet<ActivityId> = new Set([
  'halted',
  'openWait',
  'away',
  'blocked',
  'calling',
]);

/** What an activity says about its actor: `R0` + `computes`, `R0` + `is blocked in its CALL`. */
export function predicate(activity: ActivityId): string {
  const label = activityWords(ACTIVITY[activity]);
  return STATES.has(activity) ? t('is {state}', { state: label }) : label;
}

/** A mode where there is little room. */
export function modeWord(mode: CoreMode): string {
  return mode === 'halted' ? t('halted', {}, 'mode') : t(mode);
}

/**
 * Who runs on a core: a replica, Romain, an unreplicated program, or nobody. On its own core it is
 * always the replica that lives there; `core.replica` then names whom its work is for.
 */
export function occupantName(
  core: Pick<CoreView, 'id' | 'app' | 'replica'>,
  plan: MachinePlan,
): string | null {
  const app = plan.apps[core.app];
  if (app === undefined) return null;
  if (app.redundancy === 'native') return app.name;
  const home = core.id === app.resCore ? -1 : app.cores.indexOf(core.id);
  if (home >= 0) return `R${home}`;
  return core.replica < 0 ? 'Romain' : `R${core.replica}`;
}

const BROKEN = {
  stopped: msg('The core has stopped for good.'),
  stuck: msg('A register bit of the core sticks at 1.'),
} as const;

/** Is the trap of `app` served by Romain on its Res core, with replicas signalling to it? */
export function usesResCore(app: AppPlan): boolean {
  return app.redundancy !== 'native' && app.redundancy > 1 && app.signalling !== 'local';
}

/**
 * A core's occupant and mode in one sentence, its accessible description. `resident` is who lives
 * there while nobody runs: the replica pinned to it, or Romain.
 */
export function coreDescription(
  core: CoreView,
  plan: MachinePlan,
  resident: string | null = null,
): string {
  const who = occupantName(core, plan) ?? resident;
  const app = plan.apps.length > 1 ? plan.apps[core.app] : undefined;
  const said = { mode: t(core.mode), does: predicate(core.activity) };
  const what =
    who === null
      ? t('No occupant; mode {mode}.', { mode: said.mode })
      : app === undefined || app.redundancy === 'native'
        ? t('{who} {does}; mode {mode}.', { ...said, who })
        : t('{who} of {name} {does}; mode {mode}.', { ...said, who, name: app.name });
  return core.broken === null ? what : `${what} ${t(BROKEN[core.broken])}`;
}

/** Is the replica back in user code after the event that the page shows? */
export function hasResumed(app: AppView, replica: ReplicaView): boolean {
  return app.stage === 'resuming' && replica.segment > app.event;
}

/** The part of the Memory Manager or System Call Proxy that takes a trap kind. */
export function handlerOf(trap: TrapKind): 'memory' | 'proxy' {
  return trap === 'pagefault' ? 'memory' : 'proxy';
}

/** The core on which Romain's code for `app` runs now, if any: the Res core, or a leader's own. */
export function servingCore(view: MachineView, app: AppView): CoreView | undefined {
  return view.cores.find(
    (core) =>
      core.app === app.id &&
      core.mode !== 'user' &&
      (core.mode === 'manager' || ACTIVITY[core.activity].style === 'handle'),
  );
}
