import { msg, t } from '../base/language.ts';
import { ok } from '../base/result.ts';
import type { ScenarioProblem } from '../scenario/scenario.ts';
import type { PoolAnswer, WorkerSource } from './block-pool.ts';
import { startBlockPool } from './block-pool.ts';
import type { WorkerPost } from './protocol.ts';
import type { StudyName, StudyResult, StudyWork } from './study-protocol.ts';

const CRASHED = msg(
  'A worker of the study did not start or stopped. Try again with fewer workers.',
);

/** A step that is done. */
export interface DoneStep<Name extends StudyName> {
  readonly step: number;
  readonly result: StudyResult<Name>;
}

/** Who hears of a study under way. */
export interface StudyListener<Name extends StudyName> {
  /** Steps come in any order. */
  readonly onStep: (done: DoneStep<Name>) => void;
  /** The study ends here. */
  readonly onFailed: (problems: readonly ScenarioProblem[]) => void;
}

/** How a study is worked on. */
export interface StudyPoolOptions {
  readonly source: WorkerSource;
  readonly workers: number;
  /** The steps to do, in the order in which they are dealt. */
  readonly steps: readonly number[];
}

/**
 * Does `steps` of a study on up to `workers` workers. The returned function ends them at once, in
 * the middle of a run if need be.
 */
export function startStudyPool<Name extends StudyName>(
  work: StudyWork & { readonly study: Name },
  { source, workers, steps }: StudyPoolOptions,
  { onStep, onFailed }: StudyListener<Name>,
): () => void {
  const blocks = new Map(steps.map((step, block) => [step, block]));
  const read = (answer: WorkerPost): PoolAnswer<DoneStep<Name>> | null => {
    switch (answer.kind) {
      case 'study-opened':
        return { kind: 'opened', outcome: answer.outcome };
      case 'study-step': {
        const { step } = answer;
        // A worker answers with results of the study that it was opened with.
        const result = answer.result as StudyResult<Name>;
        return { kind: 'block', block: blocks.get(step) ?? 0, outcome: ok({ step, result }) };
      }
      default:
        return null;
    }
  };
  return startBlockPool(
    {
      blocks: steps.length,
      open: { kind: 'study-open', work },
      request: (block) => ({ kind: 'study-step', step: steps[block] }),
      read,
      crashed: { path: '', message: t(CRASHED) },
    },
    { source, workers },
    { onBlock: onStep, onProgress: () => undefined, onFailed },
  );
}
