import { expect, it } from 'vitest';
import { assert, AssertionError, assertUnreachable } from './assert.ts';
import { err, ok } from './result.ts';
import { cyclesToMicroseconds, microsecondsToCycles } from './units.ts';

it('stops with its message only when the condition does not hold', () => {
  expect(() => assert(true, 'fine')).not.toThrow();
  expect(() => assert(false, 'a core is lost')).toThrow(new AssertionError('a core is lost'));
});

it('names the case that nobody handles', () => {
  expect(() => assertUnreachable({ kind: 'new' } as never)).toThrow(
    'unhandled case: {"kind":"new"}',
  );
});

it('tells success from failure', () => {
  expect(ok(3)).toEqual({ ok: true, value: 3 });
  expect(err('why')).toEqual({ ok: false, error: 'why' });
});

it('turns cycles into microseconds and back to the cycle', () => {
  expect(cyclesToMicroseconds(2600, 2.6)).toBe(1);
  for (const cycles of [0, 1, 999, 123_456_789]) {
    expect(microsecondsToCycles(cyclesToMicroseconds(cycles, 2.6), 2.6)).toBe(cycles);
  }
});
