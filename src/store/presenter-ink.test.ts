import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  INK_COLOURS,
  lineWidth,
  nextColour,
  NO_INK,
  sheetAt,
  wipedAt,
  withoutLast,
  withStroke,
} from './presenter-ink.ts';
import type { Stroke } from './presenter-ink.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const strokes = fc.array(
  fc.record({
    colour: fc.constantFrom(...INK_COLOURS),
    points: fc.array(fc.record({ x: share, y: share, pressure: share }), { minLength: 1 }),
  }),
  { maxLength: 6 },
);

function drawn(all: readonly Stroke[], stop = 'a') {
  return all.reduce((ink, stroke) => withStroke(ink, stop, stroke), NO_INK);
}

describe('ink', () => {
  it('is undone stroke by stroke, down to nothing', () => {
    fc.assert(
      fc.property(strokes, (all) => {
        let ink = drawn(all);
        for (let left = all.length; left > 0; left--) {
          expect(sheetAt(ink, 'a').strokes).toHaveLength(left);
          ink = withoutLast(ink, 'a');
        }
        expect(sheetAt(ink, 'a').strokes).toEqual([]);
      }),
    );
  });

  it('that was wiped away comes back as it was', () => {
    fc.assert(
      fc.property(strokes, (all) => {
        const ink = drawn(all);
        const back = withoutLast(wipedAt(ink, 'a'), 'a');
        expect(sheetAt(back, 'a').strokes).toEqual(sheetAt(ink, 'a').strokes);
      }),
    );
  });

  it('that was wiped away stays away once something else is drawn', () => {
    const [one, other]: Stroke[] = [
      { colour: 'red', points: [{ x: 0, y: 0, pressure: 0 }] },
      { colour: 'blue', points: [{ x: 1, y: 1, pressure: 1 }] },
    ];
    if (one === undefined || other === undefined) throw new Error('there are two strokes');
    const ink = withStroke(wipedAt(drawn([one]), 'a'), 'a', other);
    expect(sheetAt(withoutLast(ink, 'a'), 'a').strokes).toEqual([]);
  });

  it('stays with its stop', () => {
    const ink = withStroke(drawn([{ colour: 'red', points: [{ x: 0, y: 0, pressure: 0 }] }]), 'b', {
      colour: 'green',
      points: [{ x: 0.5, y: 0.5, pressure: 0.5 }],
    });
    expect(sheetAt(wipedAt(ink, 'a'), 'b').strokes).toHaveLength(1);
    expect(sheetAt(withoutLast(ink, 'b'), 'a').strokes).toHaveLength(1);
  });

  it('keeps no points that lie on each other, and no stroke without any', () => {
    const here = { x: 0.5, y: 0.5, pressure: 0.5 };
    const ink = drawn([
      { colour: 'red', points: [here, here, { ...here, x: 0.5001 }, { ...here, x: 0.6 }] },
    ]);
    expect(sheetAt(ink, 'a').strokes[0]?.points).toHaveLength(2);
    expect(drawn([{ colour: 'red', points: [] }])).toBe(NO_INK);
  });

  it('is wider under more pressure, within bounds', () => {
    expect(lineWidth(0, 3)).toBe(3);
    expect(lineWidth(1, 3)).toBe(6);
    expect(lineWidth(7, 3)).toBe(6);
  });

  it('goes through all colours and begins again', () => {
    const seen = INK_COLOURS.map((_, i) =>
      Array.from({ length: i }).reduce<(typeof INK_COLOURS)[number]>(nextColour, 'red'),
    );
    expect(seen).toEqual([...INK_COLOURS]);
    expect(nextColour('black')).toBe('red');
  });
});
