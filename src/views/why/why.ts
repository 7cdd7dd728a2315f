import { t } from '../../base/language.ts';
import { stopLine } from '../../analysis/causes/ending.ts';
import type { AppId, Cycles, ReplicaId } from '../../base/units.ts';
import { ACTIVITY } from '../../kernel/activities.ts';
import { eventWords } from '../../base/event-words.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { AppView, CoreView, MachineView, ReplicaView } from '../../run/machine-view.ts';
import type { Recording } from '../../run/recording.ts';
import { capitalised, countWord, cyclesText } from '../machine/numbers.ts';
import { occupantName, predicate, servingCore, usesResCore } from '../machine/words.ts';
import { hasStalled, stallClause } from '../machine/caption.ts';
import { listOf } from '../machine/wrong-words.ts';
import { inOrder, stepsOf } from './chain.ts';
import type { ChainItem } from './chain.ts';
import { deviceWords } from './device-why.ts';
import { comparisonLimit, divergenceWords } from './divergence-words.ts';
import { createEvidence } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { incidentSteps, mismatchSteps, voteHeadline } from './fault-chain.ts';
import { registerTable } from './register-table.ts';
import type { RegisterTable } from './register-table.ts';
import { interruptOf } from './interrupt.ts';
import { partsOf } from './parts.ts';
import type { ReplicaParts } from './parts.ts';
import { stagesOf } from './stages.ts';
import type { EventStages } from './stages.ts';
import { voteOf } from './vote.ts';
import type { Vote } from './vote.ts';

/** Why a group stands where it stands at an instant. */
export interface Why {
  /** Index of the event from 0. */
  readonly event: number;
  readonly trap: string;
  /** What breaks, else who waits for whom, and since when. */
  readonly headline: string;
  readonly chain: readonly ChainItem[];
  /** How many items of the chain have happened. */
  readonly done: number;
  /** Cycles since the last of them, 0 before the first. */
  readonly sinceLast: Cycles;
  /** From the first trap to the last replica's return; `null` when the run did not get there. */
  readonly total: Cycles | null;
  readonly replicas: readonly ReplicaParts[];
  /** What differed in the vote of this event, once it was held. */
  readonly table: RegisterTable | null;
  /** What is wrong in replicas now, apart from what `table` shows; first who waits, where the headline says what breaks. */
  readonly divergence: readonly string[];
  /** What the comparison cannot see, where that matters. */
  readonly limit: string | null;
}

/**
 * The account of the current event of `app` at the instant of `view`; `null` when nothing runs.
 * `evidence` of the run spares gathering it anew for every instant.
 */
export function whyOf(
  plan: MachinePlan,
  recording: Recording,
  view: MachineView,
  app: AppId = 0,
  evidence: Evidence = createEvidence(plan, recording, app),
): Why | null {
  const program = plan.apps[app];
  const state = view.apps[app];
  if (program === undefined || state === undefined) return null;
  const stages = stagesOf(recording, program, state.event) ?? untouched(program, state.event);
  const vote = voteOf(plan, evidence, app, state.event);
  const held = vote !== null && vote.time <= view.time ? vote : null;
  const account = { plan, recording, view, program, state, stages, vote: held };
  const chain = inOrder(stepsFor({ ...account, vote }, evidence));
  const done = chain.filter((item) => item.time <= view.time).length;
  const wrong = held !== null && state.stage !== 'resuming' ? [] : divergenceWords(plan, state);
  const told = headline(account);
  const device = deviceWords(program, state);
  // What breaks goes before who waits, until it is voted on.
  const [broken] = isUnderWay(account) ? device : [];
  const divergence =
    broken === undefined ? [...device, ...wrong] : [told, ...device.slice(1), ...wrong];
  const compared = program.redundancy !== 'native' && program.redundancy > 1;
  return {
    event: state.event,
    trap: t(eventWords(program, state.event)),
    headline: broken ?? told,
    chain,
    done,
    sinceLast: done === 0 ? 0 : view.time - (chain[done - 1]?.time ?? 0),
    total: Number.isFinite(stages.completed) ? stages.completed - stages.trapped : null,
    replicas: partsOf(stages),
    table: held === null ? null : registerTable(held, plan.faults.protection.comparison),
    divergence,
    limit: compared && (held !== null || divergence.length > 0) ? comparisonLimit(plan) : null,
  };
}

