import type { MachinePlan } from '../../kernel/plan.ts';
import { compilePlan, withCostsOf } from '../../scenario/compile.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Profile } from '../../workload/profile.ts';
import { isCostOnly } from '../sweep/parameters.ts';
import type { SweepPoints } from '../sweep/points.ts';
import { scenarioOfRun } from '../sweep/points.ts';
import type { PreviewFigures } from '../sweep/table.ts';
import type { RunFigures } from '../sweep/spec.ts';
import { createClosedForms } from './closed-form.ts';
import { previewFigures } from './preview-figures.ts';

/** Most compiled plans kept. */
const MAX_PLANS = 256;

/**
 * Figures of a sweep's points without simulation, one for each variant; `null` where the closed form
 * does not hold or the scenario cannot run. Points that differ in costs alone share one compiled
 * plan. `profiles` must hold those of the sweep's scenario. The first seed stands for all.
 */
export function createSweepPreview(
  layout: SweepPoints,
  profiles: ReadonlyMap<string, Profile>,
): (point: number) => PreviewFigures {
  const forms = createClosedForms();
  const plans = new Map<string, MachinePlan>();
  const planOf = (scenario: Scenario, key: string): MachinePlan | null => {
    const similar = plans.get(key);
    const plan = similar ? withCostsOf(scenario, similar) : compilePlan(scenario, profiles);
    if (!plan.ok) return null;
    if (similar === undefined && plans.size < MAX_PLANS) plans.set(key, plan.value);
    return plan.value;
  };
  const figuresOf = (point: number, variant: number): RunFigures | null => {
    const scenario = scenarioOfRun(layout, { point, variant, seed: 0 });
    const plan = planOf(scenario, planKey(layout, point, variant));
    if (plan === null) return null;
    const form = forms.of(plan);
    return form.holds ? previewFigures(plan, form) : null;
  };
  return (point) => ({
    point,
    figures: layout.variants.map(({ index }) => figuresOf(point, index)),
  });
}

/** Variant and all values but those of costs. */
function planKey({ spec, points }: SweepPoints, point: number, variant: number): string {
  const kept = points[point].values.filter((_, axis) => !isCostOnly(spec.axes[axis].parameter));
  return JSON.stringify([variant, ...kept]);
}
