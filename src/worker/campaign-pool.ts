import { msg, t } from '../base/language.ts';
import type { BlockResult, CampaignSpec } from '../analysis/campaign/campaign.ts';
import { blockCount } from '../analysis/campaign/campaign.ts';
import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { Scenario, ScenarioProblem } from '../scenario/scenario.ts';
import type { ExposureRequest } from './campaign-protocol.ts';
import type { Exposure } from '../analysis/rcb/exposure.ts';
import type { BlockListener, PoolAnswer, PoolRequest, WorkerSource } from './block-pool.ts';
import { startBlockPool } from './block-pool.ts';
import type { WorkerPost } from './protocol.ts';

const CRASHED = msg(
  'A worker of the campaign did not start or stopped. Try again with fewer workers.',
);

/**
 * Does all blocks of `spec` on up to `workers` workers, each of which gets the next block when it is
 * done with one. The returned function ends them at once, in the middle of a run if need be.
 */
export function startPool(
  spec: CampaignSpec,
  how: { readonly source: WorkerSource; readonly workers: number },
  listener: BlockListener<BlockResult>,
): () => void {
  const work = {
    blocks: blockCount(spec),
    open: { kind: 'campaign-open', spec } as const,
    request: (block: number) => ({ kind: 'campaign-block', block }) as const,
    read: readAnswer,
    crashed: { path: '', message: t(CRASHED) },
  };
  return startBlockPool(work, how, listener);
}

function readAnswer(answer: WorkerPost): PoolAnswer<BlockResult> | null {
  switch (answer.kind) {
    case 'campaign-opened':
      return { kind: 'opened', outcome: answer.outcome };
    case 'campaign-progress':
      return { kind: 'progress', block: answer.block, done: answer.done };
    case 'campaign-block':
      return { kind: 'block', block: answer.result.block, outcome: ok(answer.result) };
    default:
      return null;
  }
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
  requests: readonly PoolRequest[],
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
    worker.addEventListener('error', () => end(err(t(CRASHED))));
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
  if (first === undefined) return t('The scenario does not run.');
  return first.path === '' ? first.message : `${first.path} ${first.message}`;
}
