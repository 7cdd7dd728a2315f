import { useMemo } from 'react';

import { t } from '../base/language.ts';
import type { AppStore } from '../store/app-store.ts';
import type { Explore as ExploreStore } from '../store/explore.ts';
import { createTimelineModel } from '../store/timeline-model.ts';
import { CompareSlot } from './compare/CompareSlot.tsx';
import { AppContext, useAppState } from './shell/app-context.ts';
import { Guard } from './shell/Guard.tsx';
import { LiveSentence } from './shell/LiveSentence.tsx';
import { Coming, Part } from './shell/Part.tsx';
import { Notices } from './shell/Notices.tsx';
import { MachineSlot, SidePanels, TimelineSlot } from './shell/panels.tsx';
import { TopBar } from './shell/TopBar.tsx';
import { useMedia } from './shell/use-media.ts';
import { ScenarioBar } from './scenario/ScenarioBar.tsx';
import { Welcome } from './tour/Welcome.tsx';
import { Transport } from './transport/Transport.tsx';
import { lazyPart } from './shell/lazy-part.tsx';

// Nobody explores before the Lab has shown what there is to explore.
const Explore = lazyPart(async () => (await import('./explore/Explore.tsx')).Explore);

// Nor do they come for a lesson.
const Learn = lazyPart(async () => (await import('./learn/Learn.tsx')).Learn);
const LessonSlot = lazyPart(async () => (await import('./learn/LessonSlot.tsx')).LessonSlot);

// A lecture begins with a key.
const Presenter = lazyPart(async () => (await import('./presenter/Presenter.tsx')).Presenter);

interface Props {
  readonly app: AppStore;
  readonly loadExplore: () => Promise<ExploreStore>;
}

/** The page: top bar, scenario, and one of its screens. */
export function App({ app, loadExplore }: Props) {
  return (
    <AppContext value={app}>
      <Page app={app} loadExplore={loadExplore} />
    </AppContext>
  );
}

function Page(props: Props) {
  const presenting = useAppState((state) => state.presenting);
  if (presenting) {
    return (
      <Guard name={t('The presenter')} resetKey={null}>
        <Part>
          <Presenter />
        </Part>
      </Guard>
    );
  }
  return (
    <div className="frame">
      <TopBar />
      <Notices />
      <Welcome />
      <Screen {...props} />
    </div>
  );
}

function Screen({ app, loadExplore }: Props) {
  const screen = useAppState((state) => state.screen);
  if (screen === 'learn') {
    return (
      <Guard name={t('Learn')} resetKey={screen}>
        <Part waiting={<ScreenComing />}>
          <Learn />
        </Part>
      </Guard>
    );
  }
  return (
    <>
      <Guard name={t('The scenario')} resetKey={screen}>
        <ScenarioBar />
      </Guard>
      {screen === 'lab' ? (
        <Lab app={app} />
      ) : (
        <Guard name={t('Explore')} resetKey={screen}>
          <Part waiting={<ScreenComing />}>
            <Explore loadExplore={loadExplore} />
          </Part>
        </Guard>
      )}
    </>
  );
}

function ScreenComing() {
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
  const learning = useAppState((state) => state.lesson !== null);
  const docked = useMedia('(max-width: 1023px)') && learning;
  return (
    <>
      <main id="main" className={learning ? 'lab learning' : 'lab'}>
        <div className="main-column">
          {comparing && <CompareSlot model={timeline} />}
          {!comparing && <MachineSlot />}
          {!comparing && <TimelineSlot model={timeline} />}
        </div>
        {learning && !docked && <Lesson />}
        <SidePanels />
      </main>
      {docked ? (
        <div className="lesson-dock">
          <Lesson />
          <Controls />
        </div>
      ) : (
        <Controls />
      )}
      <LiveSentence />
    </>
  );
}

function Controls() {
  return (
    <Guard name={t('The transport')} resetKey={null}>
      <Transport />
    </Guard>
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
