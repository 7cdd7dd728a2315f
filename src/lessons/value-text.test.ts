import { expect, it } from 'vitest';

import type { Value, ValueUnit } from './measure.ts';
import { VALUE_UNITS } from './measure.ts';
import { valueText } from './value-text.ts';

const CASES: readonly (readonly [ValueUnit, Value, string, string])[] = [
  ['percent', 27.7402, '27.7\u202f%', '27,7\u202f%'],
  ['cycles', 20834.37, '20\u202f834 cycles', '20\u202f834 Takte'],
  ['microseconds', 8.0134, '8.01 µs', '8,01 µs'],
  ['count', 6585, '6\u202f585', '6\u202f585'],
  ['ratio', 3.988, '3.99', '3,99'],
  ['kibibytes', 91.68, '91.7 KiB', '91,7 KiB'],
  ['gigahertz', 2.6, '2.6 GHz', '2,6 GHz'],
  ['bytes', 4096, '4\u202f096 bytes', '4\u202f096 Byte'],
  ['year', 2012, '2012', '2012'],
  ['replica', 1, 'R1', 'R1'],
  ['core', 0, 'C0', 'C0'],
  ['event', 41, '42', '42'],
  ['word', 'hang', 'a hang', 'Hänger'],
];

it.each(CASES)('writes a value in %s as %s in both languages', (unit, value, en, de) => {
  expect(valueText({ value, unit }, 'en')).toBe(en);
  expect(valueText({ value, unit }, 'de')).toBe(de);
});

it('writes every unit', () => {
  expect(CASES.map(([unit]) => unit).toSorted()).toEqual([...VALUE_UNITS].toSorted());
});
