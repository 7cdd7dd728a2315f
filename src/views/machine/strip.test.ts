import { expect, it } from 'vitest';
import { ACTIVITY_INDEX } from '../../kernel/activities.ts';
import { byKind, STRIP_CYCLES, stripPieces, stripRange } from './strip.ts';

const spans = {
  length: 5,
  start: Float64Array.of(0, 10_000, 20_000, 40_000, 41_000),
  activity: Uint8Array.of(
    ACTIVITY_INDEX.user,
    ACTIVITY_INDEX.trap,
    ACTIVITY_INDEX.buildCall,
    ACTIVITY_INDEX.sendCall,
    ACTIVITY_INDEX.calling,
  ),
  app: new Int8Array(5),
  replica: new Int8Array(5),
};

it('starts with the span under the left end and ends with the one under the playhead', () => {
  expect(stripRange(spans, 40_500)).toEqual([0, 3]);
  expect(stripRange(spans, 41_000 + STRIP_CYCLES)).toEqual([4, 4]);
  expect(stripRange(spans, 0)).toEqual([0, 0]);
});

it('joins neighbours of one style', () => {
  const pieces = stripPieces(spans, [1, 4], 50_000);
  expect(pieces.map((piece) => [piece.style, piece.start, piece.end])).toEqual([
    ['kernel', 10_000, 20_000],
    ['signalIn', 20_000, 41_000],
    ['blocked', 41_000, 50_000],
  ]);
});

function kindsOf(order: readonly number[]) {
  const pieces = stripPieces(spans, [0, 4], 50_000);
  return byKind(
    order.flatMap((i) => pieces[i] ?? []),
    ({ start }) => start,
  );
}

it('gathers pieces by style', () => {
  const full = kindsOf([3, 1, 0, 2, 0]).filter(({ boxes }) => boxes.length > 0);
  expect(full.map(({ key, boxes }) => [key, boxes])).toEqual([
    ['blocked', [41_000]],
    ['user 0', [0, 0]],
    ['kernel', [10_000]],
    ['signalIn', [20_000]],
  ]);
});

it('keeps a place for styles that no piece has', () => {
  const [none, all] = [[], [0, 1, 2, 3]].map((order) =>
    kindsOf(order).flatMap(({ key, style }) => (style === 'user' ? [] : key)),
  );
  expect(none).toEqual(all);
});

it('tells user code of replicas apart', () => {
  const activity = new Uint8Array(5).fill(ACTIVITY_INDEX.user);
  const both = { ...spans, activity, replica: Int8Array.of(1, 0, 0, 0, 0) };
  const kinds = byKind(stripPieces(both, [0, 4], 50_000), ({ end }) => end);
  expect(kinds.filter(({ style }) => style === 'user')).toMatchObject([
    { replica: 0, boxes: [50_000] },
    { replica: 1, boxes: [10_000] },
  ]);
});
