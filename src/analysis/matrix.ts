import { SIGNALLING_METHODS } from '../base/vocabulary.ts';
import type { SignallingMethod } from '../base/vocabulary.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import type { Breakdown, OverheadSeries, RunSummary } from '../run/recording.ts';
import type { AppSpec, Scenario } from '../scenario/scenario.ts';

/** Group sizes that the chart compares: DMR and TMR. */
const MATRIX_REDUNDANCIES = [2, 3] as const;

/** One bar of the chart before it is run. */
export interface MatrixCell {
  readonly signalling: SignallingMethod;
  readonly redundancy: number;
  readonly scenario: Scenario;
}

/** One bar of the overhead chart. */
export interface MatrixRow {
  readonly signalling: SignallingMethod;
  readonly redundancy: number;
  readonly overheadPercent: number;
  /** (run time - compute) / externalization events. */
  readonly cyclesPerEvent: number;
  readonly ipisPerEvent: number;
  /** Mean over the replicas; sums to `totalCycles`. */
  readonly breakdown: Breakdown;
  readonly nativeCycles: number;
  readonly totalCycles: number;
  readonly events: number;
  readonly series: OverheadSeries;
}

/**
 * The chart of `scenario`: its app number `app` alone on the same machine, costs and seed, under
 * every method as DMR and TMR. Explicit placements are kept as far as they name enough cores;
 * faults are left out, since those of one method or replica need not exist in another.
 */
export function matrixScenarios(scenario: Scenario, app: number = 0): MatrixCell[] {
  const spec = scenario.apps[app];
  return MATRIX_REDUNDANCIES.flatMap((redundancy) =>
    SIGNALLING_METHODS.map((signalling) => ({
      signalling,
      redundancy,
      scenario: {
        ...scenario,
        faults: [],
        faultRate: null,
        apps: [{ ...spec, signalling, redundancy, placement: placementFor(spec, redundancy) }],
      },
    })),
  );
}

function placementFor(spec: AppSpec, redundancy: number): AppSpec['placement'] {
  if (typeof spec.placement === 'string') return spec.placement;
  return spec.placement.length >= redundancy ? spec.placement.slice(0, redundancy) : 'same-socket';
}

/** The bar of a run of `plan` that has ended; only its first app counts. */
export function matrixRow(
  plan: MachinePlan,
  run: { readonly summary: RunSummary; readonly series: readonly OverheadSeries[] },
): MatrixRow {
  const app = run.summary.apps[0];
  const events = app.events.total;
  return {
    signalling: app.signalling,
    redundancy: plan.apps[0].cores.length,
    overheadPercent: app.overheadPercent,
    cyclesPerEvent: (app.totalCycles - app.breakdown.compute) / events,
    ipisPerEvent: app.ipis / events,
    breakdown: app.breakdown,
    nativeCycles: app.nativeCycles,
    totalCycles: app.totalCycles,
    events,
    series: run.series[0],
  };
}
