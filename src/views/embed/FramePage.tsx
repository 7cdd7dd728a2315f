import { useMemo } from 'react';

import { t } from '../../base/language.ts';
import type { AppStore } from '../../store/app-store.ts';
import type { EmbedOptions } from '../../store/embed.ts';
import { createTimelineModel } from '../../store/timeline-model.ts';
import { CompareSlot } from '../compare/CompareSlot.tsx';
import { CompareTool } from '../compare/CompareTool.tsx';
import { InjectButton } from '../faults/InjectButton.tsx';
import { InjectHost } from '../faults/InjectHost.tsx';
import { ScenarioBar } from '../scenario/ScenarioBar.tsx';
import { AppContext, useApp, useAppState } from '../shell/app-context.ts';
import { Guard } from '../shell/Guard.tsx';
import { lazyPart } from '../shell/lazy-part.tsx';
import { LiveSentence } from '../shell/LiveSentence.tsx';
import { Notices } from '../shell/Notices.tsx';
import { Overlays } from '../shell/Overlays.tsx';
import { ChartSlot, MachineSlot, SidePanels, TimelineSlot } from '../shell/panels.tsx';
import { Part } from '../shell/Part.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { useMedia } from '../shell/use-media.ts';
import { Transport } from '../transport/Transport.tsx';
import type { Parent } from './parent.ts';
import { RunStrip } from './Strip.tsx';
import { useFrameKeys } from './use-frame-keys.ts';
import { useParent } from './use-parent.ts';
import { useNoDrop, useQuiet } from './use-quiet.ts';
import './embed.css';

const LessonSlot = lazyPart(async () => (await import('../learn/LessonSlot.tsx')).LessonSlot);

interface Props {
  readonly app: AppStore;
  readonly options: EmbedOptions;
  readonly parent: Parent | null;
}

/** The page as a frame of another one: a part of the Lab, and no more around it than was asked for. */
export function FramePage({ app, options, parent }: Props) {
  return (
    <AppContext value={app}>
      <Frame options={options} parent={parent} />
    </AppContext>
  );
}

function Frame({ options, parent }: Omit<Props, 'app'>) {
  const app = useApp();
  const locks = [...(app.rules?.locks ?? [])];
  useKeys(app);
  useFrameKeys(parent);
  useParent(app, parent);
  useQuiet();
  useNoDrop();
  const { controls, panel } = options;
  return (
    <div className="frame embed" data-panel={panel} data-lock={locks.join(' ')}>
      <Notices />
      {controls && !locks.includes('scenario') && (
        <Guard name={t('The scenario')} resetKey={null}>
          <ScenarioBar />
        </Guard>
      )}
      <Shown options={options} />
      <Below options={options} />
      <RunStrip>
        {controls && !locks.includes('faults') && <InjectButton />}
        {controls && !locks.includes('compare') && panel === 'lab' && <CompareTool />}
      </RunStrip>
      <LiveSentence />
      {controls && <Overlays />}
      {controls && <InjectHost />}
    </div>
  );
}

function Shown({ options: { panel, controls } }: Pick<Props, 'options'>) {
  const app = useApp();
  const timeline = useMemo(() => createTimelineModel(app), [app]);
  const comparing = useAppState((state) => state.comparison !== null) && panel === 'lab';
  const learning = useAppState((state) => state.lesson !== null) && panel === 'lab';
  const roomy = useMedia('(min-width: 1024px)');
  return (
    <main id="main" className={learning ? 'lab learning' : 'lab'}>
      <div className="main-column">
        {comparing && <CompareSlot model={timeline} />}
        {!comparing && (panel === 'lab' || panel === 'machine') && (
          <MachineSlot alone={panel === 'machine'} />
        )}
        {!comparing && (panel === 'lab' || panel === 'timeline') && (
          <TimelineSlot model={timeline} />
        )}
        {panel === 'chart' && <ChartSlot />}
      </div>
      {learning && roomy && <Lesson />}
      {panel === 'lab' && controls && roomy && <SidePanels />}
    </main>
  );
}

/** What moves through the run; where there is no room beside the picture, the lesson, too. */
function Below({ options: { panel, controls } }: Pick<Props, 'options'>) {
  const learning = useAppState((state) => state.lesson !== null) && panel === 'lab';
  const docked = useMedia('(max-width: 1023px)') && learning;
  const transport = controls && (
    <Guard name={t('The transport')} resetKey={null}>
      <Transport />
    </Guard>
  );
  if (!docked) return transport;
  return (
    <div className="lesson-dock">
      <Lesson />
      {transport}
    </div>
  );
}

function Lesson() {
  return (
    <Guard name={t('The lesson')} resetKey={null}>
      <Part>
        <LessonSlot />
      </Part>
    </Guard>
  );
}
