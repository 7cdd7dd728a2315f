import type { Cycles } from '../../base/units.ts';
import type { AppPlan } from '../../kernel/plan.ts';
import { countWord, ordinal } from '../machine/numbers.ts';
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
  add(
    stages.trapped,
    `${who(app, first?.id ?? 0)} traps${stages.replicas.length > 1 ? ' first' : ''}: ${trap}`,
    first?.id,
  );
  if (app.redundancy !== 'native' && app.redundancy > 1) addMeeting(stages, add);
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
    const all = back.length === 2 ? 'Both' : `All ${countWord(back.length)}`;
    const text = `${all} are back in user code, R${first.id} first, R${last.id} last`;
    return [{ time: last.resumed ?? stages.completed, text, replica: -1 }];
  }
  return back.map(({ id, resumed }) => {
    return { time: resumed ?? Infinity, text: `${who(app, id)} is back in user code`, replica: id };
  });
}

type Add = (time: Cycles | null, text: string, replica?: number) => void;

function addMeeting(stages: EventStages, add: Add): void {
  const arrivals = byTime(stages.replicas, 'arrived');
  arrivals.forEach((replica, i) => {
    const last = i === stages.replicas.length - 1;
    const place = last ? 'last' : i === 0 ? 'first' : ordinal(i);
    add(replica.arrived, `R${replica.id} arrives ${place}`, replica.id);
  });
  const count = countWord(stages.replicas.length);
  if (stages.met !== arrivals.at(-1)?.arrived)
    add(stages.met, `Romain has seen all ${count} replicas`);
  add(stages.compared, `Compared: ${count} equal sums of registers`);
}

function handledText(stages: EventStages, app: AppPlan): string {
  const local = app.signalling === 'local' || app.redundancy === 1;
  const by = local && stages.leader >= 0 ? `, led by R${stages.leader} on its own core` : '';
  return `Handled for ${stages.replicas.length === 1 ? 'the replica' : 'all'}${by}`;
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
