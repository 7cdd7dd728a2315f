import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

import { startStudyPool } from '../worker/study-pool.ts';
import type { StudyName } from '../worker/study-protocol.ts';
import { startSweepPool } from '../worker/sweep-pool.ts';
import { createCampaigns } from './campaign.ts';
import type { CampaignDeps, Campaigns } from './campaign.ts';
import { createStudyRunner } from './study.ts';
import type { StudyKind, StudyRunner } from './study.ts';
import { PLACEMENT, SCALABILITY, WISH_LIST } from './study-kinds.ts';
import { createSweeps } from './sweeps.ts';
import type { Sweeps } from './sweeps.ts';

/** Parts of Explore. */
export type ExplorePart = 'sweep' | 'campaign' | 'watchmen' | 'claims';

/** The studies of the page, each of one application. */
export interface Studies {
  readonly scalability: StudyRunner<'scalability'>;
  readonly wishList: StudyRunner<'wish-list'>;
  readonly placement: StudyRunner<'placement'>;
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
  readonly isBusy: () => boolean;
  /** Calls back whenever `isBusy`, or what is shown, may have changed. */
  readonly subscribe: (onChange: () => void) => void;
}

/** Nothing runs yet. */
export function createExplore(deps: CampaignDeps): Explore {
  const campaigns = createCampaigns(deps);
  const { source, now } = deps;
  const sweeps = createSweeps(
    {
      now,
      startPool: (spec, how, listener) => startSweepPool(spec, { source, ...how }, listener),
    },
    campaigns.workers,
  );
  const studies = createStudies(deps, campaigns.workers);
  const runners = [studies.scalability, studies.wishList, studies.placement];
  const isStudying = (): boolean =>
    runners.some(({ store }) => store.getState().phase === 'running');
  return {
    part: createStore(() => ({ part: 'sweep' })),
    sweeps,
    campaigns,
    studies,
    isBusy: () =>
      isStudying() || campaigns.isBusy() || sweeps.runner.store.getState().phase === 'running',
    subscribe(onChange) {
      campaigns.subscribe(onChange);
      sweeps.runner.store.subscribe(onChange);
      for (const { store } of runners) store.subscribe(onChange);
      sweeps.form.subscribe(onChange);
    },
  };
}

function createStudies({ source, now }: CampaignDeps, workers: number): Studies {
  const runnerOf = <Name extends StudyName>(kind: StudyKind<Name>): StudyRunner<Name> =>
    createStudyRunner(kind, {
      now,
      startPool: (work, how, listener) => startStudyPool(work, { source, ...how }, listener),
    });
  return {
    scalability: runnerOf(SCALABILITY),
    wishList: runnerOf(WISH_LIST),
    placement: runnerOf(PLACEMENT),
    workers,
  };
}
