import { t } from '../../base/language.ts';
import { assertUnreachable } from '../../base/assert.ts';
import { SHORT_NAMES } from '../sweep/names.ts';
import { circle, openArrow, trace, write } from '../sweep/pen.ts';
import { paintPictogram } from '../sweep/pictograms.ts';
import type { Brush } from '../timeline/paint-spans.ts';
import { estimateTextWidth } from '../text-width.ts';
import type { DotFace, DotPlace, DotRow, DotsGeometry } from './layout.ts';

/** Radius of a ring; a solid dot lies within it where both are equal. */
const R = 6;
const SOLID = 4.5;

/** Paints the figure with its origin at the corner of the brush. */
export function paintDots(brush: Brush, geometry: DotsGeometry): void {
  const { ticks, top, bottom, right, unit, format, rows } = geometry;
  for (const { px, value } of ticks) {
    const ends = [
      { x: px, y: top - 6 },
      { x: px, y: bottom },
    ];
    trace(brush, ends, { colour: 'line', width: 1 });
    write(brush, format(value), { x: px, y: 17, size: 11, mono: true, align: 'center' });
  }
  write(brush, unit, { x: right + 16, y: 17, size: 11 });
  for (const row of rows) paintRow(brush, row, geometry);
}

function paintRow(brush: Brush, row: DotRow, { narrow, right }: DotsGeometry): void {
  const { y, method, redundancy, heading, dots, words, selected } = row;
  const colour = selected ? 'ink' : 'ink-2';
  if (heading !== null) {
    write(brush, heading, { x: 16, y: y + 4, size: 12, weight: 600, colour: 'ink' });
  }
  if (redundancy !== 'native') {
    paintPictogram(brush, method, { x: 66, y, scale: 0.75, colour });
    const at = { x: 84, y: y + 4, size: 12, weight: selected ? 600 : 450, colour } as const;
    if (!narrow) write(brush, t(SHORT_NAMES[method]), at);
  }
  paintWay(brush, row);
  for (const dot of dots) paintDot(brush, dot, y);
  const style = { size: 12, weight: selected ? 600 : 450, colour } as const;
  write(brush, words, { x: right + 16, y: y + 4, ...style });
}

/** The line from the first dot to the farthest others. */
function paintWay(brush: Brush, { y, dots }: DotRow): void {
  const places = dots.map(({ x }) => x);
  const ends = [Math.min(...places), Math.max(...places)].map((x) => ({ x, y }));
  trace(brush, ends, { colour: 'ink-3', width: 2 });
}

function paintDot(brush: Brush, { x, face, whisker, beyond }: DotPlace, y: number): void {
  if (whisker !== null) {
    const [from, to] = whisker;
    const low = y + (face === 'ring' ? -9 : 9);
    trace(
      brush,
      [
        { x: from, y: low },
        { x: to, y: low },
      ],
      { colour: 'ink-3', width: 1.25 },
    );
    for (const end of [from, to]) {
      const tick = [
        { x: end, y: low - 3 },
        { x: end, y: low + 3 },
      ];
      trace(brush, tick, { colour: 'ink-3', width: 1.25 });
    }
  }
  paintFace(brush, face, { x, y });
  if (beyond) openArrow(brush, { x: x + 12, y }, 'right');
}

function paintFace(brush: Brush, face: DotFace, { x, y }: { x: number; y: number }): void {
  const { ctx, theme } = brush;
  switch (face) {
    case 'ring':
      circle(brush, { x, y, r: R }, { fill: 'panel', stroke: 'ink', width: 2 });
      break;
    case 'solid':
      circle(brush, { x, y, r: SOLID }, { fill: 'ink' });
      break;
    case 'half':
      circle(brush, { x, y, r: R }, { fill: 'panel', stroke: 'ink', width: 2 });
      ctx.fillStyle = theme.ink;
      ctx.beginPath();
      ctx.arc(x, y, R, -Math.PI / 2, Math.PI / 2);
      ctx.fill();
      break;
    default:
      assertUnreachable(face);
  }
}

/** What the faces mean, below the rows. */
export interface DotLegend {
  readonly entries: readonly {
    readonly face: DotFace;
    readonly text: string;
    readonly x: number;
    readonly y: number;
  }[];
  readonly height: number;
}

const LEGEND_ROW = 18;

/** Lays out what the faces mean over `width` CSS px. */
export function layDotLegend(
  faces: readonly { readonly face: DotFace; readonly text: string }[],
  width: number,
): DotLegend {
  let [x, y] = [24, 14];
  const entries = faces.map((one) => {
    const room = 34 + estimateTextWidth(one.text, 12);
    if (x + room > width && x > 24) [x, y] = [24, y + LEGEND_ROW];
    const entry = { ...one, x, y };
    x += room;
    return entry;
  });
  return { entries, height: y + 14 };
}

/** Paints the legend; the brush stands below the rows. */
export function paintDotLegend(brush: Brush, { entries }: DotLegend): void {
  for (const { face, text, x, y } of entries) {
    paintFace(brush, face, { x, y });
    write(brush, text, { x: x + 12, y: y + 4, size: 12, colour: 'ink-2' });
  }
}
