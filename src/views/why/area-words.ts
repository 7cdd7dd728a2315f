import type { AreaRow } from '../../analysis/causes/area-sums.ts';
import { SPAN_STYLES, STYLE_WORDS } from '../../kernel/activities.ts';

/** The sums of an area as a table: a row a state that occurs, a column a core, and both sums. */
export interface AreaCells {
  readonly head: readonly string[];
  readonly body: readonly { readonly name: string; readonly cells: readonly number[] }[];
}

/** The cells for `rows`, with a last column of all cores together where there are several. */
export function areaCells(rows: readonly AreaRow[]): AreaCells {
  const states = SPAN_STYLES.filter((style) => rows.some(({ cycles }) => cycles[style] > 0));
  const sums = (cells: readonly number[]): readonly number[] =>
    rows.length > 1 ? [...cells, cells.reduce((sum, value) => sum + value, 0)] : cells;
  const body = states.map((style) => {
    return { name: STYLE_WORDS[style], cells: sums(rows.map(({ cycles }) => cycles[style])) };
  });
  const all = rows.map(({ cycles }) => SPAN_STYLES.reduce((sum, style) => sum + cycles[style], 0));
  const cores = rows.map(({ core }) => `C${core}`);
  return {
    head: rows.length > 1 ? [...cores, 'all'] : cores,
    body: [...body, { name: 'sum', cells: sums(all) }],
  };
}

/** The sums of an area as CSV: a row a core, a column a state, plain numbers. */
export function areaCsv(rows: readonly AreaRow[]): string {
  const lines = [
    ['core', ...SPAN_STYLES.map((style) => STYLE_WORDS[style]), 'sum'],
    ...rows.map(({ core, cycles }) => [
      `C${core}`,
      ...SPAN_STYLES.map((style) => String(cycles[style])),
      String(SPAN_STYLES.reduce((sum, style) => sum + cycles[style], 0)),
    ]),
  ];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}
