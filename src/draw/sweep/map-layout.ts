import type { SignallingMethod } from '../../base/vocabulary.ts';
import { layAxis, spaced } from './axis.ts';
import type { AxesFrame, AxisKind, Tick } from './axis.ts';
import { placeRegions } from './map-regions.ts';
import type { RegionLabel } from './map-regions.ts';
import type { Spot } from './pen.ts';

/** One axis of the map: the values at the middles of its cells, ascending. */
export interface MapAxis {
  readonly kind: AxisKind;
  readonly values: readonly number[];
  readonly label: string;
  readonly format: (value: number) => string;
}

/** What the map shows. Cell (x, y) has index `y * x.values.length + x`. */
export interface MapInput {
  readonly x: MapAxis;
  readonly y: MapAxis;
  /** Index into `methods` of the best one; -1 = not known yet. */
  readonly winner: ArrayLike<number>;
  /** By how much the best is better than the next, in parts of the next (0.05 = 5 %). */
  readonly margin: ArrayLike<number>;
  readonly methods: readonly SignallingMethod[];
  /** 1 = the winner of the cell is not known but expected; absent = all are known. */
  readonly expected?: ArrayLike<number>;
  /** Below this margin nobody really wins: such cells are pale. */
  readonly draw: number;
  /** A short line under the name of a method's region. */
  readonly words: (method: number) => string;
  /** Places on the map that have a name. */
  readonly named: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  /** Cell that names keep clear of; `null` = none. */
  readonly selected: { readonly x: number; readonly y: number } | null;
  /** CSS px of the figure. */
  readonly width: number;
  readonly height: number;
}

/** A rectangle of cells that look the same, CSS px. */
export interface MapPatch {
  readonly method: SignallingMethod;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The map, CSS px. */
export interface MapGeometry extends AxesFrame {
  readonly patches: readonly MapPatch[];
  /** Where the margin is too small to speak of a winner. */
  readonly pale: readonly MapPatch[];
  /** Where the winner is only expected. */
  readonly expected: readonly MapPatch[];
  /** Lines between cells with different winners. */
  readonly boundary: readonly (readonly [Spot, Spot])[];
  readonly regions: readonly RegionLabel[];
  readonly named: readonly NamedSpot[];
  /** Outline of a cell. */
  readonly cellBox: (x: number, y: number) => MapBox;
  /** The cell at a point of the figure; `null` = none. */
  readonly cellAt: (spot: Spot) => { readonly x: number; readonly y: number } | null;
}

/** A named place; `left` = its name stands left of it. */
export interface NamedSpot extends Spot {
  readonly text: string;
  readonly left: boolean;
}

/** A rectangle, CSS px. */
export interface MapBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const LEFT = 76;
const TOP = 10;
const RIGHT = 16;
const BOTTOM = 40;

/** Lays out the map: cells reach to the middles between neighbouring values. */
export function layMap(input: MapInput): MapGeometry {
  const { width, height } = input;
  const plot = {
    left: LEFT,
    top: TOP,
    right: width - RIGHT,
    bottom: height - BOTTOM,
  };
  const xEdges = edgesOf(input.x, plot.left, plot.right);
  const yEdges = edgesOf(input.y, plot.bottom, plot.top);
  const grid = { input, plot, xEdges, yEdges };
  const named = placeNamed(grid);
  return {
    width,
    height,
    plot,
    xTicks: ticksOf(input.x, xEdges, 70),
    yTicks: ticksOf(input.y, yEdges, 44),
    patches: patchesOf(grid, () => true),
    pale: patchesOf(grid, (cell) => input.margin[cell] < input.draw),
    expected: patchesOf(grid, (cell) => input.expected?.[cell] === 1),
    boundary: boundaryOf(grid),
    regions: placeRegions(grid, named),
    named,
    cellBox: (x, y) => boxOf(grid, { x, y, columns: 1 }),
    cellAt: ({ x, y }) => {
      const [column, row] = [cellIn(xEdges, x), cellIn(yEdges, y)];
      return column === -1 || row === -1 ? null : { x: column, y: row };
    },
  };
}

/** Cells and where they lie. Edges of the y axis descend: its values grow upwards. */
export interface MapGrid {
  readonly input: MapInput;
  readonly plot: AxesFrame['plot'];
  /** One more than there are cells, CSS px. */
  readonly xEdges: readonly number[];
  readonly yEdges: readonly number[];
}

function edgesOf({ kind, values }: MapAxis, from: number, to: number): number[] {
  const at = values.map((value) => spaced(kind, value));
  if (at.length < 2) return [from, to];
  const first = at[0] - (at[1] - at[0]) / 2;
  const last = at[at.length - 1] + (at[at.length - 1] - at[at.length - 2]) / 2;
  const inner = at.slice(1).map((value, i) => (at[i] + value) / 2);
  return [first, ...inner, last].map(
    (value) => from + ((value - first) / (last - first)) * (to - from),
  );
}

function ticksOf({ kind, values }: MapAxis, edges: readonly number[], apart: number): Tick[] {
  const middle = (i: number): number => (edges[i] + edges[i + 1]) / 2;
  const last = values.length - 1;
  const spec = { kind, min: values[0], max: values[last] };
  const stretch = { from: middle(0), to: middle(last), apart };
  return [...layAxis(spec, stretch).ticks];
}

/** The cell whose edges enclose `px`; -1 = none. */
function cellIn(edges: readonly number[], px: number): number {
  for (let i = 0; i + 1 < edges.length; i++) {
    const [low, high] = [Math.min(edges[i], edges[i + 1]), Math.max(edges[i], edges[i + 1])];
    if (px >= low && px < high) return i;
  }
  return -1;
}

interface CellRun {
  readonly x: number;
  readonly y: number;
  readonly columns: number;
}

function boxOf({ xEdges, yEdges }: MapGrid, { x, y, columns }: CellRun): MapBox {
  const [left, bottom, top] = [xEdges[x], yEdges[y], yEdges[y + 1]];
  return { x: left, y: top, width: xEdges[x + columns] - left, height: bottom - top };
}

/** Neighbours in a row with one winner become one patch. */
function patchesOf(grid: MapGrid, wanted: (cell: number) => boolean): MapPatch[] {
  const { input } = grid;
  const [columns, rows] = [input.x.values.length, input.y.values.length];
  const patches: MapPatch[] = [];
  const look = (x: number, y: number): number => {
    const cell = y * columns + x;
    return x < columns && wanted(cell) ? input.winner[cell] : -1;
  };
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns;) {
      const winner = look(x, y);
      let end = x + 1;
      while (end < columns && look(end, y) === winner) end++;
      if (winner >= 0) {
        const box = boxOf(grid, { x, y, columns: end - x });
        patches.push({ method: input.methods[winner], ...box });
      }
      x = end;
    }
  }
  return patches;
}

