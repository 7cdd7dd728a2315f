import { t } from '../../base/language.ts';
import { REGISTERS } from '../../base/vocabulary.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { registerSum } from '../../kernel/faults/registers.ts';
import type { AppView, ReplicaView } from '../../run/machine-view.ts';
import { listOf, wrongList } from '../machine/wrong-words.ts';
import { isCompared } from './register-table.ts';

/** Most sentences; replicas with equal wrong values share one. */
const MOST = 3;

/**
 * What is wrong now in each corrupt replica and whether a comparison would see it: a sentence each;
 * empty when all are healthy.
 */
export function divergenceWords(plan: MachinePlan, app: AppView): string[] {
  const told = new Map<string, { wrong: Wrong; names: string[] }>();
  const program = plan.apps[app.id];
  for (const one of app.replicas) {
    if (one.deviations.length === 0 && !one.garbled) continue;
    const wrong = wrongOf(plan, one, app.replicas.length > 1);
    const name = program?.redundancy === 'native' ? program.name : `R${one.id}`;
    const key = `${wrong.where}; ${wrong.seen}`;
    told.set(key, { wrong, names: [...(told.get(key)?.names ?? []), name] });
  }
  const lines = [...told.values()].map(sentence);
  const more = lines.length - MOST;
  if (more <= 0) return lines;
  return [...lines.slice(0, MOST), t('{more} more hold other wrong values.', { more })];
}

/** What is wrong in a replica. */
interface Wrong {
  /** What holds wrong values. */
  readonly where: string;
  /** Whether a comparison would see it. */
  readonly seen: string;
}

function wrongOf(plan: MachinePlan, replica: ReplicaView, compared: boolean): Wrong {
  if (replica.garbled)
    return {
      where: t("Romain's pointer to the state"),
      seen: t('what is compared is something else'),
    };
  return {
    where: wrongList(replica.deviations),
    seen: compared ? seen(plan, replica) : t('there is no replica to compare with'),
  };
}

interface Told {
  readonly wrong: Wrong;
  readonly names: readonly string[];
}

function sentence({ names, wrong: { where, seen: how } }: Told): string {
  return t('{names} {n, plural, one {differs} other {differ}} in {where}; {how}.', {
    names: listOf(names),
    n: names.length,
    where,
    how,
  });
}

function seen(plan: MachinePlan, { segment, deviations }: ReplicaView): string {
  const { comparison } = plan.faults.protection;
  const visible = deviations.filter(({ place }) => isCompared(place, comparison));
  if (comparison === 'full')
    return visible.length === 0
      ? t('memory is not compared')
      : t('the next comparison covers all but memory');
  if (visible.length === 0) return t('the sum does not cover that');
  if (registerSum(segment, deviations) === registerSum(segment, []))
    return t('in the sum they cancel');
  const names = listOf([...new Set(visible.map(({ place }) => REGISTERS[place] ?? ''))]);
  return visible.length === deviations.length
    ? t('the sum covers {names}', { names })
    : t('of that the sum covers only {names}', { names });
}

/** Which limit of the comparison in force matters here. */
export function comparisonLimit(plan: MachinePlan): string {
  return plan.faults.protection.comparison === 'full'
    ? t('All registers, the trap and the UTCB are compared; memory is not.')
    : t('Only these 7 registers are compared; memory, flags, si, di are not.');
}
