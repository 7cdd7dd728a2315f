import { matrixRow, matrixScenarios } from '../analysis/matrix.ts';
import { assertUnreachable } from '../base/assert.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import { startRecording } from '../run/record.ts';
import type { RecordingJob } from '../run/record.ts';
import { compilePlan } from '../scenario/compile.ts';
import type { Scenario, ScenarioProblem } from '../scenario/scenario.ts';
import type { ProfileLoader } from './profiles.ts';
import type { WorkerReply, WorkerRequest } from './protocol.ts';
import { buffersOf } from './transfer.ts';

/** Kernel steps between looks at the clock. */
const CHUNK_STEPS = 4096;
/** A slice of work between looks at the message queue, so that cancel is at once. */
const SLICE_MS = 16;

export interface SessionDeps {
  /** Sends `reply`, moving the `buffers`. */
  readonly post: (reply: WorkerReply, buffers: ArrayBuffer[]) => void;
  readonly loadProfiles: ProfileLoader;
  /** Resolves when the messages that wait have been handled. */
  readonly breathe: () => Promise<void>;
  /** Milliseconds, for the length of slices only. */
  readonly now: () => number;
}

/** The worker's side of the protocol without a Worker: takes requests, posts replies. */
export interface Session {
  /** Resolves when the work is done or superseded; never rejects for an expected failure. */
  handle(request: Exclude<WorkerRequest, { kind: 'open' }>): Promise<void>;
}

type Outcome<T> = Result<T, readonly ScenarioProblem[]>;

/** A session in which every request ends the one before. */
export function createSession(deps: SessionDeps): Session {
  let latest = -1;
  const isCurrent = (job: number): boolean => job === latest;

  /** Runs `recording` to its end in slices; false = superseded. */
  const finish = async (job: number, recording: RecordingJob, report: boolean): Promise<boolean> => {
    for (;;) {
      const sliceEnd = deps.now() + SLICE_MS;
      let ended = recording.advance(CHUNK_STEPS);
      while (!ended && deps.now() < sliceEnd) ended = recording.advance(CHUNK_STEPS);
      if (ended) return isCurrent(job);
      await deps.breathe();
      if (!isCurrent(job)) return false;
      const { steps, fraction } = recording.progress();
      if (report) deps.post({ kind: 'progress', job, steps, fraction }, []);
    }
  };

  const planOf = async (scenario: Scenario): Promise<Outcome<MachinePlan>> => {
    const profiles = await deps.loadProfiles(scenario);
    return profiles.ok ? compilePlan(scenario, profiles.value) : profiles;
  };

  const run = async (job: number, scenario: Scenario): Promise<Outcome<void>> => {
    const plan = await planOf(scenario);
    if (!plan.ok || !isCurrent(job)) return plan.ok ? ok(undefined) : plan;
    const work = startRecording(plan.value);
    if (await finish(job, work, true)) {
      const recording = work.finish();
      const reply = { kind: 'run-ended', job, run: { scenario, plan: plan.value, recording } } as const;
      deps.post(reply, buffersOf(recording));
    }
    return ok(undefined);
  };

  const matrix = async (job: number, scenario: Scenario, skip: number): Promise<Outcome<void>> => {
    for (const cell of matrixScenarios(scenario).slice(skip)) {
      const plan = await planOf(cell.scenario);
      if (!isCurrent(job)) return ok(undefined);
      if (!plan.ok) return plan;
      const work = startRecording(plan.value, 'summary');
      if (!(await finish(job, work, false))) return ok(undefined);
      deps.post({ kind: 'matrix-row', job, row: matrixRow(plan.value, work.finishSummary()) }, []);
      await deps.breathe();
    }
    if (isCurrent(job)) deps.post({ kind: 'matrix-ended', job }, []);
    return ok(undefined);
  };

  const work = (request: Exclude<WorkerRequest, { kind: 'open' }>): Promise<Outcome<void>> => {
    switch (request.kind) {
      case 'run':
        return run(request.job, request.scenario);
      case 'matrix':
        return matrix(request.job, request.scenario, request.skip);
      case 'cancel':
        return Promise.resolve(ok(undefined));
      default:
        return assertUnreachable(request);
    }
  };

  return {
    async handle(request) {
      latest = request.job;
      const outcome = await work(request).catch((error: unknown) => err([bugReport(error)]));
      if (outcome.ok || !isCurrent(request.job)) return;
      deps.post({ kind: 'failed', job: request.job, problems: outcome.error }, []);
    },
  };
}

/** A bug of the simulator itself: said, never swallowed. */
function bugReport(error: unknown): ScenarioProblem {
  const message = error instanceof Error ? error.message : String(error);
  return { path: '', message: `The simulator stopped with an internal error: ${message}` };
}
