import { upperBound } from '../../base/binary-search.ts';
import { columnCoordinate, eventCoordinate, eventTime } from './event-columns.ts';
import type { EventColumns } from './event-columns.ts';
import type { ScalePiece, TimeScale, Window } from './scale.ts';

/** Fewest columns that a window shows. */
const MIN_COLUMNS = 3;

/** A stretch of the axis: from event `from` to event `to`, both real-valued. */
type Stretch = readonly [number, number];

/** The axis of equally wide events, and in each of equally wide columns: `window` over `width` CSS px. */
export function eventScale(columns: EventColumns, asked: Window, width: number): TimeScale {
  const wide = Math.max(width, 1);
  const stretch = widened(columns, [
    eventCoordinate(columns, asked[0]),
    eventCoordinate(columns, asked[1]),
  ]);
  const [from, to] = stretch;
  const perPixel = (to - from) / wide;
  const toX = (time: number): number => (eventCoordinate(columns, time) - from) / perPixel;
  return {
    columns,
    window: [eventTime(columns, from), eventTime(columns, to)],
    width,
    pieces: cut(columns, { from, perPixel, wide }),
    breaks: [],
    toX,
    toTime: (x) => eventTime(columns, from + x * perPixel),
    coordinate: (time) => eventCoordinate(columns, time),
    perPixel,
    placed: (time, x, factor = 1) => {
      const length = (to - from) / factor;
      const middle = eventCoordinate(columns, time);
      const least = Math.max(length, leastAt(columns, middle));
      const start = middle - (x / wide) * least;
      const [a, b] = within(columns, [start, start + least]);
      return [eventTime(columns, a), eventTime(columns, b)];
    },
  };
}

function leastAt({ first, events }: EventColumns, coordinate: number): number {
  const event = Math.min(Math.floor(Math.max(coordinate, 0)), events - 1);
  return Math.min(MIN_COLUMNS / (first[event + 1] - first[event]), 1);
}

function widened(columns: EventColumns, [from, to]: Stretch): Stretch {
  const middle = (from + to) / 2;
  const half = Math.max(to - from, leastAt(columns, middle)) / 2;
  return within(columns, [middle - half, middle + half]);
}

function within({ events }: EventColumns, [from, to]: Stretch): Stretch {
  const length = Math.min(to - from, events);
  const start = Math.min(Math.max(from, 0), events - length);
  return [start, start + length];
}

/**
 * A piece for each column of at least a px, and where columns are narrower one for each px: within a
 * px it does not matter where time runs faster. So there are at most two pieces a px.
 */
function cut(
  columns: EventColumns,
  { from, perPixel, wide }: { from: number; perPixel: number; wide: number },
): readonly ScalePiece[] {
  const pieces: ScalePiece[] = [];
  const { start, length } = columns;
  let [x0, t0] = [0, eventTime(columns, from)];
  let column = Math.max(upperBound(start, t0, length) - 1, 0);
  while (x0 < wide - 1e-6 && column < length) {
    let x1 = (columnCoordinate(columns, column + 1) - from) / perPixel;
    let t1 = start[column + 1];
    if (x1 - x0 < 1) {
      x1 = Math.floor(x0 + 1e-6) + 1;
      t1 = eventTime(columns, from + x1 * perPixel);
      column = Math.max(upperBound(start, t1, length) - 1, column);
      // The px ends in a wide column: that is a piece of its own.
      const edge = (columnCoordinate(columns, column) - from) / perPixel;
      const next = (columnCoordinate(columns, column + 1) - from) / perPixel;
      if (edge > x0 + 1e-6 && edge < x1 && next - edge >= 1) [x1, t1] = [edge, start[column]];
    } else column += 1;
    if (x1 > wide) [x1, t1] = [wide, eventTime(columns, from + wide * perPixel)];
    if (t1 > t0) pieces.push({ t0, t1, x0, x1 });
    [x0, t0] = [x1, t1];
  }
  return pieces;
}
