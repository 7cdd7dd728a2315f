import { groupDigits, roundedDigits } from '../../base/digits.ts';
import type { CoreMode } from '../../base/vocabulary.ts';
import { CORE_MODES } from '../../base/vocabulary.ts';
import type { ModeCycles } from '../sweep/spec.ts';
import { METHOD_NOUNS, percentText, redundancyNoun, sentence } from '../sweep/words.ts';
import type { ScaleAxis, ScaleChart, ScaleLine } from './chart.ts';
import { placeOf } from './chart.ts';
import type { ScaleMeasureName } from './measures.ts';
import { SCALE_MEASURES } from './measures.ts';
import type { ScaledPoint } from './report.ts';
import { SATURATED } from './report.ts';

/** Factors that differ by less are said as one. */
const SAME_FACTOR = 0.03;

/**
 * What a chart shows of a measure in one sentence, of its lines with the most replicas; how the
 * measure is computed while too little has run for that.
 */
export function scaleHeadline(chart: ScaleChart, measure: ScaleMeasureName): string {
  return special(chart, measure) ?? endSentence(chart, measure) ?? SCALE_MEASURES[measure].how;
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
  const works = percentText(point.utilisation);
  const polls = shareOf(res, 'polling');
  const burns = polls > 0 ? `, and burns ${percentText(polls)} polling` : '';
  const who = point.resCores === 1 ? 'the Res core works' : 'the Res cores work';
  return `With ${place} ${who} for ${works} of the time${burns}; the other cores spend ${percentText(shareOf(nonRes, 'user'))} in the application.`;
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
  return replicas === null ? 'applications' : `${redundancyNoun(replicas)} applications`;
}

function kneeSentence(chart: ScaleChart): string | null {
  const lines = strongLines(chart).filter(({ knee }) => knee !== null);
  if (lines.length === 0) return null;
  const each = byMethod(lines, ({ knee }) => roundedDigits(knee ?? 0, 2), subject(lines));
  return `By its demand a Res core carries ${each}; more slow each other down.`;
}

function saturationSentence(chart: ScaleChart): string | null {
  const lines = strongLines(chart).filter(({ method }) => method !== 'local');
  const known = lines.filter(({ points }) => points.some((point) => point !== null));
  if (known.length === 0) return null;
  const saturated = known.filter((line) => saturatedFrom(line) !== null);
  const share = percentText(SATURATED);
  if (saturated.length === 0) {
    return `With up to ${placeText(chart.axis, lastKnown(known, chart))} no Res core works for ${share} of the time.`;
  }
  const each = byMethod(saturated, (line) => String(saturatedFrom(line)?.appsPerResCore ?? ''));
  return `From so many ${subject(known)} on the Res core works for ${share} of the time: ${each}.`;
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
  const [from, to] = [placeText(chart.axis, first), placeText(chart.axis, last)];
  if (most - least < SAME_FACTOR * most) {
    return `${sentence(to)} do ${roundedDigits(most, 2)} times as much as ${from}, by every method.`;
  }
  const each = byMethod(lines, (line) => roundedDigits(growth(line), 2));
  return `${sentence(to)} do so many times as much as ${from}: ${each}.`;
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
  const each = resCores === 1 ? '' : ' each';
  return `On up to ${cores} cores ${redundancyNoun(replicas)} by ${METHOD_NOUNS[method]} does most: ${groupDigits(best.eventsPerSecond)} events/s, with ${placeText('res-cores', resCores)} and ${applications(appsPerResCore)}${each}.`;
}

function burntSentence(chart: ScaleChart): string | null {
  const point = strongLines(chart)
    .find(({ method }) => method === 'polling')
    ?.points.findLast((one) => one !== null);
  if (point === undefined || point === null) {
    return chart.lines.some(({ method }) => method === 'polling')
      ? null
      : 'Only polling burns cycles, and it is not among the methods.';
  }
  const share = percentText(point.burntPerEvent / point.energyPerEvent);
  return `With ${placeText(chart.axis, placeOf(point, chart.axis))} polling burns ${groupDigits(point.burntPerEvent)} core cycles an event, ${share} of all that are not halted.`;
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
  const [who, what] = endWords(name, subject(known));
  const where = `${chart.axis === 'cores' ? 'On up to' : 'With'} ${placeText(chart.axis, value)}`;
  return `${where} ${who} ${byMethod(known, text, what)}.`;
}

/** What stands before the first number, and after it. */
function endWords(name: ScaleMeasureName, who: string): readonly [string, string] {
  switch (name) {
    case 'overhead':
      return [`${who} have`, 'overhead'];
    case 'utilisation':
      return [`${who} keep the Res core at work for`, 'of the time'];
    case 'queueing':
      return ['an event queues for', 'cycles'];
    case 'energy':
      return ['an event takes', 'core cycles that are not halted'];
    default:
      return [`${who} complete`, 'events a second'];
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
  const parts = lines.map((line, i) =>
    [text(line), i === 0 ? noun : '', 'by', METHOD_NOUNS[line.method]].filter(Boolean).join(' '),
  );
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

/** A place of an axis, such as `8 applications per Res core`. */
function placeText(axis: ScaleAxis, value: number): string {
  switch (axis) {
    case 'apps':
      return `${applications(value)} per Res core`;
    case 'res-cores':
      return value === 1 ? '1 Res core' : `${value} Res cores`;
    case 'replicas':
      return `${value} replicas`;
    default:
      return `${value} cores`;
  }
}

function applications(count: number): string {
  return count === 1 ? '1 application' : `${count} applications`;
}
