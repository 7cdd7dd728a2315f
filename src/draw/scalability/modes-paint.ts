import { msg, t } from '../../base/language.ts';
import type { CoreMode } from '../../base/vocabulary.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
import type { SpanStyle } from '../../kernel/activities.ts';
import { trace, write } from '../sweep/pen.ts';
import { paintSpans } from '../timeline/paint-spans.ts';
import type { Brush } from '../timeline/paint-spans.ts';
import { fillKey, RectBuffer, userVariant } from '../timeline/rects.ts';
import { estimateTextWidth } from '../text-width.ts';
import type { ModeBox, ModesGeometry } from './modes-layout.ts';

/** The fills that lanes have for the same. */
const STYLES: Readonly<Record<CoreMode, SpanStyle>> = {
  user: 'user',
  kernel: 'kernel',
  manager: 'handle',
  polling: 'polling',
  halted: 'halted',
};

/** What cores do, in the words of legends and tables; messages. */
export const MODE_WORDS: Readonly<Record<CoreMode, string>> = {
  user: msg('application'),
  manager: msg('Romain'),
  kernel: msg('kernel'),
  polling: msg('polling'),
  halted: msg('halted'),
};

/** Paints the figure with its origin at the corner of the brush. */
export function paintModes(brush: Brush, geometry: ModesGeometry): void {
  const { groups, ticks, legendY, rowHeight, left } = geometry;
  for (const { px, value } of ticks) {
    const line = [
      { x: px, y: 18 },
      { x: px, y: legendY - 10 },
    ];
    trace(brush, line, { colour: 'line', width: 1 });
    write(brush, `${value} %`, { x: px, y: 12, size: 11, mono: true, align: 'center' });
  }
  for (const { name, y, rows } of groups) {
    write(brush, name, { x: 16, y: y + 14, size: 12, weight: 600, colour: 'ink' });
    for (const row of rows) {
      const weight = row.selected ? 700 : 450;
      const colour = row.selected ? 'ink' : 'ink-2';
      const at = { x: left - 10, y: row.y + 11, size: 11, mono: true, align: 'right' } as const;
      write(brush, row.name, { ...at, weight, colour });
    }
  }
  const boxes = groups.flatMap(({ rows }) =>
    rows.flatMap((row) => row.boxes.map((box) => ({ ...box, y: row.y, height: rowHeight }))),
  );
  fillModes(brush, boxes);
  paintLegend(brush, geometry);
}

function paintLegend(brush: Brush, { legend, legendY }: ModesGeometry): void {
  let x = 16;
  const boxes = legend.map((mode): FilledBox => {
    const text = t(MODE_WORDS[mode]);
    const box = { mode, x, y: legendY, width: 20, height: 12 };
    write(brush, text, { x: x + 26, y: legendY + 10, size: 12, colour: 'ink-2' });
    x += 44 + estimateTextWidth(text, 12);
    return box;
  });
  fillModes(brush, boxes);
}

interface FilledBox extends ModeBox {
  readonly y: number;
  readonly height: number;
}

/** Fills boxes as the lanes fill the same. */
function fillModes(brush: Brush, boxes: readonly FilledBox[]): void {
  const rects = new RectBuffer();
  for (const { mode, x, y, width, height } of boxes) {
    const row = rects.append();
    rects.x[row] = x;
    rects.y[row] = y;
    rects.width[row] = width;
    rects.height[row] = height;
    const variant = mode === 'user' ? userVariant(-1) : 0;
    rects.key[row] = fillKey(SPAN_STYLES.indexOf(STYLES[mode]), variant);
  }
  paintSpans(brush, rects);
}
