import { assertUnreachable } from '../../base/assert.ts';
import { t } from '../../base/language.ts';
import type { Cycles } from '../../base/units.ts';
import { ACTIVITY, activityWords } from '../../kernel/activities.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { actorName } from '../log/names.ts';
import { inSentence } from '../phrases.ts';
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
    if (about.kind !== 'wait') return t('It takes no time.');
    return plan.apps[about.app]?.cores.length === 1
      ? t('{who} is alone: it waits for nobody.', { who })
      : t('{who} arrives last: it waits for nobody.', { who });
  }
  return withLongest(plan, chain, opening(plan, chain, cyclesOf(to - from, text), text));
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
      return t('{who} waits {length} until all have arrived', { who, length });
    case 'idle':
      return about.replica === -1
        ? t('C{core} has nothing to do for {length}', { core: about.core, length })
        : t('{who} waits {length}', { who, length });
    case 'event':
      return t('Event {event} lasts {length}', { event: text(about.event + 1), length });
    case 'message':
      return t('This message arrives {length} after its sender set out to send it', { length });
    case 'step':
      return about.event < 0
        ? t('This step comes {length} after the start', { length })
        : t('This step comes {length} after its event began', { length });
    case 'work':
      return '';
    default:
      return assertUnreachable(about.kind);
  }
}

function cyclesOf(cycles: Cycles, text: NumberText): string {
  return t('{n, plural, one {{count} cycle} other {{count} cycles}}', {
    n: cycles,
    count: text(cycles),
  });
}

/** `…, 44 % of it while Romain maps …`; nothing of a share when one clause is all. */
function withLongest(plan: MachinePlan, chain: CauseChain, begin: string): string {
  const longest = longestClause(chain);
  if (longest === undefined) return `${begin}.`;
  const share = Math.round(((longest.to - longest.from) / (chain.to - chain.from)) * 100);
  const clause = inSentence(clauseText(plan, chain, longest));
  if (chain.clauses.length === 1) return `${begin}: ${clause}.`;
  return t('{begin}, {share} % of it while {clause}.', { begin, share, clause });
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
  if (last === undefined) return t('It takes no time.');
  const { activity } = last;
  const first = chain.links.findLastIndex(
    (link) => link.core !== last.core || link.activity !== activity,
  );
  const start = chain.links[first + 1]?.from ?? chain.from;
  const { about } = chain;
  const home = plan.apps[about.app]?.cores[about.replica] === last.core;
  const told = {
    actor: home ? actorName(plan, about.app, about.replica) : `C${last.core}`,
    does: activityWords(ACTIVITY[activity]),
    length: cyclesOf(chain.to - start, text),
  };
  const before = chain.links[first];
  const clause = before === undefined ? undefined : chain.clauses[before.clause];
  if (before === undefined || clause === undefined || before.clause === last.clause)
    return t('{actor} {does} for {length}.', told);
  return t('{actor} {does} for {length}, and could not begin earlier: {clause}.', {
    ...told,
    clause: clauseText(plan, chain, clause),
  });
}

/** The cause that lies before a chain, in one sentence; `null` = there is none worth telling. */
export function latenessText(late: Lateness, text: NumberText): string | null {
  const released = releasedText(late, text);
  const computed = computedText(late, text);
  if (released === null && computed === null) return null;
  if (released === null || computed === null)
    return t('because {reason}', { reason: released ?? computed ?? '' });
  const { releasedLater, computedLonger } = late;
  const [reason, other] =
    releasedLater >= computedLonger ? [released, computed] : [computed, released];
  return releasedLater > 0 === computedLonger > 0
    ? t('because {reason}, and {other}', { reason, other })
    : t('because {reason}, although {other}', { reason, other });
}

function releasedText(late: Lateness, text: NumberText): string | null {
  const { replica, than, event, releasedLater } = late;
  if (releasedLater === 0 || event < 0) return null;
  const told = {
    event: text(event + 1),
    replica,
    length: cyclesOf(Math.abs(releasedLater), text),
    than,
  };
  return releasedLater > 0
    ? t('event {event} released R{replica} {length} after R{than}', told)
    : t('event {event} released R{replica} {length} before R{than}', told);
}

function computedText(
  { replica, than, computedLonger }: Lateness,
  text: NumberText,
): string | null {
  if (computedLonger === 0) return null;
  const told = { replica, length: cyclesOf(Math.abs(computedLonger), text), than };
  return computedLonger > 0
    ? t('R{replica} computed {length} longer than R{than}', told)
    : t('R{replica} computed {length} less than R{than}', told);
}
