import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

import type { EnergyWeights } from '../analysis/sweep/metrics.ts';
import { layOut } from '../analysis/sweep/points.ts';
import type { PointResults, SweepSpec } from '../analysis/sweep/spec.ts';
import { SweepTable } from '../analysis/sweep/table.ts';
import type { SweepListener } from '../worker/sweep-pool.ts';
import type { PreviewListener } from '../worker/sweep-preview-client.ts';
import { Job, NO_JOB } from './job.ts';
import type { JobPhase, JobState } from './job.ts';

/** Time between two pictures of partial results. */
const PUBLISH_MS = 250;

/** What a sweep is doing; `opened` = its results came from a file. */
type SweepPhase = JobPhase | 'opened';

/** A sweep as the page shows it; replaced as a whole a few times a second. */
export interface SweepState extends Omit<JobState, 'phase'> {
  readonly phase: SweepPhase;
  /** The results so far; grows in place, `version` tells when. `null` = there is none. */
  readonly table: SweepTable | null;
  readonly version: number;
  /** Runs done, those of points under way included, and all there will be. */
  readonly runsDone: number;
  readonly runs: number;
  /** Stages of refinement that are whole: 0 = not even the corners. */
  readonly stages: number;
  /** Is a preview by the closed form still coming? */
  readonly previewing: boolean;
}

const NOTHING: SweepState = {
  ...NO_JOB,
  table: null,
  version: 0,
  runsDone: 0,
  runs: 0,
  stages: 0,
  previewing: false,
};

/** What sweeps need from the outside. */
export interface SweepDeps {
  /** Does all points of `spec` that are not done on so many workers; the returned function ends them at once. */
  readonly startPool: (
    spec: SweepSpec,
    how: { readonly workers: number; readonly isDone: (point: number) => boolean },
    listener: SweepListener,
  ) => () => void;
  /** Says what is expected of the points; the returned function ends it at once. Absent = nothing is. */
  readonly startPreview?: (
    spec: SweepSpec,
    variants: number,
    listener: PreviewListener,
  ) => () => void;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Runs one sweep at a time. What it found stays until another one has found something. */
export interface SweepRunner {
  readonly store: StoreApi<SweepState>;
  /** Ends the one before; what it has of the same runs is kept, so that a sweep can go on, or get finer. */
  readonly start: (spec: SweepSpec, workers: number) => void;
  /** Shows what the closed form expects of a sweep that is not started, where nothing is shown yet. */
  readonly expect: (spec: SweepSpec) => void;
  /** Ends it at once; what was found stays. */
  readonly cancel: () => void;
  /** Judges what is shown by other weights of the energy proxy. */
  readonly weigh: (weights: EnergyWeights) => void;
  /** Shows results that were found elsewhere; ends what is under way. */
  readonly open: (table: SweepTable) => void;
  /** Does anything run, or a preview come? */
  readonly isBusy: () => boolean;
}

/** A runner without a sweep. */
export function createSweepRunner(deps: SweepDeps): SweepRunner {
  const store = createStore<SweepState>(() => NOTHING);
  let job: SweepJob | null = null;
  const preview = createPreviewer(deps, store);
  return {
    store,
    start(spec, workers) {
      job?.end();
      job = null;
      const layout = layOut(spec);
      if (!layout.ok) {
        store.setState({ phase: 'failed', problems: layout.error });
        return;
      }
      const table = new SweepTable(layout.value);
      const before = store.getState().table;
      if (before !== null) keepResults(before, table);
      job = new SweepJob({ ...deps, table, workers, publish: (state) => store.setState(state) });
      job.start();
      preview.start(table);
    },
    expect(spec) {
      const { phase, table: shown } = store.getState();
      const before = shown === null ? null : JSON.stringify(shown.layout.spec);
      if (phase !== 'none' || before === JSON.stringify(spec)) return;
      const layout = layOut(spec);
      if (!layout.ok) return;
      const table = new SweepTable(layout.value);
      store.setState({ ...NOTHING, table, version: table.version, runs: runsOf(table) });
      preview.start(table);
    },
    cancel() {
      job?.cancel();
      preview.end();
    },
    weigh(weights) {
      const { table } = store.getState();
      table?.weigh(weights);
      if (table !== null) store.setState({ version: table.version });
    },
    open(table) {
      job?.end();
      job = null;
      const [runs, runsDone] = [runsOf(table), runsDoneOf(table)];
      const stages = stagesOf(table);
      store.setState({
        ...NOTHING,
        phase: 'opened',
        table,
        version: table.version,
        runs,
        runsDone,
        stages,
      });
      preview.start(table);
    },
    isBusy: () => store.getState().phase === 'running' || store.getState().previewing,
  };
}

/** Fills the table that is shown with what the closed form expects, one table at a time. */
function createPreviewer({ startPreview }: SweepDeps, store: StoreApi<SweepState>) {
  let endWorker: (() => void) | null = null;
  const end = (): void => {
    endWorker?.();
    if (store.getState().previewing) store.setState({ previewing: false });
  };
  return {
    end,
    start(table: SweepTable): void {
      end();
      if (startPreview === undefined || store.getState().phase === 'failed') return;
      const { spec, variants } = table.layout;
      const isShown = (): boolean => store.getState().table === table;
      store.setState({ previewing: true });
      endWorker = startPreview(spec, variants.length, {
        onPoints(points) {
          for (const point of points) table.addPreview(point);
          if (isShown()) store.setState({ version: table.version });
        },
        onEnd: () => isShown() && store.setState({ previewing: false }),
      });
    },
  };
}

interface JobDeps extends SweepDeps {
  readonly table: SweepTable;
  readonly workers: number;
  readonly publish: (state: Omit<SweepState, 'previewing'>) => void;
}

/** One sweep from its start to its end. */
class SweepJob {
  private readonly table: SweepTable;
  private readonly deps: JobDeps;
  private readonly job: Job;

