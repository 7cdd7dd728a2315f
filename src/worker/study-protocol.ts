import type { PlacementRun, PlacementStudySpec } from '../analysis/placement/study.ts';
import type { ScalabilitySpec } from '../analysis/scalability/spec.ts';
import type { PointRun } from '../analysis/scalability/study.ts';
import type { WishListSpec } from '../analysis/wish-list/spec.ts';
import type { WishListStep } from '../analysis/wish-list/study.ts';
import type { Result } from '../base/result.ts';
import type { ScenarioProblem } from '../scenario/scenario.ts';

/** The studies that workers do: what determines each, and what one step of it leaves. */
interface Studies {
  readonly scalability: { readonly spec: ScalabilitySpec; readonly result: PointRun };
  readonly 'wish-list': { readonly spec: WishListSpec; readonly result: WishListStep };
  readonly placement: { readonly spec: PlacementStudySpec; readonly result: PlacementRun };
}

/** A study by its name. */
export type StudyName = keyof Studies;

/** Everything that determines a study of that name. */
export type StudySpec<Name extends StudyName> = Studies[Name]['spec'];

/** What a step of a study of that name leaves. */
export type StudyResult<Name extends StudyName> = Studies[Name]['result'];

/** A study with its name. */
export type StudyWork = {
  readonly [Name in StudyName]: { readonly study: Name; readonly spec: StudySpec<Name> };
}[StudyName];

/**
 * What a worker of a study is asked. It is opened once, before anything else, and then does what it
 * is asked in order; whoever has no more use for it ends it.
 */
export type StudyRequest =
  | { readonly kind: 'study-open'; readonly work: StudyWork }
  /** One step, numbered as the study does. */
  | { readonly kind: 'study-step'; readonly step: number };

/** What it answers. */
export type StudyAnswer =
  | { readonly kind: 'study-opened'; readonly outcome: Result<null, ScenarioProblem[]> }
  | {
      readonly kind: 'study-step';
      readonly step: number;
      readonly result: StudyResult<StudyName>;
    };
