import { valuesOfAxis } from './axis-values.ts';
import type { Contest, SweepFinding } from './finding.ts';
import type { PairCrossover, SeedBand } from './pair-crossovers.ts';
import { parameterOf } from './parameters.ts';
import type { SweepAxis } from './spec.ts';
import { PALE } from './winners.ts';
import {
  axisPhrase,
  betweenText,
  METHOD_NOUNS,
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
  const [better, worse] = [winner, loser].map(
    (index) => METHOD_NOUNS[layout.variants[index].method],
  );
  const metric = onMetric(measure.metric);
  const where = placeOf(axis, crossover);
  return {
    kind: clear ? 'crossover' : 'pale crossover',
    redundancy,
    variants: [winner, loser],
    sentence: sentence(
      clear
        ? `${prefix}${where} ${better} beats ${worse} ${metric}.`
        : `${prefix}${better} and ${worse} change places ${metric} ${nearText(axis, crossover)}, always less than ${percentText(PALE)} apart on one of its sides.`,
    ),
    detail: sentence(`${bracketText(axis, bracket)}${bandText(band)}.`),
    between: [table.pointAt([bracket[0]]), table.pointAt([bracket[1]])],
    at,
  };
}

type Place = Pick<PairCrossover, 'at' | 'bracket'>;

/** `above 1 900 cycles per IPI`; between two neighbouring whole numbers `from 4 replicas on`. */
function placeOf(axis: SweepAxis, place: Place): string {
  const [low, high] = endsOf(axis, place);
  if (isNext(axis, low, high)) return `from ${axisPhrase(axis, valueText(high))} on`;
  return `${low < high ? 'above' : 'below'} ${axisPhrase(axis, exactPlace(axis, place))}`;
}

/** `near 1 900 cycles per IPI`; where there is nothing between, `between 3 and 4 replicas`. */
function nearText(axis: SweepAxis, place: Place): string {
  const [low, high] = endsOf(axis, place);
  if (!isNext(axis, low, high)) return `near ${axisPhrase(axis, exactPlace(axis, place))}`;
  return `between ${axisPhrase(axis, `${valueText(low)} and ${valueText(high)}`)}`;
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
  const between = isNext(axis, low, high) ? '' : ', interpolated between';
  return `simulated at ${valueText(low)} and ${valueText(high)}${between}`;
}

function bandText(band: SeedBand | null): string {
  if (band === null) return '; one seed';
  const { seeds, found, min, max } = band;
  if (found === 0) return `; median of ${seeds} seeds, none of which has this crossing alone`;
  return `; median of ${seeds} seeds, in ${found} of which it lies ${rangeText(min, max)}`;
}
