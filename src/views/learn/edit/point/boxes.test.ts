import { describe, expect, it } from 'vitest';

import { around, inReadingOrder, LEAST_SIDE, nextBox, pressable, within } from './boxes.ts';

const box = (left: number, top: number, width = 10, height = 10) => ({ left, top, width, height });

describe('boxes of the picture', () => {
  it('surround all that is seen', () => {
    expect(around([box(0, 5), box(30, 0), box(99, 99, 0, 5)])).toEqual(box(0, 0, 40, 15));
    expect(around([box(1, 1, 0, 0)])).toBeNull();
  });

  it('end where what holds them ends', () => {
    expect(within(box(0, 0, 50, 50), box(40, 20, 50, 10))).toEqual(box(40, 20, 10, 10));
    expect(within(box(0, 0), box(10, 0))).toBeNull();
  });

  it('can be hit however small they are', () => {
    expect(pressable(box(50, 50, 4, 100))).toEqual(box(40, 50, LEAST_SIDE, 100));
  });

  it('are gone through line by line', () => {
    const items = [box(50, 100), box(90, 2), box(0, 5)].map((one) => ({ box: one }));
    expect(inReadingOrder(items).map((one) => one.box.left)).toEqual([0, 90, 50]);
  });

  it.each([
    ['right', 1],
    ['down', 2],
    ['left', -1],
    ['up', -1],
  ] as const)('are next to each other: %s', (direction, expected) => {
    expect(nextBox([box(0, 0), box(40, 0), box(5, 40), box(40, 90)], 0, direction)).toBe(expected);
  });
});
