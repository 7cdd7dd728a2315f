import { expect, it } from 'vitest';

import type { Condition } from '../../scenario/condition.ts';
import { craftPlan } from '../../testing/plans.ts';
import { conditionName, haltSentence, untilWords } from './condition-words.ts';

const plan = craftPlan({ apps: [{ redundancy: 3 }], machine: { clockGHz: 2 } });
const T = '\u202f';

it.each<[Condition, string, string, string]>([
  [{ kind: 'mismatch' }, 'mismatch', 'next mismatch', 'No mismatch after this instant.'],
  [{ kind: 'incident' }, 'incident', 'next incident', 'No incident after this instant.'],
  [
    { kind: 'event-kind', event: 'call-sent' },
    'CALL sent',
    'next CALL sent',
    'No CALL sent after this instant.',
  ],
  [{ kind: 'core', core: 4 }, 'C4', 'next on C4', 'Nothing happens on C4 after this instant.'],
  [
    { kind: 'replica', app: 0, replica: 2 },
    'R2',
    'next of R2',
    'Nothing happens to R2 after this instant.',
  ],
  [
    { kind: 'wait', cycles: 5000 },
    `wait over 5${T}000 cycles`,
    `next wait over 5${T}000 cycles`,
    `No wait over 5${T}000 cycles after this instant.`,
  ],
  [
    { kind: 'events', app: 0, count: 10 },
    '10 more events',
    '10 more events',
    'Fewer than 10 events are left in this run.',
  ],
  [
    { kind: 'time', time: 3000 },
    '1.500 µs',
    '1.500 µs',
    '1.500 µs does not lie after this instant.',
  ],
])('names %j', (condition, name, until, miss) => {
  expect(conditionName(condition, plan)).toBe(name);
  expect(untilWords(condition, plan)).toBe(until);
  const at = { time: 0, step: 0 };
  const halt = { condition, met: false, breakpoint: false, direction: 1, at } as const;
  expect(haltSentence(halt, plan)).toBe(miss);
});

it('says where a run stopped, and for which breakpoint', () => {
  const condition = { kind: 'core', core: 2 } as const;
  const halt = { condition, met: true, direction: 1, at: { time: 2_469_134, step: 4711 } } as const;
  expect(haltSentence({ ...halt, breakpoint: true }, plan)).toBe(
    `Breakpoint C2: 1${T}234.567 µs, step 4${T}711.`,
  );
  expect(haltSentence({ ...halt, breakpoint: false, condition: { kind: 'mismatch' } }, plan)).toBe(
    `Mismatch: 1${T}234.567 µs, step 4${T}711.`,
  );
  expect(
    haltSentence({ ...halt, condition: null, met: false, breakpoint: true, direction: -1 }, plan),
  ).toBe('No breakpoint that is on is met before this instant.');
});
