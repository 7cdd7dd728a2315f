import { asData, t } from '../../base/language.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { MAX_CORES, MAX_REPLICAS } from '../../base/vocabulary.ts';
import type { AppSpec, Scenario, ScenarioProblem } from '../../scenario/scenario.ts';

/*
 * A scalability study: copies of one application share Res cores, more and more of them. All cores
 * are on one socket, so that distance does not mix in, and there are as many as are needed.
 */

/** Everything that determines a study. Plain JSON. */
export interface ScalabilitySpec {
  /** Its first app is the one that is copied; its costs, era and seed hold, its faults are left out. */
  readonly scenario: Scenario;
  readonly methods: readonly SignallingMethod[];
  /** Replicas per app, 2..`MAX_REPLICAS`. */
  readonly replicas: readonly number[];
  readonly resCores: readonly number[];
  readonly appsPerResCore: readonly number[];
  /** Most cores of a machine; combinations that need more are left out. */
  readonly mostCores: number;
}

/** What may be left out of a study. */
export type ScalabilityOptions = Partial<Omit<ScalabilitySpec, 'scenario'>>;

/** A study of `scenario`'s first app: the methods of the talk, 1 to 8 apps on one Res core. */
export function scalabilityOf(
  scenario: Scenario,
  options: ScalabilityOptions = {},
): ScalabilitySpec {
  const { redundancy } = scenario.apps[0];
  return {
    scenario,
    methods: ['migration', 'ipc', 'polling'],
    replicas: [redundancy === 'native' || redundancy < 2 ? 3 : redundancy],
    resCores: [1],
    appsPerResCore: [1, 2, 3, 4, 5, 6, 7, 8],
    mostCores: MAX_CORES,
    ...options,
  };
}

/** A combination that is run. */
export interface ScalabilityPoint {
  /** 0..P-1. */
  readonly point: number;
  readonly method: SignallingMethod;
  readonly replicas: number;
  readonly resCores: number;
  readonly appsPerResCore: number;
  /** Cores that it takes: the Res cores and one for each replica. */
  readonly cores: number;
}

/** Cores for `resCores` Res cores with `appsPerResCore` apps of `replicas` replicas each. */
export function coresNeeded(
  size: Pick<ScalabilityPoint, 'resCores' | 'appsPerResCore' | 'replicas'>,
): number {
  return size.resCores * (1 + size.appsPerResCore * size.replicas);
}

/** How many apps run at a point. */
export function appsOf({ resCores, appsPerResCore }: ScalabilityPoint): number {
  return resCores * appsPerResCore;
}

/** The points of a study, and how many combinations need more cores than there may be. */
export interface ScalabilityLayout {
  readonly points: readonly ScalabilityPoint[];
  readonly leftOut: number;
}

/**
 * Lays out a valid study: replicas vary slowest, then methods, Res cores, apps. One app on one Res
 * core is always among them: the law is measured on it.
 */
export function layOutStudy(spec: ScalabilitySpec): ScalabilityLayout {
  const points: ScalabilityPoint[] = [];
  let leftOut = 0;
  for (const replicas of spec.replicas) {
    for (const method of spec.methods) {
      for (const { resCores, appsPerResCore } of sizesOf(spec)) {
        const cores = coresNeeded({ resCores, appsPerResCore, replicas });
        if (cores > spec.mostCores) leftOut++;
        else
          points.push({ point: points.length, method, replicas, resCores, appsPerResCore, cores });
      }
    }
  }
  return { points, leftOut };
}

function sizesOf(
  spec: ScalabilitySpec,
): readonly Pick<ScalabilityPoint, 'resCores' | 'appsPerResCore'>[] {
  const sizes = spec.resCores.flatMap((resCores) =>
    spec.appsPerResCore.map((appsPerResCore) => ({ resCores, appsPerResCore })),
  );
  const alone = sizes.some(({ resCores, appsPerResCore }) => resCores * appsPerResCore === 1);
  return alone ? sizes : [{ resCores: 1, appsPerResCore: 1 }, ...sizes];
}

/** The scenario of one point, for running it, alone or in the study, and for its link. */
export function scenarioOfPoint(spec: ScalabilitySpec, point: ScalabilityPoint): Scenario {
  const { scenario } = spec;
  const [first] = scenario.apps;
  const { method, replicas, resCores } = point;
  const apps = Array.from({ length: appsOf(point) }, (_, i) =>
    Object.assign({}, first, {
      workload: copyOf(first.workload, i),
      name: i === 0 ? first.name : `${first.name} ${i + 1}`,
      signalling: method,
      redundancy: replicas,
      resCore: i % resCores,
      placement: 'same-socket' as const,
    }),
  );
  return {
    ...scenario,
    title: asData(
      `${apps.length} x ${first.name}, ${replicas} replicas, ${method}, ${resCores} Res cores`,
    ),
    machine: {
      ...scenario.machine,
      sockets: 1,
      coresPerSocket: point.cores,
      resCores: Array.from({ length: resCores }, (_, core) => core),
    },
    apps,
    faults: [],
    faultRate: null,
  };
}

/** Copies of a random program draw gaps of their own: they would else run in step for ever. */
export function copyOf(workload: AppSpec['workload'], copy: number): AppSpec['workload'] {
  return workload.kind === 'random' || workload.kind === 'phases'
    ? { ...workload, seed: (workload.seed + copy) >>> 0 }
    : workload;
}

/** All that is wrong with the figures of a study, its scenario apart. */
export function checkStudy(spec: ScalabilitySpec): ScenarioProblem[] {
  const problems = [
    ...checkNumbers('replicas', spec.replicas, [2, MAX_REPLICAS]),
    ...checkNumbers('resCores', spec.resCores, [1, MAX_CORES]),
    ...checkNumbers('appsPerResCore', spec.appsPerResCore, [1, MAX_CORES]),
    ...checkNumbers('mostCores', [spec.mostCores], [3, MAX_CORES]),
  ];
  if (spec.methods.length === 0)
    problems.push({ path: 'methods', message: t('must not be empty') });
  const twice = spec.methods.find((method, i) => spec.methods.indexOf(method) !== i);
  if (twice !== undefined)
    problems.push({ path: 'methods', message: t('must not list {twice} twice', { twice }) });
  if (problems.length > 0 || layOutStudy(spec).points.some(isAlone)) return problems;
  return [{ path: 'mostCores', message: t('must be enough for one application and a Res core') }];
}

/** Is it one app on one Res core? */
export function isAlone(point: ScalabilityPoint): boolean {
  return appsOf(point) === 1;
}

function checkNumbers(
  path: string,
  values: readonly number[],
  [least, most]: readonly [number, number],
): ScenarioProblem[] {
  if (values.length === 0) return [{ path, message: t('must not be empty') }];
  const wrong = values.find((value) => !Number.isInteger(value) || value < least || value > most);
  if (wrong !== undefined) {
    return [
      {
        path,
        message: t('must be whole numbers from {least} to {most}, but has {wrong}', {
          least,
          most,
          wrong,
        }),
      },
    ];
  }
  const twice = values.find((value, i) => values.indexOf(value) !== i);
  return twice === undefined
    ? []
    : [{ path, message: t('must not list {twice} twice', { twice }) }];
}
