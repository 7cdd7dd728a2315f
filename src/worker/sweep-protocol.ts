import type { PointResults, SweepSpec } from '../analysis/sweep/spec.ts';
import type { PreviewFigures } from '../analysis/sweep/table.ts';
import type { Result } from '../base/result.ts';
import type { ScenarioProblem } from '../scenario/scenario.ts';

/**
 * What a worker of a sweep is asked. It is opened once, before anything else, and then does what it
 * is asked in order; whoever has no more use for it ends it.
 */
export type SweepRequest =
  | { readonly kind: 'sweep-open'; readonly spec: SweepSpec }
  /** All runs of one point. */
  | { readonly kind: 'sweep-point'; readonly point: number }
  /** Needs no opening: what the closed form says of the first `points` points. */
  | { readonly kind: 'sweep-preview'; readonly spec: SweepSpec; readonly points: number };

/** What it answers. */
export type SweepAnswer =
  | { readonly kind: 'sweep-opened'; readonly outcome: Result<null, ScenarioProblem[]> }
  /** Runs done of the point that it works on. */
  | { readonly kind: 'sweep-progress'; readonly point: number; readonly done: number }
  | {
      readonly kind: 'sweep-point';
      readonly point: number;
      readonly outcome: Result<PointResults, ScenarioProblem[]>;
    }
  /** Some points of the preview, in their order; `isLast` = there are no more. */
  | {
      readonly kind: 'sweep-preview';
      readonly points: readonly PreviewFigures[];
      readonly isLast: boolean;
    };
