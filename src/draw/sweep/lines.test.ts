import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { figureToSvg } from '../figure/surface.ts';
import { THEMES } from '../theme.ts';
import { layLines } from './lines-layout.ts';
import type { LinesInput, SweepLine } from './lines-layout.ts';
import { paintLines } from './lines-paint.ts';
import { sweepFigure } from './sweep-figure.ts';

const line = (over: Partial<SweepLine> & { readonly middle: SweepLine['middle'] }): SweepLine => ({
  method: 'ipc',
  redundancy: 3,
  low: over.middle,
  high: over.middle,
  ...over,
});

const INPUT: LinesInput = {
  xAxis: { kind: 'linear', label: 'cycles for one IPI' },
  x: [0, 1000, 2000, 3000],
  yAxis: { min: 0, max: 120, label: '% extra run time' },
  lines: [
    line({ middle: [20, 40, 60, 80] }),
    line({ method: 'migration', middle: [50, 55, 60, 65] }),
    line({ method: 'polling', redundancy: 2, middle: [19, 19, 19, 19] }),
  ],
  crossings: [{ x: 2000, y: 60, strong: true, text: 'TMR 2 000' }],
  named: [{ value: 1050, text: 'default' }],
  format: { x: String, y: (value) => `${value} %`, yTick: String },
  width: 720,
  height: 382,
};

describe('layLines', () => {
  it('draws every line to its end, thick where there are most replicas', () => {
    const { lines, plot } = layLines(INPUT);
    expect(lines.map(({ strong }) => strong)).toEqual([true, true, false]);
    for (const { stretches } of lines) expect(stretches.at(-1)?.at(-1)?.x).toBe(plot.right);
    expect(lines.map(({ label }) => label?.text)).toEqual([
      'Sync IPC',
      'Migration',
      'Shared mem, DMR',
    ]);
  });

  it('rings a crossing where the lines meet, and says where', () => {
    const geometry = layLines(INPUT);
    const [ring] = geometry.crossings;
    const meeting = geometry.spotOf(0, 2);
    expect(ring).toMatchObject({ ...meeting, label: { text: 'TMR 2 000' } });
    expect(geometry.spotOf(1, 2)).toEqual(meeting);
  });

  it('joins what is known of a coarse picture, and draws nothing of a line of which nothing is', () => {
    const lines = [
      line({ middle: [20, null, 60, null] }),
      line({ middle: [null, null, null, null] }),
    ];
    const [coarse, none] = layLines({ ...INPUT, lines }).lines;
    expect(coarse.stretches.map((spots) => spots.length)).toEqual([2]);
    expect(none).toMatchObject({ stretches: [], label: null });
  });

  it('draws what is only expected faintly, and joins nothing across it', () => {
    const lines = [line({ middle: [20, null, 60, 80], expected: [null, 41, null, null] })];
    const { lines: drawn, spotOf } = layLines({ ...INPUT, lines });
    const [{ stretches, faint, label }] = drawn;
    expect(stretches.map((spots) => spots.length)).toEqual([1, 2]);
    expect(faint).toHaveLength(4);
    expect(faint[1]).toEqual(spotOf(0, 1));
    expect(label?.text).toBe('Sync IPC');
    const [known] = layLines({ ...INPUT, lines: [line({ middle: [20, 40, 60, 80] })] }).lines;
    expect(known.faint).toEqual([]);
  });

  it('names a line of which everything is only expected', () => {
    const nothing = [null, null, null, null];
    const lines = [line({ middle: nothing, expected: [20, 40, 60, 200] })];
    const [drawn] = layLines({ ...INPUT, lines }).lines;
    expect(drawn).toMatchObject({ stretches: [], markers: [], label: { text: 'Sync IPC 200 %' } });
  });

  it('joins no values over words: a dot for each line, side by side, with its range', () => {
    const input: LinesInput = {
      ...INPUT,
      xAxis: { kind: 'words', label: 'placement' },
      x: [0, 1, 2],
      lines: [
        line({ middle: [20, 40, 60], low: [20, 35, 60], high: [20, 45, 60] }),
        line({ method: 'migration', middle: [50, null, 60], expected: [null, 55, null] }),
      ],
      crossings: [],
      named: [],
    };
    const { lines, plot, spotOf, xTicks } = layLines(input);
    for (const { stretches, faint, bands } of lines) {
      expect([stretches, faint, bands]).toEqual([[], [], []]);
    }
    expect(lines.map(({ dots }) => dots.map(({ expected }) => expected))).toEqual([
      [false, false, false],
      [false, true, false],
    ]);
    expect(lines[0].whiskers).toHaveLength(1);
    expect(lines.every(({ label }) => label !== null)).toBe(true);
    for (let word = 0; word < 3; word++) {
      const [one, other] = [spotOf(0, word)?.x ?? NaN, spotOf(1, word)?.x ?? NaN];
      expect((one + other) / 2).toBeCloseTo(xTicks[word].px, 6);
      expect(other - one).toBeGreaterThan(8);
      expect(one).toBeGreaterThan(plot.left);
      expect(other).toBeLessThan(plot.right);
    }
  });

  it('keeps its axis: a line beyond it leaves through the top and says where it would end', () => {
    const { lines, plot, spotOf } = layLines({
      ...INPUT,
      lines: [line({ middle: [60, 100, 140, 180] })],
    });
    expect(lines[0].leaves?.y).toBe(plot.top);
    const x = (index: number): number => spotOf(0, index)?.x ?? NaN;
    expect(lines[0].leaves?.x).toBeCloseTo((x(1) + x(2)) / 2, 6);
    expect(lines[0].label?.text).toBe('Sync IPC 180 %');
    expect(spotOf(0, 3)?.y).toBe(plot.top);
  });

  it('leaves the name of a value out where a crossing has its place', () => {
    const named = [{ value: 1990, text: 'default' }];
    expect(layLines({ ...INPUT, named }).named).toMatchObject([{ text: null }]);
    expect(layLines(INPUT).named).toMatchObject([{ text: 'default' }]);
  });

  it('keeps names at line ends apart, wherever lines end', () => {
    const ends = fc.array(fc.double({ min: 0, max: 500, noNaN: true }), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(ends, (values) => {
        const lines = values.map((value) => line({ middle: [0, 0, 0, value] }));
        const ys = layLines({ ...INPUT, lines })
          .lines.map(({ label }) => label?.y ?? NaN)
          .toSorted((a, b) => a - b);
        const gaps = ys.slice(1).map((y, i) => y - ys[i]);
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(15.9);
      }),
    );
  });
});

describe('paintLines', () => {
  it('paints lines, names and words of a figure that stands on its own', () => {
    const figure = sweepFigure({
      title: 'Above 2 000 cycles per IPI, migration beats sync IPC.',
      subtitle: 'Extra run time in %.',
      width: INPUT.width,
      height: INPUT.height,
      paint: (brush) => paintLines(brush, layLines(INPUT), INPUT),
    });
    const svg = figureToSvg(figure, { theme: THEMES.light });
    for (const text of [
      'migration beats sync IPC',
      'Sync IPC',
      'Shared mem, DMR',
      'TMR 2 000',
      'default',
    ])
      expect(svg).toContain(text);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});
