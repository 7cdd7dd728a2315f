import type { AppSpec, Scenario } from '../../scenario/scenario.ts';

/** A value on an axis: a number, or one of a parameter's words. */
export type ParameterValue = number | string;

/** Headings under which parameters are listed. */
export type ParameterGroup = 'applications' | 'workload' | 'machine' | 'protection' | 'costs';

/** Values that a parameter can take. */
export type ParameterRange =
  | {
      readonly kind: 'number';
      /** Inclusive. */
      readonly least: number;
      readonly most: number;
      readonly whole: boolean;
      /** Where a sweep goes unless told otherwise. */
      readonly usual: readonly [number, number];
      /** Words that may stand in a list beside numbers, such as `off`. */
      readonly words?: readonly string[];
    }
  | { readonly kind: 'words'; readonly words: readonly string[] };

/** Which apps take the parameters of apps: all that are replicated, or the first. */
export type Scope = 'all' | 'first';

/** Something of a scenario that an axis can vary. */
export interface SweepParameter {
  readonly group: ParameterGroup;
  /** One sentence part that names it. */
  readonly title: string;
  /** Of its numbers; '' where they count something that the title names, or where it has words. */
  readonly unit: string;
  /** Does the unit alone say in a sentence what is counted, as in "3 replicas"? */
  readonly unitNames?: boolean;
  readonly range: ParameterRange;
  /** `scenario` with `value`, which must be in range and the scenario one that is not refused. */
  readonly apply: (scenario: Scenario, value: ParameterValue, scope: Scope) => Scenario;
  /** Why `scenario` has no such parameter, as a sentence part; absent = every scenario has it. */
  readonly refuse?: (scenario: Scenario, scope: Scope) => string | null;
}

/** Does app number `index` take the methods, redundancies and parameters of apps? */
export function inScope(scenario: Scenario, scope: Scope, index: number): boolean {
  if (scope === 'first') return index === 0;
  const { apps } = scenario;
  return apps[index].redundancy !== 'native' || apps.every((app) => app.redundancy === 'native');
}

/** `scenario` with `change` made to every app in scope. */
export function changeApps(
  scenario: Scenario,
  scope: Scope,
  change: (app: AppSpec) => AppSpec,
): Scenario {
  const apps = scenario.apps.map((app, index) =>
    inScope(scenario, scope, index) ? change(app) : app,
  );
  return { ...scenario, apps };
}

/** A whole-number or real range. */
export function numbers(
  [least, most]: readonly [number, number],
  usual: readonly [number, number],
  extra: { readonly whole?: boolean; readonly words?: readonly string[] } = {},
): ParameterRange {
  return { kind: 'number', least, most, usual, whole: true, ...extra };
}

/** Words to choose from. */
export function words(...list: readonly string[]): ParameterRange {
  return { kind: 'words', words: list };
}
