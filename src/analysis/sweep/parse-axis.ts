import { t } from '../../base/language.ts';
import type { ScenarioProblem } from '../../scenario/scenario.ts';
import { didYouMean } from '../../scenario/suggest.ts';
import { quote } from '../../workload/problems.ts';
import type { ParameterName } from './parameters.ts';
import { PARAMETER_NAMES, parameterOf } from './parameters.ts';
import { isRecord, textOf, unknownFields } from './json-fields.ts';
import type { SweepAxis } from './spec.ts';
import type { ParameterValue } from './sweep-parameter.ts';

const FIELDS = ['parameter', 'scale', 'from', 'to', 'steps', 'values'] as const;
const SCALES = ['linear', 'log', 'list'] as const;
/** Steps of an axis that does not say. */
const STEPS = 17;
/** A range that spans more is logarithmic unless told otherwise. */
const WIDE = 20;

/**
 * Reads an axis; ranges and values are for `checkSweep` to judge. Left out, `from` and `to` are the
 * ends of the parameter's usual range, the values of a parameter with words all of them; `scale` is
 * a list where there are values, logarithmic where the range is wide, else linear.
 */
export function parseAxis(
  json: unknown,
  path: string,
  problems: ScenarioProblem[],
): SweepAxis | null {
  if (!isRecord(json)) {
    problems.push({ path, message: t('must be an object with a parameter') });
    return null;
  }
  problems.push(...unknownFields(json, FIELDS, `${path}.`));
  const parameter = PARAMETER_NAMES.find((name) => name === json.parameter);
  if (parameter === undefined) {
    problems.push({ path: `${path}.parameter`, message: missing(json.parameter) });
    return null;
  }
  const scale = SCALES.find((known) => known === json.scale);
  if (json.scale !== undefined && scale === undefined) {
    const message = t('must be one of {scales}, but is {scale}', {
      scales: SCALES.join(', '),
      scale: quote(json.scale),
    });
    problems.push({ path: `${path}.scale`, message });
    return null;
  }
  const { range } = parameterOf(parameter);
  const isList = scale === 'list' || json.values !== undefined || range.kind === 'words';
  if (!isList) return spreadAxis({ json, path, problems }, parameter, scale);
  if (scale !== undefined && scale !== 'list') {
    problems.push({ path: `${path}.scale`, message: t('must be "list" where there are values') });
  }
  return { parameter, scale: 'list', values: listedValues({ json, path, problems }, parameter) };
}

function missing(name: unknown): string {
  if (name === undefined)
    return t('is missing; one of {names}', { names: PARAMETER_NAMES.join(', ') });
  const hint = didYouMean(textOf(name), PARAMETER_NAMES);
  return t('there is no parameter {name}{hint}', {
    name: quote(name),
    hint: hint || t('; known: {names}', { names: PARAMETER_NAMES.join(', ') }),
  });
}

interface Given {
  readonly json: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly problems: ScenarioProblem[];
}

function listedValues(
  { json, path, problems }: Given,
  parameter: ParameterName,
): readonly ParameterValue[] {
  for (const field of ['from', 'to', 'steps']) {
    if (json[field] === undefined) continue;
    problems.push({ path: `${path}.${field}`, message: t('has no meaning for a list of values') });
  }
  const { values } = json;
  if (values === undefined) {
    const { words = [] } = parameterOf(parameter).range;
    if (words.length === 0) problems.push({ path: `${path}.values`, message: t('is missing') });
    return words;
  }
  if (!Array.isArray(values)) {
    problems.push({
      path: `${path}.values`,
      message: t('must be a list, but is {values}', { values: quote(values) }),
    });
    return [];
  }
  return values.map((value: unknown) =>
    typeof value === 'number' || typeof value === 'string' ? value : Number.NaN,
  );
}

function spreadAxis(
  given: Given,
  parameter: ParameterName,
  scale: 'linear' | 'log' | 'list' | undefined,
): SweepAxis {
  const { range } = parameterOf(parameter);
  const usual = range.kind === 'number' ? range.usual : ([0, 1] as const);
  const from = numberIn(given, 'from', usual[0]);
  const to = numberIn(given, 'to', usual[1]);
  const most = range.kind === 'number' && range.whole ? Math.min(STEPS, to - from + 1) : STEPS;
  const steps = numberIn(given, 'steps', most);
  const wide = from > 0 && to / from > WIDE;
  return {
    parameter,
    scale: scale === 'log' || (scale !== 'linear' && wide) ? 'log' : 'linear',
    from,
    to,
    steps,
  };
}

function numberIn({ json, path, problems }: Given, field: string, otherwise: number): number {
  const value = json[field];
  if (value === undefined) return otherwise;
  if (typeof value === 'number') return value;
  problems.push({
    path: `${path}.${field}`,
    message: t('must be a number, but is {value}', { value: quote(value) }),
  });
  return otherwise;
}
