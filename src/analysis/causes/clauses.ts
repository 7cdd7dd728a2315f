import { ACTIVITY } from '../../kernel/activities.ts';
import type { ActivityId } from '../../kernel/activities.ts';
import type { MessageKind } from '../../kernel/events.ts';
import type { AppId } from '../../base/units.ts';
import type { CauseClause, CauseLink, ClauseKind } from './chain.ts';

/** A link before it is known to which clause it belongs. */
export type LooseLink = Omit<CauseLink, 'clause'>;

/** What is done for the whole group. */
const OF_ALL: ReadonlySet<ClauseKind> = new Set<ClauseKind>(['compare', 'await', 'handle']);

/** Most clauses of a chain that are told apart by replica; beyond, neighbours of one kind are joined. */
const MOST_CLAUSES = 9;

/**
 * Joins consecutive links that one sentence can tell: what is done for one replica on its way to or
 * from Romain, all sums of a vote, all handling. `app` is the one whose chain it is.
 */
export function clausesOf(links: readonly LooseLink[], app: AppId): CauseClause[] {
  const clauses: CauseClause[] = [];
  links.forEach((link, i) => {
    const last = clauses.at(-1);
    const kind = kindOf(link, app) ?? last?.kind ?? kindAhead(links, i, app);
    const replica = OF_ALL.has(kind) ? -1 : whose(link, last, kind);
    const other = kind === 'other' && !link.interrupts && link.app !== last?.app;
    if (last?.kind === kind && last.replica === replica && !other) {
      clauses[clauses.length - 1] = { ...last, to: link.to, end: i + 1 };
    } else {
      const { from, to } = link;
      clauses.push({ kind, app: link.app, replica, from, to, first: i, end: i + 1 });
    }
  });
  return clauses.length > MOST_CLAUSES ? joined(clauses) : clauses;
}

/** The kind of the first link after `i` that tells it. */
function kindAhead(links: readonly LooseLink[], i: number, app: AppId): ClauseKind {
  for (const link of links.slice(i + 1)) {
    const kind = kindOf(link, app);
    if (kind !== null) return kind;
  }
  return 'arrive';
}

/** Whom a clause is about: Romain's own work belongs to the replica just before it. */
function whose(link: LooseLink, last: CauseClause | undefined, kind: ClauseKind): number {
  if (kind === 'other') return -1;
  const aside = link.interrupts || link.replica === -1;
  return aside && last?.kind === kind ? last.replica : link.replica;
}

/** Neighbours of one kind in one clause, whichever replica they are about. */
function joined(clauses: readonly CauseClause[]): CauseClause[] {
  const all: CauseClause[] = [];
  for (const clause of clauses) {
    const last = all.at(-1);
    if (last?.kind === clause.kind && last.app === clause.app)
      all[all.length - 1] = { ...last, replica: -1, to: clause.to, end: clause.end };
    else all.push(clause);
  }
  return all;
}

/** What a message is a sign of; `null` = it may be on either way, and goes with what comes before. */
const KIND_OF_MESSAGE: Readonly<Record<MessageKind, ClauseKind | null>> = {
  CALL: 'arrive',
  HANDSHAKE: 'arrive',
  POST: 'arrive',
  NOTIFY: 'release',
  RELEASE: 'release',
  ANSWER: null,
  MIGRATE: null,
  WAKE: null,
};

/** Activities that do not look like what they are: handling without Romain, and the wait for a device. */
const KIND_OF_ACTIVITY: Partial<Record<ActivityId, ClauseKind>> = {
  nativeTrap: 'handle',
  awaitInterrupt: 'await',
};

/** `null` = as what comes before. */
function kindOf(link: LooseLink, app: AppId): ClauseKind | null {
  if (link.app !== app && link.app !== -1) return 'other';
  // An interrupt delays what it interrupts, whoever it is for.
  if (link.interrupts) return null;
  if (link.message === 'MIGRATE' && link.kind === 'flight')
    return link.activity === 'away' ? 'arrive' : 'release';
  if (link.message !== null) return KIND_OF_MESSAGE[link.message];
  switch (ACTIVITY[link.activity].style) {
    case 'user':
      return 'compute';
    case 'compare':
      return 'compare';
    case 'recover':
      return 'recover';
    case 'handle':
      return 'handle';
    case 'signalOut':
      return 'release';
    case 'resume':
      return 'resume';
    default:
      return KIND_OF_ACTIVITY[link.activity] ?? 'arrive';
  }
}
