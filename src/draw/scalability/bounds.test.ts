import { describe, expect, it } from 'vitest';

import { layLines } from '../sweep/lines-layout.ts';
import type { LinesInput } from '../sweep/lines-layout.ts';
import { layBounds } from './bounds-layout.ts';
import type { BoundInput } from './bounds-layout.ts';

const X = [1, 2, 3, 4, 5, 6, 7, 8];
const LINES: LinesInput = {
  xAxis: { kind: 'whole', label: 'applications per Res core' },
  x: X,
  yAxis: { min: 0, max: 200, label: 'events/s' },
  lines: [{ method: 'ipc', redundancy: 3, middle: X.map((x) => 20 * x), low: [], high: [] }],
  crossings: [],
  named: [],
  format: { x: String, y: String, yTick: String },
  width: 700,
  height: 320,
};
const BOUND: BoundInput = {
  corners: [
    { x: 1, y: 20 },
    { x: 4, y: 80 },
    { x: 8, y: 80 },
  ],
  knee: { x: 4, y: 80, text: 'Sync IPC 4' },
  strong: true,
  name: '',
  side: 'below',
};
const lines = layLines(LINES);
const lay = (...bounds: readonly Partial<BoundInput>[]) =>
  layBounds(
    lines,
    bounds.map((bound) => Object.assign({}, BOUND, bound)),
  );

describe('bounds over a figure of lines', () => {
  it('lie on the axes of the lines', () => {
    const { bounds } = lay({});
    const [first, , , fourth, , , , last] = X.map((_, index) => lines.spotOf(0, index));
    expect(bounds[0]?.spots[0]).toEqual(first);
    expect(bounds[0]?.spots[1]?.x).toBeCloseTo(fourth?.x ?? 0, 9);
    expect(bounds[0]?.spots[1]?.y).toBeCloseTo(fourth?.y ?? 0, 9);
    expect(bounds[0]?.spots[2]?.x).toBeCloseTo(last?.x ?? 0, 9);
  });

  it('mark the knee where they bend, and name it below', () => {
    const [bound] = lay({}).bounds;
    expect(bound?.knee).toMatchObject({ x: bound?.spots[1]?.x, y: bound?.spots[1]?.y });
    expect(bound?.knee?.label).toMatchObject({ text: 'Sync IPC 4', x: bound?.knee?.x });
    expect(bound?.knee?.label?.y).toBeLessThan(lines.plot.bottom);
  });

  it('put names one above the other, and leave out what has no room, the chosen one last', () => {
    const close = { knee: { x: 4.1, y: 82, text: 'Migration 4.1' } };
    const { bounds } = lay({}, {}, { ...close, name: 'bound by law' });
    const labels = bounds.map(({ knee }) => knee?.label);
    expect(labels.map((label) => label?.text)).toEqual(['Sync IPC 4', undefined, 'Migration 4.1']);
    expect(labels[0]?.y).toBeLessThan((labels[2]?.y ?? 0) - 11);
  });

  it('put the name where no value can be', () => {
    const [upper, lower] = lay({ name: 'most' }, { name: 'least', side: 'above' }).bounds;
    const flat = upper?.spots[1]?.y ?? 0;
    expect(upper?.label?.y).toBeLessThan(flat);
    expect(lower?.label?.y).toBeGreaterThan(flat);
  });

  it('name the knees of bounds from below at the upper end', () => {
    const [bound] = lay({ side: 'above' }).bounds;
    expect(bound?.knee?.label?.y).toBeLessThan((bound?.knee?.y ?? 0) - 20);
  });

  it('put the name where no line of the figure is', () => {
    const flat = { ...LINES.lines[0], middle: X.map((x) => (x < 6 ? 10 : 86)) } as const;
    const crowded = layLines({ ...LINES, lines: [flat] });
    const [bound] = layBounds(crowded, [{ ...BOUND, name: 'bound' }]).bounds;
    const six = crowded.spotOf(0, 5)?.x ?? 0;
    expect((bound?.label?.x ?? 0) + (bound?.label?.width ?? 0) / 2).toBeLessThan(six);
  });

  it('show no knee beyond the plot', () => {
    const { bounds } = lay({ knee: { x: 4, y: 260, text: '' } });
    expect(bounds[0]?.knee).toBeNull();
  });

  it('stand in the middle of an axis with one value', () => {
    const one = layLines({ ...LINES, x: [3], lines: [] });
    const [bound] = layBounds(one, [{ ...BOUND, corners: [{ x: 3, y: 60 }], knee: null }]).bounds;
    expect(bound?.spots[0]?.x).toBe(one.xTicks[0]?.px);
  });
});
