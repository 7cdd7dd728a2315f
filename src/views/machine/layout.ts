import type { CoreId, ReplicaId } from '../../base/units.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';

/** How the machine is arranged: beside each other, the same with the other sockets below, or stacked. */
export type MachineMode = 'wide' | 'medium' | 'phone';

/** Panel width in CSS px to arrangement. */
export function modeFor(width: number): MachineMode {
  if (width < 600) return 'phone';
  return width < 800 ? 'medium' : 'wide';
}

/** A replica's home tile; `y` in CSS px below the top of the stage. */
export interface TileBox {
  readonly replica: ReplicaId;
  readonly core: CoreId;
  readonly y: number;
  readonly height: number;
}

/** A stretch of tiles whose cores share a socket. */
export interface SocketRun {
  readonly socket: number;
  readonly y: number;
  readonly height: number;
}

/** Everything vertical of the machine's stage, in CSS px; the horizontal follows from the panel's width. */
export interface StageLayout {
  readonly tiles: readonly TileBox[];
  /** Empty when all tiles live on the Res core's socket, whose box then holds them. */
  readonly runs: readonly SocketRun[];
  /** Below the tiles: the socket's other cores. */
  readonly restY: number;
  readonly height: number;
  /** Trap slots inside the hull, from its top. */
  readonly slots: readonly { readonly y: number; readonly height: number }[];
  /** Between two slots. */
  readonly slotGap: number;
  readonly pipelineY: number;
  readonly pipelineHeight: number;
}

/** Heights of the stage's fixed parts, CSS px. */
interface Heights {
  readonly header: number;
  readonly gap: number;
  readonly pipelineTop: number;
  readonly pipelineBottom: number;
  readonly least: number;
  readonly restRow: number;
  /** Home tiles by number of replicas: up to three, four, five, more. */
  readonly tiles: readonly [number, number, number, number];
}

const ROOMY: Heights = {
  header: 28,
  gap: 8,
  pipelineTop: 68,
  pipelineBottom: 76,
  least: 328,
  restRow: 38,
  tiles: [88, 70, 58, 48],
};

/** For low windows: the timeline below must keep its lanes. */
const LOW: Heights = {
  header: 26,
  gap: 5,
  pipelineTop: 58,
  pipelineBottom: 62,
  least: 246,
  restRow: 32,
  tiles: [58, 46, 42, 38],
};

/** For the lowest: what the handlers do is left to their names. */
const LEAST: Heights = {
  header: 24,
  gap: 4,
  pipelineTop: 54,
  pipelineBottom: 48,
  least: 186,
  restRow: 28,
  tiles: [42, 38, 34, 30],
};

const RUN_HEADER = 22;

/** How much air the machine has. */
export const AIRS = ['roomy', 'low', 'least'] as const;
export type Air = (typeof AIRS)[number];

const HEIGHTS: Readonly<Record<Air, Heights>> = { roomy: ROOMY, low: LOW, least: LEAST };
/** Around the stage: head of the panel, edges of the boxes. CSS px. */
const AROUND: Readonly<Record<Air, number>> = { roomy: 66, low: 54, least: 50 };

/** The airiest machine that fits into `room` CSS px, its panel's head included; else the lowest. */
export function airFor(plan: MachinePlan, app: AppPlan, { hull, room }: AirOptions): Air {
  const home = socketOf(plan, app.resCore);
  const near = otherCores(plan, app, hull).find(({ socket }) => socket === home)?.cores ?? [];
  const fits = (air: Air): boolean => {
    const rows = restRows(near.length, air !== 'roomy');
    return stageLayout(plan, app, { rows, air }).height + AROUND[air] <= room;
  };
  return AIRS.find(fits) ?? 'least';
}

interface AirOptions {
  /** Is the Res core drawn large? */
  readonly hull: boolean;
  readonly room: number;
}

export interface StageOptions {
  /** Rows of small tiles below the large ones. */
  readonly rows: number;
  readonly air?: Air;
}

