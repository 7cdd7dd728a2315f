import type { AreaRow } from '../../analysis/causes/area-sums.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
import type { SpanStyle } from '../../kernel/activities.ts';

/** States in words, as in the legend of the timeline. */
export const STYLE_WORDS: Readonly<Record<SpanStyle, string>> = {
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

/** States that occur in `rows`, in the order of the legend. */
export function statesIn(rows: readonly AreaRow[]): readonly SpanStyle[] {
  return SPAN_STYLES.filter((style) => rows.some(({ cycles }) => cycles[style] > 0));
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
