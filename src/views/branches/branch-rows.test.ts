import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { Branch } from '../../store/workspace.ts';
import { rowFor, rowsOf } from './branch-rows.ts';

const branch = (id: number, parent: number | null, at: number | null): Branch => ({
  id,
  name: String(id),
  parent,
  at,
  scenario: {} as Branch['scenario'],
  notes: [],
});

const tree = [branch(0, null, null), branch(1, 0, 100), branch(2, 1, 300), branch(3, 0, 500)];

it('puts children below their parent, the latest departure nearest', () => {
  const rows = rowsOf(tree);
  expect(rows.map((row) => row.branch.id)).toEqual([0, 3, 1, 2]);
  expect(
    rows.map(({ level, position, siblings, parentRow }) => [level, position, siblings, parentRow]),
  ).toEqual([
    [1, 1, 1, -1],
    [2, 1, 2, 0],
    [2, 2, 2, 0],
    [3, 1, 1, 2],
  ]);
});

it('gives each branch of any tree one row, parents first', () => {
  const trees = fc
    .array(fc.tuple(fc.nat(), fc.option(fc.nat())), { minLength: 1 })
    .map((nodes) =>
      nodes.map(([n, at], id) => branch(id, id === 0 || n % 5 === 0 ? null : n % id, at)),
    );
  fc.assert(
    fc.property(trees, (branches) => {
      const rows = rowsOf(branches);
      expect(rows.map((row) => row.branch.id).toSorted((a, b) => a - b)).toEqual(
        branches.map(({ id }) => id),
      );
      for (const [i, { branch: one, parentRow }] of rows.entries()) {
        expect(parentRow).toBeLessThan(i);
        expect(rows[parentRow]?.branch.id ?? null).toBe(one.parent);
      }
    }),
  );
});

it.each([
  ['ArrowUp', 0, 0],
  ['ArrowUp', 2, 1],
  ['ArrowDown', 2, 3],
  ['ArrowDown', 3, 3],
  ['Home', 3, 0],
  ['End', 0, 3],
  ['ArrowLeft', 3, 2],
  ['ArrowLeft', 2, 0],
  ['ArrowLeft', 0, 0],
  ['ArrowRight', 2, 3],
  ['ArrowRight', 1, 1],
  ['x', 1, null],
])('%s leads from row %i to row %j', (key, from, to) => {
  expect(rowFor(rowsOf(tree), from, key)).toBe(to);
});
