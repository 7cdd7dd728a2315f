import { describe, expect, it } from 'vitest';

import { scrollFor, togetherIn } from './bring-into-sight.ts';

describe('what a step points at', () => {
  it('stays where it is in sight', () => {
    expect(scrollFor({ top: 8, bottom: 200 }, 250)).toBe(0);
  });

  it('comes to the middle of what the lesson leaves free', () => {
    expect(scrollFor({ top: 300, bottom: 400 }, 250)).toBe(225);
    expect(scrollFor({ top: -150, bottom: -50 }, 250)).toBe(-225);
  });

  it('is seen with what is named after it, as far as that fits', () => {
    const [first, near, far] = [
      { top: 100, bottom: 150 },
      { top: 40, bottom: 90 },
      { top: 600, bottom: 700 },
    ];
    expect(togetherIn([first, far, near], 250)).toEqual({ top: 40, bottom: 150 });
    expect(togetherIn([far, first], 250)).toEqual(far);
    expect(togetherIn([], 250)).toBeNull();
  });

  it('shows its top where it is higher than that', () => {
    expect(scrollFor({ top: 100, bottom: 900 }, 250)).toBe(92);
  });
});
