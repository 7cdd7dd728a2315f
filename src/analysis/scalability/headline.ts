import { t } from '../../base/language.ts';
import { listed } from '../phrases.ts';
import { groupDigits, roundedDigits } from '../../base/digits.ts';
import type { CoreMode } from '../../base/vocabulary.ts';
import { CORE_MODES } from '../../base/vocabulary.ts';
import type { ModeCycles } from '../sweep/spec.ts';
import { methodNoun, percentText, redundancyNoun, variantNoun } from '../sweep/words.ts';
import type { ScaleAxis, ScaleChart, ScaleLine } from './chart.ts';
import { placeOf } from './chart.ts';
import type { ScaleMeasureName } from './measures.ts';
import { SCALE_MEASURES } from './measures.ts';
import type { ScaledPoint } from './report.ts';
import { awakePerEvent, SATURATED } from './report.ts';

/** Factors that differ by less are said as one. */
const SAME_FACTOR = 0.03;

/**
 * What a chart shows of a measure in one sentence, of its lines with the most replicas; how the
 * measure is computed while too little has run for that.
 */
export function scaleHeadline(chart: ScaleChart, measure: ScaleMeasureName): string {
  return special(chart, measure) ?? endSentence(chart, measure) ?? t(SCALE_MEASURES[measure].how);
}

function special(chart: ScaleChart, measure: ScaleMeasureName): string | null {
  const { axis } = chart;
  if (measure === 'burnt') return burntSentence(chart);
  if (axis === 'apps' && measure === 'throughput') return kneeSentence(chart);
  if (axis === 'apps' && measure === 'utilisation') return saturationSentence(chart);
  if (axis === 'res-cores' && measure === 'throughput') return growthSentence(chart);
  return axis === 'cores' && measure === 'throughput' ? bestSentence(chart) : null;
}

/** What the cores of a run do, in one sentence; `place` is where it lies, such as `4 Res cores`. */
export function coresHeadline(point: ScaledPoint, place: string): string {
  const { res, nonRes } = point.figures;
  const polls = shareOf(res, 'polling');
  const told = {
    place,
    n: point.resCores,
    works: percentText(point.utilisation),
    share: percentText(shareOf(nonRes, 'user')),
  };
  return polls > 0
    ? t(
        '{n, plural, one {With {place} the Res core works for {works} of the time, and burns {polls} polling} other {With {place} the Res cores work for {works} of the time, and burn {polls} polling}}; the other cores spend {share} in the application.',
        { ...told, polls: percentText(polls) },
      )
    : t(
        '{n, plural, one {With {place} the Res core works for {works} of the time} other {With {place} the Res cores work for {works} of the time}}; the other cores spend {share} in the application.',
        told,
      );
}

function shareOf(modes: ModeCycles, mode: CoreMode): number {
  return modes[mode] / CORE_MODES.reduce((sum, one) => sum + modes[one], 0);
}

/** The lines that sentences are about: of the most replicas. */
function strongLines({ lines }: ScaleChart): readonly ScaleLine[] {
  const most = Math.max(...lines.map(({ replicas }) => replicas ?? 0));
  return lines.filter(({ replicas }) => (replicas ?? 0) === most);
}

/** `TMR applications`; just applications where their replicas vary. */
function subject(lines: readonly ScaleLine[]): string {
  const replicas = lines[0]?.replicas ?? null;
  return replicas === null
    ? t('applications')
    : t('{redundancy} applications', { redundancy: redundancyNoun(replicas) });
}

function kneeSentence(chart: ScaleChart): string | null {
  const lines = strongLines(chart).filter(({ knee }) => knee !== null);
  if (lines.length === 0) return null;
  const each = byMethod(lines, ({ knee }) => roundedDigits(knee ?? 0, 2), subject(lines));
  return t('By its demand a Res core carries {each}; more slow each other down.', { each });
}

function saturationSentence(chart: ScaleChart): string | null {
  const lines = strongLines(chart).filter(({ method }) => method !== 'local');
  const known = lines.filter(({ points }) => points.some((point) => point !== null));
  if (known.length === 0) return null;
  const saturated = known.filter((line) => saturatedFrom(line) !== null);
  const share = percentText(SATURATED);
  if (saturated.length === 0) {
    const place = placeText(chart.axis, lastKnown(known, chart));
    return t('With up to {place} no Res core works for {share} of the time.', { place, share });
  }
  const each = byMethod(saturated, (line) => String(saturatedFrom(line)?.appsPerResCore ?? ''));
  return t('From so many {who} on the Res core works for {share} of the time: {each}.', {
    who: subject(known),
    share,
    each,
  });
}

function saturatedFrom({ points }: ScaleLine): ScaledPoint | null {
  return points.find((point) => (point?.utilisation ?? 0) >= SATURATED) ?? null;
}

function lastKnown(lines: readonly ScaleLine[], { values }: ScaleChart): number {
  const last = Math.max(...lines.map(({ points }) => points.findLastIndex((p) => p !== null)));
  return values[last] ?? 0;
}

