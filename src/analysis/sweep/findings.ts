import { t } from '../../base/language.ts';
import { isContinuous } from './axis-values.ts';
import { crossoverFinding } from './crossover-words.ts';
import type { Contest, SweepFinding } from './finding.ts';
import type { Measure } from './metrics.ts';
import { pairCrossovers } from './pair-crossovers.ts';
import type { SweepTable } from './table.ts';
import { pairFinding, winnerFinding } from './winner-words.ts';
import { competitorsOf, winnerAt } from './winners.ts';
import { redundancyNoun } from './words.ts';

/**
 * The findings of what is done so far, by redundancy: who wins, then crossovers (one axis) or how
 * every two methods compare (two axes). Empty while nothing is done, or where nothing competes.
 */
export function findingsOf(table: SweepTable, measure: Measure): readonly SweepFinding[] {
  const others = table.layout.spec.axes.length === 1 ? lineFindings : mapFindings;
  return contestsOf(table, measure).flatMap((contest) =>
    [winnerFinding(contest)].concat(others(contest)),
  );
}

/** The contests of a sweep that have begun. */
function contestsOf(table: SweepTable, measure: Measure): readonly Contest[] {
  const groups = competitorsOf(table.layout.variants);
  return groups.flatMap(({ redundancy, variants }) => {
    const winners = table.donePoints.flatMap(
      (point) => winnerAt(table, point, { variants, measure }) ?? [],
    );
    const prefix =
      groups.length > 1 ? t('as {redundancy}, ', { redundancy: redundancyNoun(redundancy) }) : '';
    return winners.length === 0 ? [] : [{ table, measure, redundancy, variants, winners, prefix }];
  });
}

function lineFindings(contest: Contest): SweepFinding[] {
  const { table, variants, measure } = contest;
  if (!isContinuous(table.layout.spec.axes[0])) return [];
  return pairCrossovers(table, variants, measure).map((crossover) =>
    crossoverFinding(contest, crossover),
  );
}

/** With two methods the winners say it all. */
function mapFindings(contest: Contest): SweepFinding[] {
  const { variants } = contest;
  if (variants.length < 3) return [];
  return variants.flatMap((first, i) =>
    variants.slice(i + 1).map((second) => pairFinding(contest, first, second)),
  );
}
