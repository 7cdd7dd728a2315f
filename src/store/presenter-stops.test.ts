import { describe, expect, it } from 'vitest';

import { createMemory } from './memory.ts';
import { createAskedSteps, mostHands, stopAt, stopFrom } from './presenter-stops.ts';

const NOTES = [
  { time: 10, step: 1, text: 'a', bookmark: null },
  { time: 20, step: 4, text: 'b', bookmark: 1 },
  { time: 20, step: 5, text: 'c', bookmark: null },
];

function text(time: number, step: number, way: 1 | -1): string | undefined {
  return stopFrom(NOTES, { time, step }, way)?.text;
}

describe('notes as stops', () => {
  it('are reached in order of time, then of kernel steps', () => {
    expect(stopAt(NOTES, { time: 0, step: 0 })).toBe(-1);
    expect(stopAt(NOTES, { time: 10, step: 1 })).toBe(0);
    expect(stopAt(NOTES, { time: 20, step: 4 })).toBe(1);
    expect(stopAt(NOTES, { time: 99, step: 9 })).toBe(2);
  });

  it('are gone to from between them as well', () => {
    expect([text(0, 0, 1), text(10, 1, 1), text(15, 2, 1), text(20, 4, 1)]).toEqual([
      'a',
      'b',
      'b',
      'c',
    ]);
    expect([text(15, 2, -1), text(20, 5, -1), text(10, 1, -1)]).toEqual(['a', 'b', undefined]);
    expect(text(20, 5, 1)).toBeUndefined();
  });
});

describe('questions to a class', () => {
  it('are new once in a tab, also after a reload', () => {
    const memory = createMemory();
    const asked = createAskedSteps(memory);
    expect(asked.show('polling', 2)).toBe(true);
    expect(asked.show('polling', 2)).toBe(false);
    expect(asked.show('polling', 3)).toBe(true);
    expect(createAskedSteps(memory).show('polling', 3)).toBe(false);
    expect(createAskedSteps(memory).show('cast', 3)).toBe(true);
  });

  it('are answered by most hands, if most agree', () => {
    expect(mostHands([1, 5, 2])).toBe(1);
    expect(mostHands([3, 0])).toBe(0);
    expect(mostHands([4, 4, 1])).toBeNull();
    expect(mostHands([0, 0])).toBeNull();
    expect(mostHands([])).toBeNull();
  });
});
