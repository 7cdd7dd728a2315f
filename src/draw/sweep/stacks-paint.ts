import { fillPart, LEGEND_HEIGHT, paintLegend } from '../figure/part-fills.ts';
import type { Brush } from '../timeline/paint-spans.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { SHORT_NAMES } from './names.ts';
import { openArrow, trace, write } from './pen.ts';
import { paintPictogram } from './pictograms.ts';
import type { StackPartBox, StackRow, StacksGeometry } from './stacks-layout.ts';

/** Parts whose fill is dark: a number in them is light. */
const DARK = new Set<StackPartBox['style']>(['kernel', 'handle']);

/** Paints the stacks with their origin at the corner of the brush. */
export function paintStacks(brush: Brush, geometry: StacksGeometry): void {
  const { top, bottom, ticks, rows, narrow } = geometry;
  for (const { px, value } of ticks) {
    trace(
      brush,
      [
        { x: px, y: top - 6 },
        { x: px, y: bottom },
      ],
      { colour: 'line', width: 1 },
    );
    const text = value === 0 ? '0' : `${Math.round(value / 100) / 10}k`;
    write(brush, text, { x: px, y: 11, size: 11, mono: true, align: 'center' });
  }
  for (const row of rows) paintRow(brush, row, narrow);
}

/** CSS px that the legend takes below. */
export const STACKS_LEGEND = LEGEND_HEIGHT;

/** What the fills mean, with the textures of `method`. */
export function paintStacksLegend(brush: Brush, method: SignallingMethod, width: number): void {
  paintLegend(brush, method, width);
}

function paintRow(brush: Brush, row: StackRow, narrow: boolean): void {
  const { y, height, method, redundancy, selected, heading } = row;
  const middle = y + height / 2;
  const colour = selected ? 'ink' : 'ink-2';
  if (heading !== null) {
    write(brush, heading, { x: 16, y: middle + 4, size: 12, weight: 600, colour: 'ink' });
  }
  if (redundancy !== 'native') {
    paintPictogram(brush, method, { x: 66, y: middle, scale: 0.75, colour });
    const weight = selected ? 600 : 450;
    const at = { x: 84, y: middle + 4, size: 12, weight, colour } as const;
    if (!narrow) write(brush, SHORT_NAMES[method], at);
  }
  for (const part of row.parts) paintPart(brush, part, row);
  if (row.beyond) openArrow(brush, { x: row.end + 6, y: middle }, 'right');
  const weight = selected ? 700 : 450;
  const at = { x: row.end + (row.beyond ? 12 : 8), y: middle + 4, size: 12, mono: true } as const;
  write(brush, row.totalText, { ...at, weight, colour });
}

function paintPart(brush: Brush, part: StackPartBox, row: StackRow): void {
  const { x, width, style, text } = part;
  const { y, height, method } = row;
  fillPart(brush, { x, y, width, height }, { style, method });
  if (text === null) return;
  const { ctx, theme } = brush;
  const dark = DARK.has(style);
  if (!dark) {
    const room = text.length * 6.6 + 6;
    ctx.fillStyle = theme.panel;
    ctx.fillRect(x + width / 2 - room / 2, y + 5, room, height - 10);
  }
  write(brush, text, {
    x: x + width / 2,
    y: y + height / 2 + 4,
    size: 11,
    weight: 600,
    mono: true,
    align: 'center',
    colour: dark ? 'work-on' : 'ink',
  });
}
