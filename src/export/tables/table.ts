import type { MachinePlan } from '../../kernel/plan.ts';
import type { Recording } from '../../run/recording.ts';
import type { ExportRange } from '../range.ts';

/** One value of a row; `null` = says nothing here, or was not reached. */
export type Cell = string | number | null;

/** What tables are made from. */
export interface TableSource {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  readonly range: ExportRange;
}

/** A kind of row in exported files; names of fields are part of the format. */
export interface Table {
  readonly fields: readonly string[];
  /** What one row is, in plain words. */
  readonly title: string;
  /** Rows in order; cells in the order of `fields`. */
  readonly rows: (source: TableSource) => Iterable<readonly Cell[]>;
}

/** A cell of a file; only text with a comma, a quote or a line end needs quotes (RFC 4180). */
function csvCell(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `table` as CSV: a header, then one line per row, without line ends. */
export function* tableToCsv(table: Table, source: TableSource): Generator<string, void, undefined> {
  yield table.fields.join(',');
  for (const row of table.rows(source)) yield row.map(csvCell).join(',');
}

/** `table` as JSON Lines: one object per row, without line ends. */
export function* tableToJsonl(
  table: Table,
  source: TableSource,
): Generator<string, void, undefined> {
  const { fields } = table;
  for (const row of table.rows(source)) {
    yield JSON.stringify(Object.fromEntries(fields.map((field, i) => [field, row[i]])));
  }
}
