import { t } from '../base/language.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import { MAX_CORES } from '../base/vocabulary.ts';
import { coresNeeded, scalabilityOf, scenarioOfPoint } from '../analysis/scalability/spec.ts';
import { withIsolation, withNotification } from '../analysis/wish-list/wishes.ts';
import { fitPlacement } from '../scenario/placement.ts';
import { findPreset } from '../scenario/presets.ts';
import type { AppSpec, Scenario, ScenarioProblem, WorkloadSpec } from '../scenario/scenario.ts';
import { parseScenario } from '../scenario/schema.ts';
import { phasesLength } from '../workload/phases.ts';
import type { SceneSpec, Variation } from './lesson.ts';
import { MAX_SCENE_EVENTS } from './limits.ts';

/** The scenario that a scene describes; paths of problems are those inside the scene. */
export function scenarioOfScene(scene: SceneSpec): Result<Scenario, ScenarioProblem[]> {
  const base = baseOf(scene);
  if (!base.ok) return base;
  const changed = mergePatch(base.value, scene.change ?? {});
  const parsed = parseScenario(withAppChange(changed, scene.app));
  if (!parsed.ok) return parsed;
  const scenario = withCopies(withWishes(parsed.value, scene), scene.copies);
  return scenario.ok ? checkLength(scenario.value) : scenario;
}

function baseOf({ preset, scenario }: SceneSpec): Result<unknown, ScenarioProblem[]> {
  if ((preset === undefined) === (scenario === undefined)) {
    const message = t('must have either "preset" (the id of a preset) or "scenario" (a whole one)');
    return err([{ path: '', message }]);
  }
  if (preset === undefined) return ok(scenario);
  const found = findPreset(preset);
  if (found.ok) return ok(found.value.scenario);
  return err([{ path: 'preset', message: found.error.message }]);
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Objects are merged, all else is replaced, `null` included; the depth is bounded by that of the lesson. */
function mergePatch(base: unknown, patch: unknown): unknown {
  if (!isFields(base) || !isFields(patch)) return patch;
  // Workloads of different kinds share no fields worth keeping.
  if ('kind' in patch && patch['kind'] !== base['kind']) return patch;
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(patch)) {
    merged.set(key, merged.has(key) ? mergePatch(merged.get(key), value) : value);
  }
  return Object.fromEntries(merged);
}

function withAppChange(scenario: unknown, change: Fields | undefined): unknown {
  if (change === undefined || !isFields(scenario) || !Array.isArray(scenario['apps'])) {
    return scenario;
  }
  const [first, ...others] = scenario['apps'] as unknown[];
  const changed = mergePatch(first, change);
  const named = isFields(changed) ? renamed(changed, change) : changed;
  return { ...scenario, apps: [named, ...others] };
}

/** An app with another workload is called after that, unless the change says how. */
function renamed(app: Fields, change: Fields): Fields {
  if (!('workload' in change) || 'name' in change) return app;
  const { name: _, ...rest } = app;
  return rest;
}

function withWishes(scenario: Scenario, { wishes = [] }: SceneSpec): Scenario {
  const fast = wishes.includes('fast-notification') ? withNotification(scenario) : scenario;
  return wishes.includes('memory-isolation') ? withIsolation(fast, true) : fast;
}

/** So many copies of the first app on one socket, sharing a Res core. */
function withCopies(
  scenario: Scenario,
  copies: number | undefined,
): Result<Scenario, ScenarioProblem[]> {
  if (copies === undefined) return ok(scenario);
  const { redundancy, signalling: method } = scenario.apps[0];
  const replicas = redundancy === 'native' ? 1 : redundancy;
  const size = { resCores: 1, appsPerResCore: copies, replicas };
  const cores = coresNeeded(size);
  if (cores > MAX_CORES) {
    const message = t('needs {cores} cores, and there are at most {most}; use fewer copies', {
      cores,
      most: MAX_CORES,
    });
    return err([{ path: 'copies', message }]);
  }
  const spec = scalabilityOf(scenario, { methods: [method], replicas: [replicas] });
  return ok(scenarioOfPoint(spec, { point: 0, method, cores, ...size }));
}

/** Profiles are measured and of bounded length; what is generated is counted before it is made. */
function checkLength(scenario: Scenario): Result<Scenario, ScenarioProblem[]> {
  const events = scenario.apps.reduce((sum, app) => sum + lengthOf(app.workload), 0);
  if (events <= MAX_SCENE_EVENTS) return ok(scenario);
  const message = t(
    'has {events} externalization events, more than the {most} of a lesson; make its programs shorter',
    { events, most: MAX_SCENE_EVENTS },
  );
  return err([{ path: 'apps', message }]);
}

function lengthOf(workload: WorkloadSpec): number {
  switch (workload.kind) {
    case 'profile':
      return 0;
    case 'periodic':
    case 'random':
      return workload.events;
    case 'phases':
      return phasesLength(workload);
    case 'driver':
      return workload.interrupts * (workload.reads + workload.writes + 1);
    case 'segments':
      return workload.segments.reduce((sum, { repeat = 1 }) => sum + repeat, 0);
    default:
      return workload satisfies never;
  }
}

/** `scenario` with its first app under another method or in a group of another size, and another seed. */
export function variedScenario(
  scenario: Scenario,
  { method, replicas }: Variation,
  seed: number | null,
): Scenario {
  const [first, ...others] = scenario.apps;
  const redundancy = replicas ?? first.redundancy;
  const varied: AppSpec = {
    ...first,
    redundancy,
    signalling: method ?? first.signalling,
    placement: replicas === undefined ? first.placement : fitPlacement(first, redundancy),
  };
  return { ...scenario, seed: seed ?? scenario.seed, apps: [varied, ...others] };
}
