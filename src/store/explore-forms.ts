import type { StoreApi } from 'zustand/vanilla';

import type { CampaignDraft } from './campaign-draft.ts';
import type { CampaignForm } from './campaign.ts';
import { differencesFrom } from './explore-form.ts';
import type { ExploreForm } from './explore-form.ts';
import type { ScalabilityDraft } from './scalability-draft.ts';
import type { ScalabilityForm } from './scalability.ts';
import type { StudyDraft } from './study-draft.ts';
import type { SweepDraft } from './sweep-draft.ts';
import type { SweepForm } from './sweeps.ts';

/** The form of sweeps: the sentence, and by which metrics its results are looked at. */
export function sweepForm(store: StoreApi<SweepForm>): ExploreForm {
  const first = store.getState();
  return {
    read() {
      const form = store.getState();
      const draft = differencesFrom<SweepDraft>(first.draft, form.draft);
      const view = differencesFrom(viewOf(first), viewOf(form));
      return draft || view ? { ...(draft && { draft }), ...(view && { view }) } : undefined;
    },
    draft: () => store.getState().draft,
    apply: (form) =>
      store.setState({
        ...viewOf(first),
        ...(form?.view as Partial<SweepForm> | undefined),
        draft: { ...first.draft, ...(form?.draft as Partial<SweepDraft> | undefined) },
      }),
    check: async (form) => (await import('./check-forms.ts')).checkSweepForm(form),
    subscribe: (onChange) => void store.subscribe(onChange),
  };
}

function viewOf({ linesMetric, mapMetric, mapGroup }: SweepForm) {
  return { linesMetric, mapMetric, mapGroup };
}

/** The form of a study of scalability: the sentence, and by which measure its results are looked at. */
export function scalabilityForm(store: StoreApi<ScalabilityForm>): ExploreForm {
  const first = store.getState();
  return {
    read() {
      const { draft: own, measure } = store.getState();
      const draft = differencesFrom<ScalabilityDraft>(first.draft, own);
      const view = differencesFrom({ measure: first.measure }, { measure });
      return draft || view ? { ...(draft && { draft }), ...(view && { view }) } : undefined;
    },
    draft: () => store.getState().draft,
    apply: (form) =>
      store.setState({
        measure: first.measure,
        ...(form?.view as Partial<ScalabilityForm> | undefined),
        draft: { ...first.draft, ...(form?.draft as Partial<ScalabilityDraft> | undefined) },
      }),
    check: async (form) => (await import('./check-forms.ts')).checkScalabilityForm(form),
    subscribe: (onChange) => void store.subscribe(onChange),
  };
}

/** The form of the campaign that a person sets up. */
export function campaignForm(store: StoreApi<CampaignForm>): ExploreForm {
  const first = store.getState();
  return {
    read() {
      const draft = differencesFrom<CampaignDraft>(first.draft, store.getState().draft);
      return draft && { draft };
    },
    draft: () => store.getState().draft,
    apply: (form) =>
      store.setState({
        draft: { ...first.draft, ...(form?.draft as Partial<CampaignDraft> | undefined) },
      }),
    check: async (form) => (await import('./check-forms.ts')).checkCampaignForm(form),
    subscribe: (onChange) => void store.subscribe(onChange),
  };
}

/** The form of another study: the sentence, which comes as `first`. `check` knows what it may be. */
export function studyForm<Draft extends StudyDraft>(
  store: StoreApi<{ readonly draft: Draft }>,
  first: Draft,
  check: ExploreForm['check'],
): ExploreForm {
  return {
    read() {
      const draft = differencesFrom<Draft>(first, store.getState().draft);
      return draft && { draft };
    },
    draft: () => store.getState().draft,
    apply: (form) =>
      store.setState({ draft: { ...first, ...(form?.draft as Partial<Draft> | undefined) } }),
    check,
    subscribe: (onChange) => void store.subscribe(onChange),
  };
}
