import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lowerBound, upperBound } from './binary-search.ts';

const sorted = fc
  .array(fc.integer({ min: -20, max: 20 }), { maxLength: 40 })
  .map((values) => Float64Array.from(values).toSorted());
const sought = fc.integer({ min: -22, max: 22 });

it('finds how many elements are at most, or less than, a value', () => {
  fc.assert(
    fc.property(sorted, sought, (values, value) => {
      expect(upperBound(values, value)).toBe(values.filter((v) => v <= value).length);
      expect(lowerBound(values, value)).toBe(values.filter((v) => v < value).length);
    }),
  );
});

it('looks only at the given length', () => {
  fc.assert(
    fc.property(sorted, sought, fc.nat({ max: 40 }), (values, value, cut) => {
      const length = Math.min(cut, values.length);
      const head = values.subarray(0, length);
      expect(upperBound(values, value, length)).toBe(upperBound(head, value));
      expect(lowerBound(values, value, length)).toBe(lowerBound(head, value));
    }),
  );
});

it('answers 0 for nothing', () => {
  expect(upperBound([], 1)).toBe(0);
  expect(lowerBound([], 1)).toBe(0);
});
