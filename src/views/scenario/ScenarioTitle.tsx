import { useMemo } from 'react';

import { equalData } from '../../base/equal.ts';
import { PRESETS, titleOf } from '../../scenario/presets.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { useAppState } from '../shell/app-context.ts';

/** What the scenario is called, as long as it is what its title says and the sentence does not say the same. */
export function ScenarioTitle() {
  const scenario = useAppState((state) => state.scenario);
  // Titles tell what a fault comes to, which the question of a lesson may ask.
  const asked = useAppState(({ hiddenFrom }) => hiddenFrom !== null);
  const title = useMemo(() => shownTitle(scenario), [scenario]);
  return title === '' || asked ? null : <p className="scenario-title">{title}</p>;
}

/** Empty where there is nothing to show. */
export function shownTitle(scenario: Scenario): string {
  const preset = PRESETS.find((one) => one.scenario.title === scenario.title);
  // A title that somebody wrote into a file or a link.
  if (preset === undefined) return scenario.title;
  // A list of parts is what the sentence says, too.
  if (preset.parts !== undefined) return '';
  return equalData(preset.scenario, scenario) ? titleOf(preset) : '';
}
