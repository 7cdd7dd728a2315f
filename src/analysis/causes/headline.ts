import { assertUnreachable } from '../../base/assert.ts';
import type { Cycles } from '../../base/units.ts';
import { ACTIVITY } from '../../kernel/activities.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { actorName } from '../log/names.ts';
import type { CauseChain, CauseClause, Lateness } from './chain.ts';
import { clauseText } from './clause-words.ts';

/** Writes a number with its digits grouped, as page or terminal do it. */
export type NumberText = (value: number) => string;

/** The chain in one sentence: who waits how long, and for what most of it. */
export function chainHeadline(plan: MachinePlan, chain: CauseChain, text: NumberText): string {
  const { about, from, to } = chain;
  if (about.kind === 'work') return workHeadline(plan, chain, text);
  if (to === from) {
    const who = actorName(plan, about.app, about.replica);
    const alone = plan.apps[about.app]?.cores.length === 1;
    return about.kind === 'wait'
      ? `${who} ${alone ? 'is alone' : 'arrives last'}: it waits for nobody.`
      : 'It takes no time.';
  }
  return `${opening(plan, chain, cyclesOf(to - from, text), text)}${mostOf(plan, chain)}.`;
}

function opening(
  plan: MachinePlan,
  { about }: CauseChain,
  length: string,
  text: NumberText,
): string {
  const who = actorName(plan, about.app, about.replica);
  switch (about.kind) {
    case 'wait':
      return `${who} waits ${length} until all have arrived`;
    case 'idle':
      return about.replica === -1
        ? `C${about.core} has nothing to do for ${length}`
        : `${who} waits ${length}`;
    case 'event':
      return `Event ${text(about.event + 1)} lasts ${length}`;
    case 'message':
      return `This message arrives ${length} after its sender set out to send it`;
    case 'step':
      return `This step comes ${length} after ${about.event < 0 ? 'the start' : 'its event began'}`;
    case 'work':
      return '';
    default:
      return assertUnreachable(about.kind);
  }
}

function cyclesOf(cycles: Cycles, text: NumberText): string {
  return `${text(cycles)} ${cycles === 1 ? 'cycle' : 'cycles'}`;
}

/** `, 44 % of it while Romain maps …`; nothing when one clause is all. */
function mostOf(plan: MachinePlan, chain: CauseChain): string {
  const longest = longestClause(chain);
  if (longest === undefined) return '';
  const share = Math.round(((longest.to - longest.from) / (chain.to - chain.from)) * 100);
  const what = clauseText(plan, chain, longest).replace(/^The /u, 'the ');
  return chain.clauses.length === 1 ? `: ${what}` : `, ${share} % of it while ${what}`;
}

/** The clause that most of the stretch goes into. */
function longestClause({ clauses }: CauseChain): CauseClause | undefined {
  return clauses.reduce<CauseClause | undefined>(
    (most, one) => (most === undefined || one.to - one.from > most.to - most.from ? one : most),
    undefined,
  );
}

function workHeadline(plan: MachinePlan, chain: CauseChain, text: NumberText): string {
  const last = chain.links.at(-1);
  if (last === undefined) return 'It takes no time.';
  const { activity } = last;
  const first = chain.links.findLastIndex(
    (link) => link.core !== last.core || link.activity !== activity,
  );
  const start = chain.links[first + 1]?.from ?? chain.from;
  const { about } = chain;
  const home = plan.apps[about.app]?.cores[about.replica] === last.core;
  const actor = home ? actorName(plan, about.app, about.replica) : `C${last.core}`;
  const own = `${actor} ${ACTIVITY[activity].label} for ${cyclesOf(chain.to - start, text)}`;
  const before = chain.links[first];
  if (before === undefined) return `${own}.`;
  const clause = chain.clauses[before.clause];
  if (clause === undefined || before.clause === last.clause) return `${own}.`;
  return `${own}, and could not begin earlier: ${clauseText(plan, chain, clause)}.`;
}

/** The cause that lies before a chain, in one sentence; `null` = there is none worth telling. */
export function latenessText(
  { replica, than, event, releasedLater, computedLonger }: Lateness,
  text: NumberText,
): string | null {
  const released =
    releasedLater === 0 || event < 0
      ? null
      : `event ${text(event + 1)} released R${replica} ${cyclesOf(Math.abs(releasedLater), text)} ${releasedLater > 0 ? 'after' : 'before'} R${than}`;
  const computed =
    computedLonger === 0
      ? null
      : `R${replica} computed ${cyclesOf(Math.abs(computedLonger), text)} ${computedLonger > 0 ? 'longer' : 'less'} than R${than}`;
  if (released === null && computed === null) return null;
  if (released === null) return `because ${computed}`;
  if (computed === null) return `because ${released}`;
  const [because, and] =
    releasedLater >= computedLonger ? [released, computed] : [computed, released];
  const joint = releasedLater > 0 === computedLonger > 0 ? 'and' : 'although';
  return `because ${because}, ${joint} ${and}`;
}
