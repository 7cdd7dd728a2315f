import { msg } from '../../base/language.ts';
import type { SourceMark } from '../../kernel/costs.ts';
import { COST_NAMES, COST_PARAMETERS } from '../../kernel/costs.ts';
import type { CostName } from '../../kernel/costs.ts';
import { MAX_COST } from '../../scenario/check.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { APP_PARAMETERS } from './app-parameters.ts';
import { HARDWARE_PARAMETERS } from './hardware-parameters.ts';
import type { SweepParameter } from './sweep-parameter.ts';

/** A cost with its source; swept between the ends of its plausible range unless told otherwise. */
export interface CostSweepParameter extends SweepParameter {
  readonly basis: string;
  readonly source: SourceMark;
}

function costParameter(name: CostName): CostSweepParameter {
  const { title, range, unit, basis, source } = COST_PARAMETERS[name];
  const least = name === 'poll_period' ? 1 : name === 'memcpy_bw' ? 0.001 : 0;
  return {
    group: msg('costs'),
    title,
    unit,
    range: { kind: 'number', least, most: MAX_COST, whole: name !== 'memcpy_bw', usual: range },
    basis,
    source,
    apply: (scenario, value) => withCost(scenario, name, Number(value)),
  };
}

function withCost(scenario: Scenario, name: CostName, value: number): Scenario {
  const { costs } = scenario;
  return { ...scenario, costs: { ...costs, overrides: { ...costs.overrides, [name]: value } } };
}

const COSTS = Object.fromEntries(COST_NAMES.map((name) => [name, costParameter(name)])) as Readonly<
  Record<CostName, CostSweepParameter>
>;

/**
 * Everything that an axis can vary, in the order in which two axes are applied: what a later one
 * changes, an earlier one may have made.
 */
export const PARAMETERS = {
  ...APP_PARAMETERS,
  ...HARDWARE_PARAMETERS,
  ...COSTS,
} as const satisfies Readonly<Record<string, SweepParameter>>;

/** Name of something that an axis can vary. */
export type ParameterName = keyof typeof PARAMETERS;

/** All names, in table order. */
export const PARAMETER_NAMES = Object.keys(PARAMETERS) as readonly ParameterName[];

/** What is known of parameter `name`. */
export function parameterOf(name: ParameterName): SweepParameter {
  return PARAMETERS[name];
}

/** Does `name` change costs only, and nothing else of a scenario? */
export function isCostOnly(name: ParameterName): boolean {
  return PARAMETERS[name].group === 'costs';
}
