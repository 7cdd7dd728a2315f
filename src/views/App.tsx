import { lazy, Suspense, useMemo } from 'react';

import type { AppStore } from '../store/app-store.ts';
import type { Explore as ExploreStore } from '../store/explore.ts';
import { createTimelineModel } from '../store/timeline-model.ts';
import { CompareSlot } from './compare/CompareSlot.tsx';
import { AppContext, useAppState } from './shell/app-context.ts';
import { Guard } from './shell/Guard.tsx';
import { LiveSentence } from './shell/LiveSentence.tsx';
import { Coming } from './shell/Part.tsx';
import { Notices } from './shell/Notices.tsx';
import { MachineSlot, SidePanels, TimelineSlot } from './shell/panels.tsx';
import { TopBar } from './shell/TopBar.tsx';
import { ScenarioBar } from './scenario/ScenarioBar.tsx';
import { Transport } from './transport/Transport.tsx';

// Nobody explores before the Lab has shown what there is to explore.
const Explore = lazy(async () => ({ default: (await import('./explore/Explore.tsx')).Explore }));

interface Props {
  readonly app: AppStore;
  readonly loadExplore: () => Promise<ExploreStore>;
}

/** The page: top bar, scenario, and one of its screens. */
export function App({ app, loadExplore }: Props) {
  return (
    <AppContext value={app}>
      <div className="frame">
        <TopBar />
        <Notices />
        <ScenarioBar />
        <Screen app={app} loadExplore={loadExplore} />
      </div>
    </AppContext>
  );
}

function Screen({ app, loadExplore }: Props) {
  const screen = useAppState((state) => state.screen);
  if (screen === 'lab') return <Lab app={app} />;
  return (
    <Guard name="Explore" resetKey={screen}>
      <Suspense fallback={<ExploreComing />}>
        <Explore loadExplore={loadExplore} />
      </Suspense>
    </Guard>
  );
}

function ExploreComing() {
  return (
    <main id="main" className="explore">
      <Coming />
    </main>
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
