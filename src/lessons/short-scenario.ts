import { equalData } from '../base/equal.ts';
import { defaultScenario, DEFAULT_APP } from '../scenario/default-scenario.ts';
import { PRESETS } from '../scenario/presets.ts';
import type { AppSpec, Scenario } from '../scenario/scenario.ts';
import { defaultAppName } from '../scenario/schema.ts';
import type { SceneSpec } from './lesson.ts';

/** A scene that is `scenario`, as short as can be: a preset with what else it is called, or what is not as usual. */
export function sceneOf(scenario: Scenario): SceneSpec {
  const { title, seed } = scenario;
  const alike = PRESETS.filter((preset) =>
    equalData({ ...preset.scenario, title, seed }, scenario),
  );
  const preset = alike.find((one) => one.scenario.title === title) ?? alike[0];
  if (preset === undefined) return { scenario: shortScenario(scenario) };
  const change = differing({ title, seed }, preset.scenario);
  return { preset: preset.id, ...(Object.keys(change).length > 0 && { change }) };
}

/** What of `scenario` differs from the default; `parseScenario` adds the rest again. */
function shortScenario(scenario: Scenario): object {
  const base = defaultScenario();
  const firstResCore = scenario.machine.resCores[0] ?? 0;
  return {
    ...differing(scenario, base),
    machine: differing(scenario.machine, base.machine),
    protection: differing(scenario.protection, base.protection),
    apps: scenario.apps.map((app) => shortApp(app, firstResCore)),
  };
}

function shortApp(app: AppSpec, firstResCore: number): object {
  const usual = { ...DEFAULT_APP, name: defaultAppName(app.workload), resCore: firstResCore };
  return { ...differing(app, usual), workload: app.workload };
}

/** The fields of `value` that are not as in `base`. */
function differing<T extends object>(value: T, base: object): Partial<T> {
  const usual = new Map<string, unknown>(Object.entries(base));
  const entries = Object.entries(value).filter(([name, own]) => !equalData(own, usual.get(name)));
  return Object.fromEntries(entries) as Partial<T>;
}
