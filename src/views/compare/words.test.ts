import { describe, expect, it } from 'vitest';

import { differenceOf } from '../../analysis/compare/difference.ts';
import { eventPartsOf } from '../../analysis/compare/event-parts.ts';
import { runWith } from '../../testing/compared-runs.ts';
import { differenceText, eventsDifference, figureText, verdictSentence } from './words.ts';

const sentence = (
  [a, b]: readonly [number, number],
  cause: Parameters<typeof verdictSentence>[0]['cause'],
  rest: Partial<Parameters<typeof verdictSentence>[0]> = {},
): string =>
  verdictSentence({
    run: { a, b, difference: b - a },
    events: { a: 9, b: 9 },
    cause,
    common: null,
    ...rest,
  });

describe('the words of a comparison', () => {
  it('say which run takes longer, by how much, and mostly why', () => {
    expect(sentence([1000, 900], { part: 'wait', cycles: -61, share: 0.61 })).toBe(
      'B takes 100 cycles less than A (−10.0 %), 61 % of it waiting.',
    );
    expect(sentence([1000, 1001], null)).toBe('B takes 1 cycle more than A (+0.1 %).');
    expect(sentence([1000, 1000], null)).toBe('B takes exactly as long as A.');
  });

  it('say so where one cause outweighs the rest', () => {
    expect(sentence([1000, 1100], { part: 'handle', cycles: 150, share: 1.5 })).toBe(
      'B takes 100 cycles more than A (+10.0 %): handling alone adds 150, the rest saves part of that again.',
    );
  });

  it('do not weigh a run that was stopped against a whole one', () => {
    const events = { a: 3, b: 9 };
    expect(sentence([100, 300], null, { events })).toBe('A completes 3 events, B 9.');
    expect(sentence([100, 300], null, { events, common: -20 })).toBe(
      'A completes 3 events, B 9. Up to event 3, B takes 20 cycles less.',
    );
    expect(sentence([100, 300], null, { events, common: 0 })).toContain(
      'Up to event 3, B takes exactly as long.',
    );
  });

  it('print differences with their sign, and no minus zero', () => {
    expect(differenceText(1234, 'cycles')).toBe('+1\u202f234');
    expect(differenceText(-1234.4, 'cycles')).toBe('−1\u202f234');
    expect(differenceText(-0.2, 'cycles')).toBe('0');
    expect(differenceText(0.2, 'cycles')).toBe('0');
    expect(differenceText(-10.8, 'percent')).toBe('−10.80 pp');
    expect(figureText(36.351, 'percent')).toBe('36.35 %');
  });

  it('name one event or several, counted from 1, and their causes from the largest', () => {
    const a = eventPartsOf(runWith({ redundancy: 3, signalling: 'ipc' }));
    const b = eventPartsOf(runWith({ redundancy: 2, signalling: 'ipc' }));
    const difference = differenceOf(a, b);
    const one = eventsDifference(difference, [4, 5]);
    expect(one.title).toBe('Event 5');
    expect(one.detail).toMatch(/^B takes [\d\u202f]+ cycles less\.$/);
    const sizes = one.parts.map(({ text }) => Number(text.replaceAll(/[+−\u202f]/g, '')));
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes).toEqual(sizes.toSorted((x, y) => y - x));
    expect(eventsDifference(difference, [4, 9]).title).toBe('Events 5–9');
    expect(eventsDifference(differenceOf(a, a), [0, 1])).toEqual({
      title: 'Event 1',
      detail: 'Both take the same time.',
      parts: [],
    });
  });
});
