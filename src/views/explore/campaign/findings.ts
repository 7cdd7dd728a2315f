import { t } from '../../../base/language.ts';
import type { LatencyReport } from '../../../analysis/campaign/report.ts';
import { cyclesToMicroseconds } from '../../../base/units.ts';
import { groupDigits } from '../../../draw/format.ts';
import { OUTCOME_WORDS } from '../../faults/outcome-words.ts';
import type { ModelCoverage } from '../claims/claims.ts';
import type { Dimension, OutcomeGroup, Share } from './groups.ts';
import { shareOf } from './groups.ts';
import { placeWords } from './place-words.ts';
import { HARM, intervalText, SEEN, shareText } from '../words.ts';

/** What a campaign found, in one sentence: how often a fault did harm, and how often it was caught. */
export function overallFinding(group: OutcomeGroup): string {
  const harm = shareOf(group, HARM);
  const facts = {
    count: groupDigits(group.runs),
    masked: shareText(shareOf(group, ['masked']).share),
    seen: shareText(shareOf(group, SEEN).share),
  };
  if (harm.count === 0) {
    return t(
      'None of {count} faults does harm (at most {most} would); {masked} are masked and {seen} are caught.',
      { ...facts, most: shareText(harm.high) },
    );
  }
  return t('Of {count} faults, {harm} do harm; {masked} are masked and {seen} are caught.', {
    ...facts,
    harm: shareText(harm.share),
  });
}

/**
 * Which value of a dimension fares worst, or that chance explains the difference; where nothing does
 * harm, where most had to be caught. `null` = nothing to compare.
 */
export function groupFinding(dimension: Dimension, groups: readonly OutcomeGroup[]): string | null {
  const [worst, best] = extremes(groups, HARM);
  if (worst === undefined || best === undefined) return null;
  if (worst.share.count === 0) {
    const [most, least] = extremes(groups, SEEN);
    if (most === undefined || least === undefined || overlap(most.share, least.share)) {
      return t(
        'No fault does harm, whatever the {dimension, select, target {target} method {method} redundancy {redundancy} other {comparison}}.',
        { dimension },
      );
    }
    return t(
      'No fault does harm; {most} are caught {where}, {least} {elsewhere}.',
      bothEnds(dimension, most, least),
    );
  }
  const ends = bothEnds(dimension, worst, best);
  if (overlap(worst.share, best.share)) {
    return t(
      'How many faults do harm does not differ by {dimension, select, target {target} method {method} redundancy {redundancy} other {comparison}} beyond chance: {most} {where}, {least} {elsewhere}.',
      { ...ends, dimension },
    );
  }
  return t('{most} of the faults {where} do harm ({interval}), {least} {elsewhere}.', {
    ...ends,
    interval: intervalText(worst.share),
  });
}

/** The largest and the smallest share, and where they are found, for a sentence. */
function bothEnds(dimension: Dimension, most: Ranked, least: Ranked) {
  return {
    most: shareText(most.share.share),
    where: placeWords(dimension, most.name),
    least: shareText(least.share.share),
    elsewhere: placeWords(dimension, least.name),
  };
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
  return t('Half of {count} detected faults are seen within {median}, 95\u202f% within {p95}.', {
    count: groupDigits(detected),
    median: after(median),
    p95: after(p95),
  });
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
  if (prototype === null || full === null) return t('The first flips are being counted.');
  return t(
    'In this model the prototype’s sum detects {sum} of the flips that are not masked, a full comparison {full}.',
    { sum: shareText(prototype.detected.share), full: shareText(full.detected.share) },
  );
}

/** What became of the flips that were neither masked nor detected. `null` = there are none. */
export function undetectedWords({ undetected }: ModelCoverage): string | null {
  const named = undetected.filter(({ count }) => count > 0);
  if (named.length === 0) return null;
  return named
    .map(({ outcome, count }) => `${groupDigits(count)} ${t(OUTCOME_WORDS[outcome].name)}`)
    .join(', ');
}
