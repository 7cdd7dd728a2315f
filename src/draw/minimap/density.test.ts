import { describe, expect, it } from 'vitest';
import { PERIOD, syntheticRun } from '../testing.ts';
import { trapDensity, windowRect } from './density.ts';

describe('trapDensity', () => {
  it('counts every trap once and scales the fullest pixel to one', () => {
    const { recording } = syntheticRun(100);
    const density = trapDensity(recording, 50);
    expect(density).toHaveLength(50);
    expect(Math.max(...density)).toBe(1);
    expect(density.reduce((a, b) => a + b, 0) * 2).toBeCloseTo(100, 5);
  });

  it('is empty for a run without traps', () => {
    const { recording } = syntheticRun(0);
    expect([...trapDensity(recording, 3)]).toEqual([0, 0, 0]);
  });
});

describe('windowRect', () => {
  it('is at least ten pixels wide and inside', () => {
    const end = 1000 * PERIOD;
    expect(windowRect([0, 64], { end, width: 900 })).toEqual({ x: 0, width: 10 });
    expect(windowRect([end - 64, end], { end, width: 900 })).toEqual({ x: 890, width: 10 });
    expect(windowRect([0, end], { end, width: 900 })).toEqual({ x: 0, width: 900 });
  });
});
