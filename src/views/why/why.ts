import { stopLine } from '../../analysis/causes/ending.ts';
import type { AppId, Cycles, ReplicaId } from '../../base/units.ts';
import { ACTIVITY } from '../../kernel/activities.ts';
import { eventWords } from '../../base/event-words.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import type { AppView, MachineView, ReplicaView } from '../../run/machine-view.ts';
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
  /** Who waits for whom, and since when. */
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
  /** What is wrong in replicas now, apart from what `table` shows. */
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
  const divergence = [...deviceWords(program, state), ...wrong];
  const compared = program.redundancy !== 'native' && program.redundancy > 1;
  return {
    event: state.event,
    trap: eventWords(program, state.event),
    headline: headline(account),
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
    ...stepsOf(stages, program, eventWords(program, state.event)),
    ...incidentSteps(plan, incidents, stages.completed),
  ];
}

function headline(account: Account): string {
  const { plan, recording, view, program, state, stages, vote } = account;
  if (state.stage === 'ended') return 'The program has ended.';
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
        ? 'The only replica computes; nobody waits.'
        : `${capitalised(countWord(state.replicas.length))} replicas compute; nobody waits.`;
    case 'arriving':
      return first === undefined
        ? underWay(view, state)
        : waiting(view, state, first.id, view.time - first.arrivedAt);
    case 'comparing':
    case 'handling':
      return serving(plan, view, state);
    default:
      return releasing(state, view.time - stages.handled);
  }
}

function nativeLine(view: MachineView, program: AppPlan): string {
  const core = view.cores[program.cores[0] ?? -1];
  return core === undefined
    ? 'Without Romain nobody waits.'
    : `${capitalised(program.name)} ${predicate(core.activity)}; without Romain nobody waits.`;
}

function waiting(view: MachineView, state: AppView, first: ReplicaId, since: Cycles): string {
  const missing = state.replicas.filter((one) => one.arrival < 0);
  const names = listOf(missing.map((one) => `R${one.id}`));
  const [last] = missing;
  const doing = last === undefined || missing.length > 1 ? '' : `, ${doingOf(view, state, last)}`;
  return `R${first} has waited ${cyclesText(since)} for ${names}${doing}.`;
}

/** What keeps the last replica from being counted. */
function doingOf(view: MachineView, state: AppView, replica: ReplicaView): string {
  const flight = view.messages.find(
    (one) => one.app === state.id && one.replica === replica.id && one.from === replica.home,
  );
  if (replica.at < 0) return 'which migrates';
  if (flight !== undefined) return `whose ${flight.kind} is in flight`;
  const core = view.cores[replica.at];
  if (core === undefined) return 'which is on its way';
  const signalled = core.activity === 'calling' || (core.activity === 'poll' && !core.resilient);
  if (!signalled)
    return core.replica === replica.id
      ? `which ${predicate(core.activity)}`
      : `which queues for C${core.id}`;
  const served = view.cores.find((one) => one.resilient && one.mode !== 'halted');
  return served === undefined
    ? 'whose signal is out'
    : `whose signal is out while C${served.id} ${predicate(served.activity)}`;
}

function serving(plan: MachinePlan, view: MachineView, state: AppView): string {
  const count = state.replicas.length;
  const all = `${count === 2 ? 'Both' : `All ${countWord(count)}`} replicas wait`;
  const core = servingCore(view, state);
  const actor =
    core === undefined || plan.resilient[core.id]
      ? 'Romain'
      : (occupantName(core, plan) ?? 'Romain');
  if (count === 1)
    return core === undefined
      ? 'The trap of the only replica is handled.'
      : `${actor} ${predicate(core.activity)} on its own core; nobody else waits.`;
  if (state.stage === 'comparing') return `${all} while ${actor} compares their states.`;
  if (core === undefined) return `${all} while ${elsewhere(plan, view, state)}.`;
  const whom = actor === 'Romain' && core.replica >= 0 ? ` for R${core.replica}` : '';
  const verb =
    ACTIVITY[core.activity].style === 'handle' ? predicate(core.activity) : 'is interrupted';
  return `${all} while ${actor} ${verb}${whom}.`;
}

/** What the Res core does instead of serving: an interrupt, or another application. */
function elsewhere(plan: MachinePlan, view: MachineView, state: AppView): string {
  const program = plan.apps[state.id];
  const core = view.cores[program?.resCore ?? -1];
  if (program === undefined || core === undefined || !usesResCore(program))
    return 'the event is handled';
  const other = core.app < 0 || core.app === state.id ? undefined : plan.apps[core.app];
  return other === undefined
    ? `C${core.id} ${predicate(core.activity)}`
    : `C${core.id} serves ${other.name}`;
}

/** Before the first arrival: nobody waits for another yet. */
function underWay(view: MachineView, state: AppView): string {
  const trapped = state.replicas.filter((one) => one.part !== 'compute');
  const [first] = trapped;
  if (first === undefined || state.replicas.length === 1)
    return 'The only replica is in its trap; nobody waits.';
  if (trapped.length > 1)
    return `${listOf(trapped.map((one) => `R${one.id}`))} signal their traps; none has arrived yet.`;
  return `R${first.id} is on its way to Romain, ${doingOf(view, state, first)}; the others compute.`;
}

function releasing(state: AppView, since: Cycles): string {
  const held = state.replicas.filter((one) => one.segment <= state.event);
  if (held.length === 0) return 'All replicas are back.';
  const names = listOf(held.map((one) => `R${one.id}`));
  const verb = held.length === 1 ? 'is' : 'are';
  const none = held.length === state.replicas.length && held.length > 1;
  const who = none
    ? `None of ${countWord(held.length)} replicas is back`
    : `${names} ${verb} not back yet`;
  const late = `${who}, ${cyclesText(since)} after handling`;
  if (state.replicas.length === 1) return `${late}.`;
  return held.length === 1
    ? `${late}, because it is released last.`
    : `${late}: they are released one after another.`;
}
