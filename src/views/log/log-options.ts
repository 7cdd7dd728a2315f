import type { LogIndex } from '../../analysis/log/log-index.ts';
import { STEP_GROUPS } from '../../analysis/log/step-groups.ts';
import type { StepGroup } from '../../analysis/log/step-groups.ts';
import type { EventKind } from '../../kernel/events.ts';
import type { LogKinds, LogView } from '../../store/log.ts';

/** What the filters can be set to: only what this run has. */
export interface LogOptions {
  /** Groups with the event kinds of each that occur. */
  readonly groups: readonly { readonly group: StepGroup; readonly kinds: readonly EventKind[] }[];
  readonly incidents: number;
  readonly cores: readonly number[];
  readonly replicas: readonly number[];
  readonly apps: readonly { readonly id: number; readonly name: string }[];
}

/** The options that a run offers. */
export function optionsOf({ plan, recording, combinations }: LogIndex): LogOptions {
  const kinds = new Set(combinations.map(({ kind }) => kind));
  const groups = (Object.keys(STEP_GROUPS) as StepGroup[])
    .map((group) => ({ group, kinds: STEP_GROUPS[group].filter((kind) => kinds.has(kind)) }))
    .filter((one) => one.kinds.length > 0);
  const replicas = plan.apps.flatMap((app) =>
    app.redundancy === 'native' ? [] : app.cores.map((_, replica) => replica),
  );
  return {
    groups,
    incidents: recording.incidents.length,
    cores: sorted(combinations.map(({ core }) => core)),
    replicas: sorted(replicas),
    apps: plan.apps.length > 1 ? plan.apps.map(({ id, name }) => ({ id, name })) : [],
  };
}

/** `view` without what this run does not have: it was set for another one. */
export function fitting(view: LogView, options: LogOptions): LogView {
  return {
    ...view,
    kinds: hasKinds(view.kinds, options) ? view.kinds : 'all',
    core: known(view.core, options.cores),
    replica: known(view.replica, options.replicas),
    app: known(
      view.app,
      options.apps.map(({ id }) => id),
    ),
  };
}

function known(value: number | null, list: readonly number[]): number | null {
  return value !== null && list.includes(value) ? value : null;
}

function hasKinds(kinds: LogKinds, { groups, incidents }: LogOptions): boolean {
  if (kinds === 'all') return true;
  if (kinds === 'incidents') return incidents > 0;
  return groups.some(
    (one) => kinds === `group:${one.group}` || one.kinds.some((kind) => kinds === `kind:${kind}`),
  );
}

function sorted(values: readonly number[]): readonly number[] {
  return [...new Set(values)].toSorted((a, b) => a - b);
}
