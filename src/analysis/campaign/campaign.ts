import { asData } from '../../base/language.ts';
import type { Cycles } from '../../base/units.ts';
import type {
  Comparison,
  FaultOutcome,
  FaultTarget,
  SignallingMethod,
} from '../../base/vocabulary.ts';
import type { StopReason } from '../../kernel/faults/incidents.ts';
import { fitPlacement } from '../../scenario/placement.ts';
import type { AppSpec, FaultSpec, Scenario } from '../../scenario/scenario.ts';

/*
 * A campaign: many runs of one scenario with one seeded fault each. Run number i alone decides its
 * variant, its target and its fault, so runs can be spread over workers, processes and machines in
 * any way: the same numbers come out, bit for bit.
 *
 *   run i -> variant i mod V -> target floor(i / V) mod T -> fault drawn from (seed, i)
 *
 * Work is handed out in blocks of `BLOCK_RUNS` consecutive runs.
 */

/** Consecutive runs that are worked on, counted and written together. */
export const BLOCK_RUNS = 256;
/** Most runs of a campaign. */
export const MAX_RUNS = 1_000_000_000;
/** What a campaign hits unless told otherwise: the targets of the prototype's injector. */
export const DEFAULT_TARGETS = [
  'gpr',
  'instr',
  'alu',
  'rat',
  'mem',
] as const satisfies readonly FaultTarget[];

/** Everything that determines a campaign. Plain JSON. */
export interface CampaignSpec {
  /** What is run; its own faults and fault rate are left out of every run. */
  readonly scenario: Scenario;
  /** Number of runs, 1..`MAX_RUNS`. */
  readonly runs: number;
  /** 32-bit unsigned; decides which faults are drawn. The scenario's own seed stays. */
  readonly seed: number;
  readonly targets: readonly FaultTarget[];
  /** Methods and redundancies given to the scenario's first app. */
  readonly methods: readonly SignallingMethod[];
  readonly redundancies: readonly AppSpec['redundancy'][];
  readonly comparisons: readonly Comparison[];
  /** Stop once the interval of every outcome is at most this wide (0..1); `null` = do all runs. */
  readonly stopWidth: number | null;
}

/** One way of protection that a campaign compares with the others. */
export interface CampaignVariant {
  /** 0..V-1: methods vary slowest, comparisons fastest. */
  readonly index: number;
  readonly method: SignallingMethod;
  readonly redundancy: AppSpec['redundancy'];
  readonly comparison: Comparison;
}

/** What became of one run. Plain JSON. */
export interface RunResult {
  /** 0..runs-1. */
  readonly run: number;
  /** Index into `variantsOf(spec)`. */
  readonly variant: number;
  /** The fault with all that was drawn; `fault.target` is the run's target. */
  readonly fault: FaultSpec;
  /** Of the app that fared worst. */
  readonly outcome: FaultOutcome;
  /** Why that app ended before its program did; not followed once a wrong value got out. */
  readonly stop: StopReason;
  /** From injection to detection; `null` = never detected, or after a wrong value got out. */
  readonly latencyCycles: Cycles | null;
  /** Externalization events of the app hit in that time; `null` also when another app detected it. */
  readonly latencyEvents: number | null;
  /** Was the outcome certain before the run's end, and the rest left out? */
  readonly decided: 'early' | 'at end';
}

/** The results of one block in order of run. Plain JSON, ready to be posted between threads. */
export interface BlockResult {
  /** Block b holds runs b * `BLOCK_RUNS` up to (not including) (b + 1) * `BLOCK_RUNS`, as far as there are. */
  readonly block: number;
  readonly results: readonly RunResult[];
}

/** What may be left out of a campaign: the defaults are 1,000 runs of the scenario as it is. */
export type CampaignOptions = Partial<Omit<CampaignSpec, 'scenario'>>;

/** A campaign on `scenario`, with defaults for what `options` leave out. */
export function campaignOf(scenario: Scenario, options: CampaignOptions = {}): CampaignSpec {
  const [first] = scenario.apps;
  return {
    scenario,
    runs: 1000,
    seed: 1,
    targets: DEFAULT_TARGETS,
    methods: [first.signalling],
    redundancies: [first.redundancy],
    comparisons: [scenario.protection.comparison],
    stopWidth: null,
    ...options,
  };
}

/** The variants that `spec` compares. */
export function variantsOf(spec: CampaignSpec): CampaignVariant[] {
  const variants: CampaignVariant[] = [];
  for (const method of spec.methods) {
    for (const redundancy of spec.redundancies) {
      for (const comparison of spec.comparisons) {
        variants.push({ index: variants.length, method, redundancy, comparison });
      }
    }
  }
  return variants;
}

/** Number of blocks of `spec`. */
export function blockCount(spec: CampaignSpec): number {
  return Math.ceil(spec.runs / BLOCK_RUNS);
}

/** First run of `block` and the one after its last. */
export function runsOfBlock(
  spec: CampaignSpec,
  block: number,
): { readonly from: number; readonly to: number } {
  return { from: block * BLOCK_RUNS, to: Math.min(spec.runs, (block + 1) * BLOCK_RUNS) };
}

/** Variant and target of a run: variants take turns, then targets do. */
export function placeOfRun(
  spec: CampaignSpec,
  run: number,
): { readonly variant: number; readonly target: FaultTarget } {
  const variants = spec.methods.length * spec.redundancies.length * spec.comparisons.length;
  const target = Math.floor(run / variants) % spec.targets.length;
  return { variant: run % variants, target: spec.targets[target] };
}

/** The scenario of a variant without any fault. */
export function variantScenario(spec: CampaignSpec, variant: CampaignVariant): Scenario {
  const { scenario } = spec;
  const [first, ...others] = scenario.apps;
  const { method, redundancy, comparison } = variant;
  const app = {
    ...first,
    signalling: method,
    redundancy,
    placement: fitPlacement(first, redundancy),
  };
  return {
    ...scenario,
    apps: [app, ...others],
    faults: [],
    faultRate: null,
    protection: { ...scenario.protection, comparison },
  };
}

/** The scenario of one run of `spec`, for links and for running it alone; needs no simulation. */
export function scenarioOfResult(
  spec: CampaignSpec,
  result: Pick<RunResult, 'run' | 'variant' | 'fault'>,
): Scenario {
  const variant = variantsOf(spec)[result.variant];
  return {
    ...variantScenario(spec, variant),
    title: asData(`Campaign run ${result.run}`),
    faults: [result.fault],
  };
}
