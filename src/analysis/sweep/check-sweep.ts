import { t } from '../../base/language.ts';
import { groupDigits, roundedDigits } from '../../base/digits.ts';
import { MAX_REPLICAS } from '../../base/vocabulary.ts';
import type { ScenarioProblem } from '../../scenario/scenario.ts';
import { valuesOfAxis } from './axis-values.ts';
import { checkWeights } from './energy-weights.ts';
import { IPI_COSTS } from './hardware-parameters.ts';
import { parameterOf } from './parameters.ts';
import type { SweepAxis, SweepSpec } from './spec.ts';
import { MAX_RUNS, MAX_SEEDS, MAX_STEPS, variantsOf } from './spec.ts';
import type { ParameterRange, ParameterValue } from './sweep-parameter.ts';

/** All that is wrong with the figures of a sweep, its scenarios apart; empty when it can be made. */
export function checkSweep(spec: SweepSpec): ScenarioProblem[] {
  const { energyWeights } = spec;
  const weights = energyWeights === undefined ? [] : checkWeights(energyWeights);
  const problems = [...checkLists(spec), ...checkAxes(spec), ...weights];
  if (problems.length > 0) return problems;
  const points = spec.axes.reduce((product, axis) => product * valuesOfAxis(axis).length, 1);
  const runs = points * variantsOf(spec).length * spec.seeds.length;
  if (runs <= MAX_RUNS) return [];
  const message = t('make {runs} runs; the most is {most}: take fewer steps, methods or seeds', {
    runs: groupDigits(runs),
    most: groupDigits(MAX_RUNS),
  });
  return [{ path: 'axes', message }];
}

function checkLists(spec: SweepSpec): ScenarioProblem[] {
  const problems: ScenarioProblem[] = [];
  for (const path of ['methods', 'redundancies', 'seeds'] as const) {
    const list: readonly (string | number)[] = spec[path];
    const twice = list.find((value, i) => list.slice(0, i).includes(value));
    if (list.length === 0) problems.push({ path, message: t('must not be empty') });
    if (twice !== undefined) problems.push({ path, message: t('lists {twice} twice', { twice }) });
  }
  spec.redundancies.forEach((redundancy, i) => {
    if (redundancy === 'native' || isWhole(redundancy, 1, MAX_REPLICAS)) return;
    const message = t('must be "native" or a whole number from 1 to {most}', {
      most: MAX_REPLICAS,
    });
    problems.push({ path: `redundancies[${i}]`, message });
  });
  spec.seeds.forEach((seed, i) => {
    if (isWhole(seed, 0, 0xffffffff)) return;
    const message = t('must be a whole number from 0 to {most}', { most: groupDigits(0xffffffff) });
    problems.push({ path: `seeds[${i}]`, message });
  });
  if (spec.seeds.length > MAX_SEEDS) {
    problems.push({
      path: 'seeds',
      message: t('lists {length}; the most is {most}', {
        length: spec.seeds.length,
        most: MAX_SEEDS,
      }),
    });
  }
  return problems;
}

function checkAxes(spec: SweepSpec): ScenarioProblem[] {
  const { axes, redundancies } = spec;
  if (axes.length < 1 || axes.length > 2) {
    return [
      { path: 'axes', message: t('must be one or two, but are {length}', { length: axes.length }) },
    ];
  }
  const problems = axes.flatMap((axis, i) => checkAxis(axis, `axes[${i}]`, spec));
  const [first, second] = axes.map(({ parameter }) => parameter);
  if (first === second) {
    problems.push({
      path: 'axes[1].parameter',
      message: t('"{second}" is on the other axis already', { second }),
    });
  } else if (second !== undefined && overlap(first, second)) {
    const message = t('"{first}" and "{second}" set the same cost; vary one of them', {
      first,
      second,
    });
    problems.push({ path: 'axes[1].parameter', message });
  }
  if (axes.some(({ parameter }) => parameter === 'replicas') && redundancies.length > 1) {
    const message = t('must be one where an axis varies the replicas');
    problems.push({ path: 'redundancies', message });
  }
  return problems;
}

function overlap(...names: readonly string[]): boolean {
  return names.includes('ipi') && IPI_COSTS.some((name) => names.includes(name));
}

function checkAxis(axis: SweepAxis, path: string, spec: SweepSpec): ScenarioProblem[] {
  const { refuse, range } = parameterOf(axis.parameter);
  const refused = refuse?.(spec.scenario, spec.scope) ?? null;
  if (refused !== null) return [{ path: `${path}.parameter`, message: refused }];
  if (axis.scale === 'list') return checkList(axis.values, range, `${path}.values`);
  const problems: ScenarioProblem[] = [];
  const report = (field: string, message: string): void => {
    problems.push({ path: `${path}.${field}`, message });
  };
  if (range.kind === 'words') {
    report('scale', t('must be "list": the values are {words}', { words: range.words.join(', ') }));
    return problems;
  }
  const wrong = { from: valueProblem(axis.from, range), to: valueProblem(axis.to, range) };
  for (const field of ['from', 'to'] as const) {
    const message = wrong[field];
    if (message !== null) report(field, message);
    else if (axis.scale === 'log' && !(axis[field] > 0)) {
      report(
        field,
        t('must be above 0 on a logarithmic axis, but is {value}; the scale "linear" takes it', {
          value: numberText(axis[field]),
        }),
      );
    }
  }
  // Of ends that are no numbers, or out of range, that is said alone.
  if (wrong.from === null && wrong.to === null && axis.from >= axis.to) {
    report('to', t('must be above "from", which is {from}', { from: numberText(axis.from) }));
  }
  if (!isWhole(axis.steps, 2, MAX_STEPS)) {
    report('steps', t('must be a whole number from 2 to {most}', { most: MAX_STEPS }));
  }
  return problems;
}

function checkList(
  values: readonly ParameterValue[],
  range: ParameterRange,
  path: string,
): ScenarioProblem[] {
  if (values.length === 0 || values.length > MAX_STEPS) {
    return [{ path, message: t('must have 1 to {most} values', { most: MAX_STEPS }) }];
  }
  return values.flatMap((value, i) => {
    const twice = values.slice(0, i).includes(value);
    const message = twice ? t('{value} is listed twice', { value }) : valueProblem(value, range);
    return message === null ? [] : [{ path: `${path}[${i}]`, message }];
  });
}

/** Why a parameter with `range` cannot have `value`, as a sentence part; `null` = it can. */
function valueProblem(value: ParameterValue, range: ParameterRange): string | null {
  const words = range.words ?? [];
  if (typeof value === 'string') {
    if (words.includes(value)) return null;
    const known = words.map((word) => `"${word}"`).join(', ');
    if (range.kind === 'words') return t('must be one of {known}', { known });
    return words.length === 0 ? t('must be a number') : t('must be a number or {known}', { known });
  }
  if (range.kind === 'words')
    return t('must be one of {known}', { known: words.map((w) => `"${w}"`).join(', ') });
  const { least, most, whole } = range;
  if (whole ? isWhole(value, least, most) : value >= least && value <= most) return null;
  return whole
    ? t('must be a whole number from {least} to {most}', {
        least: numberText(least),
        most: numberText(most),
      })
    : t('must be a number from {least} to {most}', {
        least: numberText(least),
        most: numberText(most),
      });
}

function numberText(value: number): string {
  return roundedDigits(value, 12);
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
