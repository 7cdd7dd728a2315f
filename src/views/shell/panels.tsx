import { useState } from 'react';

import type { HeldRun } from '../../store/held.ts';
import type { TimelineModel } from '../../store/timeline-model.ts';
import { MachinePanel } from '../machine/MachinePanel.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { useApp, useAppState, useHeldRun } from './app-context.ts';

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
      <div className="region-slot cycles-slot" />
    </aside>
  );
}

function Waiting() {
  return <p className="waiting quiet">The first run is being simulated.</p>;
}
