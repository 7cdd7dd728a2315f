import { describe, expect, it } from 'vitest';

import type { EventMark } from './marks.ts';
import { shadeLenses } from './paint-lenses.ts';

function markOf(lens: EventMark['lens']): EventMark {
  return { app: 0, event: 0, left: 0, right: 9, lens, flag: null, arrivals: [], labels: [] };
}

const LENS = [
  { top: 0, bottom: 1, arrival: 1, release: 3 },
  { top: 3, bottom: 4, arrival: 3, release: 5 },
];
const INK = 0xff112233;

/** Opacities row by row. */
function shaded(marks: readonly EventMark[], before: readonly number[] = []): number[][] {
  const pixels = { data: new Uint32Array(24), columns: 6, rows: 4, ratio: 1 };
  pixels.data.set(before);
  shadeLenses(pixels, INK, marks);
  const row = (y: number): number[] =>
    Array.from(pixels.data.subarray(y * 6, y * 6 + 6), (pixel) => pixel >>> 24);
  return [0, 1, 2, 3].map(row);
}

describe('shadeLenses', () => {
  it('goes from edge to edge of each lane, and straight between two', () => {
    expect(shaded([markOf(LENS)])).toEqual([
      [0, 14, 14, 0, 0, 0],
      [0, 14, 14, 0, 0, 0],
      [0, 0, 14, 14, 0, 0],
      [0, 0, 0, 14, 14, 0],
    ]);
  });

  it('darkens where two lie over each other', () => {
    expect(shaded([markOf(LENS), markOf(LENS.slice(0, 1))])[0]).toEqual([0, 27, 27, 0, 0, 0]);
  });

  it('leaves what is there as it is', () => {
    expect(shaded([markOf(LENS)], [0, 0xff000001])[0]).toEqual([0, 255, 14, 0, 0, 0]);
  });
});
