import { describe, expect, it } from 'vitest';

import { ACTIVITIES, ACTIVITY } from '../../../../kernel/activities.ts';
import { styleAt } from './span-at.ts';

const { halted, openWait } = ACTIVITY;
const user = ACTIVITIES.findIndex(({ style }) => style === 'user');
const spans = {
  length: 3,
  start: Float64Array.of(0, 100, 200),
  activity: Uint8Array.of(ACTIVITIES.indexOf(halted), user, ACTIVITIES.indexOf(openWait)),
  app: Int8Array.of(0, 0, 0),
  replica: Int8Array.of(0, 0, 0),
};

describe('what is pressed on a lane', () => {
  it.each([
    [0, 'halted'],
    [0.5, 'user'],
    [0.99, 'halted'],
  ])('%d of its width is the kind of time that is drawn there', (share, style) => {
    expect(styleAt(spans, [50, 250], share)).toBe(style);
  });

  it('is nothing beside the lane', () => {
    expect(styleAt(spans, [0, 300], -0.1)).toBeNull();
    expect(styleAt(spans, [0, 300], 1.1)).toBeNull();
    expect(styleAt(undefined, [0, 300], 0.5)).toBeNull();
  });
});
