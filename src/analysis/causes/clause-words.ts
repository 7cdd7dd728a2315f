import { assertUnreachable } from '../../base/assert.ts';
import type { ReplicaId } from '../../base/units.ts';
import type { ActivityId } from '../../kernel/activities.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import { actorName } from '../log/names.ts';
import type { CauseChain, CauseClause, CauseLink } from './chain.ts';

/** What happens in clause `clause` of `chain`: subject and verb, no full stop. */
export function clauseText(plan: MachinePlan, chain: CauseChain, clause: CauseClause): string {
  const links = chain.links.slice(clause.first, clause.end);
  const delayed = links.some(isDelayed) ? ', delayed by a fault' : '';
  return sentenceOf({ plan, clause, links }) + interruptions(links, clause) + delayed;
}

/** A flight that takes longer than its costs: a fault delays the message. */
function isDelayed({ kind, from, to, costs }: CauseLink): boolean {
  return kind === 'flight' && costs.reduce((sum, { cycles }) => sum + cycles, 0) < to - from;
}

interface Told {
  readonly plan: MachinePlan;
  readonly clause: CauseClause;
  readonly links: readonly CauseLink[];
}

function sentenceOf(told: Told): string {
  const { plan, clause, links } = told;
  switch (clause.kind) {
    case 'compute':
      return `${actorName(plan, clause.app, clause.replica)} computes`;
    case 'arrive':
      return arriveText(told);
    case 'compare':
      return compareText(told);
    case 'recover':
      return `${server(told)} overwrites ${names(links)} with the donor’s state`;
    case 'handle':
      return handleText(told);
    case 'release':
      return releaseText(told);
    case 'resume':
      return `${whom(told)} ${isOne(told) ? 'returns' : 'return'} to user code`;
    case 'other':
      return `C${links[0]?.core ?? 0} serves ${plan.apps[clause.app]?.name ?? 'another app'}`;
    default:
      return assertUnreachable(clause.kind);
  }
}

const has = ({ links }: Told, ...activities: ActivityId[]): boolean =>
  links.some((link) => link.kind === 'work' && activities.includes(link.activity));

const carries = ({ links }: Told, message: CauseLink['message']): boolean =>
  links.some((link) => link.kind === 'flight' && link.message === message);

const appOf = ({ plan, clause }: Told): AppPlan | undefined => plan.apps[clause.app];

const isOne = ({ clause, links }: Told): boolean =>
  clause.replica !== -1 || replicasOf(links).length <= 1;

function arriveText(told: Told): string {
  const who = whom(told);
  const traps = has(told, 'trap') ? `${who} ${isOne(told) ? 'traps' : 'trap'} and ` : '';
  switch (appOf(told)?.signalling) {
    case 'local':
      return `${traps === '' ? `${who} ` : traps}${isOne(told) ? 'enters' : 'enter'} the barrier`;
    case 'migration':
      return migrateText(told, traps);
    case 'polling':
      return postText(told, traps);
    default:
      return callText(told, traps);
  }
}

function migrateText(told: Told, traps: string): string {
  const core = appOf(told)?.resCore ?? 0;
  const who = whom(told);
  if (!isOne(told)) return `${who} enter the barrier on C${core}, one after another`;
  if (carries(told, 'MIGRATE')) {
    const verb = `migrates to C${core}`;
    return traps === '' ? `${who} ${verb}` : traps + verb;
  }
  return traps === '' ? `${who} enters the barrier on C${core}` : `${who} traps`;
}

function postText(told: Told, traps: string): string {
  const seen = told.links.some(({ kind }) => kind === 'poll');
  const one = isOne(told);
  const posted = has(told, 'post') || carries(told, 'POST');
  const poll = seen ? `Romain’s next poll sees ${one ? 'its slot' : 'their slots'}` : '';
  if (!posted) return poll === '' ? `${whom(told)} ${one ? 'traps' : 'trap'}` : capital(poll);
  const posts = `${traps === '' ? `${whom(told)} ` : traps}${one ? 'posts its slot' : 'post their slots'}`;
  return seen ? `${posts}; Romain’s next poll sees ${one ? 'it' : 'them'}` : posts;
}

function callText(told: Told, traps: string): string {
  const who = whom(told);
  const one = isOne(told);
  const call = one ? 'CALL' : 'CALLs';
  if (has(told, 'handshake')) return `Romain fetches the queued ${call} of ${who}`;
  if (carries(told, 'CALL')) {
    const reach = one ? 'reaches' : 'reach';
    if (traps === '') return `The ${call} of ${who} ${reach} Romain`;
    return `${traps}${one ? 'its' : 'their'} ${call} ${reach} Romain`;
  }
  if (has(told, 'takeCall')) return `Romain takes the ${call} of ${who}`;
  if (has(told, 'buildCall', 'sendCall'))
    return `${traps === '' ? `${who} ` : traps}${one ? 'sends its CALL' : 'send their CALLs'}`;
  if (has(told, 'trap')) return `${who} ${one ? 'traps' : 'trap'}`;
  return has(told, 'openWaitEntry') ? 'Romain enters its open wait' : handlerText(told, who);
}

/** What is left when only interrupts are handled: for whom, and whether an answer goes out. */
function handlerText(told: Told, who: string): string {
  const handled = told.links.find(({ kind }) => kind === 'work');
  if (handled === undefined) return `An ANSWER for ${who} flies`;
  const what = handled.message === null ? 'an IPI' : `the ${handled.message}`;
  const answers = carries(told, 'ANSWER') ? ' and answers' : '';
  return `C${handled.core} handles ${what} for ${who}${answers}`;
}

