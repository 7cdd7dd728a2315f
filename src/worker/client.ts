import { msg, t } from '../base/language.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { unpackRecording } from '../run/pack.ts';
import { inPageLanguage } from './language.ts';
import type { Look, WorkerPost, WorkerReply, WorkerRequest } from './protocol.ts';

/** The part of a `Worker` that the client needs. */
export interface WorkerLike {
  postMessage(message: WorkerRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: WorkerPost }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
}

/** Runs scenarios elsewhere. Every call supersedes the one before; late replies are dropped. */
export interface Simulator {
  /** Runs `scenario`; with `look`, what is to be seen first comes with the run. */
  readonly run: (scenario: Scenario, look?: Look) => void;
  /** Asks for the rows of the overhead matrix of one app, without the first `skip`. */
  readonly matrix: (scenario: Scenario, app: number, skip: number) => void;
  readonly cancel: () => void;
  /** Sets the one listener for replies. */
  readonly listen: (onReply: (reply: WorkerReply) => void) => void;
}

const ignore = (): void => {};

/** After these there is no more to come. */
const ENDS: ReadonlySet<WorkerReply['kind']> = new Set(['run-ended', 'matrix-ended', 'failed']);

const STOPPED = msg(
  'The simulator did not start, or has stopped. What you work on is kept, and “Try again” starts it anew. If that does not help, reload the page.',
);

/**
 * A simulator that speaks with `worker`; workloads are fetched below `baseUrl`. The matrix begins
 * when `whenCalm` calls back: it comes after a run, whose picture the page should draw undisturbed.
 */
export function createSimulator(
  worker: WorkerLike,
  baseUrl: string,
  whenCalm: (action: () => void) => void = (action) => action(),
): Simulator {
  let job = 0;
  /** Is an answer to that job on its way? */
  let awaited = false;
  let onReply: (reply: WorkerReply) => void = ignore;
  worker.postMessage({ kind: 'open', baseUrl });
  worker.addEventListener('message', ({ data }) => {
    if (!('job' in data) || data.job !== job) return;
    if (ENDS.has(data.kind)) awaited = false;
    onReply(unpacked(data));
  });
  worker.addEventListener('error', () => {
    // With nothing to do, what has stopped is missed by nobody: the next run starts it anew.
    if (!awaited) return;
    awaited = false;
    onReply({ kind: 'failed', job, problems: [{ path: '', message: t(STOPPED) }] });
  });
  return {
    run(scenario, look) {
      job += 1;
      awaited = true;
      worker.postMessage({ kind: 'run', job, scenario, ...(look && { look }) });
    },
    matrix(scenario, app, skip) {
      job += 1;
      awaited = true;
      const mine = job;
      whenCalm(() => {
        if (mine === job) worker.postMessage({ kind: 'matrix', job, scenario, app, skip });
      });
    },
    cancel() {
      job += 1;
      awaited = false;
      worker.postMessage({ kind: 'cancel', job });
    },
    listen(listener) {
      onReply = listener;
    },
  };
}

function unpacked(post: Extract<WorkerPost, { readonly job: number }>): WorkerReply {
  if (post.kind !== 'run-ended') return post;
  return { ...post, run: { ...post.run, recording: unpackRecording(post.run.recording) } };
}

/** Starts the worker of this build. */
export function startWorker(): Worker {
  return inPageLanguage(new Worker(new URL('worker.ts', import.meta.url), { type: 'module' }));
}
