import { describe, expect, it } from 'vitest';

import { createSweep } from '../../../analysis/sweep/job.ts';
import { measureOf } from '../../../analysis/sweep/metrics.ts';
import { SweepTable } from '../../../analysis/sweep/table.ts';
import { assert } from '../../../base/assert.ts';
import { defaultScenario } from '../../../scenario/default-scenario.ts';
import { createSweepDraft, finerDraft, readSweepDraft } from '../../../store/sweep-draft.ts';
import type { AxisDraft, SweepDraft } from '../../../store/sweep-draft.ts';
import { axisView } from './axis-view.ts';
import { axisEnd, fillCoarse, linesInput, mapCells, mapInput, stacksAt } from './picture.ts';
import { plateTop } from './Pointer.tsx';
import { programsOn } from './programs.ts';
import { rowTable } from './row-table.ts';
import { firstSelection, neighbour } from './selection.ts';
import { stacksEnd } from './stacks-end.ts';

const DRAFT = createSweepDraft();

function small(axis: AxisDraft): AxisDraft {
  return { ...axis, steps: '3' };
}

/** A small sweep, done up to `points`. */
function sweep(change: Partial<SweepDraft> = {}, points = Infinity): SweepTable {
  const { y } = DRAFT;
  const draft = { ...DRAFT, x: small(DRAFT.x), y: y && small(y), seeds: '1', ...change };
  const { spec, problems } = readSweepDraft(draft, defaultScenario());
  expect(problems).toEqual([]);
  const made = createSweep(spec, new Map());
  assert(made.ok, 'the sweep must run');
  const table = new SweepTable(made.value.layout);
  for (const { point } of table.layout.points.slice(0, points)) {
    const results = made.value.runPoint(point);
    assert(results.ok, 'the point must run');
    table.add(results.value);
  }
  return table;
}

const viewsOf = (table: SweepTable) => table.layout.spec.axes.map(axisView);

describe('rowTable', () => {
  it('has the values that the sweep has at that value of its second axis', () => {
    const table = sweep();
    const measure = measureOf('overhead');
    for (const row of [0, 1, 2]) {
      const own = rowTable(table, row);
      for (const column of [0, 1, 2]) {
        for (const { index } of table.layout.variants) {
          const found = own.bandOf(own.pointAt([column]), index, measure);
          expect(found).toEqual(table.bandOf(table.pointAt([column, row]), index, measure));
        }
      }
    }
  });
});

describe('linesInput', () => {
  it('rings where the lines cross: both have the same value there', () => {
    const table = sweep({ y: null });
    const [x] = viewsOf(table);
    const asked = { table, x, measure: measureOf('overhead') };
    const { crossings, lines } = linesInput(asked, { width: 700, height: 300, end: 120 });
    expect(crossings.length).toBeGreaterThan(0);
    for (const { x: at, y } of crossings) {
      const heights = lines.map(({ middle }) => {
        const right = x.values.findIndex((value) => value >= at);
        const [from, to] = [x.values[right - 1], x.values[right]];
        const [low, high] = [middle[right - 1] ?? 0, middle[right] ?? 0];
        return low + ((at - from) / (to - from)) * (high - low);
      });
      const meeting = heights.filter((height) => Math.abs(height - y) < 1e-6);
      expect(meeting).toHaveLength(2);
    }
  });

  it('shows values in ascending order, however they are listed', () => {
    const x = { ...DRAFT.x, scale: 'list', list: '3000, 500, 1000' } as const;
    const table = sweep({ x, y: null });
    const [view] = viewsOf(table);
    expect(view.values).toEqual([500, 1000, 3000]);
    const asked = { table, x: view, measure: measureOf('overhead') };
    const { lines } = linesInput(asked, { width: 700, height: 300, end: 120 });
    const ipc = lines.find(({ method, redundancy }) => method === 'ipc' && redundancy === 3);
    const middle = ipc?.middle.map((value) => value ?? NaN) ?? [];
    expect(middle.toSorted((a, b) => a - b)).toEqual(middle);
  });
});

describe('axisEnd', () => {
  it('is 120 % of extra run time where that is enough', () => {
    const table = sweep({ y: null, x: { ...small(DRAFT.x), to: '3000' } });
    expect(axisEnd(table, measureOf('overhead'))).toBe(120);
    expect(axisEnd(table, measureOf('res-utilisation'))).toBe(100);
  });

  it('holds all lines, and stays when the sweep gets finer', () => {
    const draft = { ...DRAFT, y: null, x: small(DRAFT.x), seeds: '1' };
    const [coarse, finer] = [sweep(draft), sweep(finerDraft(draft))];
    const end = axisEnd(coarse, measureOf('overhead'));
    expect(axisEnd(finer, measureOf('overhead'))).toBe(end);
    for (const { point } of finer.layout.points) {
      for (const { index } of finer.layout.variants) {
        expect(finer.bandOf(point, index, measureOf('overhead'))?.median).toBeLessThan(end);
      }
    }
  });

  it('holds every value of a metric without a fixed end', () => {
    const table = sweep({ y: null });
    const end = axisEnd(table, measureOf('energy'));
    for (const point of table.donePoints) {
      for (const { index } of table.layout.variants) {
        expect(table.bandOf(point, index, measureOf('energy'))?.median).toBeLessThanOrEqual(end);
      }
    }
  });
});

describe('the map', () => {
  it('knows no winner of points that are not done, and shows their neighbour', () => {
    const table = sweep({}, 4);
    const [x, y] = viewsOf(table);
    const variants = table.layout.variants.filter(({ redundancy }) => redundancy === 3);
    const cells = mapCells(table, { x, y, variants, measure: measureOf('energy') });
    expect([...cells.winner].filter((winner) => winner >= 0)).toHaveLength(4);
    const filled = fillCoarse(cells, 3);
    expect(Math.min(...filled.winner)).toBeGreaterThanOrEqual(0);
    for (const corner of [0, 2, 6, 8]) expect(filled.winner[corner]).toBe(cells.winner[corner]);
  });
});

