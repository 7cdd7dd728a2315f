import type { LatencyReport } from '../../../analysis/campaign/report.ts';
import { cyclesToMicroseconds } from '../../../base/units.ts';
import { groupDigits } from '../../../draw/format.ts';
import type { ModelCoverage } from '../claims/claims.ts';
import type { Dimension, OutcomeGroup, Share } from './groups.ts';
import { shareOf } from './groups.ts';
import { HARM, intervalText, SEEN, shareText, valueWords } from '../words.ts';

/** What a campaign found, in one sentence: how often a fault did harm, and how often it was caught. */
export function overallFinding(group: OutcomeGroup): string {
  const runs = `${groupDigits(group.runs)} faults`;
  const masked = shareText(shareOf(group, ['masked']).share);
  const harm = shareOf(group, HARM);
  const seen = shareText(shareOf(group, SEEN).share);
  const rest = `${masked} are masked and ${seen} are caught`;
  if (harm.count === 0) {
    return `None of ${runs} does harm (at most ${shareText(harm.high)} would); ${rest}.`;
  }
  return `Of ${runs}, ${shareText(harm.share)} do harm; ${rest}.`;
}

/**
 * Which value of a dimension fares worst, or that chance explains the difference; where nothing does
 * harm, where most had to be caught. `null` = nothing to compare.
 */
export function groupFinding(dimension: Dimension, groups: readonly OutcomeGroup[]): string | null {
  const [worst, best] = extremes(groups, HARM);
  if (worst === undefined || best === undefined) return null;
  const where = ({ name }: Ranked): string => placeWords(dimension, name);
  if (worst.share.count === 0) {
    const [most, least] = extremes(groups, SEEN);
    if (most === undefined || least === undefined || overlap(most.share, least.share)) {
      return `No fault does harm, whatever the ${dimension}.`;
    }
    return `No fault does harm; ${shareText(most.share.share)} are caught ${where(most)}, ${shareText(least.share.share)} ${where(least)}.`;
  }
  const shares = `${shareText(worst.share.share)} ${where(worst)}, ${shareText(best.share.share)} ${where(best)}`;
  if (overlap(worst.share, best.share)) {
    return `How many faults do harm does not differ by ${dimension} beyond chance: ${shares}.`;
  }
  return `${shareText(worst.share.share)} of the faults ${where(worst)} do harm (${intervalText(worst.share)}), ${shareText(best.share.share)} ${where(best)}.`;
}

interface Ranked {
  readonly name: string;
  readonly share: Share;
}

/** The groups with the largest and the smallest share of `outcomes`; empty for fewer than two. */
function extremes(
  groups: readonly OutcomeGroup[],
  outcomes: Parameters<typeof shareOf>[1],
): readonly Ranked[] {
  const ranked = groups
    .filter(({ runs }) => runs > 0)
    .map((group) => ({ name: group.name, share: shareOf(group, outcomes) }))
    .toSorted((a, b) => b.share.share - a.share.share);
  const [first] = ranked;
  const last = ranked.at(-1);
  return first === undefined || last === undefined || ranked.length < 2 ? [] : [first, last];
}

/** Faults lie in a target, and happen under a way of protection. */
function placeWords(dimension: Dimension, name: string): string {
  return `${dimension === 'target' ? 'in' : 'under'} ${valueWords(dimension, name)}`;
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
  return `Half of ${groupDigits(detected)} detected faults are seen within ${after(median)}, 95\u202f% within ${after(p95)}.`;
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

/** What became of the flips that were neither masked nor detected. `null` = there are none. */
export function undetectedWords({ undetected }: ModelCoverage): string | null {
  const named = undetected.filter(({ count }) => count > 0);
  if (named.length === 0) return null;
  return named.map(({ outcome, count }) => `${groupDigits(count)} ${outcome}`).join(', ');
}
