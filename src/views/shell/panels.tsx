import { lazy, Suspense, useState } from 'react';

import type { HeldRun } from '../../store/held.ts';
import { completedAt } from '../../store/instant.ts';
import type { TimelineModel } from '../../store/timeline-model.ts';
import { MachinePanel } from '../machine/MachinePanel.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { useApp, useAppState, useHeldRun } from './app-context.ts';

// The chart waits for eight runs, so it need not be in the first download.
const OverheadPanel = lazy(async () => ({
  default: (await import('../chart/OverheadPanel.tsx')).OverheadPanel,
}));

/** The machine at the playhead. */
export function MachineSlot() {
  const run = useHeldRun();
  return <div className="region-slot machine-slot">{run === null ? <Waiting /> : <Machine run={run} />}</div>;
}

function Machine({ run }: { readonly run: HeldRun }) {
  const playhead = useAppState((state) => state.playhead);
  const app = useAppState((state) => state.app);
  const { navigation } = useApp();
  return (
    <MachinePanel
      plan={run.plan}
      recording={run.recording}
      view={run.viewAt(playhead)}
      app={app}
      onSelectApp={navigation.selectApp}
    />
  );
}

/** Core by core over time. */
export function TimelineSlot({ model }: { readonly model: TimelineModel }) {
  const run = useHeldRun();
  const app = useAppState((state) => state.app);
  return (
    <div className="region-slot timeline-slot">
      {run !== null && (
        <Timeline plan={run.plan} recording={run.recording} view={model} app={app} />
      )}
    </div>
  );
}

const TABS = [
  { id: 'why', name: 'Why?' },
  { id: 'cycles', name: 'Cycles' },
] as const;

/** Why and overhead: below each other where there is room, else as tabs. */
export function SidePanels() {
  const run = useHeldRun();
  const [shown, setShown] = useState<'why' | 'cycles'>('why');
  return (
    <aside className="side" data-shown={shown} aria-label="Explanation and overhead">
      <div className="tabs">
        {TABS.map(({ id, name }) => (
          <button key={id} type="button" aria-pressed={id === shown} onClick={() => setShown(id)}>
            {name}
          </button>
        ))}
      </div>
      <div className="region-slot why-slot" />
      <div className="region-slot cycles-slot">
        {run !== null && (
          <Suspense>
            <Overhead run={run} />
          </Suspense>
        )}
      </div>
    </aside>
  );
}

/** Renders again per completed event and per row that arrives, not per frame. */
function Overhead({ run }: { readonly run: HeldRun }) {
  const { held } = useApp();
  const app = useAppState((state) => state.app);
  const completed = useAppState((state) => completedAt(run, app, state.playhead.time));
  useAppState((state) => state.matrixCount);
  const summary = run.recording.summary.apps[app];
  const series = run.recording.series[app];
  if (summary === undefined || series === undefined) return null;
  return (
    <OverheadPanel
      rows={held.matrix}
      current={summary}
      series={series}
      completedEvents={completed}
      totalEvents={summary.events.total}
      workload={summary.workload}
    />
  );
}

function Waiting() {
  return <p className="waiting quiet">The first run is being simulated.</p>;
}
