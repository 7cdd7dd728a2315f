import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Deviation } from './deviation.ts';
import { HEALTHY, isCopiedState, MAX_DEVIATIONS, sameState, withDeviation } from './deviation.ts';
import { PLACE_PAGE, PLACE_UTCB } from './incidents.ts';

const deviation: fc.Arbitrary<Deviation> = fc.record({
  place: fc.nat({ max: PLACE_PAGE }),
  at: fc.nat({ max: 3 }),
  mask: fc.integer({ min: 1, max: 0xffffffff }),
  salt: fc.nat({ max: 0xffffffff }),
  fate: fc.constant(-1),
  fault: fc.nat({ max: 3 }),
});
const list = fc
  .array(deviation, { maxLength: 20 })
  .map((all) => all.reduce<readonly Deviation[]>(withDeviation, HEALTHY));

const key = ({ place, at }: Deviation) => `${place} ${at}`;

/** What is compared, as a text. */
function state(of: readonly Deviation[]): string {
  const compared = of.filter(isCopiedState).map((d) => `${key(d)} ${d.mask}`);
  return compared.toSorted().join();
}

it('combines masks at one place, so that each place is wrong at most once', () => {
  fc.assert(
    fc.property(list, deviation, (before, added) => {
      const after = withDeviation(before, added);
      expect(new Set(after.map(key)).size).toBe(after.length);
      expect(after.every(({ mask }) => mask > 0)).toBe(true);
      const old = before.find((d) => key(d) === key(added))?.mask ?? 0;
      const now = after.find((d) => key(d) === key(added))?.mask ?? 0;
      expect(now).toBe((old ^ added.mask) >>> 0);
    }),
  );
});

it('is right again when the same bits flip twice, and shares the list of the healthy', () => {
  fc.assert(
    fc.property(list, deviation, (before, added) => {
      const twice = withDeviation(withDeviation(before, added), added);
      expect(sameState(twice, before)).toBe(true);
    }),
  );
  const [one] = withDeviation(HEALTHY, {
    place: 3,
    at: 0,
    mask: 8,
    salt: 1,
    fate: -1,
    fault: 0,
  });
  expect(withDeviation([one], one)).toBe(HEALTHY);
});

it('follows at most so many wrong values of a replica', () => {
  let wrong: readonly Deviation[] = HEALTHY;
  for (let at = 0; at < MAX_DEVIATIONS + 9; at++) {
    wrong = withDeviation(wrong, { place: PLACE_PAGE, at, mask: 1, salt: 0, fate: -1, fault: 0 });
  }
  expect(wrong).toHaveLength(MAX_DEVIATIONS);
});

it('compares registers and UTCB by place and bits, never memory', () => {
  fc.assert(
    fc.property(list, list, (a, b) => {
      expect(sameState(a, b)).toBe(state(a) === state(b));
      expect(sameState(b, a)).toBe(sameState(a, b));
    }),
  );
  const page = { place: PLACE_PAGE, at: 4, mask: 1, salt: 0, fate: -1, fault: 0 };
  expect(sameState([page], HEALTHY)).toBe(true);
  expect(sameState([{ ...page, place: PLACE_UTCB }], HEALTHY)).toBe(false);
});
