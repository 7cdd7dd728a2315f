import { t } from '../../base/language.ts';
import type { Cycles } from '../../base/units.ts';
import type { AppPlan } from '../../kernel/plan.ts';
import { countWord, ordinal } from '../machine/numbers.ts';
import { interruptSteps } from './interrupt.ts';
import type { EventStages, ReplicaStages } from './stages.ts';

/** A step of an event and its instant; Infinity = not reached in this run. */
export interface ChainStep {
  readonly time: Cycles;
  readonly text: string;
  /** Whose step it is; -1 = the group's. */
  readonly replica: number;
  /** The cost parameters that its length is made of. */
  readonly note?: string;
}

/** One step of an event. */
export interface ChainItem extends ChainStep {
  /** Cycles since the step before. */
  readonly cycles: Cycles;
}

/** Steps that the run reached, in order of time, each with the cycles since the one before. */
export function inOrder(steps: readonly ChainStep[]): ChainItem[] {
  const sorted = steps
    .filter(({ time }) => Number.isFinite(time))
    .toSorted((a, b) => a.time - b.time);
  return sorted.map((step, i) => {
    const cycles = step.time - (sorted[i - 1]?.time ?? step.time);
    return Object.assign({ cycles }, step);
  });
}

/** The steps of one event, from the first trap to the last return. */
export function stepsOf(stages: EventStages, app: AppPlan, trap: string): ChainStep[] {
  const items: ChainStep[] = [];
  const add = (time: Cycles | null, text: string, replica = -1) => {
    if (time !== null) items.push({ time, text, replica });
  };
  const [first] = byTime(stages.replicas, 'trapped');
  const name = who(app, first?.id ?? 0);
  const traps =
    stages.replicas.length > 1
      ? t('{name} traps first: {trap}', { name, trap })
      : t('{name} traps: {trap}', { name, trap });
  add(stages.trapped, traps, first?.id);
  if (app.redundancy !== 'native' && app.redundancy > 1) addMeeting(stages, add);
  items.push(...interruptSteps(app, stages));
  if (app.redundancy !== 'native') add(stages.handled, handledText(stages, app));
  return [...items, ...returnsOf(stages, app)];
}

/** One step for the return of all; one each when some never returned. */
function returnsOf(stages: EventStages, app: AppPlan): ChainStep[] {
  const back = byTime(stages.replicas, 'resumed');
  const [first] = back;
  const last = back.at(-1);
  if (first === undefined || last === undefined) return [];
  if (back.length > 1 && back.length === stages.replicas.length) {
    const n = back.length;
    const text = t(
      '{n, plural, =2 {Both} other {All {count}}} are back in user code, R{first} first, R{last} last',
      { n, count: countWord(n), first: first.id, last: last.id },
    );
    return [{ time: last.resumed ?? stages.completed, text, replica: -1 }];
  }
  return back.map(({ id, resumed }) => {
    const text = t('{name} is back in user code', { name: who(app, id) });
    return { time: resumed ?? Infinity, text, replica: id };
  });
}

type Add = (time: Cycles | null, text: string, replica?: number) => void;

function addMeeting(stages: EventStages, add: Add): void {
  const arrivals = byTime(stages.replicas, 'arrived');
  arrivals.forEach((replica, i) => {
    const last = i === stages.replicas.length - 1;
    add(replica.arrived, arrivalText(replica.id, last ? 'last' : i), replica.id);
  });
  const count = countWord(stages.replicas.length);
  if (stages.met !== arrivals.at(-1)?.arrived)
    add(stages.met, t('Romain has seen all {count} replicas', { count }));
  add(stages.compared, t('Compared: {count} equal sums of registers', { count }));
}

function arrivalText(replica: number, place: number | 'last'): string {
  if (place === 'last') return t('R{replica} arrives last', { replica });
  if (place === 0) return t('R{replica} arrives first', { replica });
  return t('R{replica} arrives {place}', { replica, place: ordinal(place) });
}

function handledText(stages: EventStages, app: AppPlan): string {
  const local = app.signalling === 'local' || app.redundancy === 1;
  const { leader } = stages;
  const n = stages.replicas.length;
  return local && leader >= 0
    ? t(
        '{n, plural, one {Handled for the replica} other {Handled for all}}, led by R{leader} on its own core',
        { n, leader },
      )
    : t('{n, plural, one {Handled for the replica} other {Handled for all}}', { n });
}

function who(app: AppPlan, replica: number): string {
  return app.redundancy === 'native' ? app.name : `R${replica}`;
}

function byTime(
  replicas: readonly ReplicaStages[],
  key: 'trapped' | 'arrived' | 'resumed',
): ReplicaStages[] {
  return replicas
    .filter((one) => one[key] !== null)
    .toSorted((a, b) => (a[key] ?? 0) - (b[key] ?? 0));
}
