import { describe, expect, it } from 'vitest';

import { PARTS } from '../../base/vocabulary.ts';
import type { Part } from '../../base/vocabulary.ts';
import { figureToSvg } from '../figure/surface.ts';
import { THEMES } from '../theme.ts';
import { layStacks } from './stacks-layout.ts';
import type { StackInput, StacksInput } from './stacks-layout.ts';
import { paintStacks } from './stacks-paint.ts';
import { sweepFigure } from './sweep-figure.ts';

function stack(over: Partial<StackInput>, cycles: Partial<Record<Part, number>>): StackInput {
  const parts = PARTS.map((part) => cycles[part] ?? 0);
  return { method: 'ipc', redundancy: 3, parts, selected: false, ...over };
}

const INPUT: StacksInput = {
  stacks: [
    stack({}, { trap: 900, signalIn: 2600, wait: 3042, handle: 7800 }),
    stack({ method: 'migration' }, { trap: 900, handle: 40_000 }),
    stack({ redundancy: 2 }, { trap: 900, handle: 8000 }),
  ],
  axisMax: 32_000,
  format: String,
  groupName: (redundancy) => (redundancy === 3 ? 'TMR' : 'DMR'),
  width: 720,
};

describe('layStacks', () => {
  it('draws each part at its true length on one axis', () => {
    const { rows, left, right } = layStacks(INPUT);
    const perCycle = (right - left) / 32_000;
    const [first] = rows;
    expect(first.parts.map(({ part }) => part)).toEqual(['trap', 'signalIn', 'wait', 'handle']);
    expect(first.parts[3].width).toBeCloseTo(7800 * perCycle, 6);
    expect(first.end).toBeCloseTo(left + 14_342 * perCycle, 6);
    expect(first.totalText).toBe('14342');
  });

  it('keeps its axis and marks a bar that goes beyond', () => {
    const { rows, right } = layStacks(INPUT);
    expect(rows.map(({ beyond }) => beyond)).toEqual([false, true, false]);
    expect(rows[1].end).toBe(right);
    expect(rows[1].totalText).toBe('40900');
  });

  it('writes a number in a part that has room for it', () => {
    const [first] = layStacks(INPUT).rows;
    expect(first.parts.map(({ text }) => text)).toEqual([null, '2600', '3042', '7800']);
    const [narrow] = layStacks({ ...INPUT, width: 360 }).rows;
    expect(narrow.parts.map(({ text }) => text)).toEqual([null, null, null, '7800']);
  });

  it('heads each group of replicas once', () => {
    expect(layStacks(INPUT).rows.map(({ heading }) => heading)).toEqual(['TMR', null, 'DMR']);
  });
});

describe('paintStacks', () => {
  it('paints names, parts and totals', () => {
    const geometry = layStacks(INPUT);
    const figure = sweepFigure({
      title: 'Where have the cycles gone?',
      subtitle: 'Cycles per event.',
      width: geometry.width,
      height: geometry.height,
      paint: (brush) => paintStacks(brush, geometry),
    });
    const svg = figureToSvg(figure, { theme: THEMES.light });
    for (const text of ['TMR', 'Sync IPC', '14342', '40900', '7800']) expect(svg).toContain(text);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});
