import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
import { paintSpans } from '../timeline/paint-spans.ts';
import type { Brush } from '../timeline/paint-spans.ts';
import { fillKey, RectBuffer } from '../timeline/rects.ts';
import type { MapGeometry, MapInput, MapPatch } from './map-layout.ts';
import type { RegionLabel } from './map-regions.ts';
import { circle, trace, write } from './pen.ts';
import { paintPictogram } from './pictograms.ts';

/** How much of the panel lies over all cells, as large areas are tints, and again where nobody really wins. */
const TINT = 0.4;
const PALE = 0.6;

/** Paints the map with its origin at the corner of the brush. */
export function paintMap(brush: Brush, geometry: MapGeometry, input: MapInput): void {
  const { ctx, theme } = brush;
  const { plot } = geometry;
  ctx.fillStyle = theme.sunk;
  ctx.fillRect(plot.left, plot.top, plot.right - plot.left, plot.bottom - plot.top);
  paintPatches(brush, geometry);
  ctx.save();
  ctx.fillStyle = theme.panel;
  ctx.globalAlpha = TINT;
  ctx.fillRect(plot.left, plot.top, plot.right - plot.left, plot.bottom - plot.top);
  ctx.globalAlpha = PALE;
  for (const { x, y, width, height } of geometry.pale) ctx.fillRect(x, y, width, height);
  ctx.restore();
  for (const patch of geometry.expected) paintExpected(brush, patch);
  paintBoundary(brush, geometry);
  paintAxes(brush, geometry, input);
  for (const region of geometry.regions) paintRegion(brush, region);
  for (const place of geometry.named) paintNamed(brush, place);
}

/** Textures of what goes in to Romain, as in the lanes. */
function paintPatches(brush: Brush, { patches }: MapGeometry): void {
  const rects = new RectBuffer();
  for (const patch of patches) {
    const row = rects.append();
    rects.x[row] = patch.x;
    rects.y[row] = patch.y;
    // A hairline between neighbouring rows would look like one of the map.
    rects.width[row] = patch.width + 0.3;
    rects.height[row] = patch.height + 0.3;
    rects.key[row] = keyOf(patch);
  }
  paintSpans(brush, rects);
}

/** CSS px between two lines of the hatching. */
const HATCH = 9;

/** What is only expected lies behind a veil with hatching. */
function paintExpected(brush: Brush, { x, y, width, height }: MapPatch): void {
  const { ctx, theme } = brush;
  ctx.save();
  ctx.beginPath();
  ctx.rect(x, y, width, height);
  ctx.clip();
  ctx.globalAlpha = 0.45;
  ctx.fillStyle = theme.panel;
  ctx.fillRect(x, y, width, height);
  ctx.globalAlpha = 0.7;
  ctx.strokeStyle = theme['ink-3'];
  ctx.lineWidth = 1;
  ctx.beginPath();
  // Lines of neighbouring patches meet: they begin at multiples of their distance.
  for (let at = Math.ceil((x + y) / HATCH) * HATCH; at < x + y + width + height; at += HATCH) {
    ctx.moveTo(at - y, y);
    ctx.lineTo(at - y - height, y + height);
  }
  ctx.stroke();
  ctx.restore();
}

function keyOf({ method }: MapPatch): number {
  return fillKey(SPAN_STYLES.indexOf('signalIn'), SIGNALLING_METHODS.indexOf(method));
}

function paintBoundary({ ctx, theme }: Brush, { boundary }: MapGeometry): void {
  if (boundary.length === 0) return;
  ctx.save();
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = 2;
  ctx.lineCap = 'round';
  ctx.beginPath();
  for (const [from, to] of boundary) {
    ctx.moveTo(from.x, from.y);
    ctx.lineTo(to.x, to.y);
  }
  ctx.stroke();
  ctx.restore();
}

function paintAxes(brush: Brush, { plot, xTicks, yTicks }: MapGeometry, input: MapInput): void {
  const { left, right, top, bottom } = plot;
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ];
  const frame = corners.map(([x = 0, y = 0]) => ({ x, y }));
  trace(brush, frame, { colour: 'line-2', width: 1 });
  for (const { px, value } of xTicks) {
    trace(
      brush,
      [
        { x: px, y: bottom },
        { x: px, y: bottom + 5 },
      ],
      { colour: 'line-2', width: 1 },
    );
    const look = { size: 11, mono: true, align: 'center' } as const;
    write(brush, input.x.format(value), { x: px, y: bottom + 18, ...look });
  }
  for (const { px, value } of yTicks) {
    trace(
      brush,
      [
        { x: left - 5, y: px },
        { x: left, y: px },
      ],
      { colour: 'line-2', width: 1 },
    );
    const look = { size: 11, mono: true, align: 'right' } as const;
    write(brush, input.y.format(value), { x: left - 8, y: px + 4, ...look });
  }
  write(brush, input.x.label, { x: right, y: bottom + 35, size: 11, align: 'right' });
  const { ctx } = brush;
  ctx.save();
  ctx.translate(12, (top + bottom) / 2);
  ctx.rotate(-Math.PI / 2);
  write(brush, input.y.label, { x: 0, y: 0, size: 11, align: 'center' });
  ctx.restore();
}

function paintRegion(brush: Brush, { method, name, words, ...box }: RegionLabel): void {
  const { ctx, theme } = brush;
  const middle = box.y + box.height / 2;
  ctx.fillStyle = theme.panel;
  ctx.fillRect(box.x, box.y, box.width, box.height);
  paintPictogram(brush, method, { x: box.x + 26, y: middle, scale: 1.1, colour: 'ink' });
  const at = { x: box.x + 52, size: 14, weight: 600, colour: 'ink' } as const;
  write(brush, name, { ...at, y: words === '' ? middle + 5 : middle - 3 });
  if (words !== '') write(brush, words, { x: at.x, y: middle + 14, size: 11, colour: 'ink-2' });
}

function paintNamed(brush: Brush, { x, y, text, left }: MapGeometry['named'][number]): void {
  const { ctx, theme } = brush;
  circle(brush, { x, y, r: 4 }, { fill: 'ink', stroke: 'panel', width: 2 });
  const width = text.length * 6.5 + 10;
  const from = left ? x - 9 - width : x + 9;
  ctx.fillStyle = theme.panel;
  ctx.fillRect(from, y - 9, width, 18);
  write(brush, text, { x: from + 5, y: y + 4, size: 12, colour: 'ink' });
}
