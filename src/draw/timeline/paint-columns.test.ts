import { describe, expect, it } from 'vitest';

import { THEMES } from '../theme.ts';
import { ColumnBuffer, LINE, STACK } from './columns.ts';
import type { Lane } from './lanes.ts';
import { SLOTS, SLOT_STYLES } from './lod.ts';
import { paintColumns } from './paint-columns.ts';
import { mixed } from './sheet.ts';
import type { PixelSheet } from './sheet.ts';

const LANE: Lane = {
  core: 0,
  kind: 'home',
  resilient: false,
  top: 1,
  height: 14,
  residents: [{ app: 0, replica: 0 }],
  app: 0,
};
const OPAQUE = 0xff000000;

/** Colours as numbers in order of first use. */
function numbering(): { readonly bitsOf: (colour: string) => number } {
  const known = new Map<string, number>();
  return {
    bitsOf(colour) {
      if (!known.has(colour)) known.set(colour, known.size + 1);
      return (OPAQUE | (known.get(colour) ?? 0)) >>> 0;
    },
  };
}

/** The pixels of one column of the lane, from above. */
function painted(column: (buffer: ColumnBuffer) => void, ratio = 1): number[] {
  const columns = new ColumnBuffer();
  columns.reset(1, 2);
  columns.used = true;
  column(columns);
  const wide = 2 * ratio;
  const rows = 16 * ratio;
  const pixels = { data: new Uint32Array(wide * rows), columns: wide, rows, ratio };
  const sheet = numbering() as PixelSheet;
  paintColumns({ pixels, sheet }, THEMES.light, { columns, lanes: [LANE] });
  return Array.from({ length: rows }, (_, row) => pixels.data[row * wide + ratio]);
}

const SECOND = 1;

function halted(buffer: ColumnBuffer): void {
  buffer.kind[SECOND] = LINE;
}

function dark(column: readonly number[]): number {
  return column.filter((bit) => bit !== 0).length;
}

describe('paintColumns', () => {
  it('piles the slots up from the base of the lane', () => {
    const column = painted((buffer) => {
      buffer.kind[SECOND] = STACK;
      buffer.heights[SECOND * SLOTS + SLOT_STYLES.indexOf('kernel')] = 4;
      buffer.heights[SECOND * SLOTS + SLOT_STYLES.indexOf('handle')] = 2;
    });
    const [kernel, handle] = [column[14], column[10]];
    expect(new Set([0, kernel, handle]).size).toBe(3);
    expect(column.slice(9, 15)).toEqual([handle, handle, kernel, kernel, kernel, kernel]);
    expect(dark(column)).toBe(6);
  });

  it('draws a line of two and a half px below user code', () => {
    const column = painted((buffer) => {
      buffer.kind[SECOND] = STACK;
      buffer.heights[SECOND * SLOTS + SLOT_STYLES.indexOf('user')] = 10;
    });
    const [fill, line] = [column[5], column[14]];
    expect(column.slice(11, 15)).toEqual([fill, mixed(line, fill, 0.5), line, line]);
  });

  it('has twice the pixels on a screen of twice the ratio', () => {
    expect(dark(painted(halted))).toBe(2);
    expect(dark(painted(halted, 2))).toBe(3);
  });
});
