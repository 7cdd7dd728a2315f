import { describe, expect, it } from 'vitest';
import { formatMicroseconds, groupDigits } from './format.ts';

describe('groupDigits', () => {
  it('groups by thin spaces and rounds to the decimals wanted', () => {
    expect(groupDigits(7706697)).toBe('7\u202f706\u202f697');
    expect(groupDigits(999)).toBe('999');
    expect(groupDigits(1234.5678, 2)).toBe('1\u202f234.57');
    expect(groupDigits(-1234)).toBe('−1\u202f234');
    expect(groupDigits(-0.2)).toBe('0');
  });
});

describe('formatMicroseconds', () => {
  it('prints three decimals at the clock of the machine', () => {
    expect(formatMicroseconds(7706697, 2.6)).toBe('2\u202f964.114');
  });
});
