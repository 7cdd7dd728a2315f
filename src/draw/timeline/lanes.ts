import type { AppId, CoreId, ReplicaId } from '../../base/units.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { SpanColumns } from '../../run/recording.ts';
import { STYLE_OF_ACTIVITY } from './lod.ts';

const HALTED = SPAN_STYLES.indexOf('halted');

/** Who lives on a core: what a lane without spans of its own would show. */
export interface Resident {
  readonly app: AppId;
  /** -1 = a program without replicas. */
  readonly replica: ReplicaId;
}

export type LaneKind = 'res' | 'home' | 'idle';

/** One core's row. Tops and heights are CSS px from the top of the picture. */
export interface Lane {
  readonly core: CoreId;
  /** `res` between double rules, `home` of a replica or program, `idle` a thin line. */
  readonly kind: LaneKind;
  readonly resilient: boolean;
  readonly top: number;
  readonly height: number;
  readonly residents: readonly Resident[];
  /** App whose signalling textures stand for the lane where single spans cannot be told apart; -1 = none. */
  readonly app: AppId;
}

/** Cores that do nothing, named together: `C6–C11`. */
export interface IdleLabel {
  readonly cores: readonly CoreId[];
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
}

export interface LaneLayout {
  readonly lanes: readonly Lane[];
  readonly idleLabels: readonly IdleLabel[];
  /** CSS px of the whole picture. */
  readonly height: number;
}

/** Rows above the lanes, CSS px: the ruler, then event brackets. */
export const RULER_HEIGHT = 22;
export const BRACKET_Y = 33;
/** Where the lanes begin: what is above belongs to all of them. */
export const LANES_TOP = 53;
/** Room that the double rule takes above and below a Res lane. */
const RES_RULES = 5;

/** Heights of lanes and of what is left between them, CSS px. */
interface Heights {
  readonly res: number;
  readonly home: number;
  readonly idle: number;
  readonly gap: number;
  readonly idleGap: number;
}

/** CSS px that the label of idle lanes takes. */
const IDLE_LABEL = 13;

/** Where lanes have names that a finger touches: 44 px from one to the next. */
const TALL: Heights = { res: 38, home: 37, idle: 5, gap: 7, idleGap: 2 };

/** From roomy to the least that still shows what each span is. */
const HEIGHTS: readonly [Heights, ...Heights[]] = [
  { res: 34, home: 24, idle: 5, gap: 7, idleGap: 2 },
  { res: 31, home: 21, idle: 4, gap: 6, idleGap: 2 },
  { res: 28, home: 18, idle: 4, gap: 5, idleGap: 1 },
  { res: 26, home: 16, idle: 3, gap: 4, idleGap: 1 },
  { res: 24, home: 14, idle: 2, gap: 3, idleGap: 1 },
  { res: 22, home: 12, idle: 1, gap: 2, idleGap: 1 },
];

interface LaneOptions {
  /** Cores that the person folded. */
  readonly folded?: ReadonlySet<CoreId>;
  /** CSS px for the whole picture: lanes get lower to fit, as far as they can. */
  readonly room?: number;
  /** Are lanes touched by a finger? They are higher then, where there is room. */
  readonly touch?: boolean;
  /** Do cores that do nothing take no room at all? */
  readonly bare?: boolean;
}

/**
 * Rows for every core, in order of its number. A core that did anything in this run gets a full lane
 * unless it is folded; folding is lossless, a folded lane still shows its work as a thin line.
 */
export function layoutLanes(
  plan: MachinePlan,
  spans: readonly SpanColumns[],
  { folded = new Set(), room = Infinity, touch = false, bare = false }: LaneOptions = {},
): LaneLayout {
  const kinds = Array.from({ length: plan.coreCount }, (_, core) =>
    folded.has(core) ? 'idle' : laneKind(plan, spans[core], core),
  );
  const [roomy, ...lower] = HEIGHTS;
  const stacked = (heights: Heights): LaneLayout =>
    bare ? stackBare(plan, kinds, heights) : stack(plan, kinds, heights);
  let layout = stacked(touch ? TALL : roomy);
  if (touch && layout.height > room) layout = stacked(roomy);
  for (const heights of lower) {
    if (layout.height <= room) break;
    layout = stacked(heights);
  }
  return layout;
}