/** Who serves: Romain on a resilient core, else the replica that leads. */
function server({ plan, links }: Told): string {
  const { core = -1, app = -1 } = links.find(({ kind }) => kind === 'work') ?? {};
  if (plan.resilient[core]) return 'Romain';
  const leader = plan.apps.flatMap(({ id, cores }) =>
    cores.includes(core) && (id === app || !plan.shared[core])
      ? [actorName(plan, id, cores.indexOf(core))]
      : [],
  );
  return leader[0] ?? `C${core}`;
}

function compareText(told: Told): string {
  const sums = told.links.filter(({ activity }) => activity === 'checksum');
  const voted = told.links.some(({ event }) => event === 'compared');
  if (sums.length === 0) return `${server(told)} refetches the states`;
  const registers = `the registers of ${names(sums)}`;
  return voted
    ? `${server(told)} sums ${registers} and compares`
    : `${server(told)} sums ${registers}`;
}

function handleText(told: Told): string {
  const { links, plan, clause } = told;
  const only = (...ids: ActivityId[]) =>
    links.filter((link) => link.kind === 'work' && ids.includes(link.activity));
  const waits = has(told, 'awaitInterrupt');
  if (has(told, 'nativeTrap')) {
    const served = `The trap of ${actorName(plan, clause.app, -1)} is served without Romain`;
    return waits ? `${served}, after the interrupt of its device` : served;
  }
  const pages = only('mapPage');
  const parts: string[] = [];
  const self = names(pages) === server(told);
  if (pages.length > 0)
    parts.push(self ? 'maps a page' : `maps a page for ${names(pages)}${oneByOne(pages)}`);
  if (has(told, 'proxyCall')) parts.push(`proxies the call`);
  if (has(told, 'observe')) parts.push('runs the observers');
  if (has(told, 'acknowledge')) parts.push('acknowledges the interrupt');
  if (waits) parts.push('waits for the interrupt of the device');
  if (has(told, 'takeInterrupt')) parts.push('takes it');
  if (has(told, 'accessDevice')) parts.push('accesses the register once for all');
  if (has(told, 'put', 'get')) parts.push(`copies the result to ${copied(only('put', 'get'))}`);
  if (parts.length === 0) parts.push(`wakes ${names(links)}`);
  return `${serverOf(told)} ${listed(parts)}`;
}

/** Under local handling every replica handles for itself once it is woken. */
function serverOf(told: Told): string {
  const cores = new Set(told.links.filter(({ kind }) => kind === 'work').map(({ core }) => core));
  return cores.size > 1 ? 'The group' : server(told);
}

function copied(links: readonly CauseLink[]): string {
  const got = links.filter(({ activity }) => activity === 'get');
  return got.length === 0 ? 'the others' : names(got);
}

function oneByOne(links: readonly CauseLink[]): string {
  return replicasOf(links).length > 1 ? ' one after another' : '';
}

function releaseText(told: Told): string {
  const who = whom(told);
  const one = isOne(told);
  const woken = `${who} ${one ? 'is' : 'are'} woken to leave the barrier`;
  switch (appOf(told)?.signalling) {
    case 'local':
      return woken;
    case 'migration':
      if (!has(told, 'migrateOut', 'returnHome') && !carries(told, 'MIGRATE')) return woken;
      return `${who} ${one ? 'migrates' : 'migrate'} home${one ? '' : ', one after another'}`;
    case 'polling': {
      const seen = told.links.some(({ kind }) => kind === 'poll');
      const clears = has(told, 'release', 'gdtForReplica');
      if (!clears) return `${who} ${one ? 'sees its slot' : 'see their slots'} cleared`;
      return `Romain clears the ${one ? 'slot' : 'slots'} of ${who}${seen && one ? ', which its next poll sees' : ''}`;
    }
    default:
      return notifyText(told, who);
  }
}

function notifyText(told: Told, who: string): string {
  const answered = carries(told, 'ANSWER');
  const sent = carries(told, 'NOTIFY') || has(told, 'sendNotify', 'gdtForReplica');
  const one = isOne(told);
  if (!sent)
    return answered
      ? `The ${one ? 'core' : 'cores'} of ${who} ${one ? 'answers' : 'answer'} Romain`
      : `${who} ${one ? 'is' : 'are'} switched in`;
  const until = one ? 'it answers' : 'each answers';
  return `NOTIFY wakes ${who}${answered ? `; Romain is blocked until ${until}` : ''}`;
}

function whom({ plan, clause, links }: Told): string {
  return clause.replica === -1 ? names(links) : actorName(plan, clause.app, clause.replica);
}

function replicasOf(links: readonly CauseLink[]): ReplicaId[] {
  return [...new Set(links.map(({ replica }) => replica))].filter((replica) => replica >= 0);
}

function names(links: readonly CauseLink[]): string {
  const all = replicasOf(links).map((replica) => `R${replica}`);
  return all.length === 0 ? 'Romain' : listed(all);
}

/** `a, b and c`. */
function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** Handlers under which the work of the clause stood still. */
function interruptions(links: readonly CauseLink[], clause: CauseClause): string {
  const handlers = links.filter(({ interrupts }) => interrupts);
  if (handlers.length === 0 || handlers.length === clause.end - clause.first) return '';
  const whose = replicasOf(handlers).map((replica) => `R${replica}`);
  return `, interrupted for ${listed(whose)}`;
}

/** The first letter as a capital. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
