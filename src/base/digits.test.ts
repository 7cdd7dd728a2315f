import { afterEach, describe, expect, it } from 'vitest';
import {
  groupDigits,
  roundedDigits,
  shownList,
  shownNumber,
  typedList,
  typedNumber,
} from './digits.ts';
import { speak } from './language.ts';

afterEach(() => speak('en', {}));

describe('groupDigits', () => {
  it.each([
    [0, 0, '0'],
    [999, 0, '999'],
    [27_593, 0, '27\u202f593'],
    [1_234_567.891, 2, '1\u202f234\u202f567.89'],
    [-1234, 0, '−1\u202f234'],
    [-0.001, 2, '0.00'],
  ])('writes %d with %d decimals as %s', (value, decimals, text) => {
    expect(groupDigits(value, decimals)).toBe(text);
  });
});

describe('roundedDigits', () => {
  it.each([
    [1896.4, '1\u202f900'],
    [123_456, '123\u202f000'],
    [12.34, '12.3'],
    [0.5, '0.5'],
    [0.012345, '0.0123'],
    [3, '3'],
    [1e-9, '1e-9'],
    [Infinity, 'Infinity'],
  ])('writes %d as %s', (value, text) => {
    expect(roundedDigits(value)).toBe(text);
  });
});

describe('numbers in German', () => {
  it('have a comma before their decimals and the same thin spaces', () => {
    speak('de', {});
    expect(groupDigits(1_234_567.891, 2)).toBe('1\u202f234\u202f567,89');
    expect(groupDigits(-0.5, 1)).toBe('−0,5');
    expect(roundedDigits(12.34)).toBe('12,3');
    expect(shownNumber(2.6)).toBe('2,6');
  });

  it('may be typed with either mark, in English with the point alone', () => {
    expect(typedNumber('2,6')).toBe('2,6');
    speak('de', {});
    expect(['2,6', '2.6', '26'].map(typedNumber)).toEqual(['2.6', '2.6', '26']);
  });

  it.each([
    ['0,5; 1; 2,25', '0.5, 1, 2.25'],
    ['0,5, 1, 2,25', '0.5, 1, 2.25'],
    ['0.5; 1', '0.5, 1'],
    ['1,2,3', '1,2,3'],
    ['4 8 16', '4 8 16'],
    ['lokal; synchrone IPC', 'lokal, synchrone IPC'],
  ])('may be typed as the list %j', (typed, read) => {
    expect(typedList(typed)).toBe(typed);
    speak('de', {});
    expect(typedList(typed)).toBe(read);
    expect(typedList(shownList(read))).toBe(read.replaceAll(/,(?=\d)/gu, ', '));
  });
});
