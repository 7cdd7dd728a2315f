import { t } from '../../../base/language.ts';
import type { MetricName } from '../../../analysis/sweep/metrics.ts';
import type { SweepVariant } from '../../../analysis/sweep/spec.ts';
import { expectedWinner, winnerAt } from '../../../analysis/sweep/winners.ts';
import type { AxisView } from './axis-view.ts';
import { TableBox } from './TableBox.tsx';
import type { SweepView } from './use-view.ts';
import { methodWords } from './variant-words.ts';

interface Props {
  readonly view: SweepView;
  readonly y: AxisView;
  readonly metric: MetricName;
  readonly variants: readonly SweepVariant[];
}

/** The map as a table: the winner of every cell, and by how much. */
export function MapTable({ view, y, metric, variants }: Props) {
  const { table, x } = view;
  const measure = table.measureOf(metric);
  const text = (column: number, row: number): string => {
    const point = table.pointAt([column, row]);
    const simulated = winnerAt(table, point, { variants, measure });
    const winner = simulated ?? expectedWinner(table, point, { variants, measure });
    if (winner === null) return '–';
    const name = methodWords(table.layout.variants[winner.variant].method);
    const lead = winner.pale
      ? t('{method}, within 3\u202F%', { method: name })
      : t('{method}, by {percent}\u202F%', {
          method: name,
          percent: Math.round(100 * winner.margin),
        });
    return simulated === null ? t('{winner}, estimated', { winner: lead }) : lead;
  };
  return (
    <TableBox name={t('Map as a table')}>
      <caption>
        {t('Best method and its lead; rows: {rows}, columns: {columns}', {
          rows: y.label,
          columns: x.label,
        })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{y.name}</th>
          {x.values.map((value) => (
            <th key={value} scope="col">
              {x.format(value)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {y.values
          .map((value, i) => ({ value, row: y.order[i] }))
          .toReversed()
          .map(({ value, row }) => (
            <tr key={value}>
              <th scope="row">{y.format(value)}</th>
              {x.order.map((column) => (
                <td key={column}>{text(column, row)}</td>
              ))}
            </tr>
          ))}
      </tbody>
    </TableBox>
  );
}
