import type { CoreId, ReplicaId } from '../../base/units.ts';
import type { AppPlan, MachinePlan } from '../../kernel/plan.ts';

/** How the machine is arranged: beside each other, the same with the other sockets below, or stacked. */
export type MachineMode = 'wide' | 'medium' | 'phone';

/** Panel width in CSS px to arrangement. */
export function modeFor(width: number): MachineMode {
  if (width < 600) return 'phone';
  return width < 900 ? 'medium' : 'wide';
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
  readonly pipelineY: number;
  readonly pipelineHeight: number;
}

const HEADER = 28;
const RUN_HEADER = 22;
const PIPELINE_TOP = 68;
const PIPELINE_BOTTOM = 76;
const MIN_HEIGHT = 328;
const REST_ROW = 38;

/** Arranges the home tiles of `app` and the pipeline beside them; `rows` rows of small tiles follow. */
export function stageLayout(plan: MachinePlan, app: AppPlan, rows: number): StageLayout {
  const count = app.cores.length;
  const height = tileHeight(count);
  const gap = count > 3 ? 6 : 8;
  const home = socketOf(plan, app.resCore);
  const split = app.cores.some((core) => socketOf(plan, core) !== home);
  const tiles: TileBox[] = [];
  const runs: SocketRun[] = [];
  let y = split ? 0 : HEADER;
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
  const content = y + (split ? 0 : rows * REST_ROW);
  return { tiles, runs, restY: y, ...pipeline(Math.max(MIN_HEIGHT, content), count) };
}

function pipeline(height: number, count: number) {
  const pipelineHeight = height - PIPELINE_TOP - PIPELINE_BOTTOM;
  const gap = count > 3 ? 4 : 12;
  const each = Math.min(54, (pipelineHeight - gap * (count - 1)) / count);
  const used = each * count + gap * (count - 1);
  const top = PIPELINE_TOP + (pipelineHeight - used) / 2;
  const slots = Array.from({ length: count }, (_, i) => ({
    y: top + i * (each + gap),
    height: each,
  }));
  return { height, slots, pipelineY: PIPELINE_TOP, pipelineHeight };
}

function tileHeight(count: number): number {
  if (count <= 3) return 88;
  if (count === 4) return 70;
  return count === 5 ? 58 : 48;
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

/** Rows that `count` small tiles need below the large ones: two a row, or four small ones. */
export function restRows(count: number): number {
  return Math.ceil(count / (count > DENSE_FROM ? 4 : 2));
}

/** More small tiles than this in one box are drawn smaller. */
export const DENSE_FROM = 4;
