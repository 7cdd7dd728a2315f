import type { AppId } from '../../base/units.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { Recording } from '../../run/recording.ts';

/** One side of a comparison: a whole run, and the app of it that is compared. */
export interface ComparedRun {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  readonly app: AppId;
}
