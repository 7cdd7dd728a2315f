import type { Cycles } from '../../base/units.ts';
import type { Incident } from '../../kernel/faults/incidents.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import { formatMicroseconds, groupDigits } from '../../draw/format.ts';
import { incidentSentence } from '../faults/incident-words.ts';
import { tallyOf } from '../machine/agreement.ts';
import { countWord } from '../machine/numbers.ts';
import { listOf, wrongList } from '../machine/wrong-words.ts';
import type { ChainStep } from './chain.ts';
import { isCompared } from './register-table.ts';
import type { EventStages } from './stages.ts';
import { equation } from './vote.ts';
import type { Vote } from './vote.ts';

/** Most steps from a fault to the vote that are told one by one. */
const MOST_CAUSES = 4;
/** Most incidents of an event without a mismatch that are told. */
const MOST_INCIDENTS = 6;

interface Told {
  readonly plan: MachinePlan;
  readonly app: AppPlan;
  readonly stages: EventStages;
  readonly vote: Vote;
  /** Incidents of the event. */
  readonly incidents: readonly Incident[];
}

/** From the fault to the vote, and what followed; each with its instant. */
export function mismatchSteps(told: Told): ChainStep[] {
  const { plan, app, stages, vote, incidents } = told;
  return [
    ...causeSteps(plan, vote.causes),
    { time: stages.met, text: meetingText(stages), replica: -1 },
    { time: vote.time, text: voteText(plan, vote), replica: -1 },
    ...incidents.flatMap((one) => consequence(plan, app, one)),
    { time: stages.handled, text: 'Handled for all', replica: -1 },
    {
      time: stages.completed,
      text: `${whole(stages.replicas.length)} are back in user code`,
      replica: -1,
    },
  ];
}

function causeSteps(plan: MachinePlan, causes: readonly Incident[]): ChainStep[] {
  const steps = causes.map((one) => stepOf(plan, one));
  if (steps.length <= MOST_CAUSES) return steps;
  const left = steps.slice(1, steps.length - 2);
  const [first] = steps;
  const last = left.at(-1);
  if (first === undefined || last === undefined) return steps;
  const gap = { ...last, text: `${countWord(left.length)} more steps in between` };
  return [first, gap, ...steps.slice(-2)];
}

/** An incident as a step of the chain. */
function stepOf(plan: MachinePlan, incident: Incident): ChainStep {
  const text = incidentSentence(incident, plan).replace(/\.$/u, '');
  return { time: incident.time, text, replica: incident.replica };
}

function meetingText(stages: EventStages): string {
  const last = stages.replicas
    .filter((one) => one.arrived !== null)
    .toSorted((a, b) => (a.arrived ?? 0) - (b.arrived ?? 0))
    .at(-1);
  const late = last === undefined ? '' : `; R${last.id} arrives last`;
  return `${whole(stages.replicas.length)} trap${late}`;
}

function voteText(plan: MachinePlan, { replicas, causes, time }: Vote): string {
  const vote = `Vote ${tallyOf(plan, replicas)}: ${equation(plan, replicas)}`;
  const flip = causes.find((one) => one.kind === 'injected');
  if (flip === undefined) return vote;
  return `${vote}, found ${formatMicroseconds(time - flip.time, plan.clockGHz, 1)} µs after the fault`;
}

/** What Romain did about it, with the cost parameters that it took. */
function consequence(plan: MachinePlan, app: AppPlan, incident: Incident): ChainStep[] {
  const { kind, time, replica, other } = incident;
  if (kind === 'recovered') {
    const kib = groupDigits(Math.ceil(app.writableBytes / 1024));
    return [
      {
        time,
        replica,
        text: `Copied R${other} → R${replica}: registers, UTCB, ${kib} KiB`,
        note: `put + get + ${kib} KiB / memcpy_bw`,
      },
    ];
  }
  return kind === 'overlooked' || kind === 'stopped' ? [stepOf(plan, incident)] : [];
}

function whole(count: number): string {
  return count === 2 ? 'Both' : `All ${countWord(count)}`;
}

/** What faults did in an event whose states did not differ. */
export function incidentSteps(
  plan: MachinePlan,
  incidents: readonly Incident[],
  until: Cycles,
): ChainStep[] {
  return incidents
    .filter((one) => one.time <= until)
    .slice(0, MOST_INCIDENTS)
    .map((one) => stepOf(plan, one));
}

/** A vote that differed in one sentence: who is wrong, by how much, and what follows. */
export function voteHeadline(plan: MachinePlan, { replicas, standings, ...vote }: Vote): string {
  const bad = standings.flatMap((one, id) => (one === 'agrees' ? [] : [id]));
  if (vote.stop === 'fail-stop')
    return `R0 and R1 differ, and nobody can tell which is right: Romain stops the program.`;
  if (bad.length === replicas.length || standings.includes('overlooked')) {
    if (vote.stop === 'debugger')
      return 'No majority agrees, and under this signalling the prototype halts in its debugger.';
    if (vote.stop !== 'none') return 'No majority agrees: Romain, being strict, stops the program.';
    return `No two states agree: the prototype copies R${vote.donor} to ${names(vote.outvoted)} and overlooks ${names(bad.filter((id) => standings[id] === 'overlooked'))}.`;
  }
  const [first] = bad;
  const replica = first === undefined ? undefined : replicas[first];
  const why = bad.length === 1 && replica !== undefined ? `: ${reason(plan, replica)}` : '';
  if (vote.stop === 'debugger')
    return `${names(bad)} differs${why}. The prototype halts in its kernel debugger.`;
  const verb = bad.length === 1 ? 'is' : 'are';
  return `${names(bad)} ${verb} outvoted ${tallyOf(plan, replicas).replaceAll(':', ' to ')}${why}.`;
}

const names = (ids: readonly number[]): string => listOf(ids.map((id) => `R${id}`));

function reason(plan: MachinePlan, replica: Vote['replicas'][number]): string {
  if (replica.garbled) return "Romain's pointer to its state is wrong";
  const { comparison } = plan.faults.protection;
  const wrong = comparedList(replica, comparison);
  if (wrong.length === 0)
    return comparison === 'full' && replica.deviations.length > 0
      ? 'it raised another trap'
      : 'the others are wrong alike';
  const list = wrongList(wrong);
  const are = `${list} ${wrong.length > 1 || /^\d+ bits/u.test(list) ? 'are' : 'is'} wrong`;
  return comparison === 'full' ? are : `${are}, so its register sum differs`;
}

function comparedList(
  { deviations }: Vote['replicas'][number],
  comparison: MachinePlan['faults']['protection']['comparison'],
) {
  return deviations.filter(({ place }) => isCompared(place, comparison));
}
