import { t } from '../base/language.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import type { ScenarioProblem } from '../scenario/scenario.ts';
import type { RunSummary } from './recording.ts';

/** Most problems listed. */
const MAX_PROBLEMS = 20;

/**
 * The first `listed` faults of a plan that lie after the end of their app: nothing was left to hit,
 * which only the run can show. None when the run was cut short, as by another fault.
 */
export function unreachedFaults(
  { faults }: MachinePlan,
  { apps }: RunSummary,
  listed: number,
): ScenarioProblem[] {
  if (apps.some((app) => app.completedEvents < app.events.total)) return [];
  const problems: ScenarioProblem[] = [];
  for (const { index, cycle, app } of faults.atCycle) {
    const end = apps[app].totalCycles;
    if (index >= listed || cycle <= end) continue;
    const message =
      apps.length === 1
        ? t('{cycle} is after the end of the run ({end} cycles)', { cycle, end })
        : t('{cycle} is after the end of app {app} ({end} cycles)', { cycle, end, app });
    problems.push({ path: `faults[${index}].at.cycle`, message });
  }
  return problems.slice(0, MAX_PROBLEMS);
}
