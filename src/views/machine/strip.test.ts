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

const kindsOf = (order: readonly number[]) => {
  const pieces = stripPieces(spans, [0, 4], 50_000);
  return byKind(
    order.flatMap((i) => pieces[i] ?? []),
    ({ start }) => start,
  ).map(({ key, boxes }) => [key, boxes]);
};

it('gathers pieces by style and replica, in an order of its own', () => {
  const gathered = [
    ['blocked 0', [41_000]],
    ['kernel 0', [10_000]],
    ['signalIn 0', [20_000]],
    ['user 0', [0]],
  ];
  expect(kindsOf([0, 1, 2, 3])).toEqual(gathered);
  expect(kindsOf([3, 1, 0, 2])).toEqual(gathered);
  expect(kindsOf([0, 1, 0])).toEqual([
    ['kernel 0', [10_000]],
    ['user 0', [0, 0]],
  ]);
});