/** Lanes of cores that do nothing are there, as every core has one, but no pixel high and without a name. */
function stackBare(plan: MachinePlan, kinds: readonly LaneKind[], heights: Heights): LaneLayout {
  let y = LANES_TOP;
  const { lanes } = stack(plan, kinds, heights);
  const bare: Lane[] = [];
  for (const lane of lanes) {
    const idle = lane.kind === 'idle';
    const rules = lane.kind === 'res' ? RES_RULES : 0;
    const top = idle ? y : y + rules;
    bare.push({ ...lane, top, height: idle ? 0 : lane.height });
    if (!idle) y = top + lane.height + rules + heights.gap;
  }
  return { lanes: bare, idleLabels: [], height: y + 4 };
}

function stack(plan: MachinePlan, kinds: readonly LaneKind[], heights: Heights): LaneLayout {
  const lanes: Lane[] = [];
  let y = LANES_TOP;
  /** Where the idle lanes that share a label begin. */
  let idleTop = y;
  kinds.forEach((kind, core) => {
    const height = heights[kind];
    const socketBegins = core % plan.coresPerSocket === 0;
    if (kind === 'idle' && (socketBegins || kinds[core - 1] !== 'idle')) idleTop = y;
    const rules = kind === 'res' ? RES_RULES : 0;
    const residents = residentsOf(plan, core);
    const served = plan.appsOnCore[core]?.[0];
    const resilient = plan.resilient[core];
    const app = served ?? residents[0]?.app ?? -1;
    lanes.push({ core, kind, resilient, top: y + rules, height, residents, app });
    const last = core % plan.coresPerSocket === plan.coresPerSocket - 1;
    y += height + 2 * rules + (kind === 'idle' ? heights.idleGap + (last ? 3 : 0) : heights.gap);
    // A label is higher than one thin lane, and would stand across its neighbours.
    const labelEnds = kind === 'idle' && (last || kinds[core + 1] !== 'idle');
    if (labelEnds) y = Math.max(y, idleTop + IDLE_LABEL);
  });
  return { lanes, idleLabels: labelIdle(lanes, plan.coresPerSocket), height: y + 4 };
}

/** A core that only slept until the whole machine stopped did nothing. */
function everActs(spans: SpanColumns | undefined): boolean {
  if (spans === undefined) return false;
  for (let i = 0; i < spans.length; i++) {
    if (STYLE_OF_ACTIVITY[spans.activity[i]] !== HALTED) return true;
  }
  return false;
}

function laneKind(plan: MachinePlan, spans: SpanColumns | undefined, core: CoreId): LaneKind {
  const acts = residentsOf(plan, core).length > 0 || everActs(spans);
  const serves = (plan.appsOnCore[core]?.length ?? 0) > 0;
  if (plan.resilient[core]) return acts || serves ? 'res' : 'idle';
  return acts ? 'home' : 'idle';
}

function residentsOf(plan: MachinePlan, core: CoreId): readonly Resident[] {
  return plan.apps.flatMap((app) =>
    app.cores.flatMap((home, replica) =>
      home === core ? [{ app: app.id, replica: app.redundancy === 'native' ? -1 : replica }] : [],
    ),
  );
}

function labelIdle(lanes: readonly Lane[], coresPerSocket: number): readonly IdleLabel[] {
  const labels: IdleLabel[] = [];
  let group: Lane[] = [];
  const close = (): void => {
    if (group.length > 0) labels.push(idleLabel(group));
    group = [];
  };
  for (const lane of lanes) {
    const previous = group.at(-1);
    const joins =
      lane.kind === 'idle' &&
      previous !== undefined &&
      Math.floor(previous.core / coresPerSocket) === Math.floor(lane.core / coresPerSocket);
    if (!joins) close();
    if (lane.kind === 'idle') group.push(lane);
  }
  close();
  return labels;
}

function idleLabel(group: readonly Lane[]): IdleLabel {
  const first = group[0];
  const last = group.at(-1) as Lane;
  const cores = group.map((lane) => lane.core);
  const between = cores.length === 2 ? ' ' : '–';
  const text = cores.length === 1 ? `C${first.core}` : `C${first.core}${between}C${last.core}`;
  // The room that `stack` leaves.
  const bottom = Math.max(last.top + last.height, first.top + IDLE_LABEL - 2);
  return { cores, top: first.top, bottom, text };
}
