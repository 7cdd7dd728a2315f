import fc from 'fast-check';
import { expect, it } from 'vitest';

import { equalData } from './equal.ts';

it('finds any value equal to its copy, whatever the order of its fields', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), fc.string(), (value, a, b) => {
      // JSON has one zero only.
      const plain = JSON.parse(JSON.stringify(value)) as unknown;
      const copy = JSON.parse(JSON.stringify(plain)) as unknown;
      expect(equalData(plain, copy)).toBe(true);
      fc.pre(a !== b);
      expect(equalData({ [a]: plain, [b]: 1 }, { [b]: 1, [a]: copy })).toBe(true);
    }),
  );
});

it.each([
  [1, 2],
  [1, '1'],
  [null, {}],
  [[], {}],
  [{ a: 1 }, {}],
  [{ a: 1 }, { b: 1 }],
  [{ a: undefined }, { b: undefined }],
  [{ a: [1, 2] }, { a: [2, 1] }],
  [[1], [1, 2]],
])('tells %j from %j', (one, other) => {
  expect(equalData(one, other)).toBe(false);
  expect(equalData(other, one)).toBe(false);
});