function boundaryOf({ input, xEdges, yEdges }: MapGrid): (readonly [Spot, Spot])[] {
  const [columns, rows] = [input.x.values.length, input.y.values.length];
  const lines: (readonly [Spot, Spot])[] = [];
  const differ = (a: number, b: number): boolean => {
    const [one, other] = [input.winner[a], input.winner[b]];
    return one >= 0 && other >= 0 && one !== other;
  };
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const cell = y * columns + x;
      const [left, right] = [xEdges[x], xEdges[x + 1]];
      const [bottom, top] = [yEdges[y], yEdges[y + 1]];
      if (x + 1 < columns && differ(cell, cell + 1)) {
        lines.push([
          { x: right, y: bottom },
          { x: right, y: top },
        ]);
      }
      if (y + 1 < rows && differ(cell, cell + columns)) {
        lines.push([
          { x: left, y: top },
          { x: right, y: top },
        ]);
      }
    }
  }
  return lines;
}

function placeNamed({ input, plot, xEdges, yEdges }: MapGrid): MapGeometry['named'] {
  return input.named.flatMap(({ x, y, text }) => {
    const spot = { x: pxOf(input.x, xEdges, x), y: pxOf(input.y, yEdges, y) };
    const inside =
      spot.x >= plot.left && spot.x <= plot.right && spot.y >= plot.top && spot.y <= plot.bottom;
    const left = spot.x + text.length * 6.5 + 24 > plot.right;
    return inside ? [{ ...spot, text, left }] : [];
  });
}

/** Where a value lies between the middles of the first and the last cell. */
function pxOf({ kind, values }: MapAxis, edges: readonly number[], value: number): number {
  const last = values.length - 1;
  const ends = { from: (edges[0] + edges[1]) / 2, to: (edges[last] + edges[last + 1]) / 2 };
  return layAxis({ kind, min: values[0], max: values[last] }, { ...ends, apart: 40 }).toPx(value);
}
