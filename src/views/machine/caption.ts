import { msg, t } from '../../base/language.ts';
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
  if (state === undefined || program === undefined) return t('No application runs.');
  if (state.stage === 'ended')
    return t('The program has ended after {count} events.', {
      count: groupDigits(state.completed),
    });
  const number = groupDigits(state.event + 1);
  const happens = (what: string): string => t('Event {number}: {what}.', { number, what });
  if (state.stage === 'stopped') return happens(stopClause(plan, state, incidents));
  if (hasStalled(view, app, incidents)) return happens(stallClause(view, state, incidents));
  if (state.stage === 'recovering') return happens(recoveryClause(plan, state));
  if (state.stage === 'compute') return computing(state, program);
  const said = { number, event: t(eventWords(program, state.event)) };
  if (program.redundancy === 'native')
    return t('Event {number}: {event}, served without Romain.', said);
  if (program.redundancy === 1)
    return t('Event {number}: {event} of the only replica; nothing to compare.', said);
  const stage = stageClause(view, plan, state);
  return t('Event {number}: {event}, {stage}.', { ...said, stage });
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
  if (hung !== undefined)
    return t('R{replica} loops for ever, so the others wait for ever', { replica: hung.id });
  const dead = state.replicas.find((one) => view.cores[one.home]?.broken === 'stopped');
  if (dead !== undefined)
    return t('C{core} has stopped, so the group waits for ever', { core: dead.home });
  const lost = incidents.findLast((one) => one.app === state.id && LOSSES.has(one.kind));
  if (lost === undefined) return t('the group waits for ever');
  const kind = MESSAGE_KINDS[lost.other] ?? t('message');
  return t('the {kind} of R{replica} was lost, so the group waits for ever', {
    kind,
    replica: lost.replica,
  });
}

/** A corrupted RELEASE is as good as lost: to its replica it is none. */
const LOSSES: ReadonlySet<Incident['kind']> = new Set(['message-dropped', 'message-corrupted']);

/** Three replicas have the prototype's scan, more a true majority. */
function recoveryClause(plan: MachinePlan, state: AppView): string {
  const bad = listOf(state.outvoted.map((id) => `R${id}`));
  const overlooked = agreementOf(plan, state)?.indexOf('overlooked') ?? -1;
  if (overlooked >= 0)
    return t('no two states agree. R{donor} overwrites {bad}, R{overlooked} stays wrong', {
      donor: state.donor,
      bad,
      overlooked,
    });
  return t(
    'the {count} states differ. {agree} agree, so {bad} {n, plural, one {is} other {are}} overwritten with R{donor}',
    {
      count: countWord(state.replicas.length),
      agree: capitalised(countWord(state.replicas.length - state.outvoted.length)),
      bad,
      n: state.outvoted.length,
      donor: state.donor,
    },
  );
}

const STOP_CLAUSES: Readonly<Record<StopReason, string>> = {
  none: msg('the program has stopped'),
  'fail-stop': msg('the two states differ, so Romain stops the program'),
  debugger: msg('the states differ, so the prototype halts in its kernel debugger'),
  'no-majority': msg('no majority of states agrees, so Romain stops the program'),
  crash: msg('nobody can repair this exception, so the program ends'),
  rcb: msg('the reliable computing base has failed and the machine halts'),
  'machine-halted': msg('another application has halted the machine'),
};

function stopClause(plan: MachinePlan, state: AppView, incidents: readonly Incident[]): string {
  if (state.stop === 'rcb') {
    const failure = rcbFailure(incidents);
    return failure === null
      ? t(STOP_CLAUSES.rcb)
      : t('{failure}, so the machine halts', { failure: t(failure) });
  }
  if (state.stop !== 'debugger') return t(STOP_CLAUSES[state.stop]);
  const bad = standingsOf(plan, state.replicas).flatMap((one, id) =>
    one === 'differs' ? [id] : [],
  );
  return bad.length === 1
    ? t('R{replica} differs, so the prototype halts in its kernel debugger', {
        replica: bad[0] ?? 0,
      })
    : t(STOP_CLAUSES.debugger);
}

function computing(state: AppView, program: AppPlan): string {
  const { redundancy } = program;
  const number = groupDigits(state.event + 1);
  if (redundancy === 'native')
    return t('The program computes; event {number} comes next.', { number });
  if (redundancy === 1)
    return t('The only replica computes; event {number} comes next.', { number });
  return t(
    '{n, plural, =2 {Both} other {All {count}}} replicas compute; event {number} comes next.',
    { n: redundancy, count: countWord(redundancy), number },
  );
}

function stageClause(view: MachineView, plan: MachinePlan, state: AppView): string {
  const all = countWord(state.replicas.length);
  switch (state.stage) {
    case 'arriving':
      if (state.arrived === 0) return t('none of {all} replicas has arrived yet', { all });
      return t('{count} of {all} replicas {n, plural, one {has} other {have}} arrived', {
        count: countWord(state.arrived),
        all,
        n: state.arrived,
      });
    case 'comparing':
      return t('Romain compares {all} states', { all });
    case 'handling':
      return handling(view, plan, state);
    default: {
      const back = state.replicas.filter((replica) => hasResumed(state, replica)).length;
      if (back === 0) return t('handled; none of {all} replicas is back yet', { all });
      return t('handled; {count} of {all} replicas {n, plural, one {is} other {are}} back', {
        count: countWord(back),
        all,
        n: back,
      });
    }
  }
}

function handling(view: MachineView, plan: MachinePlan, state: AppView): string {
  const core = servingCore(view, state);
  if (core === undefined) return t('Romain handles it');
  const who = plan.resilient[core.id] ? 'Romain' : (occupantName(core, plan) ?? 'Romain');
  const does = predicate(core.activity);
  return plan.resilient[core.id] && core.replica >= 0
    ? t('{who} {does} for R{replica}', { who, does, replica: core.replica })
    : `${who} ${does}`;
}
