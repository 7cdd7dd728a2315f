import type { Brush } from '../timeline/paint-spans.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { DrawnCrossing, DrawnLine, LinesGeometry, LinesInput } from './lines-layout.ts';
import { circle, openArrow, trace, write } from './pen.ts';
import type { LineStyle } from './pen.ts';
import { paintMarker, paintPictogram } from './pictograms.ts';

/** Paints the figure of lines with its origin at the corner of the brush. */
export function paintLines(brush: Brush, geometry: LinesGeometry, input: LinesInput): void {
  const { plot } = geometry;
  paintAxes(brush, geometry, input);
  brush.ctx.save();
  brush.ctx.beginPath();
  brush.ctx.rect(plot.left, plot.top - 3, plot.right - plot.left + 4, plot.bottom - plot.top + 6);
  brush.ctx.clip();
  for (const line of geometry.lines) paintBands(brush, line);
  for (const line of byWeight(geometry.lines)) paintFaint(brush, line);
  for (const line of byWeight(geometry.lines)) {
    const style = strokeOf(line.method, line.strong);
    for (const stretch of line.stretches) trace(brush, stretch, style);
    paintDots(brush, line);
  }
  brush.ctx.restore();
  for (const line of byWeight(geometry.lines)) paintEnds(brush, line);
  for (const { x, y, text } of geometry.named) {
    trace(
      brush,
      [
        { x, y },
        { x, y: y - 8 },
      ],
      { colour: 'ink-2', width: 1.5 },
    );
    if (text !== null) write(brush, text, { x: x + 4, y: y - 5, size: 11, colour: 'ink-2' });
  }
  for (const crossing of geometry.crossings) paintCrossing(brush, crossing, plot.bottom);
}

/** Thin ones first, so that the thick ones lie on top. */
function byWeight(lines: readonly DrawnLine[]): readonly DrawnLine[] {
  return lines.toSorted((a, b) => Number(a.strong) - Number(b.strong));
}

/** Dash and width of a line: thick = more replicas, dash = method. */
function strokeOf(method: SignallingMethod, strong: boolean): LineStyle {
  const colour = strong ? 'ink' : 'ink-3';
  switch (method) {
    case 'migration':
      return { colour, width: strong ? 5 : 2.6 };
    case 'ipc':
      return strong
        ? { colour, width: 2.4, dash: [8.4, 4.3] }
        : { colour, width: 1.4, dash: [4.9, 2.5] };
    case 'polling':
      return strong
        ? { colour, width: 3.4, dash: [0, 6.4], cap: 'round' }
        : { colour, width: 2, dash: [0, 3.8], cap: 'round' };
    default:
      return { colour, width: strong ? 2.2 : 1.2, dash: [1.6, 3] };
  }
}

function paintAxes(brush: Brush, { plot, xTicks, yTicks }: LinesGeometry, input: LinesInput): void {
  const decimals = decimalsOf(yTicks.map((tick) => tick.value));
  for (const { px, value } of yTicks) {
    const base = value === input.yAxis.min;
    trace(
      brush,
      [
        { x: plot.left, y: px },
        { x: plot.right, y: px },
      ],
      {
        colour: base ? 'line-2' : 'line',
        width: 1,
      },
    );
    const text = input.format.yTick(value, decimals);
    write(brush, text, { x: plot.left - 8, y: px + 4, size: 11, mono: true, align: 'right' });
  }
  const marks = markLines(xTicks, input);
  const twoLines = [...marks.values()].some((lines) => lines.length > 1);
  for (const { px, value } of xTicks) {
    const [y, foot] = [plot.bottom, plot.bottom + 5];
    trace(
      brush,
      [
        { x: px, y },
        { x: px, y: foot },
      ],
      { colour: 'line-2', width: 1 },
    );
    marks.get(value)?.forEach((text, i) => {
      const at = { x: px, y: foot + (twoLines ? 11 : 13) + i * TICK_LINE };
      write(brush, text, { ...at, size: 11, mono: true, align: 'center' });
    });
  }
  write(brush, input.yAxis.label, { x: plot.left + 4, y: plot.top - 8, size: 11 });
  const y = plot.bottom + (twoLines ? 38 : 34);
  const foot = { x: plot.right, y, size: 11, align: 'right' } as const;
  write(brush, input.xAxis.label, foot);
}

/** Width of a character of a mark at 11 px, and the distance of two lines. */
const TICK_CHARACTER = 6.8;
const TICK_LINE = 12;

