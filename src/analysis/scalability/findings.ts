import { t } from '../../base/language.ts';
import { groupDigits, roundedDigits } from '../../base/digits.ts';
import { percentText, sentence, variantNoun } from '../sweep/words.ts';
import { awakePerEvent } from './report.ts';
import type { ScalabilityReport, ScalabilitySeries, ScaledPoint } from './report.ts';

/** Below these, a sentence says so: share of the bound, of the events of the app served best. */
const FAR_BELOW_BOUND = 0.8;
const UNFAIR = 0.9;
/** Above this, in multiples of the demand alone, load makes events dearer. */
const DEARER = 1.03;

/** One sentence about a study, and what it is about; `null` = all of it. */
export interface ScalabilityFinding {
  readonly series: ScalabilitySeries | null;
  readonly text: string;
}

/**
 * What a study shows, in sentences made from its figures: series by series, then all together; of
 * all, the combination that does most, on at most `cores` cores where that is given.
 */
export function scalabilityFindings(
  report: ScalabilityReport,
  cores: number | null = null,
): ScalabilityFinding[] {
  const found: ScalabilityFinding[] = [];
  for (const series of report.series) {
    for (const text of sentencesOf(series)) found.push({ series, text });
  }
  const best = cores === null ? bestOfAll(report) : bestOnCoresSentence(report, cores);
  if (best !== null) found.push({ series: null, text: best });
  if (report.leftOut > 0) {
    const text = t(
      '{n, plural, one {{count} combination needs more cores than there may be and is left out.} other {{count} combinations need more cores than there may be and are left out.}}',
      { n: report.leftOut, count: groupDigits(report.leftOut) },
    );
    found.push({ series: null, text });
  }
  return found;
}

/** The series as sentences name it, such as `TMR by IPC on 2 Res cores`. */
function seriesName({ method, replicas, resCores }: ScalabilitySeries): string {
  const variant = variantNoun(replicas, method);
  return resCores === 1 ? variant : t('{variant} on {resCores} Res cores', { variant, resCores });
}

/** Nothing is said of a series of which nothing but the application alone, which is another's, has run. */
function sentencesOf(series: ScalabilitySeries): string[] {
  if (series.points.length === 0) return [];
  return [
    kneeSentence(series),
    saturationSentence(series),
    farSentence(series),
    unfairSentence(series),
    dearerSentence(series),
    burntSentence(series),
  ].filter((text) => text !== null);
}

function kneeSentence(series: ScalabilitySeries): string {
  const { knee, law } = series;
  const name = sentence(seriesName(series));
  if (knee === null) {
    return t(
      '{name}: no Res core takes part, so only the number of cores limits how many applications run.',
      { name },
    );
  }
  return t(
    '{name}: an event keeps the Res core at work for {demand} of its {period} cycles, so the bounds meet at {knee} applications per Res core.',
    {
      name,
      demand: cycles(law.demand),
      period: cycles(law.period),
      knee: roundedDigits(knee, 2),
    },
  );
}

function saturationSentence({ points, saturatedFrom, knee }: ScalabilitySeries): string | null {
  const last = points.at(-1);
  if (last === undefined || knee === null) return null;
  const at = points.find(({ appsPerResCore }) => appsPerResCore === saturatedFrom) ?? last;
  const told = {
    who: apps(at),
    share: percentText(at.utilisation),
    overhead: percentText(at.overheadPercent / 100),
  };
  return saturatedFrom === null
    ? t(
        'With {who} per Res core it works {share} of the time and does not saturate; the applications have {overhead} overhead.',
        told,
      )
    : t(
        'With {who} per Res core it works {share} of the time: it saturates, and the applications have {overhead} overhead.',
        told,
      );
}

