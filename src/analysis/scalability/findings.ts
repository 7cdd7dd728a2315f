import { groupDigits, roundedDigits } from '../../base/digits.ts';
import { METHOD_NOUNS, percentText, redundancyNoun, sentence } from '../sweep/words.ts';
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
    const text = `${groupDigits(report.leftOut)} combinations need more cores than there may be and are left out.`;
    found.push({ series: null, text });
  }
  return found;
}

/** The series as sentences name it, such as `TMR by IPC on 2 Res cores`. */
function seriesName({ method, replicas, resCores }: ScalabilitySeries): string {
  const where = resCores === 1 ? '' : ` on ${resCores} Res cores`;
  return `${redundancyNoun(replicas)} by ${METHOD_NOUNS[method]}${where}`;
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
  if (knee === null)
    return `${name}: no Res core takes part, so only the number of cores limits how many applications run.`;
  return `${name}: an event keeps the Res core at work for ${cycles(law.demand)} of its ${cycles(law.period)} cycles, so the bounds meet at ${roundedDigits(knee, 2)} applications per Res core.`;
}

function saturationSentence({ points, saturatedFrom, knee }: ScalabilitySeries): string | null {
  const last = points.at(-1);
  if (last === undefined || knee === null) return null;
  const at = points.find(({ appsPerResCore }) => appsPerResCore === saturatedFrom) ?? last;
  const works = `works ${percentText(at.utilisation)} of the time`;
  const all = `${percentText(at.overheadPercent / 100)} overhead`;
  const who = apps(at);
  return saturatedFrom === null
    ? `With ${who} per Res core it ${works} and does not saturate; the applications have ${all}.`
    : `With ${who} per Res core it ${works}: it saturates, and the applications have ${all}.`;
}

function farSentence({ points, method }: ScalabilitySeries): string | null {
  const far = points.filter(
    ({ eventsPerSecond, mostPerSecond }) => eventsPerSecond < FAR_BELOW_BOUND * mostPerSecond,
  );
  if (far.length === 0 || method === 'local') return null;
  const worst = far.reduce((a, b) => (shareOfBound(b) < shareOfBound(a) ? b : a));
  return `With ${apps(worst)} ${percentText(shareOfBound(worst))} of what the bound allows goes through: events that come together queue, though the Res core has no work for ${percentText(1 - worst.utilisation)} of the time.`;
}

function shareOfBound({ eventsPerSecond, mostPerSecond }: ScaledPoint): number {
  return eventsPerSecond / mostPerSecond;
}

function unfairSentence({ points }: ScalabilitySeries): string | null {
  const unfair = points.filter(({ fairness }) => fairness < UNFAIR);
  if (unfair.length === 0) return null;
  const worst = unfair.reduce((a, b) => (b.fairness < a.fairness ? b : a));
  return `With ${apps(worst)} the one that comes least far completes ${percentText(worst.fairness)} of the events of the one that comes farthest, because the Res core serves it last.`;
}

function dearerSentence({ points, law }: ScalabilitySeries): string | null {
  const dearest = points.reduce((a, b) => (b.demand > a.demand ? b : a));
  if (dearest.demand <= DEARER * law.demand || law.demand === 0) return null;
  return `With ${apps(dearest)} an event keeps the Res core at work for ${cycles(dearest.demand)} cycles, ${percentText(dearest.demand / law.demand - 1)} more than alone, because more CALLs find Romain busy; the bounds take the demand alone.`;
}

function burntSentence({ points, method }: ScalabilitySeries): string | null {
  const [first] = points;
  const last = points.at(-1);
  if (method !== 'polling' || last === undefined) return null;
  return `Polling burns ${burntShare(first)} of all cycles that are not halted with ${apps(first)}, and ${burntShare(last)} with ${apps(last)}.`;
}

function burntShare({ burntPerEvent, energyPerEvent }: ScaledPoint): string {
  return percentText(burntPerEvent / energyPerEvent);
}

/** Which point does most on as many cores as the largest one has. */
function bestOfAll({ series }: ScalabilityReport): string | null {
  const points = series.flatMap((one) => one.points.map((point) => ({ point, one })));
  if (series.length < 2) return null;
  const best = points.reduce((a, b) => (b.point.throughput > a.point.throughput ? b : a));
  const { point, one } = best;
  return `Most goes through with ${seriesName(one)} and ${apps(point)} per Res core: as much as ${roundedDigits(point.throughput, 2)} native applications do, on ${point.cores} cores.`;
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
  if (best === null) return `On ${cores} cores none of the combinations fits.`;
  const { series, point } = best;
  return `On ${cores} cores most goes through with ${seriesName(series)} and ${apps(point)} per Res core: as much as ${roundedDigits(point.throughput, 2)} native applications do.`;
}

function apps({ appsPerResCore }: ScaledPoint): string {
  return appsPerResCore === 1 ? '1 application' : `${appsPerResCore} applications`;
}

function cycles(value: number): string {
  return groupDigits(value);
}
