import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { t } from '../../base/language.ts';
import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import type { Scenario, ScenarioProblem } from '../../scenario/scenario.ts';
import { defaultAppName, parseScenario } from '../../scenario/schema.ts';
import { didYouMean } from '../../scenario/suggest.ts';
import { quote } from '../../workload/problems.ts';
import { checkSweep } from './check-sweep.ts';
import { parseAxis } from './parse-axis.ts';
import { readWeights } from './energy-weights.ts';
import type { Json } from './json-fields.ts';
import { isRecord, textOf, unknownFields } from './json-fields.ts';
import type { SweepAxis, SweepOptions, SweepSpec } from './spec.ts';
import { MAX_SEEDS, sweepOf } from './spec.ts';

/** Gives the scenario that a name stands for; the error is a sentence part. */
export type ScenarioFinder = (name: string) => Result<Scenario, string>;

const FIELDS = [
  'scenario',
  'workload',
  'axes',
  'methods',
  'redundancies',
  'scope',
  'seeds',
  'energyWeights',
] as const;

/**
 * Reads a sweep from parsed JSON of any origin: a whole `SweepSpec`, or a short form in which
 * `scenario` may be a name that `find` knows, `seeds` a number of seeds, and everything but
 * `scenario` and `axes` left out. `workload` puts a shipped profile in the place of the first app's.
 */
export function parseSweep(
  json: unknown,
  find: ScenarioFinder,
): Result<SweepSpec, ScenarioProblem[]> {
  if (!isRecord(json)) return err([{ path: '', message: t('must be an object') }]);
  const problems = unknownFields(json, FIELDS, '');
  const scenario = readScenario(json, find, problems);
  const axes = readAxes(json.axes, problems);
  const options = readOptions(json, scenario, problems);
  if (scenario === null || problems.length > 0) return err(problems);
  const spec = sweepOf(scenario, axes, options);
  const wrong = checkSweep(spec);
  return wrong.length > 0 ? err(wrong) : ok(spec);
}

function readScenario(
  { scenario: given, workload }: Json,
  find: ScenarioFinder,
  problems: ScenarioProblem[],
): Scenario | null {
  const scenario = typeof given === 'string' ? find(given) : parseGiven(given);
  if (!scenario.ok) {
    const found = scenario.error;
    if (typeof found === 'string') problems.push({ path: 'scenario', message: found });
    else
      problems.push(...found.map(({ path, message }) => ({ path: `scenario.${path}`, message })));
    return null;
  }
  if (workload === undefined) return scenario.value;
  if (typeof workload !== 'string' || workload === '') {
    problems.push({ path: 'workload', message: t('must be the id of a shipped workload') });
    return null;
  }
  const [first, ...others] = scenario.value.apps;
  const profile = { kind: 'profile', id: workload } as const;
  const app = { ...first, name: defaultAppName(profile), workload: profile };
  return { ...scenario.value, title: app.name, apps: [app, ...others] };
}

function parseGiven(given: unknown): Result<Scenario, string | ScenarioProblem[]> {
  if (given === undefined) return err(t('is missing; give a preset, or a whole scenario'));
  return parseScenario(given);
}

function readAxes(given: unknown, problems: ScenarioProblem[]): SweepAxis[] {
  if (!Array.isArray(given)) {
    problems.push({ path: 'axes', message: t('must be a list of one or two axes') });
    return [];
  }
  return given.flatMap((json: unknown, i) => parseAxis(json, `axes[${i}]`, problems) ?? []);
}

function readOptions(
  json: Json,
  scenario: Scenario | null,
  problems: ScenarioProblem[],
): SweepOptions {
  const { methods, redundancies, scope, seeds, energyWeights } = json;
  if (scope !== undefined && scope !== 'all' && scope !== 'first') {
    problems.push({
      path: 'scope',
      message: t('must be "all" or "first", but is {scope}', { scope: quote(scope) }),
    });
  }
  return {
    ...(methods === undefined ? {} : { methods: readMethods(methods, problems) }),
    ...(redundancies === undefined
      ? {}
      : { redundancies: readRedundancies(redundancies, problems) }),
    ...(scope === 'first' ? { scope } : {}),
    ...(seeds === undefined ? {} : { seeds: readSeeds(seeds, scenario, problems) }),
    ...(energyWeights === undefined ? {} : { energyWeights: readWeights(energyWeights, problems) }),
  };
}

function readMethods(given: unknown, problems: ScenarioProblem[]): SweepSpec['methods'] {
  return listOf(given, 'methods', problems).flatMap((word, i) => {
    const method = SIGNALLING_METHODS.find((known) => known === word);
    if (method !== undefined) return [method];
    const hint =
      didYouMean(textOf(word), SIGNALLING_METHODS) ||
      t('; known: {names}', { names: SIGNALLING_METHODS.join(', ') });
    problems.push({
      path: `methods[${i}]`,
      message: t('there is no method {word}{hint}', { word: quote(word), hint }),
    });
    return [];
  });
}

/** What the numbers may be is for `checkSweep` to say. */
function readRedundancies(given: unknown, problems: ScenarioProblem[]): SweepSpec['redundancies'] {
  return listOf(given, 'redundancies', problems).map((value) =>
    typeof value === 'number' || value === 'native' ? value : Number.NaN,
  );
}

function readSeeds(
  given: unknown,
  scenario: Scenario | null,
  problems: ScenarioProblem[],
): readonly number[] {
  if (typeof given !== 'number') {
    return listOf(given, 'seeds', problems).map((value) =>
      typeof value === 'number' ? value : Number.NaN,
    );
  }
  if (!(Number.isInteger(given) && given >= 1 && given <= MAX_SEEDS)) {
    const message = t('must be a number of seeds from 1 to {most}, or a list of them', {
      most: MAX_SEEDS,
    });
    problems.push({ path: 'seeds', message });
    return [];
  }
  const first = scenario?.seed ?? 0;
  return Array.from({ length: given }, (_, i) => (first + i) % 2 ** 32);
}

function listOf(given: unknown, path: string, problems: ScenarioProblem[]): readonly unknown[] {
  if (Array.isArray(given)) return given as readonly unknown[];
  problems.push({ path, message: t('must be a list, but is {given}', { given: quote(given) }) });
  return [];
}
