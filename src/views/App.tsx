import { useMemo } from 'react';

import type { AppStore } from '../store/app-store.ts';
import { createTimelineModel } from '../store/timeline-model.ts';
import { AppContext } from './shell/app-context.ts';
import { LiveSentence } from './shell/LiveSentence.tsx';
import { Notices } from './shell/Notices.tsx';
import { MachineSlot, SidePanels, TimelineSlot } from './shell/panels.tsx';
import { TopBar } from './shell/TopBar.tsx';
import { ScenarioBar } from './scenario/ScenarioBar.tsx';
import { Transport } from './transport/Transport.tsx';

/** The Lab: scenario, machine, timeline, why, overhead, transport. */
export function App({ app }: { readonly app: AppStore }) {
  const timeline = useMemo(() => createTimelineModel(app), [app]);
  return (
    <AppContext value={app}>
      <div className="frame">
        <TopBar />
        <Notices />
        <ScenarioBar />
        <main id="main" className="lab">
          <div className="main-column">
            <MachineSlot />
            <TimelineSlot model={timeline} />
          </div>
          <SidePanels />
        </main>
        <Transport />
        <LiveSentence />
      </div>
    </AppContext>
  );
}
