import { createPlacementStudy } from '../analysis/placement/study.ts';
import { createStudy } from '../analysis/scalability/study.ts';
import { createWishListStudy } from '../analysis/wish-list/study.ts';
import { assertUnreachable } from '../base/assert.ts';
import type { Result } from '../base/result.ts';
import { ok } from '../base/result.ts';
import type { ScenarioProblem } from '../scenario/scenario.ts';
import type { Profile } from '../workload/profile.ts';
import type { ProfileLoader } from './profiles.ts';
import type {
  StudyAnswer,
  StudyName,
  StudyRequest,
  StudyResult,
  StudyWork,
} from './study-protocol.ts';
import { inTurn } from './turns.ts';

interface StudyDeps {
  readonly post: (answer: StudyAnswer) => void;
  readonly loadProfiles: ProfileLoader;
}

/** The worker's side of a study. */
export interface StudySession {
  /** Requests are answered in the order in which they come. */
  readonly handle: (request: StudyRequest) => Promise<void>;
}

type StepRunner = (step: number) => StudyResult<StudyName>;

/** A worker that waits for its study. */
export function createStudySession({ post, loadProfiles }: StudyDeps): StudySession {
  let runStep: StepRunner | null = null;

  const open = async ({ work }: Extract<StudyRequest, { kind: 'study-open' }>): Promise<void> => {
    const profiles = await loadProfiles(work.spec.scenario);
    const created = profiles.ok ? getReady(work, profiles.value) : profiles;
    if (created.ok) runStep = created.value;
    post({ kind: 'study-opened', outcome: created.ok ? ok(null) : created });
  };
  const answer = async (request: StudyRequest): Promise<void> => {
    switch (request.kind) {
      case 'study-open':
        return open(request);
      case 'study-step': {
        const { step } = request;
        if (runStep !== null) post({ kind: 'study-step', step, result: runStep(step) });
        return undefined;
      }
      default:
        return assertUnreachable(request);
    }
  };
  return { handle: inTurn(answer) };
}

function getReady(
  work: StudyWork,
  profiles: ReadonlyMap<string, Profile>,
): Result<StepRunner, ScenarioProblem[]> {
  switch (work.study) {
    case 'scalability': {
      const study = createStudy(work.spec, profiles);
      return study.ok ? ok(study.value.runPoint) : study;
    }
    case 'wish-list': {
      const study = createWishListStudy(work.spec, profiles);
      return study.ok ? ok(study.value.runStep) : study;
    }
    case 'placement': {
      const study = createPlacementStudy(work.spec, profiles);
      return study.ok ? ok(study.value.runPoint) : study;
    }
    default:
      return assertUnreachable(work);
  }
}
