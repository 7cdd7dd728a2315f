import { SIGNALLING_METHODS } from '../base/vocabulary.ts';
import type { FaultOutcome, SignallingMethod } from '../base/vocabulary.ts';
import type { StopReason } from '../kernel/faults/incidents.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import type { Breakdown, OverheadSeries, RunSummary } from '../run/recording.ts';
import { checkFaults } from '../scenario/check-faults.ts';
import { appliesTo, subjectOf } from '../scenario/fault-rules.ts';
import { fitPlacement, placeReplicas } from '../scenario/placement.ts';
import type { AppSpec, FaultRate, FaultSpec, Scenario } from '../scenario/scenario.ts';

/** Group sizes that the chart compares: DMR and TMR. */
const MATRIX_REDUNDANCIES = [2, 3] as const;

/** One bar of the chart before it is run. */
export interface MatrixCell {
  readonly signalling: SignallingMethod;
  readonly redundancy: number;
  readonly scenario: Scenario;
  /** Faults of the app, and targets of the fault rate, that this method or group size cannot have. */
  readonly faultsLeftOut: number;
}

/** One bar of the overhead chart. */
export interface MatrixRow {
  readonly signalling: SignallingMethod;
  readonly redundancy: number;
  /** Of the native time of the events completed. */
  readonly overheadPercent: number;
  /** (run time - compute - waits for a device) / externalization events completed; 0 without any. */
  readonly cyclesPerEvent: number;
  readonly ipisPerEvent: number;
  /** Mean over the replicas; sums to `totalCycles`. */
  readonly breakdown: Breakdown;
  /** Of the whole program, also when the run stopped before its end. */
  readonly nativeCycles: number;
  readonly totalCycles: number;
  /** Of the whole program. */
  readonly events: number;
  readonly completedEvents: number;
  /** How the run ended. */
  readonly outcome: 'completed' | FaultOutcome;
  readonly stop: StopReason;
  readonly faultsLeftOut: number;
  readonly series: OverheadSeries;
}

/**
 * The chart of `scenario`: its app number `app` alone on the same machine, costs and seed, under
 * every method as DMR and TMR. Explicit placements are kept as far as they name enough cores. Each
 * run has the faults of that app as far as it can: one at an event hits the same event everywhere,
 * one at a cycle whatever runs then.
 */
export function matrixScenarios(scenario: Scenario, app: number = 0): MatrixCell[] {
  const spec = scenario.apps[app];
  const own = faultsOf(scenario, app);
  return MATRIX_REDUNDANCIES.flatMap((redundancy) =>
    SIGNALLING_METHODS.map((signalling) => {
      const alone = { ...spec, signalling, redundancy, placement: fitPlacement(spec, redundancy) };
      const bare = { ...scenario, apps: [alone], faults: [], faultRate: null };
      const faults = own.filter((fault) => fits(bare, fault));
      const faultRate = rateFor(scenario.faultRate, alone);
      return {
        signalling,
        redundancy,
        scenario: { ...bare, faults, faultRate },
        faultsLeftOut:
          own.length - faults.length + countTargets(scenario.faultRate) - countTargets(faultRate),
      };
    }),
  );
}

function countTargets(rate: FaultRate | null): number {
  return rate?.targets.length ?? 0;
}

/** The faults that hit app number `app`, as faults of the only app. */
function faultsOf(scenario: Scenario, app: number): FaultSpec[] {
  const homes = placeReplicas(scenario, []).map((cores) => ({ cores }));
  const faults: FaultSpec[] = [];
  for (const fault of scenario.faults)
    if (subjectOf(fault, homes).app === app) faults.push({ ...fault, app: 0 });
  return faults;
}

function fits(scenario: Scenario, fault: FaultSpec): boolean {
  if (checkFaults({ ...scenario, faults: [fault] }).some(({ path }) => path.startsWith('faults')))
    return false;
  if (fault.target !== 'kernel' || fault.core === undefined) return true;
  return placeReplicas(scenario, []).some((cores) => cores.includes(fault.core ?? -1));
}

function rateFor(rate: FaultRate | null, app: AppSpec): FaultRate | null {
  const targets = rate?.targets.filter((target) => appliesTo(target, app)) ?? [];
  return rate === null || targets.length === 0 ? null : { ...rate, targets };
}

/** The bar of a run of `plan` that has ended; only its first app counts. */
export function matrixRow(
  plan: MachinePlan,
  run: { readonly summary: RunSummary; readonly series: readonly OverheadSeries[] },
  { faultsLeftOut }: Pick<MatrixCell, 'faultsLeftOut'> = { faultsLeftOut: 0 },
): MatrixRow {
  const app = run.summary.apps[0];
  const { program, nativeAt } = plan.apps[0];
  const perEvent = (total: number): number =>
    app.completedEvents === 0 ? 0 : total / app.completedEvents;
  return {
    signalling: app.signalling,
    redundancy: plan.apps[0].cores.length,
    overheadPercent: app.overheadPercent,
    cyclesPerEvent: perEvent(app.totalCycles - app.breakdown.compute - app.breakdown.device),
    ipisPerEvent: perEvent(app.ipis),
    breakdown: app.breakdown,
    nativeCycles: nativeAt[program.length],
    totalCycles: app.totalCycles,
    events: app.events.total,
    completedEvents: app.completedEvents,
    outcome: app.outcome,
    stop: app.stop,
    faultsLeftOut,
    series: run.series[0],
  };
}
