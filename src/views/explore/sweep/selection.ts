import type { SweepTable } from '../../../analysis/sweep/table.ts';
import type { SweepSelection } from '../../../store/sweeps.ts';
import { COST_PARAMETERS } from '../../../kernel/costs.ts';
import type { AxisView } from './axis-view.ts';
import { ipiCost } from './picture.ts';

/** The value of the scenario along an axis, as far as it is plain to see. */
function present(table: SweepTable, { parameter }: AxisView): number | null {
  const { machine, apps, costs } = table.layout.spec.scenario;
  if (parameter === 'ipi') return ipiCost(costs.preset, costs.overrides);
  const [{ workload }] = apps;
  if (parameter === 'cpi') return machine.cpi;
  if (parameter === 'gap' && 'instructions' in workload) return workload.instructions;
  if (parameter in COST_PARAMETERS) {
    return COST_PARAMETERS[parameter as keyof typeof COST_PARAMETERS].value;
  }
  return null;
}

/** The place on an axis, in values shown, that is nearest to the scenario's own; the middle where that is not plain. */
function placeOf(table: SweepTable, view: AxisView): number {
  const { values } = view;
  const value = present(table, view);
  if (value === null) return Math.floor((values.length - 1) / 2);
  const away = values.map((one) =>
    view.kind === 'log' ? Math.abs(Math.log(one / value)) : Math.abs(one - value),
  );
  return away.indexOf(Math.min(...away));
}

/** What is selected before anybody chooses: the scenario's own values, under the method of the scenario. */
export function firstSelection(
  table: SweepTable,
  axes: readonly AxisView[],
): SweepSelection | null {
  const wanted = axes.map((axis) => placeOf(table, axis));
  let [best, least] = [-1, Infinity];
  const points = table.layout.points.map(({ point }) => point);
  // What is expected counts as long as nothing is known.
  const shown = table.done > 0 ? table.donePoints : points.filter((point) => table.knows(point));
  for (const point of shown) {
    const { at } = table.layout.points[point];
    const away = Math.hypot(
      ...axes.map((axis, i) => (axis.order.indexOf(at[i]) - wanted[i]) / axis.values.length),
    );
    if (away < least) [best, least] = [point, away];
  }
  return best === -1 ? null : { point: best, variant: firstVariant(table) };
}

function firstVariant({ layout }: SweepTable): number {
  const { variants, spec } = layout;
  const { signalling } = spec.scenario.apps[0];
  const most = variants.at(-1)?.redundancy;
  const own = variants.filter(({ redundancy }) => redundancy === most);
  return (own.find(({ method }) => method === signalling) ?? own[0] ?? variants[0]).index;
}

/** The point `columns` further along the first axis and `rows` along the second that is done, or expected. */
export function neighbour(
  table: SweepTable,
  axes: readonly AxisView[],
  from: { readonly point: number; readonly columns: number; readonly rows: number },
): number {
  const { at } = table.layout.points[from.point];
  const steps = [from.columns, from.rows];
  let shown = axes.map((axis, i) => axis.order.indexOf(at[i]));
  // What nobody knows anything about is passed over.
  for (;;) {
    shown = shown.map((place, i) => place + (steps[i] ?? 0));
    if (shown.some((place, i) => place < 0 || place >= axes[i].values.length)) return from.point;
    const point = table.pointAt(shown.map((place, i) => axes[i].order[place]));
    if (table.knows(point)) return point;
  }
}
