import { t } from '../../base/language.ts';
import { PARTS } from '../../base/vocabulary.ts';
import { PART_INFO } from '../chart/parts.ts';
import { fillPart } from '../figure/part-fills.ts';
import { estimateTextWidth } from '../text-width.ts';
import type { Brush } from '../timeline/paint-spans.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
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

const LEGEND_ROW = 18;

/** The parts that some row has, each with the fill of `method`, below the rows. */
export function layLegend({ rows, width }: StacksGeometry) {
  const shown = PARTS.filter((part) =>
    rows.some((row) => row.parts.some((one) => one.part === part)),
  );
  let [x, y] = [16, 8];
  const entries = shown.map((part) => {
    const room = 46 + estimateTextWidth(t(PART_INFO[part].label), 12);
    if (x + room > width) [x, y] = [16, y + LEGEND_ROW];
    const entry = { part, x, y };
    x += room;
    return entry;
  });
  return { entries, height: y + LEGEND_ROW + 6 };
}

/** What the fills mean, with the textures of `method`; the brush stands below the rows. */
export function paintStacksLegend(
  brush: Brush,
  { entries }: ReturnType<typeof layLegend>,
  method: SignallingMethod,
): void {
  for (const { part, x, y } of entries) {
    const { style, label } = PART_INFO[part];
    fillPart(brush, { x, y, width: 20, height: 12 }, { style, method });
    write(brush, t(label), { x: x + 26, y: y + 10, size: 12, colour: 'ink-2' });
  }
}

function paintRow(brush: Brush, row: StackRow, narrow: boolean): void {
  const { y, height, method, redundancy, selected, heading } = row;
  const middle = y + height / 2;
  const colour = selected ? 'ink' : 'ink-2';
  if (heading !== null) {
    write(brush, heading, { x: 16, y: middle + 4, size: 12, weight: 600, colour: 'ink' });
  }
  if (redundancy !== 'native') {
    const nameOnly = narrow && row.named;
    if (!nameOnly) paintPictogram(brush, method, { x: 66, y: middle, scale: 0.75, colour });
    const weight = selected ? 600 : 450;
    const at = { x: nameOnly ? 54 : 84, y: middle + 4, size: 12, weight, colour } as const;
    if (!narrow || nameOnly) write(brush, row.name, at);
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
