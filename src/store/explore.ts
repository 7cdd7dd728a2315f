import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

import { startStudyPool } from '../worker/study-pool.ts';
import type { StudyName } from '../worker/study-protocol.ts';
import { startSweepPool } from '../worker/sweep-pool.ts';
import { startSweepPreview } from '../worker/sweep-preview-client.ts';
import { createCampaigns } from './campaign.ts';
import type { CampaignDeps, Campaigns } from './campaign.ts';
import type { AppStore } from './app-store.ts';
import { createExploreEdits } from './explore-edits.ts';
import type { ExploreEdits } from './explore-edits.ts';
import { campaignForm, scalabilityForm, studyForm, sweepForm } from './explore-forms.ts';
import type { ExplorePart } from './explore-parts.ts';
import type { JobPhase } from './job.ts';
import type { Memory } from './memory.ts';
import { followPrograms, labProgramFor } from './follow-programs.ts';
import { createScalability } from './scalability.ts';
import type { Scalability } from './scalability.ts';
import { createStudyRunner } from './study.ts';
import type { StudyKind, StudyRunner } from './study.ts';
import { PLACEMENT, SCALABILITY, WISH_LIST } from './study-kinds.ts';
import { createPlacementDraft, createWishListDraft } from './study-draft.ts';
import { createPlacement, createWishList } from './study-forms.ts';
import type { PlacementStudy, WishListStudy } from './study-forms.ts';
import type { SweepRunner } from './sweep.ts';
import { createSweeps, QUICK_RUNS } from './sweeps.ts';
import type { Sweeps } from './sweeps.ts';

/** The studies of the page, each of one application. */
export interface Studies {
  readonly scalability: Scalability;
  readonly wishList: WishListStudy;
  readonly placement: PlacementStudy;
  /** Workers that suit this computer. */
  readonly workers: number;
}

/** All that Explore does beside the simulator of the Lab; lasts as long as the page. */
export interface Explore {
  /** The part that is shown. */
  readonly part: StoreApi<{ readonly part: ExplorePart }>;
  readonly sweeps: Sweeps;
  readonly campaigns: Campaigns;
  readonly studies: Studies;
  /** What is set up in the parts: over a reload, in links, and undone. */
  readonly edits: ExploreEdits;
  readonly isBusy: () => boolean;
  /** Calls back whenever `isBusy`, or what is shown, may have changed. */
  readonly subscribe: (onChange: () => void) => void;
}

interface ExplorePage {
  readonly app: AppStore;
  /** Outlasts a reload of this tab, and no more. */
  readonly tab: Memory;
}

/** Nothing runs yet; `edits.begin` sets up what is to be shown. */
export function createExplore(deps: CampaignDeps, { app, tab }: ExplorePage): Explore {
  const campaigns = createCampaigns(deps);
  const { source, now } = deps;
  const sweeps = createSweeps(
    {
      now,
      startPool: (spec, how, listener) => startSweepPool(spec, { source, ...how }, listener),
      startPreview: (spec, variants, listener) =>
        startSweepPreview(spec, variants, { source, listener }),
    },
    campaigns.workers,
  );
  const studies = createStudies(deps, campaigns.workers);
  const { scalability, wishList, placement } = studies;
  const runners = [scalability.runner, wishList.runner, placement.runner];
  const isStudying = (): boolean =>
    runners.some(({ store }) => store.getState().phase === 'running');
  followPrograms(app, {
    all: [labProgramFor(sweeps.form)],
    first: [
      labProgramFor(scalability.form),
      labProgramFor(wishList.form),
      labProgramFor(placement.form),
    ],
  });
  const part = createStore<{ readonly part: ExplorePart }>(() => ({ part: 'sweep' }));
  noteUnkept(app, sweeps.runner, [...runners, campaigns.own, campaigns.claims, campaigns.rcb]);
  const forms = {
    sweep: sweepForm(sweeps.form),
    campaign: campaignForm(campaigns.form),
    scalability: scalabilityForm(studies.scalability.form),
    'wish-list': studyForm(wishList.form, createWishListDraft(), async (form) =>
      (await import('./check-forms.ts')).checkWishListForm(form),
    ),
    placement: studyForm(placement.form, createPlacementDraft(), async (form) =>
      (await import('./check-forms.ts')).checkPlacementForm(form),
    ),
  };
  return {
    part,
    sweeps,
    campaigns,
    studies,
    edits: createExploreEdits(app, { part, forms, tab }),
    isBusy: () => isStudying() || campaigns.isBusy() || sweeps.runner.isBusy(),
    subscribe(onChange) {
      campaigns.subscribe(onChange);
      sweeps.runner.store.subscribe(onChange);
      for (const { store } of runners) store.subscribe(onChange);
      sweeps.form.subscribe(onChange);
      part.subscribe(onChange);
    },
  };
}

/** The part of the state of a runner that says what a reload would lose. */
interface Job {
  readonly phase: JobPhase | 'opened';
}

interface Runner {
  readonly store: {
    readonly getState: () => Job;
    readonly subscribe: (listener: () => void) => unknown;
  };
}

/** Keeps the state of the page up to date on whether a reload would lose what was computed. */
function noteUnkept(app: AppStore, sweeps: SweepRunner, others: readonly Runner[]): void {
  const note = (): void => {
    const sweep = sweeps.store.getState();
    // A short one comes again by itself.
    const unkept =
      (isOwn(sweep) && sweep.runs > QUICK_RUNS) ||
      others.some(({ store }) => isOwn(store.getState()));
    if (unkept !== app.store.getState().unkept) app.store.setState({ unkept });
  };
  for (const { store } of [sweeps, ...others]) store.subscribe(note);
}

/** Was it computed here? What was opened from a file is there still. */
function isOwn({ phase }: Job): boolean {
  return phase === 'running' || phase === 'done' || phase === 'cancelled';
}

function createStudies({ source, now }: CampaignDeps, workers: number): Studies {
  const runnerOf = <Name extends StudyName>(kind: StudyKind<Name>): StudyRunner<Name> =>
    createStudyRunner(kind, {
      now,
      startPool: (work, how, listener) => startStudyPool(work, { source, ...how }, listener),
    });
  return {
    scalability: createScalability(runnerOf(SCALABILITY)),
    wishList: createWishList(runnerOf(WISH_LIST)),
    placement: createPlacement(runnerOf(PLACEMENT)),
    workers,
  };
}
