import type { AreaRow } from '../../analysis/causes/area-sums.ts';
import { t } from '../../base/language.ts';
import { SPAN_STYLES, STYLE_WORDS } from '../../kernel/activities.ts';

/** The sums of an area as a table: a row a state that occurs, a column a core, and both sums. */
export interface AreaCells {
  readonly head: readonly string[];
  readonly body: readonly { readonly name: string; readonly cells: readonly number[] }[];
}

/** Cores whose sums stand in one column. */
interface Column {
  readonly name: string;
  readonly rows: readonly AreaRow[];
}

/**
 * The cells for `rows`, with a last column of all cores together where there are several. Two or
 * more cores that are halted all the time share a column.
 */
export function areaCells(rows: readonly AreaRow[]): AreaCells {
  const states = SPAN_STYLES.filter((style) => rows.some(({ cycles }) => cycles[style] > 0));
  const columns = [...columnsOf(rows), ...(rows.length > 1 ? [{ name: t('all'), rows }] : [])];
  const sums = (of: (row: AreaRow) => number): readonly number[] =>
    columns.map((column) => column.rows.reduce((sum, row) => sum + of(row), 0));
  return {
    head: columns.map(({ name }) => name),
    body: [
      ...states.map((style) => ({
        name: t(STYLE_WORDS[style]),
        cells: sums(({ cycles }) => cycles[style]),
      })),
      { name: t('sum'), cells: sums(totalOf) },
    ],
  };
}

function columnsOf(rows: readonly AreaRow[]): Column[] {
  const idle = rows.filter((row) => row.cycles.halted === totalOf(row));
  const apart = idle.length < 2 ? rows : rows.filter((row) => !idle.includes(row));
  const columns = apart.map((row) => ({ name: `C${row.core}`, rows: [row] }));
  if (idle.length < 2) return columns;
  return [...columns, { name: t('{n} idle', { n: idle.length }), rows: idle }];
}

function totalOf({ cycles }: AreaRow): number {
  return SPAN_STYLES.reduce((sum, style) => sum + cycles[style], 0);
}

/** The sums of an area as CSV: a row a core, a column a state, plain numbers. */
export function areaCsv(rows: readonly AreaRow[]): string {
  const lines = [
    ['core', ...SPAN_STYLES.map((style) => STYLE_WORDS[style]), 'sum'],
    ...rows.map((row) => [
      `C${row.core}`,
      ...SPAN_STYLES.map((style) => String(row.cycles[style])),
      String(totalOf(row)),
    ]),
  ];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}
