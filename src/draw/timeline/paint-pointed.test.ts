import { describe, expect, it } from 'vitest';

import { SPAN_STYLES } from '../../kernel/activities.ts';
import type { SpanStyle } from '../../kernel/activities.ts';
import { pointedRows } from './paint-pointed.ts';
import { fillKey, RectBuffer } from './rects.ts';

interface Rect {
  readonly style: SpanStyle;
  readonly lane: number;
  readonly x: number;
  readonly width: number;
  readonly merged?: 1;
}

function rectsOf(...all: readonly Rect[]): RectBuffer {
  const rects = new RectBuffer();
  for (const { style, lane, x, width, merged = 0 } of all) {
    const row = rects.append();
    rects.key[row] = fillKey(SPAN_STYLES.indexOf(style), 0);
    rects.lane[row] = lane;
    rects.x[row] = x;
    rects.width[row] = width;
    rects.merged[row] = merged;
  }
  return rects;
}

const rects = rectsOf(
  { style: 'kernel', lane: 0, x: 0, width: 10 },
  { style: 'kernel', lane: 0, x: 40, width: 10 },
  { style: 'compare', lane: 0, x: 52, width: 10 },
  { style: 'kernel', lane: 1, x: 80, width: 10 },
  { style: 'kernel', lane: 1, x: 51, width: 1, merged: 1 },
);

describe('the spans that a lesson points at', () => {
  it('are those next to the playhead, one for each lane', () => {
    expect(pointedRows(rects, { styles: ['kernel'], x: 51, limit: 100 })).toEqual([1, 3]);
    expect(pointedRows(rects, { styles: ['kernel'], x: 4, limit: 100 })).toEqual([0, 3]);
  });

  it('are of every style that is named', () => {
    expect(pointedRows(rects, { styles: ['kernel', 'compare'], x: 51, limit: 100 })).toEqual([
      1, 2, 3,
    ]);
    expect(pointedRows(rects, { styles: [], x: 51, limit: 100 })).toEqual([]);
  });

  it('do not lie in what is hidden', () => {
    expect(pointedRows(rects, { styles: ['kernel'], x: 51, limit: 51 })).toEqual([1]);
  });
});
