import { memo } from 'react';

import { t } from '../../../base/language.ts';
import { FAULT_OUTCOMES } from '../../../base/vocabulary.ts';
import { groupDigits } from '../../../draw/format.ts';
import { OUTCOME_WORDS } from '../../faults/outcome-words.ts';
import type { OutcomeGroup } from './groups.ts';
import { shareOf } from './groups.ts';
import { intervalText, shareText } from '../words.ts';

interface Props {
  readonly caption: string;
  readonly groups: readonly OutcomeGroup[];
  readonly nameOf: (name: string) => string;
}

/** The bars as a table: per group and outcome the runs, their share and its 95 % Wilson interval. */
export const OutcomeTable = memo(function OutcomeTable({ caption, groups, nameOf }: Props) {
  const shown = FAULT_OUTCOMES.filter((_, i) => groups.some(({ counts }) => (counts[i] ?? 0) > 0));
  return (
    // What scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table-scroll" tabIndex={0} aria-label={t('{caption}, table', { caption })}>
      <table className="figures">
        <caption>
          {t('{caption}: runs, share and its 95 % Wilson interval; model output.', { caption })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('Runs of')}</th>
            <th scope="col">{t('Runs')}</th>
            {shown.map((outcome) => (
              <th key={outcome} scope="col">
                {t(OUTCOME_WORDS[outcome].name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.name} data-group={group.name}>
              <th scope="row">{nameOf(group.name)}</th>
              <td>{groupDigits(group.runs)}</td>
              {shown.map((outcome) => {
                const share = shareOf(group, [outcome]);
                return (
                  <td key={outcome} data-outcome={outcome} data-count={share.count}>
                    {groupDigits(share.count)} <b>{shareText(share.share)}</b>
                    <small>{intervalText(share)}</small>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});
