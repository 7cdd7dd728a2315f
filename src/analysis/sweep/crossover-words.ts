import { asData, t } from '../../base/language.ts';
import { listed } from '../phrases.ts';
import { valuesOfAxis } from './axis-values.ts';
import type { Contest, SweepFinding } from './finding.ts';
import type { PairCrossover, SeedBand } from './pair-crossovers.ts';
import { parameterOf } from './parameters.ts';
import type { SweepAxis } from './spec.ts';
import { PALE } from './winners.ts';
import {
  axisPhrase,
  betweenText,
  methodNoun,
  onMetric,
  percentText,
  rangeText,
  sentence,
  valueText,
} from './words.ts';

/** `Above 1 900 cycles per IPI migration beats IPC on run time.` */
export function crossoverFinding(contest: Contest, crossover: PairCrossover): SweepFinding {
  const { table, measure, redundancy, prefix } = contest;
  const { layout } = table;
  const [axis] = layout.spec.axes;
  const { first, second, firstBelow, bracket, at, clear, band } = crossover;
  const [loser, winner] = firstBelow ? [first, second] : [second, first];
  const [better, worse] = [winner, loser].map((index) => methodNoun(layout.variants[index].method));
  const metric = onMetric(measure.metric);
  const told = clear
    ? t('{where} {better} beats {worse} {metric}.', {
        where: placeOf(axis, crossover),
        better,
        worse,
        metric,
      })
    : t(
        '{better} and {worse} change places {metric} {where}, always less than {limit} apart on one of its sides.',
        { better, worse, metric, where: nearText(axis, crossover), limit: percentText(PALE) },
      );
  return {
    kind: clear ? 'crossover' : asData('pale crossover'),
    redundancy,
    variants: [winner, loser],
    sentence: sentence(prefix + told),
    detail: sentence(`${bandText(bracketText(axis, bracket), band)}.`),
    between: [table.pointAt([bracket[0]]), table.pointAt([bracket[1]])],
    at,
  };
}

type Place = Pick<PairCrossover, 'at' | 'bracket'>;

/** `above 1 900 cycles per IPI`; between two neighbouring whole numbers `from 4 replicas on`. */
function placeOf(axis: SweepAxis, place: Place): string {
  const [low, high] = endsOf(axis, place);
  if (isNext(axis, low, high))
    return t('from {value} on', { value: axisPhrase(axis, valueText(high)) });
  const value = axisPhrase(axis, exactPlace(axis, place));
  return low < high ? t('above {value}', { value }) : t('below {value}', { value });
}

/** `near 1 900 cycles per IPI`; where there is nothing between, `between 3 and 4 replicas`. */
function nearText(axis: SweepAxis, place: Place): string {
  const [low, high] = endsOf(axis, place);
  if (!isNext(axis, low, high))
    return t('near {value}', { value: axisPhrase(axis, exactPlace(axis, place)) });
  const values = listed([valueText(low), valueText(high)]);
  return t('between {values}', { values: axisPhrase(axis, values) });
}

/** Is there no value between the two? */
function isNext({ parameter }: SweepAxis, low: number, high: number): boolean {
  const { range } = parameterOf(parameter);
  return range.kind === 'number' && range.whole && high - low === 1;
}

function exactPlace(axis: SweepAxis, place: Place): string {
  return betweenText(place.at, endsOf(axis, place));
}

function endsOf(axis: SweepAxis, { bracket }: Place): readonly [number, number] {
  const values = valuesOfAxis(axis) as readonly number[];
  return [values[bracket[0]], values[bracket[1]]];
}

function bracketText(axis: SweepAxis, bracket: readonly [number, number]): string {
  const [low, high] = endsOf(axis, { at: 0, bracket });
  const ends = { low: valueText(low), high: valueText(high) };
  return isNext(axis, low, high)
    ? t('simulated at {low} and {high}', ends)
    : t('simulated at {low} and {high}, interpolated between', ends);
}

function bandText(bracket: string, band: SeedBand | null): string {
  if (band === null) return t('{bracket}; one seed', { bracket });
  const { seeds, found, min, max } = band;
  if (found === 0) {
    return t('{bracket}; median of {seeds} seeds, none of which has this crossing alone', {
      bracket,
      seeds,
    });
  }
  return t('{bracket}; median of {seeds} seeds, in {found} of which it lies {range}', {
    bracket,
    seeds,
    found,
    range: rangeText(min, max),
  });
}
