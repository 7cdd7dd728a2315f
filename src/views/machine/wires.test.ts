import { expect, it } from 'vitest';
import { pointOn, wireBetween } from './wires.ts';

it('starts and ends at its points and passes the middle half way', () => {
  const wire = wireBetween({ x: 0, y: 10 }, { x: 100, y: 50 }, false);
  expect(pointOn(wire, 0)).toEqual({ x: 0, y: 10 });
  expect(pointOn(wire, 1)).toEqual({ x: 100, y: 50 });
  expect(pointOn(wire, 0.5).x).toBeCloseTo(50);
  expect(pointOn(wire, 0.5).y).toBeCloseTo(30);
});

it('moves along its axis without turning back', () => {
  const wire = wireBetween({ x: 0, y: 10 }, { x: 100, y: 50 }, false);
  let before = -1;
  for (let i = 0; i <= 20; i++) {
    const { x } = pointOn(wire, i / 20);
    expect(x).toBeGreaterThan(before);
    before = x;
  }
});
