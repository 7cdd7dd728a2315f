import { t } from '../base/language.ts';
import { COST_NAMES, COST_PARAMETERS, resolveCosts } from '../kernel/costs.ts';
import { FLOW_NAMES, FLOW_PARAMETERS } from '../kernel/faults/flow-parameters.ts';
import type { InputProblem } from '../workload/problems.ts';
import type { Scenario } from './scenario.ts';

/** What a scenario may do but a person should know of: implausible costs and probabilities, an era that does not fit its workload. */
export function scenarioWarnings(scenario: Scenario): InputProblem[] {
  return [...costWarnings(scenario), ...flowWarnings(scenario), ...eraWarnings(scenario)];
}

function costWarnings(scenario: Scenario): InputProblem[] {
  const warnings: InputProblem[] = [];
  const costs = resolveCosts(scenario.costs.preset, scenario.costs.overrides);
  for (const name of COST_NAMES) {
    const overridden = scenario.costs.overrides[name] !== undefined;
    const [low, high] = COST_PARAMETERS[name].range;
    if (!overridden || (costs[name] >= low && costs[name] <= high)) continue;
    const message = t('{value} is outside the plausible range {low} to {high}', {
      value: costs[name],
      low,
      high,
    });
    warnings.push({ path: `costs.overrides.${name}`, message });
  }
  scenario.costChanges.forEach(({ overrides }, index) => {
    for (const name of COST_NAMES) {
      const value = overrides[name];
      const [low, high] = COST_PARAMETERS[name].range;
      if (value === undefined || (value >= low && value <= high)) continue;
      const message = t('{value} is outside the plausible range {low} to {high}', {
        value,
        low,
        high,
      });
      warnings.push({ path: `costChanges[${index}].overrides.${name}`, message });
    }
  });
  return warnings;
}

function flowWarnings({ flow }: Scenario): InputProblem[] {
  return FLOW_NAMES.flatMap((name) => {
    const value = flow[name];
    const [low, high] = FLOW_PARAMETERS[name].range;
    if (value === undefined || (value >= low && value <= high)) return [];
    const message = t('{value} is outside the plausible range {low} to {high}', {
      value,
      low,
      high,
    });
    return [{ path: `flow.${name}`, message }];
  });
}

function eraWarnings(scenario: Scenario): InputProblem[] {
  const warnings: InputProblem[] = [];
  scenario.apps.forEach(({ workload }, index) => {
    if (workload.kind !== 'profile') return;
    const path = `apps[${index}].workload.id`;
    const variant = workload.id.slice(workload.id.lastIndexOf('.') + 1);
    if (scenario.era === 2013 && variant === 'l4re-4k') {
      const message = t('era 2013 maps large pages, but this profile faults on every 4 KiB page');
      warnings.push({ path, message });
    }
    if (scenario.era === 2012 && variant === 'l4re-4m') {
      const message = t('era 2012 maps 4 KiB pages, but this profile faults on 4 MiB pages');
      warnings.push({ path, message });
    }
  });
  return warnings;
}
