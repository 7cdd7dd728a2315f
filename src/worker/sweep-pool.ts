import { msg, t } from '../base/language.ts';
import type { PointResults, SweepSpec } from '../analysis/sweep/spec.ts';
import { SWEEP_WORK } from '../analysis/sweep/work.ts';
import { ok } from '../base/result.ts';
import type { ScenarioProblem } from '../scenario/scenario.ts';
import type { PoolAnswer, WorkerSource } from './block-pool.ts';
import { startBlockPool } from './block-pool.ts';
import type { WorkerPost } from './protocol.ts';

const CRASHED = msg(
  'A worker of the sweep did not start or stopped. Try again with fewer workers.',
);

/** Who hears of a sweep under way. */
export interface SweepListener {
  /** Points come in any order. */
  readonly onPoint: (results: PointResults) => void;
  /** Runs done in points that are not. */
  readonly onProgress: (runsInPoints: number) => void;
  /** The sweep ends here. */
  readonly onFailed: (problems: readonly ScenarioProblem[]) => void;
}

/** How a sweep is worked on. */
export interface SweepPoolOptions {
  readonly source: WorkerSource;
  readonly workers: number;
  /** Points whose results are there already; absent = none. */
  readonly isDone?: (point: number) => boolean;
}

/**
 * Does all points of `spec`, which must be one of which `checkSweep` finds nothing wrong, on up to
 * `workers` workers. The returned function ends them at once, in the middle of a run if need be.
 */
export function startSweepPool(
  spec: SweepSpec,
  { source, workers, isDone = () => false }: SweepPoolOptions,
  { onPoint, onProgress, onFailed }: SweepListener,
): () => void {
  const work = {
    blocks: SWEEP_WORK.blocks(spec),
    isDone,
    open: { kind: 'sweep-open', spec } as const,
    request: (point: number) => ({ kind: 'sweep-point', point }) as const,
    read: readAnswer,
    crashed: { path: '', message: t(CRASHED) },
  };
  return startBlockPool(work, { source, workers }, { onBlock: onPoint, onProgress, onFailed });
}

function readAnswer(answer: WorkerPost): PoolAnswer<PointResults> | null {
  switch (answer.kind) {
    case 'sweep-opened':
      return { kind: 'opened', outcome: answer.outcome.ok ? ok(null) : answer.outcome };
    case 'sweep-progress':
      return { kind: 'progress', block: answer.point, done: answer.done };
    case 'sweep-point':
      return { kind: 'block', block: answer.point, outcome: answer.outcome };
    default:
      return null;
  }
}