function mapAsked(table: SweepTable) {
  const [x, y] = viewsOf(table);
  assert(y !== undefined, 'the sweep has two axes');
  const variants = table.layout.variants.filter(({ redundancy }) => redundancy === 3);
  return { x, y, variants, measure: measureOf('energy') };
}

describe('the words of a region of the map', () => {
  const frame = { width: 700, height: 460, selected: { x: 0, y: 0 }, named: [] };
  it('count the clear wins among the simulated points, as the title does', () => {
    const table = sweep();
    const { words } = mapInput(table, mapAsked(table), frame);
    const { winner, margin } = mapCells(table, mapAsked(table));
    const clear = [0, 1, 2].map((i) =>
      [...winner.keys()].filter((cell) => winner[cell] === i && margin[cell] >= 0.03),
    );
    expect(clear.flat().length).toBeLessThan(9);
    expect([0, 1, 2].map(words)).toEqual(
      clear.map(({ length }) =>
        length === 0
          ? 'nowhere clearly ahead'
          : `wins at ${Math.round((100 * length) / 9)}\u202f% of the points`,
      ),
    );
  });

  it('say that it is expected while nothing is simulated', () => {
    const whole = sweep();
    const table = sweep({}, 0);
    for (const { point } of whole.layout.points) {
      const figures = whole.layout.variants.map(({ index }) => whole.figuresOf(point, index)[0]);
      table.addPreview({ point, figures });
    }
    const texts = [0, 1, 2].map(mapInput(table, mapAsked(table), frame).words);
    expect(texts).toContainEqual(expect.stringMatching(/^expected to win at \d+\u202f%$/u));
  });
});

describe('words beside a point', () => {
  const spot = { x: 100, y: 100 };
  const plate = { x: 60, width: 80 };

  it('stand below it, or above where there is no room', () => {
    expect(plateTop(plate, spot, { height: 300, avoid: [] })).toBe(118);
    expect(plateTop(plate, { x: 100, y: 250 }, { height: 300, avoid: [] })).toBe(210);
  });

  it('leave names alone', () => {
    const below = { x: 120, y: 120, width: 90, height: 40 };
    expect(plateTop(plate, spot, { height: 300, avoid: [below] })).toBe(60);
    const around = { x: 20, y: 70, width: 160, height: 60 };
    expect(plateTop(plate, spot, { height: 300, avoid: [around] })).toBe(134);
  });
});

describe('stacksEnd', () => {
  it('is the usual one, and twice as much where a bar is longer', () => {
    expect(stacksEnd([])).toBe(32_000);
    expect(stacksEnd([{ parts: [30_000, 1000] }])).toBe(32_000);
    expect(stacksEnd([{ parts: [30_000, 3000] }, { parts: [1] }])).toBe(64_000);
    expect(stacksEnd([{ parts: [200_000] }])).toBe(256_000);
  });
});

describe('stacksAt', () => {
  it('adds up to the cycles per event', () => {
    const table = sweep({ y: null });
    const stacks = stacksAt(table, 1, 0);
    expect(stacks).toHaveLength(table.layout.variants.length);
    for (const { method, redundancy, parts } of stacks) {
      const variant = table.layout.variants.find(
        (one) => one.method === method && one.redundancy === redundancy,
      );
      const cost = table.bandOf(1, variant?.index ?? -1, measureOf('event-cost'))?.median ?? NaN;
      expect(parts.reduce((sum, cycles) => sum + cycles, 0)).toBeCloseTo(cost, 3);
    }
  });
});

describe('what is selected', () => {
  it('is nearest to the scenario as it is, among the points that are done', () => {
    const table = sweep();
    const first = firstSelection(table, viewsOf(table));
    const { values } = table.layout.points[first?.point ?? -1];
    expect(values[0]).toBe(100);
    expect(values[1]).toBe(42_426);
    expect(firstSelection(sweep({}, 0), viewsOf(table))).toBeNull();
  });

  it('moves to the next point that is done, and stays at the edge', () => {
    const table = sweep({}, 4);
    const axes = viewsOf(table);
    const corner = table.pointAt([0, 0]);
    expect(neighbour(table, axes, { point: corner, columns: 1, rows: 0 })).toBe(
      table.pointAt([2, 0]),
    );
    expect(neighbour(table, axes, { point: corner, columns: -1, rows: 0 })).toBe(corner);
    expect(neighbour(table, axes, { point: corner, columns: 0, rows: 1 })).toBe(
      table.pointAt([0, 2]),
    );
  });
});

describe('programsOn', () => {
  const entry = {
    id: 'crc32-large.l4re-4k',
    name: 'crc32-large',
    variant: 'l4re-4k',
    title: 'CRC32',
    events: { total: 100 },
    instructions: 5_000_000,
  };

  it('places a program at the cost of the scenario and at the mean distance of its traps', () => {
    expect(programsOn(sweep({}, 0), [entry])).toEqual([{ x: 1050, y: 50_000, text: 'CRC32' }]);
  });

  it('places none on other maps, and none whose instructions are not known', () => {
    const y = { ...DRAFT.x, parameter: 'trap_entry', from: '600', to: '1500' } as const;
    expect(programsOn(sweep({ y }, 0), [entry])).toEqual([]);
    const { instructions: _, ...unknown } = entry;
    expect(programsOn(sweep({}, 0), [unknown])).toEqual([]);
  });
});
