import { useMemo } from 'react';

import type { SweepTable } from '../../../analysis/sweep/table.ts';
import type { SweepSelection } from '../../../store/sweeps.ts';
import { axisView } from './axis-view.ts';
import type { AxisView } from './axis-view.ts';
import { rowTable } from './row-table.ts';
import { firstSelection } from './selection.ts';

/** A sweep as the page shows it. */
export interface SweepView {
  readonly table: SweepTable;
  /** Another number = other results. */
  readonly version: number;
  readonly x: AxisView;
  readonly y: AxisView | null;
  readonly selected: SweepSelection;
  /** The row of the selected point as a sweep along one axis. */
  readonly row: SweepTable;
}

/** What is shown of `table`; `null` while nothing of it is done. */
export function useView(
  table: SweepTable | null,
  version: number,
  chosen: SweepSelection | null,
): SweepView | null {
  const axes = useMemo(() => table?.layout.spec.axes.map(axisView) ?? [], [table]);
  const first = useMemo(
    () => (table === null ? null : firstSelection(table, axes)),
    // The table grows in place.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [table, version, axes],
  );
  const selected = chosen ?? first;
  const rowIndex = selected === null ? 0 : (table?.layout.points[selected.point].at[1] ?? 0);
  const row = useMemo(
    () => (table === null ? null : rowTable(table, rowIndex)),
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [table, version, rowIndex],
  );
  return useMemo(() => {
    const [x, y = null] = axes;
    if (table === null || row === null || selected === null || x === undefined) return null;
    return { table, version, x, y, selected, row };
  }, [table, version, axes, selected, row]);
}
