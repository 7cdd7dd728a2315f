import { useMemo } from 'react';

import { t } from '../../../base/language.ts';
import type { OutcomeShare } from '../../../analysis/campaign/aggregate.ts';
import { FAULT_OUTCOMES } from '../../../base/vocabulary.ts';
import { groupDigits } from '../../../draw/format.ts';
import { OutcomeBars } from '../campaign/OutcomeBars.tsx';
import { OutcomeSwatch } from '../campaign/OutcomePatterns.tsx';
import type { OutcomeGroup } from '../campaign/groups.ts';
import { variantWords } from '../sweep/variant-words.ts';
import type { WishView } from './wish-view.ts';

/** How the kernel faults of the selected way of protection end, without and with isolation. */
export function WishOutcomes({ view }: { readonly view: WishView }) {
  const { faults } = view;
  const groups = useMemo(
    () =>
      faults === null
        ? []
        : [
            groupOf(t('as it is'), faults.runs, faults.before),
            groupOf(t('isolated'), faults.runs, faults.after),
          ],
    [faults],
  );
  if (faults === null) return null;
  const shown = FAULT_OUTCOMES.filter((_, i) => groups.some(({ counts }) => (counts[i] ?? 0) > 0));
  const { method, replicas, runs } = faults;
  return (
    <section className="sweep-figure wish-outcomes" aria-label={t('How the faults end')}>
      <h2>
        {t('How {count} kernel faults end under {variant}', {
          count: groupDigits(runs),
          variant: variantWords({ method, redundancy: replicas }),
        })}
      </h2>
      <OutcomeBars groups={groups} nameOf={(name) => name} />
      <ul className="wish-legend" aria-label={t('Ends without and with isolation')}>
        {shown.map((outcome) => {
          const i = FAULT_OUTCOMES.indexOf(outcome);
          const [before, after] = groups.map(({ counts }) => counts[i] ?? 0);
          return (
            <li key={outcome}>
              <OutcomeSwatch outcome={outcome} /> {t(outcome)}{' '}
              <span className="num">
                {before} → {after}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function groupOf(name: string, runs: number, shares: readonly OutcomeShare[]): OutcomeGroup {
  return { name, runs, counts: shares.map(({ count }) => count) };
}
