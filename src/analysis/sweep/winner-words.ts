import { groupDigits } from '../../base/digits.ts';
import { t } from '../../base/language.ts';
import { listed } from '../phrases.ts';
import type { Contest, SweepFinding } from './finding.ts';
import type { SweepVariant } from './spec.ts';
import type { SweepTable } from './table.ts';
import type { Winner, WinnerCount } from './winners.ts';
import { countWinners, PALE, winnerAt } from './winners.ts';
import { axisPhrase, methodNoun, onMetric, percentText, sentence, valueText } from './words.ts';

/** `Polling wins everywhere on run time: by 21 to 48 % over the second, at all 40 points.` */
export function winnerFinding(contest: Contest): SweepFinding {
  const { redundancy, variants, winners, prefix } = contest;
  const counts = countWinners(variants, winners);
  const ranked = counts.toSorted((a, b) => b.clear - a.clear || b.pale - a.pale);
  return {
    kind: 'winners',
    redundancy,
    variants: ranked.filter(({ clear, pale }) => clear + pale > 0).map(({ variant }) => variant),
    sentence: sentence(`${prefix}${verdict(contest, ranked)}`),
    detail: detailOf(contest, ranked),
  };
}

function verdict(contest: Contest, ranked: readonly WinnerCount[]): string {
  const { winners, table, measure } = contest;
  const metric = onMetric(measure.metric);
  const clear = ranked.filter((count) => count.clear > 0);
  if (clear.length === 0) return noWinner(contest, metric);
  const [best] = clear;
  if (best.clear < winners.length) return mixedVerdict(contest, clear, metric);
  return t('{name} wins everywhere {metric}: {lead}, at {points}.', {
    name: nounOf(contest, best.variant),
    metric,
    lead: leadText(winners, null),
    points: placesText(winners.length, table),
  });
}

function mixedVerdict(
  contest: Contest,
  [best, ...others]: readonly WinnerCount[],
  metric: string,
): string {
  const { winners, table } = contest;
  const wins = t('{metric} {name} wins at {count} of {points}', {
    metric,
    name: nounOf(contest, best.variant),
    count: groupDigits(best.clear),
    points: ofText(winners.length, table),
  });
  const rest = others.map(({ variant, clear }) =>
    t('{name} at {count}', { name: nounOf(contest, variant), count: groupDigits(clear) }),
  );
  const close = winners.filter(({ pale }) => pale).length;
  const all = listed([wins, ...rest]);
  if (close === 0) return `${all}.`;
  return t('{verdict}; at {count} the lead is below {limit}.', {
    verdict: all,
    count: groupDigits(close),
    limit: percentText(PALE),
  });
}

function noWinner({ winners, table }: Contest, metric: string): string {
  const points = placesText(winners.length, table);
  return winners.every(({ margin }) => margin === 0)
    ? t('no method wins: at {points} the best two are equal {metric}.', { points, metric })
    : t('no method wins: at {points} the best two are less than {limit} apart {metric}.', {
        points,
        limit: percentText(PALE),
        metric,
      });
}

/** On a list, who wins at each value; elsewhere, that nobody else does. */
function detailOf(contest: Contest, [best]: readonly WinnerCount[]): string {
  const { table, winners } = contest;
  const { spec, points } = table.layout;
  const [axis, other] = spec.axes;
  const isList = other === undefined && axis.scale === 'list';
  if (!isList)
    return best.clear === winners.length ? t('There is no crossover with the winner.') : '';
  const at = contest.winners
    .toSorted((a, b) => points[a.point].at[0] - points[b.point].at[0])
    .map(
      (winner) =>
        `${axisPhrase(axis, valueText(points[winner.point].values[0]))}: ${winnerText(contest, winner)}`,
    );
  return `${at.join('; ')}.`;
}

function winnerText(contest: Contest, winner: Winner): string {
  const { variant, second, pale } = winner;
  const [best, next] = [variant, second].map((index) => nounOf(contest, index));
  return pale
    ? t('{best} and {next} within {limit}', { best, next, limit: percentText(PALE) })
    : t('{name} {lead}', { name: best, lead: leadText([winner], rivalOf(contest, second)) });
}

/** How two methods compare over a map, whoever else is better. */
export function pairFinding(
  contest: Contest,
  first: SweepVariant,
  second: SweepVariant,
): SweepFinding {
  const { table, measure, redundancy, prefix, winners } = contest;
  const duels = winners.flatMap(
    ({ point }) => winnerAt(table, point, { variants: [first, second], measure }) ?? [],
  );
  const ranked = countWinners([first, second], duels).toSorted((a, b) => b.clear - a.clear);
  const [more, less] = ranked;
  const [ahead, behind] = ranked.map(({ variant }) => nounOf(contest, variant));
  const close = more.pale + less.pale;
  const metric = onMetric(measure.metric);
  const of = groupDigits(duels.length);
  const parts = [
    t('{metric} {ahead} beats {behind} at {count} of {of} points', {
      metric,
      ahead,
      behind,
      count: groupDigits(more.clear),
      of,
    }),
    ...(less.clear === 0
      ? []
      : [
          t('{behind} beats {ahead} at {count}', {
            behind,
            ahead,
            count: groupDigits(less.clear),
          }),
        ]),
    ...(close === 0
      ? []
      : [
          t('at {count} they are within {limit}', {
            count: groupDigits(close),
            limit: percentText(PALE),
          }),
        ]),
  ];
  return {
    kind: 'pair',
    redundancy,
    variants: [more.variant, less.variant],
    sentence: sentence(`${prefix}${parts.join('; ')}.`),
    detail: '',
  };
}

/** The method of a variant behind “over”. */
function rivalOf({ table }: Contest, variant: number): string {
  const { method } = table.layout.variants[variant];
  return method === 'local' ? t('local handling', {}, 'over') : methodNoun(method);
}

function nounOf({ table }: Contest, variant: number): string {
  return methodNoun(table.layout.variants[variant].method);
}

/** `all 40 points`, or how many of them there are to judge by. */
function placesText(judged: number, table: SweepTable): string {
  const all = table.layout.points.length;
  return judged === all && all > 1
    ? t('all {count} points', { count: groupDigits(all) })
    : ofText(judged, table);
}

/** How many points there are to judge by, and why not all. */
function ofText(judged: number, { done, layout }: SweepTable): string {
  const points = { n: judged, count: groupDigits(judged) };
  if (judged === layout.points.length)
    return t('{n, plural, one {1 point} other {{count} points}}', points);
  return done < layout.points.length
    ? t('{n, plural, one {1 point} other {{count} points}} done so far', points)
    : t('{n, plural, one {1 point} other {{count} points}} whose runs came to their end', points);
}

/** How far the winners are ahead of `second`; `null` = of whoever is the second there. */
function leadText(winners: readonly Winner[], second: string | null): string {
  const margins = winners.map(({ margin }) => margin);
  const [least, most] = [Math.min(...margins), Math.max(...margins)];
  const name = second ?? t('the second');
  if (!Number.isFinite(least)) return t('with 0, unlike {name}', { name });
  const [from, to] = [percentText(least), percentText(most)];
  if (!Number.isFinite(most)) return t('by at least {from} over {name}', { from, name });
  if (from === to) return t('by {share} over {name}', { share: from, name });
  const low = from.replace('\u202f%', '');
  return t('by {low} to {high} over {name}', { low, high: to, name });
}
