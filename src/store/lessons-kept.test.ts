import { describe, expect, it } from 'vitest';

import { SMALL_LESSON } from '../testing/arbitrary-lesson.ts';
import { readKept, UNTOUCHED, writeKept } from './lessons-kept.ts';
import { createMemory } from './memory.ts';

const KEY = `watchmen.lesson.${SMALL_LESSON.id}`;
const KEPT = {
  step: 1,
  done: true,
  said: { 0: 1, 1: [1, 0] },
  hands: { 0: [3, 9] },
  seen: 'They wait.',
};

describe('what is kept of a lesson', () => {
  it('comes back as it was written', () => {
    const memory = createMemory();
    expect(writeKept(memory, SMALL_LESSON.id, KEPT)).toBe('kept');
    expect(readKept(memory, SMALL_LESSON)).toEqual(KEPT);
  });

  it('leaves nothing behind when it is forgotten', () => {
    const memory = createMemory();
    writeKept(memory, SMALL_LESSON.id, KEPT);
    writeKept(memory, SMALL_LESSON.id, UNTOUCHED);
    expect(memory.keys()).toEqual([]);
  });

  it.each(['', 'no JSON', '[]', '{"version":2}', 'null'])(
    'is nothing where “%s” stands',
    (text) => {
      const memory = createMemory();
      memory.write(KEY, text);
      expect(readKept(memory, SMALL_LESSON)).toEqual(UNTOUCHED);
    },
  );

  it('loses what does not fit the lesson, and nothing else', () => {
    const memory = createMemory();
    const said = { 0: 2, 1: [0, 0], 7: 1, x: 'unknown' };
    const hands = { 0: [1, -1], 1: [1, 1] };
    memory.write(KEY, JSON.stringify({ ...KEPT, version: 1, step: 9, said, hands }));
    expect(readKept(memory, SMALL_LESSON)).toEqual({ ...KEPT, step: 0, said: {}, hands: {} });
  });

  it('knows who said that they do not know', () => {
    const memory = createMemory();
    writeKept(memory, SMALL_LESSON.id, { ...UNTOUCHED, said: { 0: 'unknown' } });
    expect(readKept(memory, SMALL_LESSON).said).toEqual({ 0: 'unknown' });
  });
});