/** The stages of an event for which nobody has trapped when the run ends. */
function untouched({ cores }: AppPlan, event: number): EventStages {
  const never = Infinity;
  const moments = { trapped: never, met: never, compared: never, recovered: never };
  const replicas = cores.map((_, id) => ({
    id,
    trapped: null,
    signalling: null,
    arrived: null,
    woken: null,
    resumed: null,
  }));
  return { event, ...moments, handled: never, completed: never, leader: -1, replicas };
}

interface Account {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  readonly view: MachineView;
  readonly program: AppPlan;
  readonly state: AppView;
  readonly stages: EventStages;
  /** The vote of this event if it differed. */
  readonly vote: Vote | null;
}

function stepsFor({ plan, program, view, state, stages, vote }: Account, evidence: Evidence) {
  // While the last replicas resume, the kernel counts for the next event already.
  const next = evidence.byEvent.get(state.event + 1) ?? [];
  const incidents = [
    ...(evidence.byEvent.get(state.event) ?? []),
    ...next.filter((one) => one.time <= stages.completed && one.step < view.step),
  ];
  if (vote !== null) return mismatchSteps({ plan, app: program, stages, vote, incidents });
  return [
    ...stepsOf(stages, program, t(eventWords(program, state.event))),
    ...incidentSteps(plan, incidents, stages.completed),
  ];
}

/** Is the event on its way to its end: not stopped, not hanging, no vote held that differed? */
function isUnderWay({ recording, view, state, vote }: Account): boolean {
  const over = state.stage === 'ended' || state.stage === 'stopped';
  return !over && vote === null && !hasStalled(view, state.id, recording.incidents);
}

function headline(account: Account): string {
  const { plan, recording, view, program, state, stages, vote } = account;
  if (state.stage === 'ended') return t('The program has ended.');
  if (state.stage === 'stopped' && vote === null)
    return stopLine(plan, recording.incidents, state.id, state.stop);
  if (vote !== null && state.stage !== 'resuming') return voteHeadline(plan, vote);
  if (hasStalled(view, state.id, recording.incidents))
    return `${capitalised(stallClause(view, state, recording.incidents))}.`;
  if (program.redundancy === 'native') return nativeLine(view, program);
  const [first] = state.replicas
    .filter((one) => one.arrival >= 0)
    .toSorted((a, b) => a.arrivedAt - b.arrivedAt);
  switch (state.stage) {
    case 'compute':
      return state.replicas.length === 1
        ? t('The only replica computes; nobody waits.')
        : t('{count} replicas compute; nobody waits.', {
            count: capitalised(countWord(state.replicas.length)),
          });
    case 'arriving':
      return first === undefined
        ? underWay(view, state)
        : waiting(view, state, first.id, view.time - first.arrivedAt);
    case 'comparing':
    case 'handling':
      return awaiting(account) ?? serving(plan, view, state);
    default:
      return releasing(state, view.time - stages.handled);
  }
}

/** Who waits for a device; `null` = its interrupt has come, or there is none to wait for. */
function awaiting({ view, program, state, stages }: Account): string | null {
  const interrupt = interruptOf(program, stages);
  if (state.stage !== 'handling' || interrupt === null || interrupt <= view.time) return null;
  const n = state.replicas.length;
  return t(
    '{n, plural, =1 {The only replica waits} =2 {Both replicas wait} other {All {count} replicas wait}} for the interrupt of the device.',
    { n, count: countWord(n) },
  );
}

function nativeLine(view: MachineView, program: AppPlan): string {
  const core = view.cores[program.cores[0] ?? -1];
  return core === undefined
    ? t('Without Romain nobody waits.')
    : t('{name} {does}; without Romain nobody waits.', {
        name: capitalised(program.name),
        does: predicate(core.activity),
      });
}

function waiting(view: MachineView, state: AppView, first: ReplicaId, since: Cycles): string {
  const missing = state.replicas.filter((one) => one.arrival < 0);
  const names = listOf(missing.map((one) => `R${one.id}`));
  const [last] = missing;
  const cycles = cyclesText(since);
  return last === undefined || missing.length > 1
    ? t('R{first} has waited {cycles} for {names}.', { first, cycles, names })
    : t('R{first} has waited {cycles} for {names}, {doing}.', {
        first,
        cycles,
        names,
        doing: doingOf(view, state, last),
      });
}

