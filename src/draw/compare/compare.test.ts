import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { alignRuns } from '../../analysis/compare/align.ts';
import { differenceOf, partsBetween } from '../../analysis/compare/difference.ts';
import { eventPartsOf } from '../../analysis/compare/event-parts.ts';
import { ALIGNMENTS } from '../../base/vocabulary.ts';
import { runWith } from '../../testing/compared-runs.ts';
import { layoutLanes } from '../timeline/lanes.ts';
import { linearScale } from '../timeline/scale.ts';
import { busierSpans, withGhosts, withoutIdle } from './ghost-lanes.ts';
import { columnAt, freePlace, layoutStrip } from './strip.ts';
import { warpScale } from './warp.ts';

const a = runWith({ redundancy: 3, signalling: 'ipc' });
const b = runWith({ redundancy: 2, signalling: 'polling' });
const end = a.recording.summary.totalCycles;
const difference = differenceOf(eventPartsOf(a), eventPartsOf(b));
const { completed, trapped } = a.recording.rendezvous[0];
const source = { difference, completed, trapped };

const window = fc
  .tuple(fc.integer({ min: 0, max: end - 100 }), fc.integer({ min: 64, max: end }))
  .map(([from, length]) => [from, Math.min(from + length, end)] as const);

describe('the strip of differences', () => {
  it('keeps the sum of every event once, however narrow the columns are', () => {
    for (const width of [5, 30, 400, 3000]) {
      const { columns } = layoutStrip(source, linearScale([0, end], width, end), 60);
      const sums = columns.reduce(
        (total, { parts }) => total.map((cycles, p) => cycles + parts[p]),
        difference.sums.map(() => 0),
      );
      expect(sums).toEqual(partsBetween(difference, 0, difference.events));
      expect(columns.at(-1)?.to).toBe(difference.events);
    }
  });

  it('has columns without overlap and bars within its height, in any window', () => {
    fc.assert(
      fc.property(window, fc.integer({ min: 20, max: 2000 }), (shown, width) => {
        const layout = layoutStrip(source, linearScale(shown, width, end), 60);
        let edge = 0;
        let next = layout.columns[0]?.from ?? 0;
        for (const column of layout.columns) {
          expect(column.x).toBeGreaterThanOrEqual(edge - 1e-6);
          expect(column.x + column.width).toBeLessThanOrEqual(width + 1e-6);
          expect(column.from).toBe(next);
          edge = column.x + column.width;
          next = column.to;
        }
        for (const bar of layout.bars) {
          expect(bar.y).toBeGreaterThanOrEqual(-1e-6);
          expect(bar.y + bar.height).toBeLessThanOrEqual(60 + 1e-6);
        }
      }),
    );
  });

  it('draws what B takes longer above the zero line, what it saves below', () => {
    const { bars, columns, zero } = layoutStrip(source, linearScale([0, end], 800, end), 60);
    const saved = columns[3]?.parts.findIndex((cycles) => cycles < 0) ?? -1;
    expect(saved).toBeGreaterThanOrEqual(0);
    for (const bar of bars) {
      const column = columns.find(({ x }) => x === bar.x);
      expect(column).toBeDefined();
      expect(bar.y < zero ? bar.y + bar.height <= zero + 1e-6 : bar.y >= zero - 1e-6).toBe(true);
    }
  });

  it('finds the column under the pointer', () => {
    const layout = layoutStrip(source, linearScale([0, end], 800, end), 60);
    const third = layout.columns[2];
    expect(third).toBeDefined();
    expect(columnAt(layout, (third?.x ?? 0) + 1)).toBe(third);
    expect(columnAt(layout, 5000)).toBeNull();
  });

  it('has its numbers where no bar lies, as long as there is room', () => {
    const layout = layoutStrip(source, linearScale([0, end], 800, end), 60);
    const covers = (x: number, width: number): boolean =>
      layout.bars.some(
        (bar) =>
          bar.y < 60 && bar.y + bar.height > 47 && bar.x < x + width && bar.x + bar.width > x,
      );
    const place = { y: 47, height: 13 };
    const x = freePlace(layout, { ...place, width: 8 }, 800);
    expect(covers(x, 8)).toBe(false);
    for (let before = 0; before < x; before += 16) expect(covers(before, 8)).toBe(true);
    expect(freePlace(layout, { ...place, width: 790 }, 800)).toBe(0);
    expect(covers(0, 790)).toBe(true);
  });

  it('is a flat line for two equal runs', () => {
    const parts = eventPartsOf(a);
    const equal = { ...source, difference: differenceOf(parts, parts) };
    const layout = layoutStrip(equal, linearScale([0, end], 800, end), 60);
    expect(layout).toMatchObject({ bars: [], zero: 30, most: 0, least: 0 });
  });
});

