import fc from 'fast-check';

import type { LinkComparison, LinkView } from '../scenario/codec/view.ts';
import type { Note } from '../scenario/note.ts';

const anyText = (maxLength: number) => fc.string({ unit: 'grapheme', maxLength });

/** Any view that a link may carry. */
export const arbitraryView: fc.Arbitrary<LinkView> = fc.record(
  {
    time: fc.maxSafeNat(),
    step: fc.maxSafeNat(),
    window: fc
      .tuple(fc.maxSafeNat(), fc.maxSafeNat())
      .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
    theme: fc.constantFrom('light' as const, 'dark' as const),
    screen: fc.constant('explore' as const),
    explore: anyText(300),
    axis: fc.constantFrom('time' as const, 'event' as const),
    closeGaps: fc.boolean(),
    selection: fc.oneof(
      fc.record({
        kind: fc.constant('span' as const),
        core: fc.nat({ max: 63 }),
        start: fc.maxSafeNat(),
      }),
      fc.record({
        kind: fc.constant('wait' as const),
        app: fc.nat({ max: 15 }),
        replica: fc.nat({ max: 6 }),
        event: fc.maxSafeNat(),
      }),
      fc.record({
        kind: fc.constant('event' as const),
        app: fc.nat({ max: 15 }),
        event: fc.maxSafeNat(),
      }),
      fc.record({ kind: fc.constant('message' as const), row: fc.maxSafeNat() }),
      fc.record({ kind: fc.constant('step' as const), step: fc.maxSafeNat() }),
      fc.record({
        kind: fc.constant('area' as const),
        from: fc.maxSafeNat(),
        to: fc.maxSafeNat(),
        cores: fc.array(fc.nat({ max: 63 }), { maxLength: 64 }),
      }),
    ),
  },
  { requiredKeys: [] },
);

/** Notes in order of time, each bookmark once. */
export const arbitraryNotes: fc.Arbitrary<readonly Note[]> = fc
  .uniqueArray(
    fc.record({
      time: fc.maxSafeNat(),
      step: fc.nat(),
      text: anyText(40),
      bookmark: fc.option(fc.integer({ min: 1, max: 9 })),
    }),
    { maxLength: 12, selector: ({ bookmark, time }) => bookmark ?? -time },
  )
  .map((notes) => notes.toSorted((a, b) => a.time - b.time || a.step - b.step));

/** How another scenario is shown beside that of a link. */
export const arbitraryComparison: fc.Arbitrary<Omit<LinkComparison, 'scenario'>> = fc.record({
  name: anyText(20),
  at: fc.option(fc.nat()),
  layout: fc.constantFrom('side' as const, 'ghost' as const),
  align: fc.constantFrom('event' as const, 'time' as const, 'work' as const),
});
