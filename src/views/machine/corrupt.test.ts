import { expect, it } from 'vitest';
import { corruptStretches, corruptWithin } from './corrupt.ts';

const row = (time: number, replica: number, count: number, app = 0) => ({
  time,
  app,
  replica,
  count,
});

it('joins rows of one replica into stretches, the last one open', () => {
  const rows = [row(10, 1, 1), row(20, 1, 2), row(25, 0, 1), row(30, 1, 0), row(50, 1, 1)];
  const [first, second] = corruptStretches([...rows, row(5, 0, 1, 1)], 0, 2);
  expect(first).toEqual({ from: [25], to: [Infinity] });
  expect(second).toEqual({ from: [10, 50], to: [30, Infinity] });
});

it('cuts stretches to the window and leaves out what only touches it', () => {
  const stretches = { from: [10, 50, 90], to: [30, 70, Infinity] };
  expect(corruptWithin(stretches, 30, 90)).toEqual([{ start: 50, end: 70 }]);
  expect(corruptWithin(stretches, 20, 60)).toEqual([
    { start: 20, end: 30 },
    { start: 50, end: 60 },
  ]);
  expect(corruptWithin(stretches, 95, 100)).toEqual([{ start: 95, end: 100 }]);
});
