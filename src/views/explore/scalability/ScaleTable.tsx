import { t } from '../../../base/language.ts';
import type { ScaleLine, ScaleSize } from '../../../analysis/scalability/chart.ts';
import { boundAt, boundOf } from '../../../analysis/scalability/chart.ts';
import type { ScaleMeasureName } from '../../../analysis/scalability/measures.ts';
import { SCALE_MEASURES } from '../../../analysis/scalability/measures.ts';
import { TableBox } from '../sweep/TableBox.tsx';
import { methodWords, variantWords } from '../sweep/variant-words.ts';
import { AXIS_NAMES, measureText } from './scale-words.ts';
import { sameSize } from './use-scale-view.ts';
import type { ScaleView } from './use-scale-view.ts';

interface Props {
  readonly view: ScaleView;
  readonly measure: ScaleMeasureName;
  readonly onSelect: (selected: ScaleSize) => void;
}

/** The lines as a table: a row per value of the axis, a column per line, the bound in small print. */
export function ScaleTable({ view, measure, onSelect }: Props) {
  const { chart, selected, study } = view;
  const { title, of, bound } = SCALE_MEASURES[measure];
  const bounds = chart.lines.map((line) =>
    boundOf(study, { chart, line, at: selected }, SCALE_MEASURES[measure]),
  );
  return (
    <TableBox name={t('Lines as a table')}>
      <caption>
        {bound === null
          ? t('{metric}; a number selects its run', { metric: t(title) })
          : t('{metric}, and what the law allows; a number selects its run', { metric: t(title) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t(AXIS_NAMES[chart.axis])}</th>
          {chart.lines.map((line) => (
            <th key={`${line.method} ${line.replicas}`} scope="col">
              {lineWords(line)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {chart.values.map((value, index) => (
          <tr key={value}>
            <th scope="row">{value}</th>
            {chart.lines.map(({ method, replicas, points }, line) => {
              const point = points[index];
              const allowed = boundAt(bounds[line], value);
              return (
                <td key={`${method} ${replicas}`}>
                  {point === null ? (
                    '–'
                  ) : (
                    <button
                      type="button"
                      className="cell-button"
                      aria-pressed={sameSize(point, selected)}
                      onClick={() => onSelect(point)}
                    >
                      {measureText(measure, of(point))}
                    </button>
                  )}
                  {allowed !== null && (
                    <small>{t('law: {value}', { value: measureText(measure, allowed) })}</small>
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

function lineWords({ method, replicas }: ScaleLine): string {
  return replicas === null ? methodWords(method) : variantWords({ method, redundancy: replicas });
}
