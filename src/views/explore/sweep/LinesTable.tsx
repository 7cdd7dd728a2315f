import { t } from '../../../base/language.ts';
import type { Measure } from '../../../analysis/sweep/metrics.ts';
import { METRICS } from '../../../analysis/sweep/metrics.ts';
import type { SweepTable } from '../../../analysis/sweep/table.ts';
import type { SweepSelection } from '../../../store/sweeps.ts';
import { aboutText, metricText } from './metric-words.ts';
import { TableBox } from './TableBox.tsx';
import type { SweepView } from './use-view.ts';
import { variantWords } from './variant-words.ts';

interface Props {
  readonly view: SweepView;
  readonly measure: Measure;
  readonly onSelect: (selected: SweepSelection) => void;
}

/** What is expected where nothing is simulated. */
function expectedText(
  row: SweepTable,
  column: number,
  [variant, measure]: readonly [number, Measure],
): string {
  const point = row.pointAt([column]);
  const value = row.has(point) ? null : row.previewOf(point, variant, measure);
  return value === null ? '–' : aboutText(measure.metric, value);
}

/** The lines as a table: a row per value of the axis, a column per way of protection. */
export function LinesTable({ view, measure, onSelect }: Props) {
  const { row, table, x, selected } = view;
  const { variants } = row.layout;
  const { title } = METRICS[measure.metric];
  const at = table.layout.points[selected.point].at;
  const pointOf = (column: number): number =>
    table.pointAt(at.length === 1 ? [column] : [column, at[1]]);
  return (
    <TableBox name={t('Lines as a table')}>
      <caption>
        {t('{metric}, median of {count} seeds; a number selects its run', {
          metric: t(title),
          count: table.layout.spec.seeds.length,
        })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{x.name}</th>
          {variants.map((variant) => (
            <th key={variant.index} scope="col">
              {variantWords(variant)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {x.values.map((value, i) => (
          <tr key={value}>
            <th scope="row">{x.format(value)}</th>
            {variants.map(({ index }) => {
              const band = row.bandOf(row.pointAt([x.order[i]]), index, measure);
              const point = pointOf(x.order[i]);
              const current = point === selected.point && index === selected.variant;
              return (
                <td key={index}>
                  {band === null ? (
                    expectedText(row, x.order[i], [index, measure])
                  ) : (
                    <button
                      type="button"
                      className="cell-button"
                      aria-pressed={current}
                      onClick={() => onSelect({ point, variant: index })}
                    >
                      {metricText(measure.metric, band.median)}
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
