import { t } from '../../base/language.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import type { MapBox, MapGrid, NamedSpot } from './map-layout.ts';
import { SHORT_NAMES } from './names.ts';

/** The name of a method's region on a plate, CSS px. */
export interface RegionLabel {
  readonly method: SignallingMethod;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly name: string;
  /** A line under the name; '' = the plate holds the name alone. */
  readonly words: string;
}

const PLATE = { large: 44, small: 26 };
const PICTOGRAM = 52;
/** Places that are tried along each direction. */
const TRIES = 24;
/** How much of a plate must lie on its own region. */
const ENOUGH = 0.6;

/**
 * A plate for every method that wins somewhere, where it covers most of its own region; the smaller
 * one where the larger does not fit, none where neither does. No two overlap.
 */
export function placeRegions(grid: MapGrid, named: readonly NamedSpot[]): RegionLabel[] {
  const placed: RegionLabel[] = [];
  const clear = takenBoxes(grid, named);
  const cells = winsOf(grid);
  const order = [...cells.keys()].toSorted((a, b) => (cells.get(b) ?? 0) - (cells.get(a) ?? 0));
  for (const method of order) {
    const plate = platesOf(grid, method)
      .map((one) => bestPlace(grid, { method, plate: one, taken: [...placed, ...clear] }))
      .find((one) => one !== null);
    if (plate !== undefined && plate !== null) placed.push(plate);
  }
  return placed;
}

/** Room for the mark around the selected cell, and for dots with their names. */
function takenBoxes({ input, xEdges, yEdges }: MapGrid, named: readonly NamedSpot[]): MapBox[] {
  const boxes = named.map(({ x, y, text, left }): MapBox => {
    const width = text.length * 6.5 + 26;
    return { x: left ? x - width : x - 6, y: y - 10, width, height: 20 };
  });
  const { selected } = input;
  if (selected === null) return boxes;
  const x = (xEdges[selected.x] + xEdges[selected.x + 1]) / 2;
  const y = (yEdges[selected.y] + yEdges[selected.y + 1]) / 2;
  return [...boxes, { x: x - 12, y: y - 12, width: 24, height: 24 }];
}

/** Cells that each method wins. */
function winsOf({ input }: MapGrid): Map<number, number> {
  const wins = new Map<number, number>();
  for (let cell = 0; cell < input.winner.length; cell++) {
    const winner = input.winner[cell];
    if (winner >= 0) wins.set(winner, (wins.get(winner) ?? 0) + 1);
  }
  return wins;
}

type Plate = Omit<RegionLabel, 'x' | 'y'>;

function platesOf({ input }: MapGrid, index: number): Plate[] {
  const method = input.methods[index];
  const name = t(SHORT_NAMES[method]);
  const words = input.words(index);
  const wide = PICTOGRAM + Math.max(name.length * 8, words.length * 6) + 8;
  const narrow = PICTOGRAM + name.length * 8 + 4;
  return [
    { method, name, words, width: wide, height: PLATE.large },
    { method, name, words: '', width: narrow, height: PLATE.small },
  ];
}

interface Search {
  readonly method: number;
  readonly plate: Plate;
  readonly taken: readonly MapBox[];
}

/** Where the plate covers most of its region; among equals, nearest to the middle of the region. */
function bestPlace(grid: MapGrid, { method, plate, taken }: Search): RegionLabel | null {
  const { plot } = grid;
  const middle = middleOf(grid, method);
  const room = {
    x: plot.right - plot.left - plate.width - 8,
    y: plot.bottom - plot.top - plate.height - 8,
  };
  let best: RegionLabel | null = null;
  let bestScore = -Infinity;
  if (room.x < 0 || room.y < 0) return null;
  for (let i = 0; i <= TRIES; i++) {
    for (let j = 0; j <= TRIES; j++) {
      const x = plot.left + 4 + (room.x * i) / TRIES;
      const y = plot.top + 4 + (room.y * j) / TRIES;
      const label = { ...plate, x, y };
      if (taken.some((other) => overlap(other, label))) continue;
      const own = ownShare(grid, label, method);
      const away = Math.hypot(x + plate.width / 2 - middle.x, y + plate.height / 2 - middle.y);
      const score = own - away / 10_000;
      if (own < ENOUGH || score <= bestScore) continue;
      [best, bestScore] = [label, score];
    }
  }
  return best;
}

function overlap(a: MapBox, b: MapBox): boolean {
  const apart = 4;
  return (
    a.x < b.x + b.width + apart &&
    b.x < a.x + a.width + apart &&
    a.y < b.y + b.height + apart &&
    b.y < a.y + a.height + apart
  );
}

/** The share of a plate, looked at in 5 × 3 places, that lies on cells which `method` wins. */
function ownShare(grid: MapGrid, { x, y, width, height }: RegionLabel, method: number): number {
  let own = 0;
  for (let i = 0; i < 5; i++) {
    for (let j = 0; j < 3; j++) {
      if (winnerAt(grid, x + (width * i) / 4, y + (height * j) / 2) === method) own++;
    }
  }
  return own / 15;
}

function winnerAt({ input, xEdges, yEdges }: MapGrid, x: number, y: number): number {
  const column = xEdges.findIndex((edge, i) => i > 0 && x < edge) - 1;
  const row = yEdges.findIndex((edge, i) => i > 0 && y > edge) - 1;
  if (column < 0 || row < 0) return -1;
  return input.winner[row * input.x.values.length + column];
}

function middleOf({ input, xEdges, yEdges }: MapGrid, method: number): { x: number; y: number } {
  const columns = input.x.values.length;
  let [x, y, count] = [0, 0, 0];
  for (let cell = 0; cell < input.winner.length; cell++) {
    if (input.winner[cell] !== method) continue;
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    x += (xEdges[column] + xEdges[column + 1]) / 2;
    y += (yEdges[row] + yEdges[row + 1]) / 2;
    count++;
  }
  return { x: x / Math.max(1, count), y: y / Math.max(1, count) };
}
