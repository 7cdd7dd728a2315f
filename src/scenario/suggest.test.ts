import { expect, it } from 'vitest';
import { didYouMean, nearest } from './suggest.ts';

it('puts the nearest candidate first', () => {
  expect(nearest('polling', ['ipc', 'poling', 'rolling'])).toEqual(['poling', 'rolling']);
});

it('suggests nothing that shares little', () => {
  expect(nearest('xyz', ['migration', 'local'])).toEqual([]);
  expect(didYouMean('xyz', ['migration'])).toBe('');
});

it('takes a part of a candidate as near', () => {
  expect(didYouMean('crc32', ['susan', 'crc32-large'])).toBe('; did you mean "crc32-large"?');
});
