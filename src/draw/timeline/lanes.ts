import type { AppId, CoreId, ReplicaId } from '../../base/units.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { SpanColumns } from '../../run/recording.ts';

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
const LANES_TOP = 53;
const RES_HEIGHT = 34;
/** Room that the double rule takes above and below a Res lane. */
const RES_RULES = 5;
const HOME_HEIGHT = 24;
const IDLE_HEIGHT = 5;
const GAP = 7;
const IDLE_GAP = 2;

/**
 * Rows for every core, in order of its number. A core that did anything in this run gets a full lane
 * unless the person folded it; folding is lossless, a folded lane still shows its work as a 5 px line.
 */
export function layoutLanes(
  plan: MachinePlan,
  spans: readonly SpanColumns[],
  folded: ReadonlySet<CoreId> = new Set(),
): LaneLayout {
  const lanes: Lane[] = [];
  let y = LANES_TOP;
  for (let core = 0; core < plan.coreCount; core++) {
    const kind = folded.has(core) ? 'idle' : laneKind(plan, spans[core], core);
    const height = kind === 'res' ? RES_HEIGHT : kind === 'home' ? HOME_HEIGHT : IDLE_HEIGHT;
    const rules = kind === 'res' ? RES_RULES : 0;
    const residents = residentsOf(plan, core);
    const served = plan.appsOnCore[core]?.[0];
    const resilient = plan.resilient[core];
    const app = served ?? residents[0]?.app ?? -1;
    lanes.push({ core, kind, resilient, top: y + rules, height, residents, app });
    const last = core % plan.coresPerSocket === plan.coresPerSocket - 1;
    y += height + 2 * rules + (kind === 'idle' ? IDLE_GAP + (last ? 3 : 0) : GAP);
  }
  return { lanes, idleLabels: labelIdle(lanes, plan.coresPerSocket), height: y + 4 };
}

function laneKind(plan: MachinePlan, spans: SpanColumns | undefined, core: CoreId): LaneKind {
  const acts = (spans?.length ?? 0) > 1 || residentsOf(plan, core).length > 0;
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
  return { cores, top: first.top, bottom: last.top + last.height, text };
}
