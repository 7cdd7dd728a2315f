import type { CoreMode } from '../../base/vocabulary.ts';
import { CORE_MODES } from '../../base/vocabulary.ts';
import type { Tick } from '../sweep/axis.ts';
import { layAxis } from '../sweep/axis.ts';

/** What cores do at one place of an axis. */
export interface ModesRowInput {
  /** The value of the axis. */
  readonly name: string;
  /** Cycles, in any unit: shares are drawn. */
  readonly modes: Readonly<Record<CoreMode, number>>;
  readonly selected: boolean;
}

/** Rows of one kind of cores. */
export interface ModesGroupInput {
  readonly name: string;
  readonly rows: readonly ModesRowInput[];
}

/** A stretch of a bar, CSS px. */
export interface ModeBox {
  readonly mode: CoreMode;
  readonly x: number;
  readonly width: number;
}

export interface ModesRow {
  readonly name: string;
  readonly selected: boolean;
  readonly y: number;
  readonly boxes: readonly ModeBox[];
}

/** The figure of what cores do, CSS px. */
export interface ModesGeometry {
  readonly width: number;
  readonly height: number;
  readonly rowHeight: number;
  readonly left: number;
  readonly groups: readonly {
    readonly name: string;
    readonly y: number;
    readonly rows: readonly ModesRow[];
  }[];
  /** Along the top, in percent. */
  readonly ticks: readonly Tick[];
  /** Modes that occur, in their order. */
  readonly legend: readonly CoreMode[];
  readonly legendY: number;
}

/** Work first, then what burns, then rest. */
const ORDER = ['user', 'manager', 'kernel', 'polling', 'halted'] as const satisfies CoreMode[];

const LEFT = 64;
const RIGHT = 24;
const TOP = 20;
const HEAD = 20;
const ROW = 13;
const PITCH = 17;
const LEGEND = 30;

/** Lays out a bar of shares for each row, group below group. */
export function layModes(groups: readonly ModesGroupInput[], width: number): ModesGeometry {
  const [from, to] = [LEFT, Math.max(LEFT + 1, width - RIGHT)];
  const axis = layAxis({ kind: 'linear', min: 0, max: 100 }, { from, to, apart: 90 });
  let y = TOP;
  const laid = groups.map(({ name, rows }) => {
    const group = { name, y, rows: rows.map((row, i) => layRow(row, y + HEAD + i * PITCH)) };
    y += HEAD + rows.length * PITCH + 6;
    return group;
  });
  function layRow({ name, selected, modes }: ModesRowInput, top: number): ModesRow {
    const all = CORE_MODES.reduce((sum, mode) => sum + modes[mode], 0);
    let share = 0;
    const boxes = ORDER.filter((mode) => modes[mode] > 0).map((mode) => {
      const x = axis.toPx(share);
      share += (100 * modes[mode]) / all;
      return { mode, x, width: axis.toPx(share) - x };
    });
    return { name, selected, y: top, boxes };
  }
  const legend = ORDER.filter((mode) =>
    groups.some(({ rows }) => rows.some(({ modes }) => modes[mode] > 0)),
  );
  return {
    width,
    height: y + LEGEND,
    rowHeight: ROW,
    left: LEFT,
    groups: laid,
    ticks: axis.ticks,
    legend,
    legendY: y + 8,
  };
}

/** Which row of a group lies at a height, as its place in the group; `null` = none does. */
export function rowAt({ groups }: ModesGeometry, y: number): number | null {
  for (const { rows } of groups) {
    const at = rows.findIndex((row) => y >= row.y - 2 && y < row.y - 2 + PITCH);
    if (at !== -1) return at;
  }
  return null;
}
