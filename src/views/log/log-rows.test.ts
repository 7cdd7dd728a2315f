import { expect, it } from 'vitest';
import type { Incident } from '../../kernel/faults/incidents.ts';
import { logWindow, MOST_ROWS } from './log-rows.ts';

const incidents = (count: number): Incident[] =>
  Array.from({ length: count }, (_, i) => ({
    kind: 'injected',
    time: i * 100,
    step: i * 2,
    app: 0,
    replica: 0,
    event: i,
    fault: i,
    place: 0,
    at: 0,
    mask: 1,
    other: -1,
  }));

it('takes an incident for current from the step to which it belongs on', () => {
  const three = incidents(3);
  expect(logWindow(three, 0)).toEqual({ first: 0, end: 3, current: -1 });
  expect(logWindow(three, 2).current).toBe(0);
  expect(logWindow(three, 3).current).toBe(1);
  expect(logWindow(three, 99).current).toBe(2);
});

it('keeps the current row inside a window that never grows', () => {
  const many = incidents(100_000);
  for (const step of [0, 1, 150, 199, 201, 77_777, 199_990, 300_000]) {
    const { first, end, current } = logWindow(many, step);
    expect(end - first).toBe(MOST_ROWS);
    expect(current).toBeLessThan(end);
    expect(Math.max(0, current)).toBeGreaterThanOrEqual(first);
  }
});
