import { readJson } from '../../base/json.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import { t } from '../../base/language.ts';
import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import type { ScenarioProblem } from '../../scenario/scenario.ts';
import { parseScenario } from '../../scenario/schema.ts';
import type { PlacementRun, PlacementStudySpec } from '../placement/study.ts';
import { checkPlacementStudy, placementPoints } from '../placement/study.ts';
import type { ScalabilitySpec } from '../scalability/spec.ts';
import { appsOf, checkStudy, layOutStudy } from '../scalability/spec.ts';
import type { PointRun } from '../scalability/study.ts';
import type { Json } from '../sweep/json-fields.ts';
import { isRecord } from '../sweep/json-fields.ts';
import type { WishListSpec } from '../wish-list/spec.ts';
import { checkWishList } from '../wish-list/spec.ts';
import type { WishListStep } from '../wish-list/study.ts';
import type { Guard } from './guards.ts';
import { isCount, isFigures, isWindow, listOf, oneOf, withFields } from './guards.ts';
import { wishStepReader } from './wish-steps.ts';

/*
 * A saved study is the JSON that the page and `explore … --json` write: beside the report, which is
 * for other programs, `spec` says what was studied, scenario included, and `runs` holds what every
 * step left. Those two show the study again.
 */

/** A study with its steps, by what it is called. */
interface Opened<Name, Spec, Step> {
  readonly study: Name;
  readonly spec: Spec;
  readonly done: readonly { readonly step: number; readonly result: Step }[];
}

/** A study that was saved. */
export type SavedStudy =
  | Opened<'scalability', ScalabilitySpec, PointRun>
  | Opened<'wish-list', WishListSpec, WishListStep>
  | Opened<'placement', PlacementStudySpec, PlacementRun>;

/** Reads a study that was saved; the error is a sentence that says what is wrong and where. */
export function readStudyFile(text: string): Result<SavedStudy, string> {
  const read = readJson(text);
  const json = read.ok ? read.value : null;
  if (!isRecord(json)) return err(t('It is cut or damaged: it is no whole JSON object.'));
  const { study, spec, runs } = json;
  if (typeof study !== 'string') return err(t('It does not say of which study it is.'));
  if (study === 'closed-form') {
    return err(t('It holds results of the closed form, which have no page of their own.'));
  }
  if (!isStudy(study))
    return err(t('It is of a study called “{study}”, which there is not.', { study }));
  if (!isRecord(spec)) return err(t('Its field “spec”, which says what was studied, is missing.'));
  if (spec['scenario'] === undefined || runs === undefined) {
    return err(
      t('It was written without its scenario or its runs, by an older version: make it once more.'),
    );
  }
  if (!Array.isArray(runs)) return err(t('Its field “runs” must be a list.'));
  return readAs(study, spec, runs);
}

type StudyName = SavedStudy['study'];
const NAMES: readonly string[] = ['scalability', 'wish-list', 'placement'] satisfies StudyName[];

function isStudy(name: string): name is StudyName {
  return NAMES.includes(name);
}

function readAs(
  study: StudyName,
  json: Json,
  runs: readonly unknown[],
): Result<SavedStudy, string> {
  if (study === 'scalability') {
    const spec = readSpec<ScalabilitySpec>(json, SCALABILITY, checkStudy);
    if (!spec.ok) return spec;
    const done = readRuns(runs, pointReader(spec.value));
    return done.ok ? ok({ study, spec: spec.value, done: done.value }) : done;
  }
  if (study === 'wish-list') {
    const spec = readSpec<WishListSpec>(json, WISH_LIST, checkWishList);
    if (!spec.ok) return spec;
    const done = readRuns(runs, wishStepReader(spec.value));
    return done.ok ? ok({ study, spec: spec.value, done: done.value }) : done;
  }
  const spec = readSpec<PlacementStudySpec>(json, CELLS, checkPlacementStudy);
  if (!spec.ok) return spec;
  const done = readRuns(runs, placementReader(spec.value));
  return done.ok ? ok({ study, spec: spec.value, done: done.value }) : done;
}

type Guards = Readonly<Record<string, Guard>>;

const CELLS: Guards = { methods: listOf(oneOf(SIGNALLING_METHODS)), replicas: listOf(isCount) };
const WISH_LIST: Guards = { ...CELLS, faultsPerCell: isCount, seed: isCount };
const SCALABILITY: Guards = {
  ...CELLS,
  resCores: listOf(isCount),
  appsPerResCore: listOf(isCount),
  mostCores: isCount,
};

function readSpec<Spec>(
  json: Json,
  guards: Guards,
  check: (spec: Spec) => readonly ScenarioProblem[],
): Result<Spec, string> {
  const scenario = parseScenario(json['scenario']);
  if (!scenario.ok) return err(sentenceOf('spec.scenario', scenario.error));
  const wrong = Object.entries(guards).find(([name, guard]) => !guard(json[name]));
  if (wrong !== undefined)
    return err(t('Its field “spec.{name}” is missing or makes no sense.', { name: wrong[0] }));
  // Only the fields that were looked at, which are all there are.
  const fields = Object.keys(guards).map((name) => [name, json[name]]);
  const spec = { scenario: scenario.value, ...Object.fromEntries(fields) } as Spec;
  const problems = check(spec);
  return problems.length > 0 ? err(sentenceOf('spec', problems)) : ok(spec);
}

function sentenceOf(where: string, [first]: readonly ScenarioProblem[]): string {
  const path = first?.path === '' ? where : `${where}.${first?.path ?? ''}`;
  return t('Its field “{path}”: {problem}.', {
    path,
    problem: first?.message ?? t('makes no sense'),
  });
}

/** Gives the step of which a value of any origin is the result; `null` = of none. */
type StepReader<Step> = (json: unknown) => { readonly step: number; readonly result: Step } | null;

function readRuns<Step>(
  runs: readonly unknown[],
  read: StepReader<Step>,
): Result<{ readonly step: number; readonly result: Step }[], string> {
  const done = new Map<number, Step>();
  for (const [index, run] of runs.entries()) {
    const found = read(run);
    if (found === null)
      return err(t('Its field “runs[{index}]” is no run of this study.', { index }));
    const { step, result } = found;
    if (done.has(step))
      return err(t('Its field “runs[{index}]” is a run that it already has.', { index }));
    done.set(step, result);
  }
  if (done.size === 0) return err(t('It holds no run.'));
  return ok([...done].map(([step, result]) => ({ step, result })));
}

function pointReader(spec: ScalabilitySpec): StepReader<PointRun> {
  const { points } = layOutStudy(spec);
  const isRun = withFields({ point: isCount, figures: isWindow });
  return (json) => {
    if (!isRun(json)) return null;
    const result = json as PointRun;
    const { point: step, figures } = result;
    const known = points[step];
    const whole = known !== undefined && figures.apps.length === appsOf(known);
    return whole ? { step, result } : null;
  };
}

function placementReader(spec: PlacementStudySpec): StepReader<PlacementRun> {
  const points = placementPoints(spec).length;
  const isRun = withFields({ point: isCount, remote: isCount, figures: isFigures });
  return (json) => {
    if (!isRun(json)) return null;
    const result = json as PlacementRun;
    return result.point < points ? { step: result.point, result } : null;
  };
}