describe('the scale of the other run', () => {
  it('puts every instant of B where its image in A stands, to within two pixels', () => {
    fc.assert(
      fc.property(window, fc.constantFrom(...ALIGNMENTS), (shown, by) => {
        const aligned = alignRuns(a, b, by);
        const scale = linearScale(shown, 700, end);
        const warped = warpScale(scale, aligned);
        const [first, last] = [warped.pieces[0], warped.pieces.at(-1)];
        expect(first?.x0).toBeCloseTo(0, 6);
        expect(last?.x1).toBeCloseTo(700, 6);
        for (const [i, piece] of warped.pieces.entries()) {
          expect(piece.t1).toBeGreaterThan(piece.t0);
          expect(piece.x1 - piece.x0).toBeGreaterThan(0);
          const before = warped.pieces[i - 1] ?? { t1: piece.t0, x1: piece.x0 };
          expect([before.t1, before.x1]).toEqual([piece.t0, piece.x0]);
          const middle = (piece.t0 + piece.t1) / 2;
          const drawn = (piece.x0 + piece.x1) / 2;
          expect(Math.abs(warped.toX(middle) - drawn)).toBeLessThanOrEqual(2 + 1e-6);
        }
      }),
    );
  });

  it('has no more pieces than the picture can tell apart', () => {
    const aligned = alignRuns(a, b, 'event');
    const { pieces } = warpScale(linearScale([0, end], 40, end), aligned);
    expect(pieces.length).toBeLessThanOrEqual(41);
    expect(aligned.length).toBeGreaterThan(80);
  });
});

describe('lanes with the other run below them', () => {
  it('stand apart, each with a lane of the other run, and no lower than the picture', () => {
    const plain = layoutLanes(a.plan, busierSpans(a.recording.spans, b.recording.spans));
    const { lanes, ghosts } = withGhosts(plain);
    const shown = lanes.lanes.filter(({ kind }) => kind !== 'idle');
    expect(ghosts.map(({ core }) => core)).toEqual(shown.map(({ core }) => core));
    expect(ghosts.map(({ core }) => core)).toEqual([0, 1, 2, 3]);
    const stack = [...shown, ...ghosts, ...lanes.lanes.filter(({ kind }) => kind === 'idle')];
    const rows = stack.toSorted((x, y) => x.top - y.top);
    for (const [i, row] of rows.entries()) {
      const next = rows[i + 1];
      expect(row.top + row.height).toBeLessThanOrEqual(next?.top ?? lanes.height);
    }
  });

  it('give up the room of cores that do nothing, and no other', () => {
    const plain = layoutLanes(a.plan, a.recording.spans);
    const tight = withoutIdle(plain);
    expect(tight.lanes.map(({ core }) => core)).toEqual(plain.lanes.map(({ core }) => core));
    const busy = ({ lanes }: typeof plain) => lanes.filter(({ kind }) => kind !== 'idle');
    expect(busy(tight)).toEqual(busy(plain));
    expect(tight.height).toBeLessThan(plain.height);
    const last = busy(tight).at(-1);
    expect(tight.height).toBeGreaterThanOrEqual((last?.top ?? 0) + (last?.height ?? 0));
  });
});