  constructor(deps: JobDeps) {
    const { table, now, workers } = deps;
    this.deps = deps;
    this.table = table;
    this.job = new Job({
      now,
      workers,
      publishMs: PUBLISH_MS,
      amounts: () => ({ done: runsDoneOf(table), all: runsOf(table) }),
      publish: (state, runsDone) => this.publish(state, runsDone),
    });
  }

  start(): void {
    const { table, deps, job } = this;
    if (table.done === table.layout.points.length) {
      job.stop('done');
      return;
    }
    const known = new Set(table.donePoints);
    const how = { workers: deps.workers, isDone: (point: number) => known.has(point) };
    job.start(() =>
      deps.startPool(table.layout.spec, how, {
        onPoint: (results) => this.take(results),
        onProgress: (runs) => job.progress(runs),
        onFailed: (problems) => job.stop('failed', problems),
      }),
    );
  }

  /** Ends the workers, and nothing else. */
  end(): void {
    this.job.end();
  }

  cancel(): void {
    this.job.stop('cancelled');
  }

  private take(results: PointResults): void {
    if (!this.job.isRunning) return;
    const before = stagesOf(this.table);
    this.table.add(results);
    const stages = stagesOf(this.table);
    // The first whole picture is what a person waits for.
    this.job.took(stages > before && stages < 3);
  }

  private publish(state: JobState, runsDone: number): void {
    const { table } = this;
    const stages = stagesOf(table);
    this.deps.publish({
      ...state,
      table,
      version: table.version,
      runs: runsOf(table),
      runsDone,
      stages,
    });
  }
}

function runsOf({ layout }: SweepTable): number {
  return layout.points.length * layout.variants.length * layout.spec.seeds.length;
}

function runsDoneOf(table: SweepTable): number {
  return table.done * table.layout.variants.length * table.layout.spec.seeds.length;
}

/** Takes over the results of points that both sweeps have: same values, same variants, same runs. */
function keepResults(from: SweepTable, to: SweepTable): void {
  if (runsText(from) !== runsText(to)) return;
  const known = new Map(
    from.donePoints.map((point) => [JSON.stringify(from.layout.points[point].values), point]),
  );
  for (const { point, values } of to.layout.points) {
    const own = known.get(JSON.stringify(values));
    if (own !== undefined) to.add({ point, results: from.runsOf(own) });
  }
}

/** All that decides a run beside its point. */
function runsText({ layout }: SweepTable): string {
  const { spec, machine } = layout;
  const parameters = spec.axes.map(({ parameter }) => parameter);
  return JSON.stringify([{ ...spec, axes: parameters, energyWeights: null }, machine]);
}

/** Whole stages: all of their points are done, whatever else is. */
function stagesOf(table: SweepTable): number {
  const { stages } = table.layout;
  let [whole, point] = [0, 0];
  for (const end of stages) {
    while (point < end && table.has(point)) point++;
    if (point < end) break;
    whole++;
  }
  return whole;
}
