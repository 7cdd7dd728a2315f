import { use } from 'react';

import type { Campaigns } from '../../store/campaign.ts';
import { CampaignsContext } from './campaigns-context.ts';
import { ExploreScreen } from './ExploreScreen.tsx';

interface Props {
  /** Gives the same promise whenever it is asked, so that a campaign goes on while the Lab is shown. */
  readonly loadCampaigns: () => Promise<Campaigns>;
}

/** Explore, once its campaigns are there. */
export function Explore({ loadCampaigns }: Props) {
  return (
    <CampaignsContext value={use(loadCampaigns())}>
      <ExploreScreen />
    </CampaignsContext>
  );
}