function farSentence({ points, method }: ScalabilitySeries): string | null {
  const far = points.filter(
    ({ eventsPerSecond, mostPerSecond }) => eventsPerSecond < FAR_BELOW_BOUND * mostPerSecond,
  );
  if (far.length === 0 || method === 'local') return null;
  const worst = far.reduce((a, b) => (shareOfBound(b) < shareOfBound(a) ? b : a));
  return t(
    'With {who} {share} of what the bound allows goes through: events that come together queue, though the Res core has no work for {idle} of the time.',
    {
      who: apps(worst),
      share: percentText(shareOfBound(worst)),
      idle: percentText(1 - worst.utilisation),
    },
  );
}

function shareOfBound({ eventsPerSecond, mostPerSecond }: ScaledPoint): number {
  return eventsPerSecond / mostPerSecond;
}

function unfairSentence({ points }: ScalabilitySeries): string | null {
  const unfair = points.filter(({ fairness }) => fairness < UNFAIR);
  if (unfair.length === 0) return null;
  const worst = unfair.reduce((a, b) => (b.fairness < a.fairness ? b : a));
  return t(
    'With {who} the one that comes least far completes {share} of the events of the one that comes farthest, because the Res core serves it last.',
    { who: apps(worst), share: percentText(worst.fairness) },
  );
}

function dearerSentence({ points, law }: ScalabilitySeries): string | null {
  const dearest = points.reduce((a, b) => (b.demand > a.demand ? b : a));
  if (dearest.demand <= DEARER * law.demand || law.demand === 0) return null;
  return t(
    'With {who} an event keeps the Res core at work for {cycles} cycles, {share} more than alone, because more CALLs find Romain busy; the bounds take the demand alone.',
    {
      who: apps(dearest),
      cycles: cycles(dearest.demand),
      share: percentText(dearest.demand / law.demand - 1),
    },
  );
}

function burntSentence({ points, method }: ScalabilitySeries): string | null {
  const [first] = points;
  const last = points.at(-1);
  if (method !== 'polling' || last === undefined) return null;
  return t(
    'Polling burns {share} of all cycles that are not halted with {who}, and {lastShare} with {last}.',
    { share: burntShare(first), who: apps(first), lastShare: burntShare(last), last: apps(last) },
  );
}

function burntShare(point: ScaledPoint): string {
  return percentText(point.burntPerEvent / awakePerEvent(point));
}

/** Which point does most on as many cores as the largest one has. */
function bestOfAll({ series }: ScalabilityReport): string | null {
  const points = series.flatMap((one) => one.points.map((point) => ({ point, one })));
  if (series.length < 2) return null;
  const best = points.reduce((a, b) => (b.point.throughput > a.point.throughput ? b : a));
  const { point, one } = best;
  return t(
    'Most goes through with {series} and {who} per Res core: as much as {natives} native applications do, on {cores} cores.',
    {
      series: seriesName(one),
      who: apps(point),
      natives: roundedDigits(point.throughput, 2),
      cores: point.cores,
    },
  );
}

/** The point with the highest throughput among those that need at most `cores` cores; `null` = none does. */
export function bestOnCores(
  { series }: ScalabilityReport,
  cores: number,
): { readonly series: ScalabilitySeries; readonly point: ScaledPoint } | null {
  let best: { series: ScalabilitySeries; point: ScaledPoint } | null = null;
  for (const one of series) {
    for (const point of one.points) {
      if (point.cores > cores) continue;
      if (best === null || point.throughput > best.point.throughput) best = { series: one, point };
    }
  }
  return best;
}

/** That point in a sentence. */
function bestOnCoresSentence(report: ScalabilityReport, cores: number): string {
  const best = bestOnCores(report, cores);
  if (best === null) return t('On {cores} cores none of the combinations fits.', { cores });
  const { series, point } = best;
  return t(
    'On {cores} cores most goes through with {series} and {who} per Res core: as much as {natives} native applications do.',
    {
      cores,
      series: seriesName(series),
      who: apps(point),
      natives: roundedDigits(point.throughput, 2),
    },
  );
}

function apps({ appsPerResCore }: ScaledPoint): string {
  return t('{n, plural, one {1 application} other {# applications}}', { n: appsPerResCore });
}

function cycles(value: number): string {
  return groupDigits(value);
}