/** Arranges the home tiles of `app` and the pipeline beside them; rows of small tiles follow. */
export function stageLayout(plan: MachinePlan, app: AppPlan, options: StageOptions): StageLayout {
  const { rows, air = 'roomy' } = options;
  const heights = HEIGHTS[air];
  const count = app.cores.length;
  const height = tileHeight(heights, count);
  const gap = count > 3 ? Math.min(6, heights.gap) : heights.gap;
  const home = socketOf(plan, app.resCore);
  const split = app.cores.some((core) => socketOf(plan, core) !== home);
  const tiles: TileBox[] = [];
  const runs: SocketRun[] = [];
  let y = split ? 0 : heights.header;
  app.cores.forEach((core, replica) => {
    const socket = socketOf(plan, core);
    const open = runs.at(-1);
    if (split && open?.socket !== socket) {
      if (open !== undefined) y += 8;
      runs.push({ socket, y, height: RUN_HEADER });
      y += RUN_HEADER;
    }
    tiles.push({ replica, core, y, height });
    y += height + gap;
    const run = runs.at(-1);
    if (run !== undefined) runs[runs.length - 1] = { ...run, height: y - run.y };
  });
  const content = y + (split ? 0 : rows * heights.restRow);
  return { tiles, runs, restY: y, ...pipeline(heights, Math.max(heights.least, content), count) };
}

function pipeline({ pipelineTop, pipelineBottom }: Heights, height: number, count: number) {
  const pipelineHeight = height - pipelineTop - pipelineBottom;
  const gap = slotGap(count, pipelineHeight);
  const each = Math.min(54, (pipelineHeight - gap * (count - 1)) / count);
  const used = each * count + gap * (count - 1);
  const top = pipelineTop + (pipelineHeight - used) / 2;
  const slots = Array.from({ length: count }, (_, i) => ({
    y: top + i * (each + gap),
    height: each,
  }));
  return { height, slots, slotGap: gap, pipelineY: pipelineTop, pipelineHeight };
}

/** Closer together where there are many or little room. */
function slotGap(count: number, room: number): number {
  if (count > 3) return 4;
  return room < 160 ? 6 : 12;
}

function tileHeight({ tiles }: Heights, count: number): number {
  if (count <= 3) return tiles[0];
  if (count === 4) return tiles[1];
  return count === 5 ? tiles[2] : tiles[3];
}

/** Index of the socket that holds `core`. */
export function socketOf(plan: MachinePlan, core: CoreId): number {
  return Math.floor(core / plan.coresPerSocket);
}

/** Cores that have no large tile, by socket; sockets without any are left out. */
export function otherCores(
  plan: MachinePlan,
  app: AppPlan,
  hull: boolean,
): { socket: number; cores: CoreId[] }[] {
  const large = new Set<CoreId>(app.cores);
  if (hull) large.add(app.resCore);
  const sockets: { socket: number; cores: CoreId[] }[] = [];
  for (let socket = 0; socket < plan.sockets; socket++) {
    const first = socket * plan.coresPerSocket;
    const cores = Array.from({ length: plan.coresPerSocket }, (_, i) => first + i);
    const rest = cores.filter((core) => !large.has(core));
    if (rest.length > 0) sockets.push({ socket, cores: rest });
  }
  return sockets;
}

/** More small tiles than this in one box are drawn smaller; in a low window sooner. */
export const denseFrom = (low: boolean): number => (low ? 2 : 4);

/** More than this are drawn as bare numbers. */
export const TINY_FROM = 8;

/**
 * Rows that `count` small tiles need below the large ones: two a row, four small ones, or five tiny
 * ones of three quarters the height.
 */
export function restRows(count: number, low = false): number {
  if (count > TINY_FROM) return Math.ceil(count / 5) * 0.75;
  return Math.ceil(count / (count > denseFrom(low) ? 4 : 2));
}