/** What stands at each mark of the axis: words in two lines where they would run into each other. */
function markLines(
  xTicks: LinesGeometry['xTicks'],
  { xAxis, format }: LinesInput,
): ReadonlyMap<number, readonly string[]> {
  const texts = xTicks.map(({ value }) => format.x(value));
  const [first, second] = xTicks;
  const apart = first === undefined || second === undefined ? Infinity : second.px - first.px;
  const longest = Math.max(0, ...texts.map(({ length }) => length));
  const split = xAxis.kind === 'words' && longest * TICK_CHARACTER + 8 > apart;
  return new Map(xTicks.map(({ value }, i) => [value, split ? halves(texts[i]) : [texts[i]]]));
}

/** A text in two lines, broken where its words allow it nearest to the middle. */
function halves(text: string): string[] {
  const spaces = [...text.matchAll(/ /gu)].map(({ index }) => index);
  const middle = text.length / 2;
  const [at] = spaces.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return at === undefined ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** Digits after the point that tell neighbouring ticks apart. */
function decimalsOf(values: readonly number[]): number {
  const step = values.length < 2 ? 1 : Math.abs((values[1] ?? 0) - (values[0] ?? 0));
  return step >= 1 || step === 0 ? 0 : Math.min(4, Math.ceil(-Math.log10(step)));
}

function paintBands({ ctx, theme }: Brush, { bands, strong }: DrawnLine): void {
  ctx.save();
  ctx.globalAlpha = strong ? 0.14 : 0.1;
  ctx.fillStyle = theme.ink;
  for (const band of bands) {
    ctx.beginPath();
    for (const { x, y } of band) ctx.lineTo(x, y);
    ctx.closePath();
    ctx.fill();
  }
  ctx.restore();
}

/** How strongly what is only expected is drawn. */
const FAINT = 0.4;

/** The line as it is expected to be, narrower and pale. */
function paintFaint(brush: Brush, { faint, method, strong }: DrawnLine): void {
  if (faint.length === 0) return;
  const { ctx } = brush;
  const style = strokeOf(method, strong);
  ctx.save();
  ctx.globalAlpha = FAINT;
  trace(brush, faint, { ...style, width: Math.max(1, style.width * 0.6) });
  ctx.restore();
}

/** Values over words: a marker each, over the range of its seeds. */
function paintDots(brush: Brush, { dots, whiskers, method, strong }: DrawnLine): void {
  const colour = strong ? 'ink' : 'ink-3';
  for (const ends of whiskers) trace(brush, ends, { colour, width: strong ? 2 : 1.4 });
  const { ctx } = brush;
  for (const { x, y, expected } of dots) {
    ctx.save();
    if (expected) ctx.globalAlpha = FAINT;
    paintMarker(brush, method, { x, y, strong });
    ctx.restore();
  }
}

function paintEnds(brush: Brush, line: DrawnLine): void {
  const { method, strong, label, leaves } = line;
  if (strong) for (const spot of line.markers) paintMarker(brush, method, { ...spot, strong });
  if (leaves !== null) openArrow(brush, { x: leaves.x, y: leaves.y - 2 }, 'up');
  if (label === null) return;
  const { anchor, x, y, text, pictogram } = label;
  trace(
    brush,
    [
      { x: anchor.x + 4, y: anchor.y },
      { x: x - 4, y },
    ],
    { colour: 'line-2', width: 1 },
  );
  const colour = strong ? 'ink' : 'ink-3';
  if (pictogram) paintPictogram(brush, method, { x: x + 12, y, scale: 0.8, colour });
  const weight = strong ? 600 : 450;
  write(brush, text, { x: x + (pictogram ? 30 : 0), y: y + 4, size: 12, weight, colour });
}

function paintCrossing(brush: Brush, { x, y, strong, label }: DrawnCrossing, floor: number): void {
  const foot = label === null ? floor : floor - 18;
  trace(
    brush,
    [
      { x, y: y + 8 },
      { x, y: foot },
    ],
    { colour: 'ink-2', width: 1, dash: [2, 3] },
  );
  circle(brush, { x, y, r: 8 }, { stroke: 'ink', width: strong ? 2.5 : 1.5 });
  if (label === null) return;
  const { ctx, theme } = brush;
  ctx.fillStyle = theme.panel;
  ctx.fillRect(label.x - label.width / 2, label.y - 12, label.width, 15);
  const weight = strong ? 700 : 450;
  const look = { size: 11, weight, align: 'center', colour: strong ? 'ink' : 'ink-2' } as const;
  write(brush, label.text, { x: label.x, y: label.y, ...look });
}
