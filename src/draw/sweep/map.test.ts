import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { figureToSvg } from '../figure/surface.ts';
import { THEMES } from '../theme.ts';
import { layMap } from './map-layout.ts';
import type { MapInput } from './map-layout.ts';
import { paintMap } from './map-paint.ts';
import { sweepFigure } from './sweep-figure.ts';

/** Left half: method 1, right half: method 2; margins grow away from the border between them. */
function halves(columns: number, rows: number): MapInput {
  const cells = Array.from({ length: columns * rows }, (_, cell) => cell % columns);
  const half = columns / 2;
  return {
    x: axis(columns, 'cycles for one IPI'),
    y: axis(rows, 'traps per million instructions'),
    winner: cells.map((x) => (x < half ? 1 : 2)),
    margin: cells.map((x) => Math.abs(x + 0.5 - half) / columns),
    methods: ['migration', 'ipc', 'polling'],
    draw: 0.03,
    words: () => 'best at half of the points',
    named: [],
    selected: null,
    width: 720,
    height: 520,
  };
}

function axis(count: number, label: string): MapInput['x'] {
  const values = Array.from({ length: count }, (_, i) => 100 * 10 ** ((2 * i) / (count - 1)));
  return { kind: 'log', values, label, format: String };
}

const area = (boxes: readonly { readonly width: number; readonly height: number }[]): number =>
  boxes.reduce((sum, { width, height }) => sum + width * height, 0);

describe('layMap', () => {
  it('covers the plot with the winners', () => {
    const { patches, plot } = layMap(halves(40, 40));
    expect(area(patches)).toBeCloseTo((plot.right - plot.left) * (plot.bottom - plot.top), 3);
    expect(new Set(patches.map(({ method }) => method))).toEqual(new Set(['ipc', 'polling']));
  });

  it('draws the boundary once per row, where the winner changes', () => {
    const { boundary, plot, cellBox } = layMap(halves(40, 30));
    expect(boundary).toHaveLength(30);
    for (const [from, to] of boundary) {
      expect(from.x).toBe(cellBox(20, 0).x);
      expect(to.x).toBe(from.x);
    }
    expect(cellBox(20, 0).x).toBeCloseTo((plot.left + plot.right) / 2, 3);
  });

  it('is pale where the margin is too small to speak of a winner', () => {
    const { pale, cellBox } = layMap(halves(40, 40));
    // 0.5 / 40 is less than 3 %, 1.5 / 40 is more: one column on each side.
    expect(area(pale)).toBeCloseTo(80 * area([cellBox(0, 0)]), 3);
  });

  it('hatches the cells whose winner is only expected, and those alone', () => {
    const input = halves(4, 4);
    const expected = Array.from(input.winner, (_, cell) => (cell % 4 === 0 ? 1 : 0));
    const { expected: patches, cellBox } = layMap({ ...input, expected });
    expect(patches).toHaveLength(4);
    expect(area(patches)).toBeCloseTo(4 * area([cellBox(0, 0)]), 3);
    expect(layMap(input).expected).toEqual([]);
  });

  it('leaves out what is not known, and draws no boundary there', () => {
    const input = halves(4, 4);
    const unknown = Array.from(input.winner, (winner, cell) => (cell % 4 === 2 ? -1 : winner));
    const { patches, boundary } = layMap({ ...input, winner: unknown });
    expect(patches).toHaveLength(8);
    expect(boundary).toEqual([]);
  });

  it('finds the cell of every point in it, and none beyond the plot', () => {
    const geometry = layMap(halves(7, 5));
    const place = fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 4 }));
    fc.assert(
      fc.property(place, ([x, y]) => {
        const box = geometry.cellBox(x, y);
        const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        expect(geometry.cellAt(middle)).toEqual({ x, y });
      }),
    );
    expect(geometry.cellAt({ x: 0, y: 100 })).toBeNull();
  });

  it('names every region inside of it, and no name lies on another', () => {
    const { regions, plot } = layMap(halves(40, 40));
    const middle = (plot.left + plot.right) / 2;
    expect(regions.map(({ name }) => name).toSorted()).toEqual(['Shared mem', 'Sync IPC']);
    for (const { name, x, width } of regions) {
      const left = x + width / 2 < middle;
      expect(left).toBe(name === 'Sync IPC');
    }
  });

  it('keeps names clear of the selected cell', () => {
    const input = halves(40, 40);
    const [own] = layMap(input).regions;
    const { cellAt } = layMap(input);
    const selected = cellAt({ x: own.x + own.width / 2, y: own.y + own.height / 2 });
    const { regions, cellBox } = layMap({ ...input, selected });
    const cell = cellBox(selected?.x ?? -1, selected?.y ?? -1);
    expect(regions.map(({ name }) => name)).toContain(own.name);
    for (const { x, y, width, height } of regions) {
      const apart =
        x + width < cell.x ||
        cell.x + cell.width < x ||
        y + height < cell.y ||
        cell.y + cell.height < y;
      expect(apart).toBe(true);
    }
  });

  it('names a region of a few cells not at all', () => {
    const input = halves(40, 40);
    const winner = Array.from(input.winner, (_, cell) => (cell === 0 ? 0 : 1));
    expect(layMap({ ...input, winner }).regions.map(({ name }) => name)).toEqual(['Sync IPC']);
  });
});

describe('paintMap', () => {
  it('paints textures, names and axes', () => {
    const input = { ...halves(10, 10), named: [{ x: 1000, y: 300, text: 'CRC32' }] };
    const figure = sweepFigure({
      title: 'Counting energy, halting beats polling.',
      subtitle: 'Pale: within 3 %.',
      width: input.width,
      height: input.height,
      paint: (brush) => paintMap(brush, layMap(input), input),
    });
    const svg = figureToSvg(figure, { theme: THEMES.dark });
    expect(svg.match(/<pattern/g)).toHaveLength(2);
    for (const text of ['Sync IPC', 'best at half', 'CRC32', 'cycles for one IPI'])
      expect(svg).toContain(text);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});
