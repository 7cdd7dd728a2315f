import { useMemo } from 'react';

import type {
  PlacementRow,
  PlacementRule,
  PlacementStudySpec,
} from '../../../analysis/placement/study.ts';
import { placementRows, placementScenario } from '../../../analysis/placement/study.ts';
import type { StudyCell } from '../../../analysis/wish-list/first-app.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { PlacementSelection } from '../../../store/study-forms.ts';
import type { StudyState } from '../../../store/study.ts';

/** All placements of one way of protection that have run, nearest first. */
export interface PlacedCell extends StudyCell {
  readonly rows: readonly PlacementRow[];
}

/** A study of placements as the page shows it. */
export interface PlaceView {
  readonly spec: PlacementStudySpec;
  /** As they were found. */
  readonly rows: readonly PlacementRow[];
  /** With most replicas first. */
  readonly cells: readonly PlacedCell[];
  readonly cell: PlacedCell;
  readonly selected: PlacementRow;
  readonly scenario: Scenario;
  /** The same nearest to the Res core; `null` = that is the one selected. */
  readonly nearest: Scenario | null;
}

/** What is shown of `state`; `null` while nothing is done. */
export function usePlaceView(
  { spec, results }: StudyState<'placement'>,
  chosen: PlacementSelection | null,
): PlaceView | null {
  const rows = useMemo(() => (spec === null ? [] : placementRows(spec, results)), [spec, results]);
  return useMemo(() => (spec === null ? null : viewOf(spec, rows, chosen)), [spec, rows, chosen]);
}

function viewOf(
  spec: PlacementStudySpec,
  rows: readonly PlacementRow[],
  chosen: PlacementSelection | null,
): PlaceView | null {
  const cells = cellsWith(rows);
  const known = chosen === null ? undefined : cells.find((one) => sameCell(one, chosen));
  const cell = known ?? firstCell(spec, cells);
  if (cell === undefined) return null;
  const rule = chosen?.rule ?? 'other-socket';
  const selected = cell.rows.find((row) => row.rule === rule) ?? cell.rows[0];
  const near = cell.rows[0] === selected ? null : cell.rows[0];
  const scenarioOf = (row: PlacementRow): Scenario => ({
    ...placementScenario(spec, row),
    title: '',
  });
  const nearest = near === null ? null : scenarioOf(near);
  return { spec, rows, cells, cell, selected, scenario: scenarioOf(selected), nearest };
}

function cellsWith(rows: readonly PlacementRow[]): PlacedCell[] {
  const cells: { method: StudyCell['method']; replicas: number; rows: PlacementRow[] }[] = [];
  for (const row of rows) {
    const known = cells.find((one) => sameCell(one, row));
    if (known === undefined)
      cells.push({ method: row.method, replicas: row.replicas, rows: [row] });
    else known.rows.push(row);
  }
  return cells.toSorted((a, b) => b.replicas - a.replicas);
}

function firstCell({ scenario }: PlacementStudySpec, cells: readonly PlacedCell[]) {
  const { signalling } = scenario.apps[0];
  return cells.find(({ method }) => method === signalling) ?? cells[0];
}

/** Do both mean the same way of protection? */
export function sameCell(a: StudyCell, b: StudyCell): boolean {
  return a.method === b.method && a.replicas === b.replicas;
}

/** The rules of distance that have run for some way of protection, in the order of the study. */
export function rulesOf({ rows }: Pick<PlaceView, 'rows'>): PlacementRule[] {
  return [...new Set(alone(rows).map(({ rule }) => rule))];
}

/**
 * Runs of one application alone, which the figure draws: the first of the rows. Sharing cores costs
 * several times as much as distance, and has its place in the table and in the parts.
 */
export function alone(rows: readonly PlacementRow[]): readonly PlacementRow[] {
  return rows.filter(({ rule }) => rule !== 'shared-cores');
}
