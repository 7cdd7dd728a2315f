import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnHeight, drawnRows, nudge, reveal, scrolledBy, scrolledTo } from './log-scroll.ts';
import type { Extent, Scroll } from './log-scroll.ts';

const anyExtent: fc.Arbitrary<Extent> = fc.record({
  rows: fc.oneof(fc.nat({ max: 50 }), fc.nat({ max: 3_000_000 })),
  rowPx: fc.constantFrom(24, 38, 48),
  viewPx: fc.integer({ min: 60, max: 900 }),
});
const whole = ({ rows, rowPx, viewPx }: Extent): number => Math.max(0, rows * rowPx - viewPx);
const farthest = (extent: Extent): number => Math.max(0, drawnHeight(extent) - extent.viewPx);
const HUGE: Extent = { rows: 1_000_000, rowPx: 38, viewPx: 600 };

it('never draws the list higher than browsers can', () => {
  fc.assert(
    fc.property(anyExtent, (extent) => {
      expect(drawnHeight(extent)).toBeLessThan(1.7e7);
    }),
  );
});

describe('scrolling', () => {
  it('reaches both ends and every row, wherever it starts', () => {
    fc.assert(
      fc.property(anyExtent, fc.double({ min: 0, max: 1, noNaN: true }), (extent, share) => {
        const to = scrolledTo(extent, share * whole(extent));
        expect(to.y).toBeCloseTo(share * whole(extent), 3);
        expect(to.top).toBeGreaterThanOrEqual(0);
        expect(to.top).toBeLessThanOrEqual(farthest(extent));
        expect(scrolledTo(extent, -1)).toEqual({ top: 0, y: 0 });
        expect(scrolledTo(extent, Infinity).y).toBe(whole(extent));
      }),
    );
  });

  it('by little moves the rows as far as the wheel says', () => {
    let scroll = scrolledTo(HUGE, 12_345_678);
    for (let i = 0; i < 100; i++) {
      const next = scrolledBy(HUGE, scroll, scroll.top + 53);
      expect(next.y - scroll.y).toBeCloseTo(53, 6);
      scroll = next;
    }
  });

  it('by much takes the share of the whole', () => {
    const before = scrolledTo(HUGE, 0);
    const half = scrolledBy(HUGE, before, farthest(HUGE) / 2);
    expect(half.y).toBeCloseTo(whole(HUGE) / 2, 3);
    expect(scrolledBy(HUGE, half, farthest(HUGE)).y).toBeCloseTo(whole(HUGE), 3);
    expect(scrolledBy(HUGE, half, 0).y).toBe(0);
  });

  it('by little from anywhere comes to the very first and the very last row', () => {
    for (const direction of [-1, 1]) {
      let scroll: Scroll = { y: direction < 0 ? 30_000 : whole(HUGE) - 30_000, top: 0 };
      // The person has come here by the wheel, so the element is nearer to its end than the rows.
      scroll = { ...scroll, top: direction < 0 ? 300 : farthest(HUGE) - 300 };
      for (let i = 0; i < 400; i++) {
        const top = Math.min(Math.max(scroll.top + direction * 100, 0), farthest(HUGE));
        scroll = scrolledBy(HUGE, scroll, top);
      }
      expect(scroll.y).toBe(direction < 0 ? 0 : whole(HUGE));
    }
  });
});

describe('the rows that are drawn', () => {
  it('cover what is seen and stand where the element shows them', () => {
    fc.assert(
      fc.property(anyExtent, fc.double({ min: 0, max: 1, noNaN: true }), (extent, share) => {
        const scroll = scrolledTo(extent, share * whole(extent));
        const { first, end, offset } = drawnRows(extent, scroll);
        const { rows, rowPx, viewPx } = extent;
        expect(end - first).toBeLessThanOrEqual(viewPx / rowPx + 10);
        const top = (row: number): number => offset + row * rowPx - scroll.top;
        // 0 is the upper edge of what is seen.
        expect(first === 0 || top(first) <= 0).toBe(true);
        expect(end === rows || top(end) >= viewPx).toBe(true);
      }),
    );
  });

  it('hold the row that was asked for, and stay where they are when they already do', () => {
    fc.assert(
      fc.property(
        anyExtent,
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (extent, n, share) => {
          fc.pre(extent.rows > 0);
          const row = n % extent.rows;
          const before = scrolledTo(extent, share * whole(extent));
          for (const move of [reveal, nudge]) {
            const after = move(extent, before, row);
            const at = row * extent.rowPx;
            expect(at).toBeGreaterThanOrEqual(after.y - 1e-6);
            expect(at + extent.rowPx).toBeLessThanOrEqual(after.y + extent.viewPx + 1e-6);
            expect(move(extent, after, row)).toEqual(after);
          }
        },
      ),
    );
  });
});
