import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

import { startSweepPool } from '../worker/sweep-pool.ts';
import { createCampaigns } from './campaign.ts';
import type { CampaignDeps, Campaigns } from './campaign.ts';
import { createSweeps } from './sweeps.ts';
import type { Sweeps } from './sweeps.ts';

/** Parts of Explore. */
export type ExplorePart = 'sweep' | 'campaign' | 'watchmen' | 'claims';

/** All that Explore does beside the simulator of the Lab; lasts as long as the page. */
export interface Explore {
  /** The part that is shown. */
  readonly part: StoreApi<{ readonly part: ExplorePart }>;
  readonly sweeps: Sweeps;
  readonly campaigns: Campaigns;
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
  return {
    part: createStore(() => ({ part: 'sweep' })),
    sweeps,
    campaigns,
    isBusy: () => campaigns.isBusy() || sweeps.runner.store.getState().phase === 'running',
    subscribe(onChange) {
      campaigns.subscribe(onChange);
      sweeps.runner.store.subscribe(onChange);
      sweeps.form.subscribe(onChange);
    },
  };
}
