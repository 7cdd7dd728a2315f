import { expect, it } from 'vitest';
import { PLACE_PAGE, PLACE_UTCB } from '../../kernel/faults/incidents.ts';
import { REGISTER_INDEX } from '../../kernel/faults/registers.ts';
import { replicaView, wrongIn } from './testing.ts';
import { wrongList, wrongWords } from './wrong-words.ts';

const si = wrongIn(REGISTER_INDEX.si, 8);
const sound = { broken: null };

it('lists registers by bit, UTCB words and distinct pages by number', () => {
  const pages = [0, 8, 4096].map((at) => ({ ...wrongIn(PLACE_PAGE, 1), at }));
  const word = { ...wrongIn(PLACE_UTCB, 1), at: 3 };
  expect(wrongList([si])).toBe('bit 3 of si');
  expect(wrongList([si, word, ...pages])).toBe('bit 3 of si, UTCB word 3 and two pages');
});

it('says nothing of a healthy replica on a sound core', () => {
  expect(wrongWords(sound, replicaView(1), null)).toBeNull();
});

it('names the one wrong value, and counts several', () => {
  expect(wrongWords(sound, replicaView(1, { deviations: [si] }), null)?.text).toBe(
    'bit 3 of si wrong',
  );
  const two = replicaView(1, { deviations: [si, wrongIn(REGISTER_INDEX.bx, 1)] });
  expect(wrongWords(sound, two, null)).toEqual({ text: '2 wrong values', short: '2 wrong' });
});

it('puts a broken core and a hang before wrong values', () => {
  const hung = replicaView(1, { deviations: [si], hung: true });
  expect(wrongWords(sound, hung, null)?.short).toBe('hangs');
  expect(wrongWords({ broken: 'stopped' }, hung, null)?.short).toBe('broken');
});

it('says which bit sticks rather than that it is wrong now', () => {
  const replica = replicaView(1, { deviations: [wrongIn(REGISTER_INDEX.ax, 8)] });
  expect(wrongWords({ broken: 'stuck' }, replica, 'bit 3 of ax sticks at 1')?.text).toBe(
    'bit 3 of ax sticks at 1',
  );
});
