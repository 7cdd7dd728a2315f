import { t } from '../../base/language.ts';
import type { Cycles } from '../../base/units.ts';
import type { Deviation } from '../../kernel/faults/deviation.ts';
import { PLACE_UTCB } from '../../kernel/faults/incidents.ts';
import type { Incident } from '../../kernel/faults/incidents.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import { formatMicroseconds, groupDigits } from '../../draw/format.ts';
import { incidentSentence } from '../faults/incident-words.ts';
import { tallyOf } from '../machine/agreement.ts';
import { countWord } from '../machine/numbers.ts';
import { listOf, wrongList } from '../machine/wrong-words.ts';
import type { ChainStep } from './chain.ts';
import { interruptSteps } from './interrupt.ts';
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
    ...interruptSteps(app, stages),
    { time: stages.handled, text: t('Handled for all'), replica: -1 },
    { time: stages.completed, text: returnText(stages.replicas.length), replica: -1 },
  ];
}

function causeSteps(plan: MachinePlan, causes: readonly Incident[]): ChainStep[] {
  const steps = causes.map((one) => stepOf(plan, one));
  if (steps.length <= MOST_CAUSES) return steps;
  const left = steps.slice(1, steps.length - 2);
  const [first] = steps;
  const last = left.at(-1);
  if (first === undefined || last === undefined) return steps;
  const gap = {
    ...last,
    text: t('{count} more steps in between', { count: countWord(left.length) }),
  };
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
  const n = stages.replicas.length;
  const count = countWord(n);
  return last === undefined
    ? t('{n, plural, =2 {Both} other {All {count}}} trap', { n, count })
    : t('{n, plural, =2 {Both} other {All {count}}} trap; R{last} arrives last', {
        n,
        count,
        last: last.id,
      });
}

function voteText(plan: MachinePlan, { replicas, causes, time }: Vote): string {
  const tally = tallyOf(plan, replicas);
  const states = equation(plan, replicas);
  const flip = causes.find((one) => one.kind === 'injected');
  if (flip === undefined) return t('Vote {tally}: {states}', { tally, states });
  return t('Vote {tally}: {states}, found {time} µs after the fault', {
    tally,
    states,
    time: formatMicroseconds(time - flip.time, plan.clockGHz, 1),
  });
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
        text: t('Copied R{other} → R{replica}: registers, UTCB, {kib} KiB', {
          other,
          replica,
          kib,
        }),
        note: t('put + get + {kib} KiB / memcpy_bw', { kib }),
      },
    ];
  }
  return kind === 'overlooked' || kind === 'stopped' ? [stepOf(plan, incident)] : [];
}

function returnText(n: number): string {
  return t('{n, plural, =2 {Both} other {All {count}}} are back in user code', {
    n,
    count: countWord(n),
  });
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
export function voteHeadline(plan: MachinePlan, vote: Vote): string {
  const { replicas, standings, stop } = vote;
  const bad = standings.flatMap((one, id) => (one === 'agrees' ? [] : [id]));
  if (stop === 'fail-stop')
    return t('R0 and R1 differ, and nobody can tell which is right: Romain stops the program.');
  if (bad.length === replicas.length || standings.includes('overlooked')) return tieLine(vote, bad);
  const [only] = bad.length === 1 ? bad.map((id) => replicas[id]) : [];
  const why = only === undefined ? null : reason(plan, only);
  return stop === 'debugger' ? haltLine(bad, why) : outvotedLine(plan, { replicas, bad, why });
}

function tieLine({ standings, stop, donor, outvoted }: Vote, bad: readonly number[]): string {
  if (stop === 'debugger')
    return t('No majority agrees, and under this signalling the prototype halts in its debugger.');
  if (stop !== 'none') return t('No majority agrees: Romain, being strict, stops the program.');
  return t(
    'No two states agree: the prototype copies R{donor} to {outvoted} and overlooks {overlooked}.',
    {
      donor,
      outvoted: names(outvoted),
      overlooked: names(bad.filter((id) => standings[id] === 'overlooked')),
    },
  );
}

function haltLine(bad: readonly number[], why: string | null): string {
  return why === null
    ? t(
        '{names} {n, plural, one {differs} other {differ}}. The prototype halts in its kernel debugger.',
        { names: names(bad), n: bad.length },
      )
    : t('{names} differs: {why}. The prototype halts in its kernel debugger.', {
        names: names(bad),
        why,
      });
}

interface Outvoted {
  readonly replicas: Vote['replicas'];
  readonly bad: readonly number[];
  readonly why: string | null;
}

function outvotedLine(plan: MachinePlan, { replicas, bad, why }: Outvoted): string {
  const tally = tallyOf(plan, replicas)
    .split(':')
    .reduce((more, less) => t('{more} to {less}', { more, less }));
  return why === null
    ? t('{names} {n, plural, one {is} other {are}} outvoted {tally}.', {
        names: names(bad),
        n: bad.length,
        tally,
      })
    : t('{names} is outvoted {tally}: {why}.', { names: names(bad), tally, why });
}

const names = (ids: readonly number[]): string => listOf(ids.map((id) => `R${id}`));

function reason(plan: MachinePlan, replica: Vote['replicas'][number]): string {
  if (replica.garbled) return t("Romain's pointer to its state is wrong");
  const { comparison } = plan.faults.protection;
  const wrong = comparedList(replica, comparison);
  if (wrong.length === 0)
    return comparison === 'full' && replica.deviations.length > 0
      ? t('it raised another trap')
      : t('the others are wrong alike');
  const list = wrongList(wrong);
  const [only] = wrong;
  const n = only === undefined || wrong.length > 1 ? wrong.length : bitsIn(only);
  return comparison === 'full'
    ? t('{list} {n, plural, one {is} other {are}} wrong', { list, n })
    : t('{list} {n, plural, one {is} other {are}} wrong, so its register sum differs', { list, n });
}

/** How many the words for one wrong value speak of: bits of a register, or the one word of a UTCB. */
function bitsIn({ place, mask }: Deviation): number {
  return place >= PLACE_UTCB ? 1 : (mask >>> 0).toString(2).split('1').length - 1;
}

function comparedList(
  { deviations }: Vote['replicas'][number],
  comparison: MachinePlan['faults']['protection']['comparison'],
) {
  return deviations.filter(({ place }) => isCompared(place, comparison));
}
