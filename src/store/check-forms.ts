import { t } from '../base/language.ts';
import { SCALE_AXES } from '../analysis/scalability/chart.ts';
import { SCALE_MEASURE_NAMES } from '../analysis/scalability/measures.ts';
import { METRIC_NAMES } from '../analysis/sweep/metrics.ts';
import { PARAMETER_NAMES } from '../analysis/sweep/parameters.ts';
import {
  COMPARISONS,
  FAULT_TARGETS,
  MAX_REPLICAS,
  SIGNALLING_METHODS,
} from '../base/vocabulary.ts';
import { DEFAULT_APP, defaultScenario } from '../scenario/default-scenario.ts';
import { parseScenario, PLACEMENT_RULES } from '../scenario/schema.ts';
import type { CampaignDraft } from './campaign-draft.ts';
import type { CampaignForm } from './campaign.ts';
import { isRecord } from './explore-text.ts';
import type { ScalabilityDraft } from './scalability-draft.ts';
import type { ScalabilityForm } from './scalability.ts';
import type { StudyDraft, WishListDraft } from './study-draft.ts';
import type { PlacementForm, WishListForm } from './study-forms.ts';
import type { AxisDraft, SweepDraft } from './sweep-draft.ts';
import type { SweepForm } from './sweeps.ts';

/** Does a value of any origin make sense? */
type Guard = (value: unknown) => boolean;
type Guards<T> = Readonly<Record<keyof T, Guard>>;

/** Longest text of a field. */
const MAX_TEXT = 2000;

const isText: Guard = (value) => typeof value === 'string' && value.length <= MAX_TEXT;
const oneOf =
  (list: readonly unknown[]): Guard =>
  (value) =>
    list.includes(value);
const someOf =
  (isOne: Guard): Guard =>
  (value) =>
    Array.isArray(value) && value.length <= 64 && value.every(isOne);
const orNull =
  (guard: Guard): Guard =>
  (value) =>
    value === null || guard(value);
const withFields =
  <T>(guards: Guards<T>): Guard =>
  (value) =>
    isRecord(value) &&
    Object.keys(value).length === Object.keys(guards).length &&
    wrongField(value, guards) === '';
const isRedundancy: Guard = (value) =>
  value === 'native' ||
  (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_REPLICAS);

const isAxis = withFields<AxisDraft>({
  parameter: oneOf(PARAMETER_NAMES),
  scale: oneOf(['linear', 'log', 'list']),
  from: isText,
  to: isText,
  steps: isText,
  list: isText,
});

/** As the scenario with it alone is checked. */
const isWorkload: Guard = (workload) => {
  const scenario = { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload }] };
  return parseScenario(scenario).ok;
};

const SWEEP: Guards<SweepDraft> = {
  x: isAxis,
  y: orNull(isAxis),
  workload: orNull(isWorkload),
  placement: orNull(oneOf(PLACEMENT_RULES)),
  methods: someOf(oneOf(SIGNALLING_METHODS)),
  redundancies: someOf(isRedundancy),
  scope: oneOf(['all', 'first']),
  seeds: isText,
  weights: withFields<SweepDraft['weights']>({ polling: isText, halted: isText }),
};

const SWEEP_VIEW: Guards<Pick<SweepForm, 'linesMetric' | 'mapMetric' | 'mapGroup'>> = {
  linesMetric: oneOf(METRIC_NAMES),
  mapMetric: oneOf(METRIC_NAMES),
  mapGroup: (value) => Number.isInteger(value) && Number(value) >= 0,
};

const CAMPAIGN: Guards<CampaignDraft> = {
  runs: isText,
  seed: isText,
  stopWidth: isText,
  workers: isText,
  targets: someOf(oneOf(FAULT_TARGETS)),
  methods: orNull(someOf(oneOf(SIGNALLING_METHODS))),
  redundancies: orNull(someOf(isRedundancy)),
  comparisons: orNull(someOf(oneOf(COMPARISONS))),
};

const SCALABILITY: Guards<ScalabilityDraft> = {
  axis: oneOf(SCALE_AXES),
  workload: orNull(isWorkload),
  apps: isText,
  resCores: isText,
  replicas: isText,
  mostCores: isText,
  methods: someOf(oneOf(SIGNALLING_METHODS)),
};

const STUDY: Guards<StudyDraft> = {
  workload: orNull(isWorkload),
  replicas: someOf((count) => isRedundancy(count) && count !== 'native'),
  methods: someOf(oneOf(SIGNALLING_METHODS)),
};

const SCALABILITY_VIEW: Guards<Pick<ScalabilityForm, 'measure'>> = {
  measure: oneOf(SCALE_MEASURE_NAMES),
};

/** Why the form of a sweep, of which all may be left out, cannot be set up; '' = it can. */
export function checkSweepForm(form: Readonly<Record<string, unknown>>): string {
  return wrongField(form, { draft: partsOf(SWEEP), view: partsOf(SWEEP_VIEW) });
}

/** The same for the form of a study of scalability. */
export function checkScalabilityForm(form: Readonly<Record<string, unknown>>): string {
  return wrongField(form, { draft: partsOf(SCALABILITY), view: partsOf(SCALABILITY_VIEW) });
}

/** The same for the form of a study of the wishes. */
export function checkWishListForm(form: Readonly<Record<string, unknown>>): string {
  return wrongField<Pick<WishListForm, 'draft'>>(form, {
    draft: partsOf<WishListDraft>({ ...STUDY, faults: isText }),
  });
}

/** The same for the form of a study of placements. */
export function checkPlacementForm(form: Readonly<Record<string, unknown>>): string {
  return wrongField<Pick<PlacementForm, 'draft'>>(form, { draft: partsOf(STUDY) });
}

/** The same for the form of a campaign. */
export function checkCampaignForm(form: Readonly<Record<string, unknown>>): string {
  return wrongField<CampaignForm>(form, { draft: partsOf(CAMPAIGN) });
}

function partsOf<T>(guards: Guards<T>): Guard {
  return (value) => isRecord(value) && wrongField(value, guards) === '';
}

/** The first field that is not known or makes no sense, with what is wrong with it; '' = none. */
function wrongField<T>(json: Readonly<Record<string, unknown>>, guards: Guards<T>): string {
  const known = new Map(Object.entries<Guard>(guards));
  for (const [name, value] of Object.entries(json)) {
    const guard = known.get(name);
    if (guard === undefined) return t('there is no field “{name}”', { name });
    if (!guard(value)) return t('“{name}” makes no sense', { name });
  }
  return '';
}
