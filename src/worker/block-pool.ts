import type { Result } from '../base/result.ts';
import type { ScenarioProblem } from '../scenario/scenario.ts';
import type { CampaignRequest, ExposureRequest } from './campaign-protocol.ts';
import type { WorkerPost, WorkerRequest } from './protocol.ts';
import type { StudyRequest } from './study-protocol.ts';
import type { SweepRequest } from './sweep-protocol.ts';

/** What a worker of a pool is asked. */
export type PoolRequest = CampaignRequest | ExposureRequest | SweepRequest | StudyRequest;

/** The part of a `Worker` that pools need. */
export interface PoolWorker {
  postMessage(message: PoolRequest | WorkerRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: WorkerPost }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

/** How workers come to be, and where workloads lie. */
export interface WorkerSource {
  readonly start: () => PoolWorker;
  readonly baseUrl: string;
}

/** Most workers of one pool. */
export const MAX_WORKERS = 8;
/** Blocks that a worker has before it: with one alone it would wait for the page after each. */
const IN_HAND = 2;
/** Blocks dealt ahead of the first that is not done, per worker: bounds what waits to be counted. */
const AHEAD = 4;

/** Work in blocks as a pool sees it. */
export interface PoolWork<T> {
  /** Blocks are numbered from 0. */
  readonly blocks: number;
  /** Blocks that are done already; absent = none. */
  readonly isDone?: (block: number) => boolean;
  /** Opens a worker, before its first block. */
  readonly open: PoolRequest;
  readonly request: (block: number) => PoolRequest;
  /** What an answer means; `null` = nothing. */
  readonly read: (answer: WorkerPost) => PoolAnswer<T> | null;
  /** What to say when a worker does not start or stops. */
  readonly crashed: ScenarioProblem;
}

/** What a worker says of the work. */
export type PoolAnswer<T> =
  | { readonly kind: 'opened'; readonly outcome: Result<null, readonly ScenarioProblem[]> }
  /** Runs done of the block that it works on. */
  | { readonly kind: 'progress'; readonly block: number; readonly done: number }
  | {
      readonly kind: 'block';
      readonly block: number;
      readonly outcome: Result<T, readonly ScenarioProblem[]>;
    };

/** Who hears of work under way. */
export interface BlockListener<T> {
  /** Blocks come in any order. */
  readonly onBlock: (result: T) => void;
  /** Runs done in blocks that are not. */
  readonly onProgress: (runsInBlocks: number) => void;
  /** The work ends here. */
  readonly onFailed: (problems: readonly ScenarioProblem[]) => void;
}

/**
 * Does all blocks on up to `workers` workers, each of which gets the next block when it is done with
 * one. The returned function ends them at once, in the middle of a run if need be.
 */
export function startBlockPool<T>(
  work: PoolWork<T>,
  { source, workers }: { readonly source: WorkerSource; readonly workers: number },
  listener: BlockListener<T>,
): () => void {
  const { blocks, isDone = () => false } = work;
  const count = Math.max(1, Math.min(workers, MAX_WORKERS, blocks));
  const started: PoolWorker[] = [];
  const underWay = new Map<number, number>();
  const idle: PoolWorker[] = [];
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
    while (idle.length > 0) {
      while (next < blocks && isDone(next)) next++;
      const oldest = Math.min(next, ...underWay.keys());
      if (next >= blocks || next >= oldest + AHEAD * count) return;
      underWay.set(next, 0);
      idle.shift()?.postMessage(work.request(next));
      next++;
    }
  };
  const take = (worker: PoolWorker, answer: PoolAnswer<T> | null): void => {
    if (answer === null || !started.includes(worker)) return;
    if (answer.kind === 'progress') {
      underWay.set(answer.block, answer.done);
      listener.onProgress([...underWay.values()].reduce((sum, done) => sum + done, 0));
      return;
    }
    if (!answer.outcome.ok) {
      fail(answer.outcome.error);
      return;
    }
    if (answer.kind === 'block') underWay.delete(answer.block);
    // An opened worker takes its first blocks, one that is done with a block another.
    const free = answer.kind === 'opened' ? IN_HAND : 1;
    for (let i = 0; i < free; i++) idle.push(worker);
    deal();
    // After the next block is dealt: counting takes time in which the worker can work.
    if (answer.kind === 'block') listener.onBlock(answer.outcome.value);
  };
  for (let i = 0; i < count; i++) {
    const worker = source.start();
    started.push(worker);
    worker.addEventListener('message', ({ data }) => take(worker, work.read(data)));
    worker.addEventListener('error', () => fail([work.crashed]));
    worker.postMessage({ kind: 'open', baseUrl: source.baseUrl });
    worker.postMessage(work.open);
  }
  return end;
}
