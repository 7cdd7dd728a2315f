import { expect, it } from 'vitest';
import type { Deviation } from '../../kernel/faults/deviation.ts';
import { PLACE_PAGE, PLACE_UTCB } from '../../kernel/faults/incidents.ts';
import { REGISTER_INDEX, registerValue } from '../../kernel/faults/registers.ts';
import { agreementOf, standingsOf, tallyOf } from './agreement.ts';
import { appView, planOf, protectedBy, replicaView, wrongIn } from './testing.ts';

const prototype = protectedBy(planOf({ redundancy: 3, signalling: 'migration' }));
const full = protectedBy(prototype, { comparison: 'full' });
const replicas = (...wrong: readonly (readonly Deviation[])[]) =>
  wrong.map((deviations, id) => replicaView(id, { deviations }));

it('finds the replica whose summed register is wrong', () => {
  const group = replicas([], [wrongIn(REGISTER_INDEX.bx, 1 << 17)], []);
  expect(standingsOf(prototype, group)).toEqual(['agrees', 'differs', 'agrees']);
  expect(tallyOf(prototype, group)).toBe('2:1');
});

it('is blind to si, the UTCB and memory as the prototype is, and to memory alone under full', () => {
  for (const place of [REGISTER_INDEX.si, PLACE_UTCB, PLACE_PAGE]) {
    const group = replicas([wrongIn(place, 8)], [], []);
    expect(standingsOf(prototype, group)).toEqual(['agrees', 'agrees', 'agrees']);
    const seen = place === PLACE_PAGE ? 'agrees' : 'differs';
    expect(standingsOf(full, group)[0]).toBe(seen);
  }
});

it('takes two flips that cancel in the sum for equal', () => {
  const bit = Array.from({ length: 32 }, (_, i) => (1 << i) >>> 0).find(
    (mask) =>
      ((registerValue(0, REGISTER_INDEX.ax) ^ registerValue(0, REGISTER_INDEX.bx)) & mask) !== 0,
  );
  const pair = [wrongIn(REGISTER_INDEX.ax, bit ?? 1), wrongIn(REGISTER_INDEX.bx, bit ?? 1)];
  expect(standingsOf(prototype, replicas([], pair, []))).toEqual(['agrees', 'agrees', 'agrees']);
  expect(standingsOf(full, replicas([], pair, []))[1]).toBe('differs');
});

it('lets all differ when there is no majority', () => {
  const two = replicas([], [wrongIn(REGISTER_INDEX.cx, 4)]);
  expect(standingsOf(prototype, two)).toEqual(['differs', 'differs']);
  expect(tallyOf(prototype, two)).toBe('1:1');
});

it('marks the replica that the prototype overlooks while it overwrites another', () => {
  const group = replicas(
    [wrongIn(REGISTER_INDEX.cx, 16)],
    [],
    [wrongIn(REGISTER_INDEX.bx, 1 << 17)],
  );
  const state = appView(3, { stage: 'recovering', outvoted: [2], donor: 1, replicas: group });
  expect(agreementOf(prototype, state)).toEqual(['overlooked', 'agrees', 'differs']);
});

it('says nothing before a vote, nor when another app halted the machine', () => {
  expect(agreementOf(prototype, appView(3, { stage: 'comparing' }))).toBeNull();
  const halted = appView(3, { stage: 'stopped', stop: 'machine-halted' });
  expect(agreementOf(prototype, halted)).toBeNull();
});
