import { matrixRow, matrixScenarios } from '../analysis/matrix.ts';
import { assertUnreachable } from '../base/assert.ts';
import { msg, t } from '../base/language.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import { lookInto } from '../run/look.ts';
import { openingPlace } from '../run/opening.ts';
import { packRecording } from '../run/pack.ts';
import { startRecording } from '../run/record.ts';
import type { RecordingJob } from '../run/record.ts';
import type { Recording } from '../run/recording.ts';
import { unreachedFaults } from '../run/unreached.ts';
import { compilePlan } from '../scenario/compile.ts';
import type { Scenario, ScenarioProblem } from '../scenario/scenario.ts';
import { parseScenario } from '../scenario/schema.ts';
import type { ProfileLoader } from './profiles.ts';
import type { Look, RunOpening, WorkerPost, WorkerRequest } from './protocol.ts';
import { buffersOf } from './transfer.ts';

/** Kernel steps between looks at the clock. */
const CHUNK_STEPS = 4096;
/** A slice of work between looks at the message queue, so that cancel is at once. */
const SLICE_MS = 16;
/** Time between two reports of progress: each makes the page draw, on a core that may be this one's. */
const REPORT_MS = 100;

export interface SessionDeps {
  /** Sends `reply`, moving the `buffers`. */
  readonly post: (reply: WorkerPost, buffers: ArrayBuffer[]) => void;
  readonly loadProfiles: ProfileLoader;
  /** Resolves when the messages that wait have been handled. */
  readonly breathe: () => Promise<void>;
  /** Milliseconds, for the length of slices only. */
  readonly now: () => number;
}

type Work = Exclude<WorkerRequest, { kind: 'open' }>;
type Outcome<T> = Result<T, readonly ScenarioProblem[]>;
const DONE = ok(undefined);

/** The worker's side of the protocol without a Worker: takes requests, posts replies. */
export interface Session {
  /** Resolves when the work is done or superseded; never rejects for an expected failure. */
  readonly handle: (request: Work) => Promise<void>;
}

/** A session in which every request ends the one before. */
export function createSession(deps: SessionDeps): Session {
  let latest = -1;
  return {
    async handle(request) {
      latest = request.job;
      const isCurrent = (): boolean => request.job === latest;
      const job = new Job(request.job, isCurrent, deps);
      const outcome = await job.do(request).catch((error: unknown) => err([bugReport(error)]));
      if (outcome.ok || !isCurrent()) return;
      deps.post({ kind: 'failed', job: request.job, problems: outcome.error }, []);
    },
  };
}

/** One request; it ends early, without a reply, when it is no longer the current one. */
class Job {
  private readonly job: number;
  private readonly isCurrent: () => boolean;
  private readonly deps: SessionDeps;

  constructor(job: number, isCurrent: () => boolean, deps: SessionDeps) {
    this.job = job;
    this.isCurrent = isCurrent;
    this.deps = deps;
  }

  do(request: Work): Promise<Outcome<void>> {
    switch (request.kind) {
      case 'run':
        return this.run(request);
      case 'matrix':
        return this.matrix(request);
      case 'cancel':
        return Promise.resolve(DONE);
      default:
        return assertUnreachable(request);
    }
  }

  private async run(request: Extract<Work, { kind: 'run' }>): Promise<Outcome<void>> {
    const { job, deps } = this;
    const { scenario, look } = request;
    const checked = parseScenario(scenario);
    if (!checked.ok) return checked;
    const plan = await this.planOf(scenario);
    if (!plan.ok) return plan;
    const work = startRecording(plan.value);
    if (await this.finish(work, true)) {
      const recording = work.finish();
      const missed = unreachedFaults(plan.value, recording.summary, scenario.faults.length);
      if (missed.length > 0) return err(missed);
      const run = { scenario, plan: plan.value, recording: packRecording(recording) };
      const opening = look && openRun(plan.value, recording, look);
      deps.post({ kind: 'run-ended', job, run, ...(opening && { opening }) }, buffersOf(recording));
    }
    return DONE;
  }

  private async matrix(request: Extract<Work, { kind: 'matrix' }>): Promise<Outcome<void>> {
    const { job, deps } = this;
    const { scenario, app, skip } = request;
    for (const cell of matrixScenarios(scenario, app).slice(skip)) {
      // One after another: each bar is to appear as soon as it can.
      const plan = await this.planOf(cell.scenario);
      if (!plan.ok) return plan;
      const work = startRecording(plan.value, 'summary');
      if (!(await this.finish(work, false))) return DONE;
      deps.post(
        { kind: 'matrix-row', job, row: matrixRow(plan.value, work.finishSummary(), cell) },
        [],
      );
    }
    if (this.isCurrent()) deps.post({ kind: 'matrix-ended', job }, []);
    return DONE;
  }

  private async planOf(scenario: Scenario): Promise<Outcome<MachinePlan>> {
    const profiles = await this.deps.loadProfiles(scenario);
    return profiles.ok ? compilePlan(scenario, profiles.value) : profiles;
  }

  /** Runs `work` to its end in slices; false = superseded. */
  private async finish(work: RecordingJob, report: boolean): Promise<boolean> {
    const { job, deps } = this;
    let reportedAt = deps.now();
    for (;;) {
      await deps.breathe();
      if (!this.isCurrent()) return false;
      const sliceEnd = deps.now() + SLICE_MS;
      let ended = work.advance(CHUNK_STEPS);
      while (!ended && deps.now() < sliceEnd) ended = work.advance(CHUNK_STEPS);
      if (ended) return true;
      if (!report || deps.now() - reportedAt < REPORT_MS) continue;
      reportedAt = deps.now();
      const { steps, fraction } = work.progress();
      deps.post({ kind: 'progress', job, steps, fraction }, []);
    }
  }
}

/** Where the page will stand first, and what it sees there. */
function openRun(plan: MachinePlan, recording: Recording, { app, view }: Look): RunOpening {
  const viewAt = lookInto(plan, recording);
  const shown = Math.min(app, plan.apps.length - 1);
  const place = openingPlace({ plan, recording, viewAt }, shown, view);
  return { ...place, view: viewAt(place.playhead) };
}

const MEMORY = msg(
  'There is not enough memory for this run. Choose a shorter program or fewer replicas, or close other pages.',
);
/** How browsers say that there is no memory left for an array. */
const NO_MEMORY = /alloc|out of memory|array (?:buffer )?length/iu;

/** A bug of the simulator itself, or a run that is too much for the memory: said, never swallowed. */
function bugReport(error: unknown): ScenarioProblem {
  if (error instanceof RangeError && NO_MEMORY.test(error.message)) {
    return { path: '', message: t(MEMORY) };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    path: '',
    message: t('The simulator stopped with an internal error: {message}', { message }),
  };
}
