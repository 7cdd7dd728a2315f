import { assertUnreachable } from '../../base/assert.ts';
import { t } from '../../base/language.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { listed } from '../phrases.ts';
import { actorName } from '../log/names.ts';
import { arriveText } from './arrive-words.ts';
import type { CauseChain, CauseClause, CauseLink } from './chain.ts';
import { compareText, handleText } from './handle-words.ts';
import { releaseText } from './release-words.ts';
import type { Told } from './told.ts';
import { namesOf, replicasOf, serverOf, whomOf } from './told.ts';

/** What happens in clause `clause` of `chain`: a main clause that begins with its subject, no full stop. */
export function clauseText(plan: MachinePlan, chain: CauseChain, clause: CauseClause): string {
  const links = chain.links.slice(clause.first, clause.end);
  const text = withInterruptions(sentenceOf({ plan, clause, links }), links);
  return links.some(isDelayed) ? t('{clause}, delayed by a fault', { clause: text }) : text;
}

/** A flight that takes longer than its costs: a fault delays the message. */
function isDelayed({ kind, from, to, costs }: CauseLink): boolean {
  return kind === 'flight' && costs.reduce((sum, { cycles }) => sum + cycles, 0) < to - from;
}

function sentenceOf(told: Told): string {
  const { plan, clause, links } = told;
  switch (clause.kind) {
    case 'compute':
      return t('{who} computes', { who: actorName(plan, clause.app, clause.replica) });
    case 'arrive':
      return arriveText(told);
    case 'compare':
      return compareText(told);
    case 'recover':
      return t('{server} overwrites {who} with the donor’s state', {
        server: serverOf(told),
        who: namesOf(links),
      });
    case 'await':
      return t('{who} waits for the interrupt of the device', { who: serverOf(told) });
    case 'handle':
      return handleText(told);
    case 'release':
      return releaseText(told);
    case 'resume':
      return t(
        '{n, plural, one {{who} returns to user code} other {{who} return to user code}}',
        whomOf(told),
      );
    case 'other':
      return t('C{core} serves {app}', {
        core: links[0]?.core ?? 0,
        app: plan.apps[clause.app]?.name ?? t('another app'),
      });
    default:
      return assertUnreachable(clause.kind);
  }
}

/** With the handlers under which the work of the clause stood still. */
function withInterruptions(clause: string, links: readonly CauseLink[]): string {
  const handlers = links.filter(({ interrupts }) => interrupts);
  if (handlers.length === 0 || handlers.length === links.length) return clause;
  const whose = replicasOf(handlers).map((replica) => `R${replica}`);
  return t('{clause}, interrupted for {who}', { clause, who: listed(whose) });
}
