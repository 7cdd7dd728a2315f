import type { ReplicaId } from '../../base/units.ts';
import type { ActivityId } from '../../kernel/activities.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';
import { listed } from '../phrases.ts';
import { actorName } from '../log/names.ts';
import type { CauseClause, CauseLink } from './chain.ts';

/** A clause that is put into words, with its links. */
export interface Told {
  readonly plan: MachinePlan;
  readonly clause: CauseClause;
  readonly links: readonly CauseLink[];
}

/** Does a core do one of the activities? */
export function has({ links }: Told, ...activities: ActivityId[]): boolean {
  return links.some((link) => link.kind === 'work' && activities.includes(link.activity));
}

/** Does such a message fly? */
export function carries({ links }: Told, message: CauseLink['message']): boolean {
  return links.some((link) => link.kind === 'flight' && link.message === message);
}

/** Is something seen by a poll? */
export function isSeen({ links }: Told): boolean {
  return links.some(({ kind }) => kind === 'poll');
}

/** The application that the clause is about. */
export function appOf({ plan, clause }: Told): AppPlan | undefined {
  return plan.apps[clause.app];
}

/** Whom the clause is about, and how many they are to the words: 1, or 2 for more. */
export function whomOf(told: Told): { readonly who: string; readonly n: number } {
  const { plan, clause, links } = told;
  const one = clause.replica !== -1 || replicasOf(links).length <= 1;
  const who = clause.replica === -1 ? namesOf(links) : actorName(plan, clause.app, clause.replica);
  return { who, n: one ? 1 : 2 };
}

/** The replicas that the links are for, each once. */
export function replicasOf(links: readonly CauseLink[]): ReplicaId[] {
  return [...new Set(links.map(({ replica }) => replica))].filter((replica) => replica >= 0);
}

/** Their names; `Romain` where there are none. */
export function namesOf(links: readonly CauseLink[]): string {
  const all = replicasOf(links).map((replica) => `R${replica}`);
  return all.length === 0 ? 'Romain' : listed(all);
}

/** Who serves: Romain on a resilient core, else the replica that leads. */
export function serverOf({ plan, links }: Told): string {
  const { core = -1, app = -1 } = links.find(({ kind }) => kind === 'work') ?? {};
  if (plan.resilient[core]) return 'Romain';
  const leader = plan.apps.flatMap(({ id, cores }) =>
    cores.includes(core) && (id === app || !plan.shared[core])
      ? [actorName(plan, id, cores.indexOf(core))]
      : [],
  );
  return leader[0] ?? `C${core}`;
}