/** How much more two ends of the axis do than one. */
function growthSentence(chart: ScaleChart): string | null {
  const lines = strongLines(chart).filter(({ points }) => points[0] && points.at(-1));
  const [first, last] = [chart.values[0], chart.values.at(-1)];
  if (lines.length === 0 || first === undefined || last === undefined || first === last)
    return null;
  const factors = lines.map(growth);
  const [least, most] = [Math.min(...factors), Math.max(...factors)];
  const ends = { from: resCoresText(first), to: resCoresText(last) };
  if (most - least < SAME_FACTOR * most) {
    return t('{to} do {factor} times as much as {from}, by every method.', {
      ...ends,
      factor: roundedDigits(most, 2),
    });
  }
  const each = byMethod(lines, (line) => roundedDigits(growth(line), 2));
  return t('{to} do so many times as much as {from}: {each}.', { ...ends, each });
}

function resCoresText(n: number): string {
  return t('{n, plural, one {1 Res core} other {# Res cores}}', { n });
}

function growth({ points }: ScaleLine): number {
  return (points.at(-1)?.eventsPerSecond ?? 0) / (points[0]?.eventsPerSecond ?? 1);
}

function bestSentence({ lines, values }: ScaleChart): string | null {
  const known = lines.flatMap((line) => line.points.at(-1) ?? []);
  const cores = values.at(-1);
  if (known.length === 0 || cores === undefined) return null;
  const best = known.reduce((a, b) => (b.eventsPerSecond > a.eventsPerSecond ? b : a));
  const { method, replicas, resCores, appsPerResCore } = best;
  const told = {
    cores,
    variant: variantNoun(replicas, method),
    events: groupDigits(best.eventsPerSecond),
    resCores: placeText('res-cores', resCores),
    apps: applications(appsPerResCore),
  };
  return resCores === 1
    ? t(
        'On up to {cores} cores {variant} does most: {events} events/s, with {resCores} and {apps}.',
        told,
      )
    : t(
        'On up to {cores} cores {variant} does most: {events} events/s, with {resCores} and {apps} each.',
        told,
      );
}

function burntSentence(chart: ScaleChart): string | null {
  const point = strongLines(chart)
    .find(({ method }) => method === 'polling')
    ?.points.findLast((one) => one !== null);
  if (point === undefined || point === null) {
    return chart.lines.some(({ method }) => method === 'polling')
      ? null
      : t('Only polling burns cycles, and it is not among the methods.');
  }
  const share = percentText(point.burntPerEvent / awakePerEvent(point));
  return t(
    'With {place} polling burns {cycles} core cycles an event, {share} of all that are not halted.',
    {
      place: placeText(chart.axis, placeOf(point, chart.axis)),
      cycles: groupDigits(point.burntPerEvent),
      share,
    },
  );
}

/** The values at the far end of the axis. */
function endSentence(chart: ScaleChart, name: ScaleMeasureName): string | null {
  const lines = strongLines(chart);
  const end = Math.max(...lines.map(({ points }) => points.findLastIndex((p) => p !== null)));
  const value = chart.values[end];
  if (value === undefined) return null;
  const known = lines.filter(({ points }) => points[end] !== null);
  const { of } = SCALE_MEASURES[name];
  const text = ({ points }: ScaleLine): string => numberText(name, of(points[end] as ScaledPoint));
  const place = placeText(chart.axis, value);
  const where =
    chart.axis === 'cores' ? t('On up to {place}', { place }) : t('With {place}', { place });
  const each = (noun: string): string => byMethod(known, text, noun);
  return endWords(name, { where, who: subject(known), each });
}

interface End {
  readonly where: string;
  readonly who: string;
  /** The values by method, with the noun that stands after the first number. */
  readonly each: (noun: string) => string;
}

function endWords(name: ScaleMeasureName, { where, who, each }: End): string {
  switch (name) {
    case 'overhead':
      return t('{where} {who} have {each}.', { where, who, each: each(t('overhead')) });
    case 'utilisation':
      return t('{where} {who} keep the Res core at work for {each}.', {
        where,
        who,
        each: each(t('of the time')),
      });
    case 'queueing':
      return t('{where} an event queues for {each}.', { where, each: each(t('cycles')) });
    case 'energy':
      return t('{where} an event takes {each}.', {
        where,
        each: each(t('core cycles by the energy proxy')),
      });
    default:
      return t('{where} {who} complete {each}.', { where, who, each: each(t('events a second')) });
  }
}

function numberText(name: ScaleMeasureName, value: number): string {
  return name === 'overhead' || name === 'utilisation'
    ? percentText(value / 100)
    : groupDigits(value);
}

/** `2.8 by migration, 3.6 by IPC and 5.4 by polling`; `noun` stands after the first number. */
function byMethod(
  lines: readonly ScaleLine[],
  text: (line: ScaleLine) => string,
  noun = '',
): string {
  return listed(
    lines.map((line, i) => {
      const told = { value: text(line), method: methodNoun(line.method) };
      return i === 0 && noun !== ''
        ? t('{value} {noun} by {method}', { ...told, noun })
        : t('{value} by {method}', told);
    }),
  );
}

/** A place of an axis after “with”, such as `8 applications per Res core`. */
function placeText(axis: ScaleAxis, value: number): string {
  switch (axis) {
    case 'apps':
      return t('{apps} per Res core', { apps: applications(value) });
    case 'res-cores':
      return t('{n, plural, one {1 Res core} other {# Res cores}}', { n: value }, 'with');
    case 'replicas':
      return t('{count} replicas', { count: value }, 'with');
    default:
      return t('{count} cores', { count: value }, 'with');
  }
}

function applications(count: number): string {
  return t('{n, plural, one {1 application} other {# applications}}', { n: count });
}
