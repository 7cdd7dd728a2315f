import { t } from '../../../base/language.ts';
import { COST_PARAMETERS } from '../../../kernel/costs.ts';
import { ISOLATION_BASIS, NOTIFICATION_BASIS } from '../../../analysis/wish-list/wishes.ts';
import { FAULT_OUTCOMES } from '../../../base/vocabulary.ts';
import { groupDigits } from '../../../draw/format.ts';
import type { WishSelection } from '../../../store/study-forms.ts';
import { TableBox } from '../sweep/TableBox.tsx';
import { variantWords } from '../sweep/variant-words.ts';
import { percentValue, pointsWords } from './wish-words.ts';
import { sameCell } from './wish-view.ts';
import type { WishView } from './wish-view.ts';

interface Props {
  readonly view: WishView;
  readonly onSelect: (selected: WishSelection) => void;
}

/** Overheads without and with fast notification; a number selects its run. */
export function NotificationTable({ view, onSelect }: Props) {
  const { report, selected } = view;
  return (
    <TableBox name={t('Fast notification as a table')}>
      <caption>{t('Extra run time; a number selects its run')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('method')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
          <th scope="col">{t('difference')}</th>
          <th scope="col">{t('cycles/event before')}</th>
          <th scope="col">{t('after')}</th>
          <th scope="col">{t('IPIs/event')}</th>
        </tr>
      </thead>
      <tbody>
        {report.notification.map(({ method, replicas, before, after }) => (
          <tr key={`${method} ${replicas}`}>
            <th scope="row">{variantWords({ method, redundancy: replicas })}</th>
            {[false, true].map((granted) => (
              <td key={String(granted)}>
                <button
                  type="button"
                  className="cell-button"
                  aria-pressed={
                    selected.wish === 'notification' &&
                    selected.granted === granted &&
                    sameCell(selected, { method, replicas })
                  }
                  onClick={() => onSelect({ wish: 'notification', method, replicas, granted })}
                >
                  {percentValue((granted ? after : before).overheadPercent)}
                </button>
              </td>
            ))}
            <td>{pointsWords(before.overheadPercent, after.overheadPercent)}</td>
            <td>{groupDigits(before.cyclesPerEvent)}</td>
            <td>{groupDigits(after.cyclesPerEvent)}</td>
            <td>{groupDigits(before.ipisPerEvent, 1)}</td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

/** How runs with a faulty kernel end, without and with isolation. */
export function IsolationTable({ view }: Pick<Props, 'view'>) {
  const { isolation } = view.report;
  const outcomes = FAULT_OUTCOMES.filter((_, i) =>
    isolation.some(({ before, after }) => before[i].count + after[i].count > 0),
  );
  return (
    <TableBox name={t('Memory isolation as a table')}>
      <caption>{t('Ends of the same kernel faults, without → with isolation')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('method')}</th>
          <th scope="col">{t('faults')}</th>
          {outcomes.map((outcome) => (
            <th key={outcome} scope="col">
              {t(outcome)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {isolation.map(({ method, replicas, runs, before, after }) => (
          <tr key={`${method} ${replicas}`}>
            <th scope="row">{variantWords({ method, redundancy: replicas })}</th>
            <td>{groupDigits(runs)}</td>
            {outcomes.map((outcome) => {
              const i = FAULT_OUTCOMES.indexOf(outcome);
              return (
                <td key={outcome}>
                  {groupDigits(before[i].count)} → {groupDigits(after[i].count)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

/** What the wishes change in the model, and on what that rests. */
export function WishParameters({ view }: Pick<Props, 'view'>) {
  const { changes } = view.report;
  return (
    <section className="sweep-figure wish-parameters" aria-label={t('What the wishes change')}>
      <h2>{t('What the wishes change in the model, and on what that rests')}</h2>
      {changes.length === 0 ? (
        <p className="quiet">
          {t('The costs in force are as fast already: no parameter changes.')}
        </p>
      ) : (
        <TableBox name={t('Parameters of fast notification')}>
          <caption>{t('Fast notification, in cycles')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('parameter')}</th>
              <th scope="col">{t('before')}</th>
              <th scope="col">{t('after')}</th>
              <th scope="col">{t('plausible')}</th>
              <th scope="col">{t('source')}</th>
              <th scope="col">{t('basis of the value before')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ name, title, before, after, basis, source }) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code> <small className="quiet">{t(title)}</small>
                </th>
                <td>{groupDigits(before)}</td>
                <td>{groupDigits(after)}</td>
                <td>{rangeWords(COST_PARAMETERS[name].range)}</td>
                <td>
                  <span className="mark">{t(source)}</span>
                </td>
                <td className="quiet">{t(basis)}</td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      )}
      <ul className="reasons">
        <li>
          {t('Values after: {basis}.', { basis: t(NOTIFICATION_BASIS) })}{' '}
          <span className="mark">{t('inferred')}</span>
        </li>
        <li>
          {t('Memory isolation, {basis}.', { basis: t(ISOLATION_BASIS) })}{' '}
          <span className="mark">{t('inferred')}</span>
        </li>
      </ul>
    </section>
  );
}

function rangeWords([least, most]: readonly [number, number]): string {
  return t('{low} to {high}', { low: groupDigits(least), high: groupDigits(most) });
}
