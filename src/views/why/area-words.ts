import type { AreaRow } from '../../analysis/causes/area-sums.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
import type { SpanStyle } from '../../kernel/activities.ts';

/** States in words, as in the legend of the timeline. */
const STYLE_WORDS: Readonly<Record<SpanStyle, string>> = {
  halted: 'halted',
  blocked: 'blocked',
  user: 'user',
  kernel: 'kernel',
  resume: 'resume',
  signalIn: 'signal in',
  signalOut: 'signal out',
  polling: 'polling',
  compare: 'compare',
  handle: 'handle',
  recover: 'recover',
};

/** The sums of an area as a table: only states that occur, the last column the sum of each row. */
export interface AreaCells {
  readonly head: readonly string[];
  readonly body: readonly { readonly name: string; readonly cells: readonly number[] }[];
}

/** The cells for `rows`, with a last row of all together where there are several. */
export function areaCells(rows: readonly AreaRow[]): AreaCells {
  const states = SPAN_STYLES.filter((style) => rows.some(({ cycles }) => cycles[style] > 0));
  const body = rows.map(({ core, cycles }) => {
    return { name: `C${core}`, cells: withSum(states.map((style) => cycles[style])) };
  });
  const all = states.map((style) => rows.reduce((sum, { cycles }) => sum + cycles[style], 0));
  if (rows.length > 1) body.push({ name: 'all', cells: withSum(all) });
  return { head: [...states.map((style) => STYLE_WORDS[style]), 'sum'], body };
}

function withSum(cells: readonly number[]): number[] {
  return [...cells, cells.reduce((sum, value) => sum + value, 0)];
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
