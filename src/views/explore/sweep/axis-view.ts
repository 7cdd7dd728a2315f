import { msg, t } from '../../../base/language.ts';
import { valuesOfAxis } from '../../../analysis/sweep/axis-values.ts';
import type { ParameterName } from '../../../analysis/sweep/parameters.ts';
import { parameterOf } from '../../../analysis/sweep/parameters.ts';
import type { SweepAxis } from '../../../analysis/sweep/spec.ts';
import type { ParameterValue } from '../../../analysis/sweep/sweep-parameter.ts';
import type { AxisKind } from '../../../draw/sweep/axis.ts';
import { groupDigits } from '../../../draw/format.ts';

/** An axis of a sweep as figures and tables show it: values ascend, words are numbered. */
export interface AxisView {
  readonly parameter: ParameterName;
  /** A word or two. */
  readonly name: string;
  /** What stands along the axis of a figure. */
  readonly label: string;
  readonly kind: AxisKind;
  /** The axis' own index of each value shown. */
  readonly order: readonly number[];
  /** Ascending; the numbers of words. */
  readonly values: readonly number[];
  /** A value without its unit. */
  readonly format: (value: number) => string;
  /** The same with its unit. */
  readonly words: (value: number) => string;
  /** The same in a sentence that has not named the parameter. */
  readonly phrase: (value: number) => string;
}

/** Parameters whose name in scenarios says too little. */
const NAMES: Partial<Record<ParameterName, string>> = {
  copies: msg('apps per Res core'),
  replicas: msg('replicas'),
  placement: msg('placement'),
  clock: msg('clock'),
  comparison: msg('comparison'),
  watchdog: msg('watchdog'),
  era: msg('era'),
  'res-cores': msg('Res cores'),
  gap: msg('trap distance'),
  events: msg('number of traps'),
  'page-fault-share': msg('share of page faults'),
  cpi: msg('CPI'),
  'fault-gap': msg('fault distance'),
  'memory-isolation': msg('memory isolation'),
  'cost-preset': msg('cost preset'),
  ipi: msg('IPI cost'),
};

/** What a parameter is called in a sentence. */
export function parameterName(name: ParameterName): string {
  return t(NAMES[name] ?? name.replaceAll(/[_-]/gu, ' '));
}

/** Beyond this ratio of its ends a list is drawn on a logarithmic axis. */
const WIDE = 20;

/** How an axis is shown. */
export function axisView(axis: SweepAxis): AxisView {
  const raw = valuesOfAxis(axis);
  const { parameter } = axis;
  const { unit, unitNames = false } = parameterOf(parameter);
  const name = parameterName(parameter);
  if (!raw.every((value): value is number => typeof value === 'number')) {
    const order = raw.map((_, i) => i);
    const format = (i: number): string => valueText(raw[i] ?? '');
    return {
      parameter,
      name,
      label: name,
      kind: 'words',
      order,
      values: order,
      format,
      words: format,
      phrase: (i) => `${name} ${format(i)}`,
    };
  }
  const order = raw.map((_, i) => i).toSorted((a, b) => raw[a] - raw[b]);
  const values = order.map((i) => raw[i]);
  const kind = kindOf(axis, values);
  const words = (value: number): string =>
    unit === '' ? valueText(value) : `${valueText(value)} ${t(unit)}`;
  return {
    parameter,
    name,
    label: labelOf(axis, kind),
    kind,
    order,
    values,
    format: valueText,
    words,
    phrase: (value) => (unitNames ? words(value) : `${name} ${words(value)}`),
  };
}

function kindOf({ scale }: SweepAxis, values: readonly number[]): AxisKind {
  if (scale !== 'list') return scale;
  const [least = 0] = values;
  return least > 0 && (values.at(-1) ?? 0) / least > WIDE ? 'log' : 'linear';
}

const LABELS: Partial<Record<ParameterName, string>> = {
  ipi: msg('cycles for one IPI, send to handler done'),
  gap: msg('instructions between two traps'),
};

function labelOf({ parameter }: SweepAxis, kind: AxisKind): string {
  const { unit } = parameterOf(parameter);
  const name = parameterName(parameter);
  const own = LABELS[parameter];
  const named = unit === '' || t(unit) === name ? name : `${name}, ${t(unit)}`;
  const label = own === undefined ? named : t(own);
  return kind === 'log' ? t('{label}, log scale', { label }) : label;
}

/** Words that parameters have for values; cost presets are called as they are. */
const WORDS: Readonly<Record<string, string>> = {
  'same-socket': msg('same socket'),
  'other-socket': msg('other socket'),
  spread: msg('spread'),
  prototype: msg('prototype'),
  full: msg('full'),
  off: msg('off'),
  on: msg('on'),
};

/** A value as it is read; digits are grouped. */
function valueText(value: ParameterValue): string {
  if (typeof value === 'string') return t(WORDS[value] ?? value.replaceAll('-', ' '));
  return groupDigits(value, decimalsOf(value));
}

/** As many digits after the point as the value has, four at most. */
function decimalsOf(value: number): number {
  const [, fraction = ''] = String(Number(value.toPrecision(6))).split('.');
  return Math.min(4, fraction.length);
}
