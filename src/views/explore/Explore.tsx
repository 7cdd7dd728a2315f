import { use } from 'react';

import type { Explore as ExploreStore } from '../../store/explore.ts';
import { CampaignsContext } from './campaigns-context.ts';
import { ExploreScreen } from './ExploreScreen.tsx';
import { StudiesContext } from './studies-context.ts';
import { SweepsContext } from './sweep/sweeps-context.ts';

interface Props {
  /** Gives the same promise whenever it is asked, so that what runs goes on while the Lab is shown. */
  readonly loadExplore: () => Promise<ExploreStore>;
}

/** Explore, once what it needs is there. */
export function Explore({ loadExplore }: Props) {
  const { part, sweeps, campaigns, studies, edits } = use(loadExplore());
  return (
    <SweepsContext value={sweeps}>
      <CampaignsContext value={campaigns}>
        <StudiesContext value={studies}>
          <ExploreScreen parts={part} edits={edits} />
        </StudiesContext>
      </CampaignsContext>
    </SweepsContext>
  );
}
