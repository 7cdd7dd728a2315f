import type { PlacementStudySpec } from '../analysis/placement/study.ts';
import {
  checkPlacementStudy,
  placementPoints,
  placementStudyOf,
} from '../analysis/placement/study.ts';
import type { WishListSpec } from '../analysis/wish-list/spec.ts';
import { checkWishList, wishListOf } from '../analysis/wish-list/spec.ts';
import { groupDigits } from '../base/digits.ts';
import { t } from '../base/language.ts';
import type { SignallingMethod } from '../base/vocabulary.ts';
import type { Scenario, ScenarioProblem, WorkloadSpec } from '../scenario/scenario.ts';

/** What is studied, as a person sets it up: one program under some ways of protection. */
export interface StudyDraft {
  /** Instead of the first application of the Lab; `null` = that. */
  readonly workload: WorkloadSpec | null;
  readonly replicas: readonly number[];
  readonly methods: readonly SignallingMethod[];
}

/** The same for the wishes, which take faults, too. */
export interface WishListDraft extends StudyDraft {
  /** For each way of protection, as it is typed. */
  readonly faults: string;
}

/** Best to worst on run time, as far as that is so in general; the order of lists and tables. */
const METHODS: readonly SignallingMethod[] = ['local', 'polling', 'ipc', 'migration'];

const FIRST: StudyDraft = { workload: null, replicas: [2, 3], methods: METHODS };

/** What a person finds: the program of the Lab, and so many faults as take seconds. */
export function createWishListDraft(): WishListDraft {
  return { ...FIRST, faults: '64' };
}

/** What a person finds: the program of the Lab. */
export function createPlacementDraft(): StudyDraft {
  return FIRST;
}

/** What a draft comes to; without problems it can start. */
export interface ReadStudy<Spec> {
  readonly spec: Spec;
  /** Paths are the fields of the draft; '' = all together. */
  readonly problems: readonly ScenarioProblem[];
  /** Runs of the whole study; 0 where it cannot be made. */
  readonly runs: number;
}

/** Most faults for each way of protection that the page injects at once; the command line does more. */
const MAX_PAGE_FAULTS = 5000;

/** Reads a draft of a study of the wishes. */
export function readWishListDraft(
  draft: WishListDraft,
  scenario: Scenario,
): ReadStudy<WishListSpec> {
  const { methods, replicas } = draft;
  const faultsPerCell = Number(draft.faults.replaceAll(/\s/gu, '') || Number.NaN);
  const spec = wishListOf(scenarioOf(draft, scenario), { methods, replicas, faultsPerCell });
  const problems = checkWishList(spec).map(({ path, message }) => ({
    path: path === 'faultsPerCell' ? 'faults' : path,
    message,
  }));
  if (problems.length === 0 && faultsPerCell > MAX_PAGE_FAULTS) {
    const message = t('may be {most} at most here; the command line injects more', {
      most: groupDigits(MAX_PAGE_FAULTS),
    });
    problems.push({ path: 'faults', message });
  }
  const cells = methods.length * replicas.length;
  return { spec, problems, runs: problems.length > 0 ? 0 : 2 * cells * (1 + faultsPerCell) };
}

/** Reads a draft of a study of placements. */
export function readPlacementDraft(
  draft: StudyDraft,
  scenario: Scenario,
): ReadStudy<PlacementStudySpec> {
  const { methods, replicas } = draft;
  const spec = placementStudyOf(scenarioOf(draft, scenario), { methods, replicas });
  const problems = checkPlacementStudy(spec);
  return { spec, problems, runs: problems.length > 0 ? 0 : placementPoints(spec).length };
}

function scenarioOf({ workload }: StudyDraft, scenario: Scenario): Scenario {
  const [first] = scenario.apps;
  if (workload === null) return { ...scenario, apps: [first] };
  const name = workload.kind === 'profile' ? workload.id.replace(/\.[^.]*$/u, '') : workload.kind;
  return { ...scenario, apps: [{ ...first, name, workload }] };
}
