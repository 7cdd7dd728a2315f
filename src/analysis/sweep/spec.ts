import type { Cycles } from '../../base/units.ts';
import type { CoreMode, FaultOutcome, SignallingMethod } from '../../base/vocabulary.ts';
import type { StopReason } from '../../kernel/faults/incidents.ts';
import type { Breakdown } from '../../run/recording.ts';
import type { AppSpec, Scenario } from '../../scenario/scenario.ts';
import type { EnergyWeights } from './metrics.ts';
import type { ParameterName } from './parameters.ts';
import type { ParameterValue, Scope } from './sweep-parameter.ts';

/*
 * A sweep: one scenario, changed along one or two axes, under several methods and redundancies and
 * with several seeds.
 *
 *   points     every combination of axis positions, `[x]` or `[x, y]`
 *   variants   every combination of method and redundancy
 *   runs       every variant of every point with every seed
 *
 * A point is the unit of work: its number alone decides its runs, so points can be spread over
 * workers, processes and machines in any way. Point 0 comes first; numbers refine the picture
 * (`order.ts`), so that a sweep that was cut is a coarser sweep.
 */

/** The values of an axis: evenly spread, evenly spread in the logarithm, or listed. Ends are inclusive. */
export type AxisScale =
  | {
      readonly scale: 'linear' | 'log';
      readonly from: number;
      readonly to: number;
      /** Number of values, both ends included, 2..`MAX_STEPS`; whole-number parameters may have fewer. */
      readonly steps: number;
    }
  | { readonly scale: 'list'; readonly values: readonly ParameterValue[] };

/** One parameter of the scenario and the values that it takes. */
export type SweepAxis = { readonly parameter: ParameterName } & AxisScale;

/** Everything that determines a sweep. Plain JSON. */
export interface SweepSpec {
  readonly scenario: Scenario;
  /** One or two, of different parameters. */
  readonly axes: readonly SweepAxis[];
  readonly methods: readonly SignallingMethod[];
  readonly redundancies: readonly AppSpec['redundancy'][];
  /** Which apps take the methods, redundancies and parameters of apps. */
  readonly scope: Scope;
  /** Seeds of the runs; several give bands. */
  readonly seeds: readonly number[];
  /** Of the energy proxy, which judges the runs and changes none; absent = the default ones. */
  readonly energyWeights?: EnergyWeights;
}

/** One way of protection that a sweep compares with the others. */
export interface SweepVariant {
  /** 0..V-1: redundancies vary slowest, methods fastest. */
  readonly index: number;
  readonly method: SignallingMethod;
  readonly redundancy: AppSpec['redundancy'];
}

/** A position on every axis. */
export interface SweepPoint {
  /** 0..P-1: number of the point, which is its turn. */
  readonly point: number;
  /** Index of the value on each axis. */
  readonly at: readonly number[];
  /** The values themselves, one per axis. */
  readonly values: readonly ParameterValue[];
}

/** Cycles in each mode, summed over cores. */
export type ModeCycles = Readonly<Record<CoreMode, Cycles>>;

/** How a run ended. */
export interface RunEnd {
  /** Of the app that fared worst; `completed` = nothing went wrong. */
  readonly outcome: 'completed' | FaultOutcome;
  /** Why that app ended before its program did. */
  readonly stop: StopReason;
}

/** What is kept of one run, without its trace: metrics are computed from it (`metrics.ts`). Plain JSON. */
export interface RunFigures extends RunEnd {
  /** Number of apps. */
  readonly apps: number;
  /** Until the last app ended. */
  readonly totalCycles: Cycles;
  /** Sum over the apps of the cycles until each ended. */
  readonly appCycles: Cycles;
  /** Sum over the apps of the native cycles of what each completed. */
  readonly nativeCycles: Cycles;
  /** Native cycles completed per cycle, summed over the apps: 2 = two apps as fast as native ones. */
  readonly throughput: number;
  /** Externalization events completed and wanted, of all apps. */
  readonly completedEvents: number;
  readonly events: number;
  readonly ipis: number;
  readonly polls: number;
  /** Mean over the apps of the mean over their replicas; sums to `appCycles` / `apps`. */
  readonly breakdown: Breakdown;
  /** Cycles of the Res cores, and how many they are. */
  readonly res: ModeCycles;
  readonly resCores: number;
  /** Cycles of all other cores. */
  readonly nonRes: ModeCycles;
}

/** One run of a point. */
export interface PointResult {
  /** Index into `variantsOf(spec)`. */
  readonly variant: number;
  /** Index into `spec.seeds`. */
  readonly seed: number;
  readonly figures: RunFigures;
}

/** All runs of a point: variants in order, seeds fastest. Plain JSON, ready to be posted between threads. */
export interface PointResults {
  readonly point: number;
  readonly results: readonly PointResult[];
}

/** Most values of an axis. */
export const MAX_STEPS = 256;
/** Most seeds of a sweep. */
export const MAX_SEEDS = 1000;
/** Most runs of a sweep. */
export const MAX_RUNS = 1_000_000;

/** What may be left out of a sweep. */
export type SweepOptions = Partial<Omit<SweepSpec, 'scenario' | 'axes'>>;

/** A sweep of `scenario` along `axes`, under the methods of the talk unless told otherwise. */
export function sweepOf(
  scenario: Scenario,
  axes: readonly SweepAxis[],
  options: SweepOptions = {},
): SweepSpec {
  return {
    scenario,
    axes,
    methods: ['migration', 'ipc', 'polling'],
    redundancies: [scenario.apps[0].redundancy],
    scope: 'all',
    seeds: [scenario.seed],
    ...options,
  };
}

/** The variants that `spec` compares. Where no method plays a part (native, one replica) there is one. */
export function variantsOf({ methods, redundancies }: SweepSpec): SweepVariant[] {
  const variants: SweepVariant[] = [];
  for (const redundancy of redundancies) {
    const alone = redundancy === 'native' || redundancy === 1;
    for (const method of alone ? methods.slice(0, 1) : methods) {
      variants.push({ index: variants.length, method, redundancy });
    }
  }
  return variants;
}
