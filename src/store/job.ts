import type { ScenarioProblem } from '../scenario/scenario.ts';

/** What a job on many runs is doing. */
export type JobPhase = 'none' | 'running' | 'done' | 'cancelled' | 'failed';

/** How far a job is. */
export interface JobState {
  readonly phase: JobPhase;
  readonly workers: number;
  readonly elapsedMs: number;
  /** `null` = not known yet, or over. */
  readonly leftMs: number | null;
  readonly problems: readonly ScenarioProblem[];
}

/** The state of a job that there is not. */
export const NO_JOB: JobState = {
  phase: 'none',
  workers: 0,
  elapsedMs: 0,
  leftMs: null,
  problems: [],
};

/** What is done and all there will be, in one unit, such as runs. */
interface Amounts {
  readonly done: number;
  readonly all: number;
}

/** What a job needs from who has its results. */
export interface JobDeps {
  /** Milliseconds. */
  readonly now: () => number;
  readonly workers: number;
  /** Milliseconds between two pictures of partial results. */
  readonly publishMs: number;
  /** What is under way apart. */
  readonly amounts: () => Amounts;
  /** Shows the job as it is; `done` counts what is under way, too. */
  readonly publish: (state: JobState, done: number) => void;
}

/** One job on a pool of workers from its start to its end: its phase and its time. */
export class Job {
  private readonly deps: JobDeps;
  private readonly startedAt: number;
  /** What was there at the start takes no time. */
  private readonly kept: number;
  private endPool: (() => void) | null = null;
  private publishedAt = -Infinity;
  private underWay = 0;
  private phase: JobPhase = 'running';

  constructor(deps: JobDeps) {
    this.deps = deps;
    this.startedAt = deps.now();
    this.kept = deps.amounts().done;
  }

  get isRunning(): boolean {
    return this.phase === 'running';
  }

  /** Shows that it runs, then starts the pool, which gives the function that ends it. */
  start(startPool: () => () => void): void {
    this.publish();
    this.endPool = startPool();
    // A pool may fail while it starts.
    if (!this.isRunning) this.endPool();
  }

  /** Something came in; shown at once if that matters, else when it is time. */
  took(atOnce = false): void {
    if (!this.isRunning) return;
    const { done, all } = this.deps.amounts();
    if (done >= all) this.stop('done');
    else if (atOnce) this.publish();
    else this.publishSometimes();
  }

  /** How much of what is not done is under way. */
  progress(underWay: number): void {
    if (!this.isRunning) return;
    this.underWay = underWay;
    this.publishSometimes();
  }

  /** Ends the workers and says how it ended; nothing if it has ended. */
  stop(phase: JobPhase, problems: readonly ScenarioProblem[] = []): void {
    if (!this.isRunning) return;
    this.phase = phase;
    this.underWay = 0;
    this.endPool?.();
    this.publish(problems);
  }

  /** Ends the workers, and tells nobody: another job takes its place. */
  end(): void {
    if (this.isRunning) this.phase = 'cancelled';
    this.endPool?.();
  }

  private publishSometimes(): void {
    if (this.deps.now() - this.publishedAt >= this.deps.publishMs) this.publish();
  }

  private publish(problems: readonly ScenarioProblem[] = []): void {
    const { deps, phase, kept } = this;
    this.publishedAt = deps.now();
    const elapsedMs = this.publishedAt - this.startedAt;
    const amounts = deps.amounts();
    const done = Math.min(amounts.all, amounts.done + this.underWay);
    const own = done - kept;
    const left = (elapsedMs / own) * (amounts.all - done);
    const leftMs = phase === 'running' && own > 0 ? left : null;
    deps.publish({ phase, workers: deps.workers, elapsedMs, leftMs, problems }, done);
  }
}
