import { asData, t } from '../../base/language.ts';
import type { Result } from '../../base/result.ts';
import { err, ok } from '../../base/result.ts';
import type { Cycles } from '../../base/units.ts';
import type { Part, SignallingMethod } from '../../base/vocabulary.ts';
import { MAX_CORES, MAX_REPLICAS, PARTS, SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { compilePlan } from '../../scenario/compile.ts';
import type { AppSpec, Scenario, ScenarioProblem } from '../../scenario/scenario.ts';
import { PLACEMENT_RULES } from '../../scenario/schema.ts';
import type { Profile } from '../../workload/profile.ts';
import { copyOf } from '../scalability/spec.ts';
import { runFigures } from '../sweep/figures.ts';
import { DEFAULT_WEIGHTS, METRICS } from '../sweep/metrics.ts';
import type { RunFigures } from '../sweep/spec.ts';
import type { StudyCell } from '../wish-list/first-app.ts';
import { cellsOf, firstAppAs } from '../wish-list/first-app.ts';

/*
 * Where replicas live: all beside the Res core, all on the other socket, or alternating; or beside
 * the Res core with a copy of the application on the same cores, with which they take turns. On a
 * machine of two sockets or more, each large enough for a whole group.
 */

/** What is compared, the nearest first: the rules of scenarios, and cores that two applications share. */
export const STUDY_PLACEMENTS = [...PLACEMENT_RULES, 'shared-cores'] as const;

/** How replicas are placed. */
export type PlacementRule = (typeof STUDY_PLACEMENTS)[number];

/** Everything that determines a study. Plain JSON. */
export interface PlacementStudySpec {
  /** Its first app is studied alone. */
  readonly scenario: Scenario;
  readonly methods: readonly SignallingMethod[];
  readonly replicas: readonly number[];
}

/** A study of `scenario` under every method as DMR and TMR unless told otherwise. */
export function placementStudyOf(
  scenario: Scenario,
  options: Partial<Omit<PlacementStudySpec, 'scenario'>> = {},
): PlacementStudySpec {
  return { scenario, methods: SIGNALLING_METHODS, replicas: [2, 3], ...options };
}

/** A combination that is run. */
export interface PlacementPoint extends StudyCell {
  /** 0..P-1: replicas vary slowest, then methods, then rules. */
  readonly point: number;
  readonly rule: PlacementRule;
}

/** What a point's run left. Plain JSON, ready to be posted between threads. */
export interface PlacementRun {
  readonly point: number;
  /** Replicas on another socket than the Res core. */
  readonly remote: number;
  readonly figures: RunFigures;
}

/** A study ready to work; points can be run in any order. */
export interface PlacementStudy {
  readonly spec: PlacementStudySpec;
  readonly points: readonly PlacementPoint[];
  readonly runPoint: (point: number) => PlacementRun;
  /** All points in order: stop whenever you like. */
  readonly runs: () => Generator<PlacementRun, void, void>;
}

/** The points of `spec`. */
export function placementPoints({ methods, replicas }: PlacementStudySpec): PlacementPoint[] {
  const points: PlacementPoint[] = [];
  for (const { method, replicas: count } of cellsOf(methods, replicas)) {
    for (const rule of STUDY_PLACEMENTS) {
      points.push({ point: points.length, method, replicas: count, rule });
    }
  }
  return points;
}

/** The scenario of one point, for running it, alone or in the study, and for its link. */
export function placementScenario(spec: PlacementStudySpec, point: PlacementPoint): Scenario {
  const alone = firstAppAs(spec.scenario, point);
  const { machine } = spec.scenario;
  const largest = Math.max(...spec.replicas);
  const coresPerSocket = Math.max(machine.coresPerSocket, largest + 1);
  const app = { ...alone.apps[0], resCore: 0 };
  return {
    ...alone,
    title: asData(
      `${alone.apps[0].name}, ${point.replicas} replicas, ${point.method}, ${point.rule}`,
    ),
    machine: { ...machine, sockets: Math.max(2, machine.sockets), coresPerSocket, resCores: [0] },
    apps:
      point.rule === 'shared-cores'
        ? onSameCores(app, point.replicas)
        : [{ ...app, placement: point.rule }],
  };
}

/** Two copies of the application on the cores beside the Res core. */
function onSameCores(app: AppSpec, replicas: number): AppSpec[] {
  const placement = Array.from({ length: replicas }, (_, replica) => replica + 1);
  const other = { workload: copyOf(app.workload, 1), name: `${app.name} 2` };
  return [
    { ...app, placement },
    { ...app, ...other, placement },
  ];
}

/**
 * Gets a study ready. `profiles` must hold the first app's. The error lists what is wrong with its
 * figures, or with its scenarios.
 */
export function createPlacementStudy(
  spec: PlacementStudySpec,
  profiles: ReadonlyMap<string, Profile>,
): Result<PlacementStudy, ScenarioProblem[]> {
  const problems = checkPlacementStudy(spec);
  if (problems.length > 0) return err(problems);
  const points = placementPoints(spec);
  const plans: MachinePlan[] = [];
  for (const point of points) {
    const plan = compilePlan(placementScenario(spec, point), profiles);
    if (!plan.ok) return plan;
    plans.push(plan.value);
  }
  const runPoint = (point: number): PlacementRun => ({
    point,
    remote: remoteReplicas(plans[point]),
    figures: runFigures(plans[point]),
  });
  return ok({
    spec,
    points,
    runPoint,
    *runs() {
      for (const { point } of points) yield runPoint(point);
    },
  });
}

/** All that is wrong with the figures of a study, its scenario apart. */
export function checkPlacementStudy({
  methods,
  replicas,
  scenario,
}: PlacementStudySpec): ScenarioProblem[] {
  if (methods.length === 0) return [{ path: 'methods', message: t('must not be empty') }];
  if (replicas.length === 0 || !replicas.every(isGroupSize)) {
    return [
      {
        path: 'replicas',
        message: t('must be whole numbers from 2 to {most}', { most: MAX_REPLICAS }),
      },
    ];
  }
  const { sockets } = scenario.machine;
  const cores = Math.max(2, sockets) * (Math.max(...replicas) + 1);
  if (cores <= MAX_CORES) return [];
  const message = t('needs {cores} cores on {sockets} sockets, and a machine has at most {most}', {
    cores,
    sockets,
    most: MAX_CORES,
  });
  return [{ path: 'machine.sockets', message }];
}

function isGroupSize(count: number): boolean {
  return Number.isInteger(count) && count >= 2 && count <= MAX_REPLICAS;
}

function remoteReplicas({ apps: [app], coresPerSocket }: MachinePlan): number {
  const socketOf = (core: number): number => Math.floor(core / coresPerSocket);
  return app.cores.filter((core) => socketOf(core) !== socketOf(app.resCore)).length;
}

/** One placement beside the one that is nearest to the Res core. */
export interface PlacementRow extends PlacementPoint {
  readonly remote: number;
  readonly overheadPercent: number;
  readonly cyclesPerEvent: Cycles;
  /** Two applications on the same cores: the time that both take, of that of one after the other; else `null`. */
  readonly ofSerial: number | null;
  /** Cycles per event beyond those of `same-socket`; 0 there. */
  readonly extraPerEvent: Cycles;
  /** The same by part, in cycles per event; they sum to `extraPerEvent` and the difference in skew. */
  readonly extraByPart: Readonly<Record<Part, Cycles>>;
  readonly figures: RunFigures;
}

/** The rows of `runs`, in any order and as many as there are; a row needs that of `same-socket`. */
export function placementRows(
  spec: PlacementStudySpec,
  runs: readonly PlacementRun[],
): PlacementRow[] {
  const points = placementPoints(spec);
  const found = new Map(runs.map((run) => [run.point, run]));
  return points.flatMap((point) => {
    const run = found.get(point.point);
    const near = found.get(point.point - STUDY_PLACEMENTS.indexOf(point.rule));
    return run === undefined || near === undefined ? [] : [rowOf(point, run, near.figures)];
  });
}

function rowOf(point: PlacementPoint, run: PlacementRun, near: RunFigures): PlacementRow {
  const { figures, remote } = run;
  const perEvent = METRICS['event-cost'].of(figures, DEFAULT_WEIGHTS);
  const extraByPart = Object.fromEntries(
    PARTS.map((part) => [part, partPerEvent(figures, part) - partPerEvent(near, part)]),
  ) as Record<Part, Cycles>;
  return {
    ...point,
    remote,
    overheadPercent: METRICS.overhead.of(figures, DEFAULT_WEIGHTS),
    cyclesPerEvent: perEvent,
    extraPerEvent: perEvent - METRICS['event-cost'].of(near, DEFAULT_WEIGHTS),
    extraByPart,
    ofSerial: figures.apps === 1 ? null : figures.totalCycles / (figures.apps * near.totalCycles),
    figures,
  };
}

function partPerEvent({ apps, breakdown, completedEvents }: RunFigures, part: Part): Cycles {
  return (apps * breakdown[part]) / Math.max(1, completedEvents);
}
