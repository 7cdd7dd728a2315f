import { createContext, useContext } from 'react';
import { useStore } from 'zustand';

import { assert } from '../../base/assert.ts';
import type {
  CampaignForm,
  CampaignRunner,
  Campaigns,
  CampaignState,
} from '../../store/campaign.ts';

/** Gives the campaigns to every component below it. */
export const CampaignsContext = createContext<Campaigns | null>(null);

/** The campaigns of the page. */
export function useCampaigns(): Campaigns {
  const campaigns = useContext(CampaignsContext);
  assert(campaigns !== null, 'a component that uses campaigns must be below CampaignsContext');
  return campaigns;
}

/** What a runner's campaign is doing; renders again a few times a second while it runs. */
export function useCampaign({ store }: CampaignRunner): CampaignState {
  return useStore(store);
}

/** What a person has set up. */
export function useCampaignForm(): CampaignForm {
  return useStore(useCampaigns().form);
}
