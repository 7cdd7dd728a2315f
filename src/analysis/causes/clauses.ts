import { ACTIVITY } from '../../kernel/activities.ts';
import type { MessageKind } from '../../kernel/events.ts';
import type { AppId } from '../../base/units.ts';
import type { CauseClause, CauseLink, ClauseKind } from './chain.ts';

/** A link before it is known to which clause it belongs. */
export type LooseLink = Omit<CauseLink, 'clause'>;

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
    const kind = kindOf(link, last?.kind, app);
    const replica = kind === 'compare' || kind === 'handle' ? -1 : whose(link, last, kind);
    const other = kind === 'other' && link.app !== last?.app;
    if (last?.kind === kind && last.replica === replica && !other) {
      clauses[clauses.length - 1] = { ...last, to: link.to, end: i + 1 };
    } else {
      const { from, to } = link;
      clauses.push({ kind, app: link.app, replica, from, to, first: i, end: i + 1 });
    }
  });
  return clauses.length > MOST_CLAUSES ? joined(clauses) : clauses;
}

/** Whom a clause is about: Romain's own work belongs to the replica just before it. */
function whose(link: LooseLink, last: CauseClause | undefined, kind: ClauseKind): number {
  if (kind === 'other') return -1;
  return link.replica === -1 && last?.kind === kind ? last.replica : link.replica;
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

const INWARD = new Set<MessageKind>(['CALL', 'HANDSHAKE', 'POST']);
const OUTWARD = new Set<MessageKind>(['NOTIFY', 'RELEASE']);

function kindOf(link: LooseLink, last: ClauseKind | undefined, app: AppId): ClauseKind {
  if (link.app !== app && link.app !== -1) return 'other';
  // An interrupt delays what it interrupts, whoever it is for.
  if (link.interrupts) return last ?? 'arrive';
  if (link.message !== null) return kindOfMessage(link, link.message, last);
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
      return link.activity === 'nativeTrap' ? 'handle' : 'arrive';
  }
}

function kindOfMessage(
  link: LooseLink,
  message: MessageKind,
  last: ClauseKind | undefined,
): ClauseKind {
  if (INWARD.has(message)) return 'arrive';
  if (OUTWARD.has(message)) return 'release';
  // WAKE, MIGRATE and ANSWER go with what came before them: they may be on either way.
  if (link.activity === 'migrateIn' || link.activity === 'switchIn') return 'arrive';
  if (link.activity === 'migrateOut') return 'release';
  if (last === 'handle' || last === 'arrive' || last === 'release') return last;
  return 'release';
}
