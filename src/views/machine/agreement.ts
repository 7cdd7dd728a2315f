import type { MachinePlan } from '../../kernel/plan.ts';
import type { Deviation } from '../../kernel/faults/deviation.ts';
import { PLACE_PAGE } from '../../kernel/faults/incidents.ts';
import type { StopReason } from '../../kernel/faults/incidents.ts';
import { registerSum } from '../../kernel/faults/registers.ts';
import type { AppView, ReplicaView } from '../../run/machine-view.ts';

/** How a replica stands in a vote: with the majority, against it, or wrong without an alarm. */
export type Standing = 'agrees' | 'differs' | 'overlooked';

/** Are two states equal as far as Romain compares them? The same rule as in the kernel. */
function equalToRomain(plan: MachinePlan, a: ReplicaView, b: ReplicaView): boolean {
  if (a.garbled || b.garbled) return false;
  if (plan.faults.protection.comparison === 'full')
    return a.raised === b.raised && sameState(a.deviations, b.deviations);
  return registerSum(a.segment, a.deviations) === registerSum(b.segment, b.deviations);
}

function sameState(a: readonly Deviation[], b: readonly Deviation[]): boolean {
  return covers(a, b) && covers(b, a);
}

function covers(a: readonly Deviation[], b: readonly Deviation[]): boolean {
  return b.every(
    (one) =>
      one.place === PLACE_PAGE ||
      a.some(({ place, at, mask }) => place === one.place && at === one.at && mask === one.mask),
  );
}

const STOPS_BY_VOTE: ReadonlySet<StopReason> = new Set(['fail-stop', 'debugger', 'no-majority']);

/** Was the app stopped because the states differed? */
function isStoppedByVote(app: AppView): boolean {
  return app.stage === 'stopped' && STOPS_BY_VOTE.has(app.stop);
}

/**
 * Each replica's standing while a mismatch is being repaired, or after it stopped the app; `null`
 * when there is none. Without a majority all differ.
 */
export function agreementOf(plan: MachinePlan, app: AppView): readonly Standing[] | null {
  if (app.stage === 'recovering') {
    const donor = app.replicas[app.donor];
    return app.replicas.map((one) => {
      if (app.outvoted.includes(one.id)) return 'differs';
      return donor === undefined || equalToRomain(plan, one, donor) ? 'agrees' : 'overlooked';
    });
  }
  return isStoppedByVote(app) ? standingsOf(plan, app.replicas) : null;
}

/** Who agrees with a true majority of `replicas`. */
export function standingsOf(plan: MachinePlan, replicas: readonly ReplicaView[]): Standing[] {
  const alike = replicas.map((one) =>
    replicas.map((other) => one === other || equalToRomain(plan, one, other)),
  );
  const majority = alike.find((row) => 2 * row.filter(Boolean).length > replicas.length);
  return replicas.map((_, i) => (majority?.[i] === true ? 'agrees' : 'differs'));
}

/** The groups of equal states, the largest first. */
export function groupsOf(
  plan: MachinePlan,
  replicas: readonly ReplicaView[],
): readonly (readonly ReplicaView[])[] {
  const groups: ReplicaView[][] = [];
  for (const one of replicas) {
    const group = groups.find(([first]) => first !== undefined && equalToRomain(plan, first, one));
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups.toSorted((a, b) => b.length - a.length);
}

/** `2:1` for the groups of equal states. */
export function tallyOf(plan: MachinePlan, replicas: readonly ReplicaView[]): string {
  return groupsOf(plan, replicas)
    .map((group) => group.length)
    .join(':');
}
