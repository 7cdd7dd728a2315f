import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vote } from './vote.ts';

const votes = (states: readonly number[], strict = false) =>
  vote(states.length, (a, b) => states[a] === states[b], strict);

it('agrees just when all states are equal', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 7 }),
      fc.boolean(),
      (states, strict) => {
        expect(votes(states, strict).kind === 'agree').toBe(new Set(states).size === 1);
      },
    ),
  );
});

it('has no majority among two that differ', () => {
  expect(votes([1, 2])).toEqual({ kind: 'no-majority' });
});

describe('the scan of three (4.5)', () => {
  it.each([
    ['bad 0', [9, 1, 1], { donor: 1, outvoted: [0], overlooked: [] }],
    ['bad 1', [1, 9, 1], { donor: 2, outvoted: [1], overlooked: [] }],
    ['bad 2', [1, 1, 9], { donor: 1, outvoted: [2], overlooked: [] }],
    ['all differ', [7, 8, 9], { donor: 1, outvoted: [2], overlooked: [0] }],
  ])('%s', (_, states, decision) => {
    expect(votes(states)).toEqual({ kind: 'majority', ...decision });
  });

  it('raises an alarm when all differ only if it is strict', () => {
    expect(votes([7, 8, 9], true)).toEqual({ kind: 'no-majority' });
    expect(votes([7, 8, 8], true).kind).toBe('majority');
  });
});

it('lets more than three be outvoted by a true majority only', () => {
  expect(votes([1, 1, 2, 2])).toEqual({ kind: 'no-majority' });
  expect(votes([3, 1, 1, 2, 1])).toEqual({
    kind: 'majority',
    donor: 1,
    outvoted: [0, 3],
    overlooked: [],
  });
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 2 }), { minLength: 4, maxLength: 7 }),
      fc.boolean(),
      (states, strict) => {
        const verdict = votes(states, strict);
        if (verdict.kind !== 'majority') return;
        const winners = states.filter((state) => state === states[verdict.donor]);
        expect(2 * winners.length).toBeGreaterThan(states.length);
        expect(verdict.outvoted.length).toBe(states.length - winners.length);
      },
    ),
  );
});
