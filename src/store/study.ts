import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

import type { DoneStep, StudyListener } from '../worker/study-pool.ts';
import type { StudyName, StudyResult, StudySpec, StudyWork } from '../worker/study-protocol.ts';
import { Job, NO_JOB } from './job.ts';
import type { JobPhase, JobState } from './job.ts';

/** Time between two pictures of partial results. */
const PUBLISH_MS = 250;

/** How a study of some kind is worked on. */
export interface StudyKind<Name extends StudyName> {
  readonly work: (spec: StudySpec<Name>) => StudyWork & { readonly study: Name };
  /** All steps of a valid spec in the order in which they are worked on: first what shows most. */
  readonly steps: (spec: StudySpec<Name>) => readonly number[];
  /** How long a step takes, as a whole number above 0 of any unit; absent = all alike. */
  readonly effort?: (spec: StudySpec<Name>) => (step: number) => number;
  /** How many runs a step is; absent = one each. */
  readonly runs?: (spec: StudySpec<Name>) => (step: number) => number;
  /**
   * What `before` has that `spec` would only give again, as steps of `spec`; absent = all of a
   * study of the very same spec, and nothing of any other.
   */
  readonly keep?: (before: StudyFound<Name>, spec: StudySpec<Name>) => readonly DoneStep<Name>[];
}

/** A study and its steps that are done. */
export interface StudyFound<Name extends StudyName> {
  readonly spec: StudySpec<Name>;
  readonly done: readonly DoneStep<Name>[];
}

/** What a study is doing; `opened` = its results came from a file. */
type StudyPhase = JobPhase | 'opened';

/** A study as the page shows it; replaced as a whole a few times a second. */
export interface StudyState<Name extends StudyName> extends Omit<JobState, 'phase'> {
  readonly phase: StudyPhase;
  /** What the results are of; `null` = none has begun. */
  readonly spec: StudySpec<Name> | null;
  /** In the order in which they came. */
  readonly results: readonly StudyResult<Name>[];
  /** Steps done, and all there will be. */
  readonly stepsDone: number;
  readonly steps: number;
  /** The same in runs. */
  readonly runsDone: number;
  readonly runs: number;
}

/** What studies need from the outside. */
export interface StudyDeps<Name extends StudyName> {
  /** Does `steps` of a study on so many workers; the returned function ends them at once. */
  readonly startPool: (
    work: StudyWork & { readonly study: Name },
    how: { readonly workers: number; readonly steps: readonly number[] },
    listener: StudyListener<Name>,
  ) => () => void;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Runs one study of its kind at a time. What it found stays until another one begins. */
export interface StudyRunner<Name extends StudyName> {
  readonly store: StoreApi<StudyState<Name>>;
  /** Ends the one before; what that has of the same runs is kept, so that a study can go on. */
  readonly start: (spec: StudySpec<Name>, workers: number) => void;
  /** Ends it at once; what was found stays. */
  readonly cancel: () => void;
  /** Shows results that were found elsewhere; ends what is under way. */
  readonly open: (found: StudyFound<Name>) => void;
}

/** A runner of studies of a kind, without a study. */
export function createStudyRunner<Name extends StudyName>(
  kind: StudyKind<Name>,
  deps: StudyDeps<Name>,
): StudyRunner<Name> {
  const store = createStore<StudyState<Name>>(() => ({
    ...NO_JOB,
    spec: null,
    results: [],
    stepsDone: 0,
    steps: 0,
    runsDone: 0,
    runs: 0,
  }));
  let found: StudyFound<Name> | null = null;
  let job: Job | null = null;
  return {
    store,
    start(spec, workers) {
      job?.end();
      const steps = new StudySteps(kind, spec, found);
      found = steps;
      const publish = (state: JobState): void =>
        store.setState({ ...state, spec, ...steps.state() });
      const amounts = () => steps.amounts();
      const current = new Job({ now: deps.now, workers, publishMs: PUBLISH_MS, amounts, publish });
      job = current;
      if (steps.missing.length === 0) {
        current.took();
        return;
      }
      current.start(() =>
        deps.startPool(
          kind.work(spec),
          { workers, steps: steps.missing },
          {
            onStep(done) {
              if (!current.isRunning) return;
              steps.take(done);
              current.took();
            },
            onFailed: (problems) => current.stop('failed', problems),
          },
        ),
      );
    },
    cancel: () => job?.stop('cancelled'),
    open(opened) {
      job?.end();
      job = null;
      const steps = new StudySteps({ ...kind, keep: ({ done }) => done }, opened.spec, opened);
      found = steps;
      store.setState({ ...NO_JOB, phase: 'opened', spec: opened.spec, ...steps.state() });
    },
  };
}

/** The steps of one study, done and to do. */
class StudySteps<Name extends StudyName> implements StudyFound<Name> {
  readonly spec: StudySpec<Name>;
  /** To do when the study began, in order. */
  readonly missing: readonly number[];
  private readonly kept: DoneStep<Name>[];
  private readonly steps: number;
  private readonly effortOf: (step: number) => number;
  private readonly all: number;
  private effort: number;
  private readonly runsOf: (step: number) => number;
  private readonly runs: number;

  constructor(kind: StudyKind<Name>, spec: StudySpec<Name>, before: StudyFound<Name> | null) {
    const { effort = alike, runs = alike, keep = keepSame } = kind;
    const order = kind.steps(spec);
    this.spec = spec;
    this.kept = before === null ? [] : [...keep(before, spec)];
    const done = new Set(this.kept.map(({ step }) => step));
    this.missing = order.filter((step) => !done.has(step));
    this.steps = order.length;
    this.effortOf = effort(spec);
    this.all = sumOf(order, this.effortOf);
    this.effort = sumOf([...done], this.effortOf);
    this.runsOf = runs(spec);
    this.runs = sumOf(order, this.runsOf);
  }

  get done(): readonly DoneStep<Name>[] {
    return this.kept;
  }

  take(done: DoneStep<Name>): void {
    this.kept.push(done);
    this.effort += this.effortOf(done.step);
  }

  amounts(): { readonly done: number; readonly all: number } {
    return { done: this.effort, all: this.all };
  }

  state(): Pick<StudyState<Name>, 'results' | 'stepsDone' | 'steps' | 'runsDone' | 'runs'> {
    const results = this.kept.map(({ result }) => result);
    const runsDone = sumOf(
      this.kept.map(({ step }) => step),
      this.runsOf,
    );
    const { steps, runs } = this;
    return { results, stepsDone: results.length, steps, runsDone, runs };
  }
}

function alike(): (step: number) => number {
  return () => 1;
}

function sumOf(steps: readonly number[], sizeOf: (step: number) => number): number {
  return steps.reduce((sum, step) => sum + sizeOf(step), 0);
}

function keepSame<Name extends StudyName>(
  { spec, done }: StudyFound<Name>,
  next: StudySpec<Name>,
): readonly DoneStep<Name>[] {
  return JSON.stringify(spec) === JSON.stringify(next) ? done : [];
}
