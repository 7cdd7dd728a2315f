import { describe, expect, it } from 'vitest';

import { lessonAddress, parseLessonAddress } from './lessons-address.ts';

describe('the address of a lesson', () => {
  it.each(['lesson=polling', 'lesson=own-mine&step=3', 'l1.AbC_-9', 'l1.AbC_-9&step=64'])(
    'is read and written back: %s',
    (text) => {
      const address = parseLessonAddress(text);
      expect(address && lessonAddress(address)).toBe(text);
    },
  );

  it.each([
    '',
    'learn',
    'w3.Y2BQ',
    'lesson=',
    'lesson=../x',
    'lesson=a&step=x',
    'lesson=a&step=1000',
  ])('is not in “%s”', (text) => expect(parseLessonAddress(text)).toBeNull());

  it('counts steps from 1', () => {
    expect(parseLessonAddress('lesson=cast&step=1')?.step).toBe(0);
    expect(parseLessonAddress('lesson=cast&step=0')?.step).toBe(0);
  });
});
