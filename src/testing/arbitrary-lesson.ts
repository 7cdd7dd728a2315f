import fc from 'fast-check';

import type { Lesson } from '../lessons/lesson.ts';

/** A lesson of two steps that is as small as one with every kind of question can be. */
export const SMALL_LESSON: Lesson = {
  'watchmen-lesson': 1,
  id: 'small',
  title: { en: 'Small' },
  scenes: {
    two: {
      preset: 'talk-ipc',
      app: { workload: { kind: 'periodic', events: 6, instructions: 40_000, trap: 'syscall' } },
    },
  },
  values: { cost: { of: 'event-cost', scene: 'two' } },
  locks: {
    puzzle: {
      threads: [{ add: 1 }, { times: 2 }],
      start: 1,
      reach: [
        [1, 2],
        [2, 1],
      ],
      hold: 5,
      order: 'free',
    },
  },
  steps: [
    {
      scene: 'two',
      stop: { kind: 'event', event: 2, moment: 'met' },
      caption: { en: 'They *meet*; an event costs {cost}.' },
      highlights: ['replica:0', 'stage:compare'],
      question: {
        kind: 'choice',
        prompt: { en: 'Who leads?' },
        right: { en: 'Right.' },
        wrong: { en: 'The first.' },
        decide: { by: 'same', measure: { of: 'leader-rule', scene: 'two' } },
        options: [
          { text: { en: 'The first' }, is: 'first' },
          { text: { en: 'The last' }, is: 'last' },
        ],
      },
    },
    {
      stop: { kind: 'until', condition: { kind: 'event-kind', event: 'notify-sent' } },
      caption: { en: 'A notification is on its way.' },
      locks: 'puzzle',
      question: {
        kind: 'order',
        prompt: { en: 'Least first:' },
        right: { en: 'Right.' },
        wrong: { en: 'Look at the IPIs.' },
        items: [
          { text: { en: 'IPC' }, measure: { of: 'ipis', scene: 'two' } },
          { text: { en: 'Polling' }, measure: { of: 'ipis', scene: 'two', method: 'polling' } },
        ],
      },
    },
  ],
};

/** A place in a value: keys and indices to go along, as far as they lead. */
const arbitraryPath = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 7 });

/** Values that nobody expects. */
const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    -1,
    1e308,
    0.5,
    '__proto__',
    'constructor',
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '{__proto__}',
    '\u202Eevil',
    '\u0000',
    'x'.repeat(5000),
    { en: '*' },
    { en: '', de: '' },
    { kind: 'toString' },
    { of: 'constructor', scene: 'two' },
    { preset: 'hasOwnProperty' },
  ),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true},"en":"x"}')),
);

/** A small lesson in which some values were replaced, removed or added by whoever means ill. */
export const hostileLesson: fc.Arbitrary<unknown> = fc
  .array(fc.record({ path: arbitraryPath, value: hostileValue, remove: fc.boolean() }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((changes) => {
    const lesson: unknown = structuredClone(SMALL_LESSON);
    for (const { path, value, remove } of changes)
      disturb(lesson, path, remove ? undefined : value);
    return lesson;
  });

/** Replaces what lies at `path`; each number chooses among the keys that there are, modulo their count. */
function disturb(root: unknown, path: readonly number[], value: unknown): void {
  let inside = root as Record<string, unknown>;
  for (const [depth, number] of path.entries()) {
    const keys = Object.keys(inside);
    const key = keys[number % keys.length];
    if (key === undefined) return;
    const next = inside[key];
    if (depth === path.length - 1 || typeof next !== 'object' || next === null) {
      if (value === undefined) delete inside[key];
      else inside[key] = value;
      return;
    }
    inside = next as Record<string, unknown>;
  }
}
