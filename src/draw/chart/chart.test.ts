import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PARTS } from '../../base/vocabulary.ts';
import { growthLines, growthX } from './growth-lines.ts';
import type { GrowthInput, GrowthOptions } from './growth-lines.ts';
import { liveBars } from './live-bars.ts';
import type { LiveBarInput, LiveBarsOptions } from './live-bars.ts';
import { stackParts } from './parts.ts';
import { stackedBar } from './stacked-bar.ts';

const parts = (values: Partial<Record<(typeof PARTS)[number], number>>): number[] =>
  PARTS.map((part) => values[part] ?? 0);

const bar = (over: Partial<LiveBarInput>): LiveBarInput => ({
  redundancy: 3,
  signalling: 'ipc',
  percent: 20,
  parts: parts({ trap: 5, wait: 5, handle: 10 }),
  finalPercent: 40,
  stopped: null,
  ...over,
});

const OPTIONS: LiveBarsOptions = { width: 400, left: 100, right: 60, axisMax: 80, current: null };

/** The bar of a run that stopped at `percent`. */
function stoppedAt(percent: number) {
  return liveBars([bar({ percent, stopped: 'halts in debugger' })], OPTIONS).groups[0]?.bars[0];
}

describe('stackParts', () => {
  it('ends at the sum of its values, whatever their signs', () => {
    const value = fc.integer({ min: -20, max: 50 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 10, maxLength: 10 }), (values) => {
        let level = 0;
        for (const one of values) level = Math.max(level + one, 0);
        const stack = stackParts(values);
        expect(stack.at(-1)?.end ?? 0).toBeCloseTo(level, 6);
        stack.forEach((one, i) => {
          expect(one.end).toBeGreaterThan(one.start);
          expect(one.start).toBeCloseTo(stack[i - 1]?.end ?? 0, 6);
        });
      }),
    );
  });
});

describe('liveBars', () => {
  it('puts TMR above DMR and makes local handling a line, not a bar', () => {
    const geometry = liveBars(
      [bar({ redundancy: 2 }), bar({}), bar({ signalling: 'local', percent: 10 })],
      OPTIONS,
    );
    expect(geometry.groups.map((group) => group.label)).toEqual(['TMR', 'DMR']);
    expect(geometry.groups[0]?.bars).toHaveLength(1);
    expect(geometry.groups[0]?.local?.x).toBe(130);
    expect(geometry.groups[1]?.local).toBeNull();
  });

  it('draws each part at its true length and the final tick at its value', () => {
    const row = liveBars([bar({})], OPTIONS).groups[0]?.bars[0];
    expect(row?.segments.map((one) => [one.part, one.x, one.width])).toEqual([
      ['trap', 100, 15],
      ['wait', 115, 15],
      ['handle', 130, 30],
    ]);
    expect(row?.endX).toBe(160);
    expect(row?.finalX).toBe(220);
    expect(row?.beyond).toBe(false);
  });

  it('keeps its axis and marks a value beyond it', () => {
    const row = liveBars(
      [bar({ percent: 130, parts: parts({ trap: 70, handle: 60 }), finalPercent: 200 })],
      OPTIONS,
    ).groups[0]?.bars[0];
    expect(row?.beyond).toBe(true);
    expect(row?.endX).toBe(340);
    expect(row?.finalX).toBeNull();
    expect(row?.finalBeyond).toBe(true);
    expect(row?.segments.at(-1)?.width).toBe(30);
  });

  it('shows a pending run as an empty row', () => {
    const row = liveBars([bar({ percent: null, finalPercent: null })], OPTIONS).groups[0]?.bars[0];
    expect(row?.segments).toEqual([]);
    expect(row?.percent).toBeNull();
  });

  it('says why a bar grows no further, within the axis', () => {
    expect(stoppedAt(10)?.stop).toEqual({ words: 'halts in debugger', x: 141 });
    expect(stoppedAt(10)?.finalX).toBeNull();
    const late = stoppedAt(75)?.stop?.x ?? NaN;
    expect(late).toBeGreaterThanOrEqual(100);
    expect(late + 17 * 11 * 0.56).toBeLessThanOrEqual(340 + 1e-9);
  });

  it('marks the published ceiling only for the redundancy it speaks of', () => {
    const geometry = liveBars([bar({}), bar({ redundancy: 2 })], OPTIONS);
    expect(geometry.groups.map((group) => group.bounds.map((one) => one.bound.percent))).toEqual([
      [30, 60],
      [60],
    ]);
  });
});

describe('stackedBar', () => {
  it('labels every part when there is room and drops the smallest first', () => {
    const values = parts({ trap: 900, signalIn: 2217, wait: 3112, compare: 540, handle: 7578 });
    const wide = stackedBar(values, { width: 400, barHeight: 22, format: String });
    expect(wide.labels.map((label) => label.part)).toEqual([
      'trap',
      'signalIn',
      'wait',
      'compare',
      'handle',
    ]);
    const narrow = stackedBar(values, { width: 120, barHeight: 22, format: String });
    expect(narrow.labels.map((label) => label.part)).toEqual(['wait', 'handle']);
    expect(narrow.segments).toHaveLength(5);
    expect(narrow.total).toBe(14347);
  });
});

describe('growthLines', () => {
  const options: GrowthOptions = {
    width: 400,
    height: 120,
    left: 20,
    right: 100,
    top: 10,
    bottom: 20,
    xMax: 100,
    percentMax: 80,
    current: null,
  };
  const line: GrowthInput = {
    redundancy: 3,
    signalling: 'ipc',
    stopped: false,
    x: [0, 100],
    percent: [0, 40],
  };

  it('draws a line over the plot, and a playhead on the same axis', () => {
    const [only] = growthLines([line], options).lines;
    expect(only?.path).toBe('M20,100L300,55');
    expect([0, 50, 100, 170].map((events) => growthX(events, options))).toEqual([
      20, 160, 300, 300,
    ]);
  });

  it('keeps labels apart though lines end together', () => {
    const same = [2, 3].map((redundancy) => ({ ...line, redundancy }));
    const [a, b] = growthLines(same, options).lines;
    expect(Math.abs((a?.label.y ?? 0) - (b?.label.y ?? 0))).toBeGreaterThanOrEqual(13);
  });

  it('clips what lies beyond the fixed axis to its end', () => {
    const [only] = growthLines([{ ...line, percent: [0, 500] }], options).lines;
    expect(only?.end.y).toBe(10);
    expect(only?.end.percent).toBe(500);
  });

  it('ends a line that never began at its origin', () => {
    const [only] = growthLines([{ ...line, stopped: true, x: [0], percent: [0] }], options).lines;
    expect(only).toMatchObject({ stopped: true, path: '', end: { x: 20, y: 100, percent: 0 } });
  });

  it('has few round ticks from zero', () => {
    const short = growthLines([line], { ...options, xMax: 10 }).xTicks;
    expect(short.map(({ value }) => value)).toEqual([0, 2, 4, 6, 8, 10]);
    const long = growthLines([line], { ...options, xMax: 6585 }).xTicks;
    expect(long.map(({ value }) => value)).toEqual([0, 2000, 4000, 6000]);
  });
});
