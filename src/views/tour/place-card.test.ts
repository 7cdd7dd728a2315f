import { describe, expect, it } from 'vitest';

import { placeCard } from './place-card.ts';
import type { Box } from './place-card.ts';

const page = { width: 1440, height: 900 };
const card = { width: 340, height: 200 };

const cases: readonly (readonly [string, Box, { left: number; top: number }])[] = [
  ['right of', { left: 0, top: 100, width: 900, height: 300 }, { left: 912, top: 100 }],
  ['left of', { left: 1020, top: 100, width: 400, height: 300 }, { left: 668, top: 100 }],
  ['below', { left: 0, top: 0, width: 1440, height: 50 }, { left: 12, top: 62 }],
  ['above', { left: 0, top: 800, width: 1440, height: 100 }, { left: 12, top: 588 }],
  ['in a corner over', { left: 0, top: 0, width: 1440, height: 900 }, { left: 1088, top: 688 }],
];

describe('the card of the tour stands', () => {
  it.each(cases)('%s what it tells about, within the window', (_, target, place) => {
    expect(placeCard(target, card, page)).toEqual(place);
  });

  it('within the window wherever its target is', () => {
    for (const left of [-500, 0, 700, 1400, 3000]) {
      for (const top of [-500, 0, 400, 880, 3000]) {
        const place = placeCard({ left, top, width: 300, height: 300 }, card, page);
        expect(place.top).toBeGreaterThanOrEqual(12);
        expect(place.top + card.height).toBeLessThanOrEqual(page.height);
        expect(place.left + card.width).toBeLessThanOrEqual(page.width);
        expect(place.left).toBeGreaterThanOrEqual(12);
      }
    }
  });
});
