import type { AppId } from '../../base/units.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { AppView, MachineView } from '../../run/machine-view.ts';
import { groupDigits } from '../../draw/format.ts';
import { eventWords } from '../../base/event-words.ts';
import { MESSAGE_KINDS } from '../../kernel/events.ts';
import { capitalised, countWord } from './numbers.ts';
import type { Incident, StopReason } from '../../kernel/faults/incidents.ts';
import { agreementOf, standingsOf } from './agreement.ts';
import { rcbFailure } from '../../analysis/causes/stopped.ts';
import { listOf } from './wrong-words.ts';
import { hasResumed, occupantName, predicate, servingCore } from './words.ts';

/**
 * What happens at this instant to `app` in one sentence of at most 14 words, for the caption and
 * for screen readers; `incidents` are those of the run. Events count from 1.
 */
export function captionOf(
  view: MachineView,
  plan: MachinePlan,
  app: AppId = 0,
  incidents: readonly Incident[] = [],
): string {
  const state = view.apps[app];
  const program = plan.apps[app];
  if (state === undefined || program === undefined) return 'No application runs.';
  if (state.stage === 'ended')
    return `The program has ended after ${groupDigits(state.completed)} events.`;
  const number = `Event ${groupDigits(state.event + 1)}`;
  if (state.stage === 'stopped') return `${number}: ${stopClause(plan, state, incidents)}.`;
  if (hasStalled(view, app, incidents)) return `${number}: ${stallClause(view, state, incidents)}.`;
  if (state.stage === 'recovering') return `${number}: ${recoveryClause(plan, state)}.`;
  if (state.stage === 'compute') return computing(state, program);
  const event = `${number}: ${eventWords(program, state.event)}`;
  if (program.redundancy === 'native') return `${event}, served without Romain.`;
  if (program.redundancy === 1) return `${event} of the only replica; nothing to compare.`;
  return `${event}, ${stageClause(view, plan, state)}.`;
}

/** Is nothing left to happen to `app`, though it has not ended? */
export function hasStalled(view: MachineView, app: AppId, incidents: readonly Incident[]): boolean {
  // They come last, one per app, when the whole run is over.
  for (let i = incidents.length - 1; incidents[i]?.kind === 'stalled'; i--)
    if (incidents[i]?.app === app) return (incidents[i]?.time ?? Infinity) <= view.time;
  return false;
}

/** Why the group waits for ever, to follow the number of the event. */
export function stallClause(
  view: MachineView,
  state: AppView,
  incidents: readonly Incident[],
): string {
  const hung = state.replicas.find((one) => one.hung);
  if (hung !== undefined) return `R${hung.id} loops for ever, so the others wait for ever`;
  const dead = state.replicas.find((one) => view.cores[one.home]?.broken === 'stopped');
  if (dead !== undefined) return `C${dead.home} has stopped, so the group waits for ever`;
  const lost = incidents.findLast((one) => one.app === state.id && LOSSES.has(one.kind));
  if (lost === undefined) return 'the group waits for ever';
  const kind = MESSAGE_KINDS[lost.other] ?? 'message';
  return `the ${kind} of R${lost.replica} was lost, so the group waits for ever`;
}

/** A corrupted RELEASE is as good as lost: to its replica it is none. */
const LOSSES: ReadonlySet<Incident['kind']> = new Set(['message-dropped', 'message-corrupted']);

/** Three replicas have the prototype's scan, more a true majority. */
function recoveryClause(plan: MachinePlan, state: AppView): string {
  const count = countWord(state.replicas.length);
  const bad = listOf(state.outvoted.map((id) => `R${id}`));
  const verb = state.outvoted.length > 1 ? 'are' : 'is';
  const overlooked = agreementOf(plan, state)?.indexOf('overlooked') ?? -1;
  if (overlooked >= 0)
    return `no two states agree. R${state.donor} overwrites ${bad}, R${overlooked} stays wrong`;
  const agree = countWord(state.replicas.length - state.outvoted.length);
  return `the ${count} states differ. ${capitalised(agree)} agree, so ${bad} ${verb} overwritten with R${state.donor}`;
}

const STOP_CLAUSES: Readonly<Record<StopReason, string>> = {
  none: 'the program has stopped',
  'fail-stop': 'the two states differ, so Romain stops the program',
  debugger: 'the states differ, so the prototype halts in its kernel debugger',
  'no-majority': 'no majority of states agrees, so Romain stops the program',
  crash: 'nobody can repair this exception, so the program ends',
  rcb: 'the reliable computing base has failed and the machine halts',
  'machine-halted': 'another application has halted the machine',
};

function stopClause(plan: MachinePlan, state: AppView, incidents: readonly Incident[]): string {
  if (state.stop === 'rcb') {
    const failure = rcbFailure(incidents);
    return failure === null ? STOP_CLAUSES.rcb : `${failure}, so the machine halts`;
  }
  if (state.stop !== 'debugger') return STOP_CLAUSES[state.stop];
  const bad = standingsOf(plan, state.replicas).flatMap((one, id) =>
    one === 'differs' ? [id] : [],
  );
  return bad.length === 1
    ? `R${bad[0]} differs, so the prototype halts in its kernel debugger`
    : STOP_CLAUSES.debugger;
}

function computing(state: AppView, program: AppPlan): string {
  const next = `event ${groupDigits(state.event + 1)} comes next.`;
  if (program.redundancy === 'native') return `The program computes; ${next}`;
  if (program.redundancy === 1) return `The only replica computes; ${next}`;
  const all = program.redundancy === 2 ? 'both' : `all ${countWord(program.redundancy)}`;
  return `${capitalised(all)} replicas compute; ${next}`;
}

function stageClause(view: MachineView, plan: MachinePlan, state: AppView): string {
  const replicas = countWord(state.replicas.length);
  switch (state.stage) {
    case 'arriving':
      if (state.arrived === 0) return `none of ${replicas} replicas has arrived yet`;
      return `${countWord(state.arrived)} of ${replicas} replicas ${state.arrived === 1 ? 'has' : 'have'} arrived`;
    case 'comparing':
      return `Romain compares ${replicas} states`;
    case 'handling':
      return handling(view, plan, state);
    default: {
      const back = state.replicas.filter((replica) => hasResumed(state, replica)).length;
      if (back === 0) return `handled; none of ${replicas} replicas is back yet`;
      return `handled; ${countWord(back)} of ${replicas} replicas ${back === 1 ? 'is' : 'are'} back`;
    }
  }
}

function handling(view: MachineView, plan: MachinePlan, state: AppView): string {
  const core = servingCore(view, state);
  if (core === undefined) return 'Romain handles it';
  const who = plan.resilient[core.id] ? 'Romain' : (occupantName(core, plan) ?? 'Romain');
  const target = plan.resilient[core.id] && core.replica >= 0 ? ` for R${core.replica}` : '';
  return `${who} ${predicate(core.activity)}${target}`;
}