/** What keeps the last replica from being counted. */
function doingOf(view: MachineView, state: AppView, replica: ReplicaView): string {
  const flight = view.messages.find(
    (one) => one.app === state.id && one.replica === replica.id && one.from === replica.home,
  );
  if (replica.at < 0) return t('which migrates');
  if (flight !== undefined) return t('whose {message} is in flight', { message: flight.kind });
  const core = view.cores[replica.at];
  if (core === undefined) return t('which is on its way');
  const signalled = core.activity === 'calling' || (core.activity === 'poll' && !core.resilient);
  if (!signalled)
    return core.replica === replica.id
      ? t('which {does}', { does: predicate(core.activity) })
      : t('which queues for C{core}', { core: core.id });
  const served = view.cores.find((one) => one.resilient && one.mode !== 'halted');
  return served === undefined
    ? t('whose signal is out')
    : t('whose signal is out while C{core} {does}', {
        core: served.id,
        does: predicate(served.activity),
      });
}

function serving(plan: MachinePlan, view: MachineView, state: AppView): string {
  const core = servingCore(view, state);
  const actor =
    core === undefined || plan.resilient[core.id]
      ? 'Romain'
      : (occupantName(core, plan) ?? 'Romain');
  const n = state.replicas.length;
  const count = countWord(n);
  if (n === 1) return aloneLine(actor, core);
  if (state.stage === 'comparing')
    return t(
      '{n, plural, =2 {Both} other {All {count}}} replicas wait while {actor} compares their states.',
      { n, count, actor },
    );
  const what = core === undefined ? elsewhere(plan, view, state) : workOf(actor, core);
  return t('{n, plural, =2 {Both} other {All {count}}} replicas wait while {what}.', {
    n,
    count,
    what,
  });
}

/** The trap of a replica that has no others. */
function aloneLine(actor: string, core: CoreView | undefined): string {
  return core === undefined
    ? t('The trap of the only replica is handled.')
    : t('{actor} {does} on its own core; nobody else waits.', {
        actor,
        does: predicate(core.activity),
      });
}

function workOf(actor: string, { activity, replica }: CoreView): string {
  const does = ACTIVITY[activity].style === 'handle' ? predicate(activity) : t('is interrupted');
  return actor === 'Romain' && replica >= 0
    ? t('{actor} {does} for R{replica}', { actor, does, replica })
    : `${actor} ${does}`;
}

/** What the Res core does instead of serving: an interrupt, or another application. */
function elsewhere(plan: MachinePlan, view: MachineView, state: AppView): string {
  const program = plan.apps[state.id];
  const core = view.cores[program?.resCore ?? -1];
  if (program === undefined || core === undefined || !usesResCore(program))
    return t('the event is handled');
  const other = core.app < 0 || core.app === state.id ? undefined : plan.apps[core.app];
  return other === undefined
    ? `C${core.id} ${predicate(core.activity)}`
    : t('C{core} serves {name}', { core: core.id, name: other.name });
}

/** Before the first arrival: nobody waits for another yet. */
function underWay(view: MachineView, state: AppView): string {
  const trapped = state.replicas.filter((one) => one.part !== 'compute');
  const [first] = trapped;
  if (first === undefined || state.replicas.length === 1)
    return t('The only replica is in its trap; nobody waits.');
  if (trapped.length > 1)
    return t('{names} signal their traps; none has arrived yet.', {
      names: listOf(trapped.map((one) => `R${one.id}`)),
    });
  return t('R{first} is on its way to Romain, {doing}; the others compute.', {
    first: first.id,
    doing: doingOf(view, state, first),
  });
}

function releasing({ replicas, event }: AppView, since: Cycles): string {
  const held = replicas.filter((one) => one.segment <= event);
  const cycles = cyclesText(since);
  const n = held.length;
  if (n === 0) return t('All replicas are back.');
  if (n === replicas.length && n > 1)
    return t(
      'None of {count} replicas is back, {cycles} after handling: they are released one after another.',
      { count: countWord(n), cycles },
    );
  const names = listOf(held.map((one) => `R${one.id}`));
  if (n > 1)
    return t(
      '{names} are not back yet, {cycles} after handling: they are released one after another.',
      { names, cycles },
    );
  return replicas.length === 1
    ? t('{name} is not back yet, {cycles} after handling.', { name: names, cycles })
    : t('{name} is not back yet, {cycles} after handling, because it is released last.', {
        name: names,
        cycles,
      });
}
