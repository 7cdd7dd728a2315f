import { groupDigits } from '../../base/digits.ts';
import type { Contest, SweepFinding } from './finding.ts';
import type { SweepVariant } from './spec.ts';
import type { SweepTable } from './table.ts';
import type { Winner, WinnerCount } from './winners.ts';
import { countWinners, PALE, winnerAt } from './winners.ts';
import { axisPhrase, METHOD_NOUNS, onMetric, percentText, sentence, valueText } from './words.ts';

const LIMIT = percentText(PALE);

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
  if (clear.length === 0) return `${noWinner(contest)} ${metric}.`;
  const [best, ...others] = clear;
  const name = nounOf(contest, best.variant);
  if (best.clear === winners.length) {
    const where = placesText(winners.length, table);
    return `${name} wins everywhere ${metric}: ${leadText(winners, 'the second')}, at ${where}.`;
  }
  const of = `${groupDigits(best.clear)} of ${ofText(winners.length, table)}`;
  const rest = others.map(
    ({ variant, clear: count }) => `${nounOf(contest, variant)} at ${groupDigits(count)}`,
  );
  const close = winners.filter(({ pale }) => pale).length;
  const pale = close === 0 ? '' : `; at ${groupDigits(close)} the lead is below ${LIMIT}`;
  return `${metric} ${listText([`${name} wins at ${of}`, ...rest])}${pale}.`;
}

function noWinner({ winners, table }: Contest): string {
  const where = placesText(winners.length, table);
  const equal = winners.every(({ margin }) => margin === 0);
  const how = equal ? 'equal' : `less than ${LIMIT} apart`;
  return `no method wins: at ${where} the best two are ${how}`;
}

/** On a list, who wins at each value; elsewhere, that nobody else does. */
function detailOf(contest: Contest, [best]: readonly WinnerCount[]): string {
  const { table, winners } = contest;
  const { spec, points } = table.layout;
  const [axis, other] = spec.axes;
  const isList = other === undefined && axis.scale === 'list';
  if (!isList) return best.clear === winners.length ? 'There is no crossover with the winner.' : '';
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
  return pale ? `${best} and ${next} within ${LIMIT}` : `${best} ${leadText([winner], next)}`;
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
  const of = groupDigits(duels.length);
  const parts = [
    `${ahead} beats ${behind} at ${groupDigits(more.clear)} of ${of} points`,
    ...(less.clear === 0 ? [] : [`${behind} beats ${ahead} at ${groupDigits(less.clear)}`]),
    ...(close === 0 ? [] : [`at ${groupDigits(close)} they are within ${LIMIT}`]),
  ];
  return {
    kind: 'pair',
    redundancy,
    variants: [more.variant, less.variant],
    sentence: sentence(`${prefix}${onMetric(measure.metric)} ${parts.join('; ')}.`),
    detail: '',
  };
}

function nounOf({ table }: Contest, variant: number): string {
  return METHOD_NOUNS[table.layout.variants[variant].method];
}

/** `all 40 points`, or how many of them there are to judge by. */
function placesText(judged: number, table: SweepTable): string {
  const all = table.layout.points.length;
  return judged === all && all > 1 ? `all ${pointsText(all)}` : ofText(judged, table);
}

/** How many points there are to judge by, and why not all. */
function ofText(judged: number, { done, layout }: SweepTable): string {
  if (judged === layout.points.length) return pointsText(judged);
  const why = done < layout.points.length ? 'done so far' : 'whose runs came to their end';
  return `${pointsText(judged)} ${why}`;
}

function pointsText(count: number): string {
  return count === 1 ? '1 point' : `${groupDigits(count)} points`;
}

/** How far the winners are ahead of `second`. */
function leadText(winners: readonly Winner[], second: string): string {
  const margins = winners.map(({ margin }) => margin);
  const [least, most] = [Math.min(...margins), Math.max(...margins)];
  if (!Number.isFinite(least)) return `with 0, unlike ${second}`;
  const [from, to] = [percentText(least), percentText(most)];
  if (!Number.isFinite(most)) return `by at least ${from} over ${second}`;
  const range = from === to ? from : `${from.replace('\u202f%', '')} to ${to}`;
  return `by ${range} over ${second}`;
}

/** `a, b and c`. */
function listText(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
