import { parameterOf } from '../../../analysis/sweep/parameters.ts';
import { layOut } from '../../../analysis/sweep/points.ts';
import { SweepTable } from '../../../analysis/sweep/table.ts';

/**
 * The sweep along the first axis at value number `row` of the second one, as a sweep of its own with
 * the results and previews that there are; the sweep itself where it has one axis.
 */
export function rowTable(table: SweepTable, row: number): SweepTable {
  const { spec, values } = table.layout;
  const [x, y] = spec.axes;
  if (y === undefined) return table;
  const value = values[1][row];
  const scenario = parameterOf(y.parameter).apply(spec.scenario, value, spec.scope);
  const layout = layOut({ ...spec, scenario, axes: [x] });
  // The machine of all points is large enough for those of a row.
  if (!layout.ok) return table;
  const own = new SweepTable(layout.value);
  own.weigh(table.measureOf('energy').weights);
  values[0].forEach((_, column) => {
    const results = table.runsOf(table.pointAt([column, row]));
    const point = own.pointAt([column]);
    const figures = table.previewAt(table.pointAt([column, row]));
    if (results.length > 0) own.add({ point, results });
    if (figures.length > 0) own.addPreview({ point, figures });
  });
  return own;
}
