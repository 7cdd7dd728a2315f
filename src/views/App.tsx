import { lazy, Suspense, useMemo } from 'react';

import type { AppStore } from '../store/app-store.ts';
import type { Campaigns } from '../store/campaign.ts';
import { createTimelineModel } from '../store/timeline-model.ts';
import { CompareSlot } from './compare/CompareSlot.tsx';
import { CampaignsContext } from './explore/campaigns-context.ts';
import { AppContext, useAppState } from './shell/app-context.ts';
import { Guard } from './shell/Guard.tsx';
import { LiveSentence } from './shell/LiveSentence.tsx';
import { Notices } from './shell/Notices.tsx';
import { MachineSlot, SidePanels, TimelineSlot } from './shell/panels.tsx';
import { TopBar } from './shell/TopBar.tsx';
import { ScenarioBar } from './scenario/ScenarioBar.tsx';
import { Transport } from './transport/Transport.tsx';

// Nobody explores before the Lab has shown what there is to explore.
const ExploreScreen = lazy(async () => ({
  default: (await import('./explore/ExploreScreen.tsx')).ExploreScreen,
}));

interface Props {
  readonly app: AppStore;
  readonly campaigns: Campaigns;
}

/** The page: top bar, scenario, and one of its screens. */
export function App({ app, campaigns }: Props) {
  return (
    <AppContext value={app}>
      <CampaignsContext value={campaigns}>
        <div className="frame">
          <TopBar />
          <Notices />
          <ScenarioBar />
          <Screen app={app} />
        </div>
      </CampaignsContext>
    </AppContext>
  );
}

function Screen({ app }: { readonly app: AppStore }) {
  const screen = useAppState((state) => state.screen);
  if (screen === 'lab') return <Lab app={app} />;
  return (
    <Guard name="Explore" resetKey={screen}>
      <Suspense fallback={<main id="main" className="explore" />}>
        <ExploreScreen />
      </Suspense>
    </Guard>
  );
}

/** One run, or two: machine, timeline, why, overhead, transport. */
function Lab({ app }: { readonly app: AppStore }) {
  const timeline = useMemo(() => createTimelineModel(app), [app]);
  const comparing = useAppState((state) => state.comparison !== null);
  return (
    <>
      <main id="main" className="lab">
        <div className="main-column">
          {comparing && <CompareSlot model={timeline} />}
          {!comparing && <MachineSlot />}
          {!comparing && <TimelineSlot model={timeline} />}
        </div>
        <SidePanels />
      </main>
      <Transport />
      <LiveSentence />
    </>
  );
}
