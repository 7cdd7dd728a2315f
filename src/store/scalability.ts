import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

import type { ScaleSize } from '../analysis/scalability/chart.ts';
import type { ScaleMeasureName } from '../analysis/scalability/measures.ts';
import { createScalabilityDraft } from './scalability-draft.ts';
import type { ScalabilityDraft } from './scalability-draft.ts';
import type { StudyRunner } from './study.ts';

/** What a person has set up and chosen on the page of scalability; kept while the Lab is shown. */
export interface ScalabilityForm {
  readonly draft: ScalabilityDraft;
  readonly measure: ScaleMeasureName;
  /** `null` = whatever the page takes to begin with. */
  readonly selected: ScaleSize | null;
}

/** The page of scalability: what runs, what is set up. */
export interface Scalability {
  readonly runner: StudyRunner<'scalability'>;
  readonly form: StoreApi<ScalabilityForm>;
}

/** No study yet. */
export function createScalability(runner: StudyRunner<'scalability'>): Scalability {
  const form = createStore<ScalabilityForm>(() => ({
    draft: createScalabilityDraft(),
    measure: 'throughput',
    selected: null,
  }));
  return { runner, form };
}
