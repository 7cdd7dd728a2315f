import type { LatencyReport } from '../../analysis/campaign/report.ts';
import { cyclesToMicroseconds } from '../../base/units.ts';
import { groupDigits } from '../../draw/format.ts';
import type { ModelCoverage } from './claims.ts';
import type { Dimension, OutcomeGroup, Share } from './groups.ts';
import { shareOf } from './groups.ts';
import { HARM, intervalText, SEEN, shareText, valueWords } from './words.ts';

/** What a campaign found, in one sentence: how often a fault did harm, and how often it was seen. */
export function overallFinding(group: OutcomeGroup): string {
  const runs = `${groupDigits(group.runs)} faults`;
  const masked = shareText(shareOf(group, ['masked']).share);
  const harm = shareOf(group, HARM);
  const seen = shareText(shareOf(group, SEEN).share);
  const rest = `${masked} are masked and ${seen} are caught`;
  if (harm.count === 0) {
    return `None of ${runs} does harm unseen (at most ${shareText(harm.high)} would); ${rest}.`;
  }
  return `Of ${runs}, ${shareText(harm.share)} do harm unseen; ${rest}.`;
}

/** Which value of a dimension fares worst, or that chance explains the difference. `null` = nothing to compare. */
export function groupFinding(dimension: Dimension, groups: readonly OutcomeGroup[]): string | null {
  const ranked = groups
    .filter(({ runs }) => runs > 0)
    .map((group) => ({ group, harm: shareOf(group, HARM) }))
    .toSorted((a, b) => b.harm.share - a.harm.share);
  const [worst] = ranked;
  const best = ranked.at(-1);
  if (worst === undefined || best === undefined || worst === best) return null;
  const worstName = valueWords(dimension, worst.group.name);
  const bestName = valueWords(dimension, best.group.name);
  if (worst.harm.count === 0) return caughtFinding(dimension, groups);
  if (overlap(worst.harm, best.harm)) {
    return `Harm unseen does not differ by ${dimension} beyond chance: ${shareText(worst.harm.share)} with ${worstName}, ${shareText(best.harm.share)} with ${bestName}.`;
  }
  return `With ${worstName}, ${shareText(worst.harm.share)} of the faults do harm unseen (${intervalText(worst.harm)}), with ${bestName} ${shareText(best.harm.share)}.`;
}

/** Nothing did harm: where most, and where fewest, faults had to be caught. */
function caughtFinding(dimension: Dimension, groups: readonly OutcomeGroup[]): string {
  const ranked = groups
    .map((group) => ({ name: group.name, seen: shareOf(group, SEEN) }))
    .toSorted((a, b) => b.seen.share - a.seen.share);
  const [most] = ranked;
  const least = ranked.at(-1);
  if (most === undefined || least === undefined || overlap(most.seen, least.seen)) {
    return `No fault does harm unseen, whatever the ${dimension}.`;
  }
  return `No fault does harm unseen; ${shareText(most.seen.share)} are caught with ${valueWords(dimension, most.name)}, ${shareText(least.seen.share)} with ${valueWords(dimension, least.name)}.`;
}

function overlap(a: Share, b: Share): boolean {
  return a.low <= b.high && b.low <= a.high;
}

/** How long faults stayed unseen. `null` = none was detected. */
export function latencyFinding(
  { detected, median, p95 }: LatencyReport,
  clockGHz: number,
): string | null {
  if (median === null || p95 === null) return null;
  const after = (cycles: number): string => timeText(cycles, clockGHz);
  return `Half of ${groupDigits(detected)} detected faults are seen within ${after(median)}, 95\u2009% within ${after(p95)}.`;
}

/** A latency in the unit that suits it; two significant digits, as buckets allow no more. */
export function timeText(cycles: number, clockGHz: number): string {
  const us = cyclesToMicroseconds(cycles, clockGHz);
  const [value, unit] = us < 1 ? [us * 1000, 'ns'] : us < 1000 ? [us, 'µs'] : [us / 1000, 'ms'];
  const digits = value < 10 ? 1 : 0;
  return `${groupDigits(Number(value.toPrecision(2)), digits)} ${unit}`;
}

/** How the comparison decides what is seen of the flips that matter. */
export function claimsFinding(prototype: ModelCoverage | null, full: ModelCoverage | null): string {
  if (prototype === null || full === null) return 'The first flips are being counted.';
  const of = 'of the flips that are not masked';
  return `In this model the prototype’s sum detects ${shareText(prototype.detected.share)} ${of}, a full comparison ${shareText(full.detected.share)}.`;
}
