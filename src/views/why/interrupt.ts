import { t } from '../../base/language.ts';
import type { Cycles } from '../../base/units.ts';
import type { AppPlan } from '../../kernel/plan.ts';
import type { ChainStep } from './chain.ts';
import type { EventStages } from './stages.ts';

/** When the interrupt comes that event `stages` of a driver waits for; `null` = it waits for none. */
export function interruptOf({ device }: AppPlan, stages: EventStages): Cycles | null {
  const interrupt = device?.waitsFor[stages.event] ?? -1;
  const time = device?.arrivals[interrupt] ?? Infinity;
  // An event that a fault turned into another trap waits for nothing; one that never ends is cut short.
  const isWaited = stages.trapped < time && time <= stages.handled;
  return isWaited && Number.isFinite(stages.handled) ? time : null;
}

/** The interrupt as a step of the event: until then nobody handles anything. */
export function interruptSteps(app: AppPlan, stages: EventStages): ChainStep[] {
  const time = interruptOf(app, stages);
  if (time === null) return [];
  return [{ time, text: t('The interrupt of the device comes'), replica: -1 }];
}
