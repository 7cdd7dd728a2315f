import type { PlacementStudySpec } from '../analysis/placement/study.ts';
import type { ScaleAxis } from '../analysis/scalability/chart.ts';
import type { ScalabilitySpec } from '../analysis/scalability/spec.ts';
import type { WishListSpec } from '../analysis/wish-list/spec.ts';
import { equalData } from '../base/equal.ts';
import type { Scenario, WorkloadSpec } from '../scenario/scenario.ts';
import { readScalabilityDraft } from './scalability-draft.ts';
import type { ScalabilityDraft } from './scalability-draft.ts';
import { readPlacementDraft, readWishListDraft } from './study-draft.ts';
import type { StudyDraft, WishListDraft } from './study-draft.ts';

/** A draft that comes to a given study. */
export interface FoundStudyDraft<Draft, Spec> {
  readonly draft: Draft;
  /** What the Lab must hold for it; `null` = what it holds. */
  readonly scenario: Scenario | null;
  /** The study as the draft says it; the same runs. */
  readonly spec: Spec;
}

interface AnyDraft {
  readonly workload: WorkloadSpec | null;
}

interface AnySpec {
  readonly scenario: Scenario;
}

/** How drafts of a kind are read. */
type ReadDraft<Draft, Spec> = (draft: Draft, scenario: Scenario) => { readonly spec: Spec };

/** The sentence of a study that was made elsewhere: over the scenario of the Lab if that will do, else over its own. */
function find<Draft extends AnyDraft, Spec extends AnySpec>(
  draft: Draft,
  { spec, lab, read }: { spec: Spec; lab: Scenario; read: ReadDraft<Draft, Spec> },
): FoundStudyDraft<Draft, Spec> {
  const [app] = spec.scenario.apps;
  const alone = { ...spec, scenario: { ...spec.scenario, apps: [app] } };
  for (const workload of [null, app.workload]) {
    const over = { ...draft, workload };
    const found = read(over, lab).spec;
    if (equalData(found, alone)) return { draft: over, scenario: null, spec: found };
  }
  return {
    draft,
    scenario: spec.scenario,
    spec: equalData(read(draft, spec.scenario).spec, alone)
      ? read(draft, spec.scenario).spec
      : spec,
  };
}

/** The sentence of a study of scalability. */
export function draftOfScalability(
  spec: ScalabilitySpec,
  lab: Scenario,
): FoundStudyDraft<ScalabilityDraft, ScalabilitySpec> {
  const { methods, replicas, resCores, appsPerResCore, mostCores } = spec;
  const draft: ScalabilityDraft = {
    axis: axisOf(spec),
    workload: null,
    apps: listText(appsPerResCore),
    resCores: listText(resCores),
    replicas: listText(replicas),
    mostCores: String(mostCores),
    methods,
  };
  return find(draft, { spec, lab, read: readScalabilityDraft });
}

/** The sentence of a study of the wishes. */
export function draftOfWishList(
  spec: WishListSpec,
  lab: Scenario,
): FoundStudyDraft<WishListDraft, WishListSpec> {
  const { methods, replicas, faultsPerCell } = spec;
  const draft = { workload: null, methods, replicas, faults: String(faultsPerCell) };
  return find<WishListDraft, WishListSpec>(draft, { spec, lab, read: readWishListDraft });
}

/** The sentence of a study of placements. */
export function draftOfPlacement(
  spec: PlacementStudySpec,
  lab: Scenario,
): FoundStudyDraft<StudyDraft, PlacementStudySpec> {
  const { methods, replicas } = spec;
  const draft = { workload: null, methods, replicas };
  return find<StudyDraft, PlacementStudySpec>(draft, { spec, lab, read: readPlacementDraft });
}

/** What varies in a study, the applications first. */
function axisOf({ appsPerResCore, resCores, replicas }: ScalabilitySpec): ScaleAxis {
  if (appsPerResCore.length > 1) return resCores.length > 1 ? 'cores' : 'apps';
  if (resCores.length > 1) return 'res-cores';
  return replicas.length > 1 ? 'replicas' : 'apps';
}

/** Whole numbers as they are typed: `1-4, 8`. */
function listText(values: readonly number[]): string {
  const stretches: [number, number][] = [];
  for (const value of values) {
    const last = stretches.at(-1);
    if (last !== undefined && value === last[1] + 1) last[1] = value;
    else stretches.push([value, value]);
  }
  return stretches.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
