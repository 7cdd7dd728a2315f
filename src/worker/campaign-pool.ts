import type { BlockResult, CampaignSpec } from '../analysis/campaign/campaign.ts';
import { blockCount } from '../analysis/campaign/campaign.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { Scenario, ScenarioProblem } from '../scenario/scenario.ts';
import type { CampaignRequest, ExposureRequest } from './campaign-protocol.ts';
import type { Exposure } from '../analysis/rcb/exposure.ts';
import type { WorkerPost, WorkerRequest } from './protocol.ts';

/** The part of a `Worker` that campaigns need. */
export interface CampaignWorker {
  postMessage(message: CampaignRequest | ExposureRequest | WorkerRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: WorkerPost }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

/** How workers come to be, and where workloads lie. */
export interface WorkerSource {
  readonly start: () => CampaignWorker;
  readonly baseUrl: string;
}

/** Most workers of one campaign. */
export const MAX_WORKERS = 8;
/** Blocks that a worker has before it: with one alone it would wait for the page after each. */
const IN_HAND = 2;
/** Blocks dealt ahead of the first that is not done, per worker: bounds what waits to be counted. */
const AHEAD = 4;

const CRASHED: ScenarioProblem = {
  path: '',
  message: 'A worker of the campaign did not start or stopped. Try again with fewer workers.',
};

/** Who hears of a campaign under way. */
export interface PoolListener {
  /** Blocks come in any order. */
  readonly onBlock: (result: BlockResult) => void;
  /** Runs done in blocks that are not. */
  readonly onProgress: (runsInBlocks: number) => void;
  /** The campaign ends here. */
  readonly onFailed: (problems: readonly ScenarioProblem[]) => void;
}

/**
 * Does all blocks of `spec` on up to `workers` workers, each of which gets the next block when it is
 * done with one. The returned function ends them at once, in the middle of a run if need be.
 */
export function startPool(
  spec: CampaignSpec,
  { source, workers }: { readonly source: WorkerSource; readonly workers: number },
  listener: PoolListener,
): () => void {
  const blocks = blockCount(spec);
  const count = Math.max(1, Math.min(workers, MAX_WORKERS, blocks));
  const started: CampaignWorker[] = [];
  const underWay = new Map<number, number>();
  const idle: CampaignWorker[] = [];
  let next = 0;

  const end = (): void => {
    for (const worker of started.splice(0)) worker.terminate();
    idle.length = 0;
  };
  const fail = (problems: readonly ScenarioProblem[]): void => {
    if (started.length === 0) return;
    end();
    listener.onFailed(problems);
  };
  const deal = (): void => {
    while (idle.length > 0 && next < blocks) {
      const oldest = Math.min(next, ...underWay.keys());
      if (next >= oldest + AHEAD * count) return;
      underWay.set(next, 0);
      idle.shift()?.postMessage({ kind: 'campaign-block', block: next });
      next++;
    }
  };
  const take = (worker: CampaignWorker, answer: WorkerPost): void => {
    if (!started.includes(worker)) return;
    if (answer.kind === 'campaign-opened' && !answer.outcome.ok) {
      fail(answer.outcome.error);
      return;
    }
    if (answer.kind === 'campaign-progress') {
      underWay.set(answer.block, answer.done);
      listener.onProgress([...underWay.values()].reduce((sum, done) => sum + done, 0));
      return;
    }
    if (answer.kind === 'campaign-block') underWay.delete(answer.result.block);
    // An opened worker takes its first blocks, one that is done with a block another.
    const free = answer.kind === 'campaign-opened' ? IN_HAND : 1;
    for (let i = 0; i < free; i++) idle.push(worker);
    deal();
    // After the next block is dealt: counting takes time in which the worker can work.
    if (answer.kind === 'campaign-block') listener.onBlock(answer.result);
  };
  for (let i = 0; i < count; i++) {
    const worker = source.start();
    started.push(worker);
    worker.addEventListener('message', ({ data }) => take(worker, data));
    worker.addEventListener('error', () => fail([CRASHED]));
    worker.postMessage({ kind: 'open', baseUrl: source.baseUrl });
    worker.postMessage({ kind: 'campaign-open', spec });
  }
  return end;
}

/** Run number `run` of `spec` as a scenario of its own, by a worker that ends with the answer. */
export function askForRun(
  source: WorkerSource,
  spec: CampaignSpec,
  run: number,
): Promise<Result<Scenario, string>> {
  const requests = [
    { kind: 'campaign-open', spec },
    { kind: 'campaign-scenario', run },
  ] as const;
  return ask(source, requests, (answer) => {
    if (answer.kind === 'campaign-scenario') return ok(answer.scenario);
    const failed = answer.kind === 'campaign-opened' && !answer.outcome.ok;
    return failed ? err(sentenceOf(answer.outcome.error)) : null;
  });
}

/** Who watches an event of `scenario`'s app number `app` under every method; an aborted question has no answer. */
export function askForExposure(
  source: WorkerSource,
  question: Omit<ExposureRequest, 'kind'>,
  signal: AbortSignal,
): Promise<Result<Exposure[], string>> {
  const request = { kind: 'exposure', ...question } as const;
  return ask(source, [request], readExposure, signal);
}

function readExposure(answer: WorkerPost): Result<Exposure[], string> | null {
  if (answer.kind !== 'exposure') return null;
  return answer.outcome.ok ? answer.outcome : err(sentenceOf(answer.outcome.error));
}

function ask<T>(
  { start, baseUrl }: WorkerSource,
  requests: readonly (CampaignRequest | ExposureRequest)[],
  read: (answer: WorkerPost) => Result<T, string> | null,
  signal?: AbortSignal,
): Promise<Result<T, string>> {
  return new Promise((resolve) => {
    const worker = start();
    const end = (outcome: Result<T, string>): void => {
      worker.terminate();
      resolve(outcome);
    };
    signal?.addEventListener('abort', () => worker.terminate(), { once: true });
    worker.addEventListener('error', () => end(err(CRASHED.message)));
    worker.addEventListener('message', ({ data }) => {
      const outcome = read(data);
      if (outcome !== null) end(outcome);
    });
    worker.postMessage({ kind: 'open', baseUrl });
    for (const request of requests) worker.postMessage(request);
  });
}

/** What is wrong, as one sentence. */
function sentenceOf([first]: readonly ScenarioProblem[]): string {
  if (first === undefined) return 'The scenario does not run.';
  return first.path === '' ? first.message : `${first.path} ${first.message}`;
}
