import { msg, t } from '../../base/language.ts';
import type { HeldRun } from '../../store/held.ts';
import { completedAt } from '../../run/instants.ts';
import type { SidePanel } from '../../store/state.ts';
import type { TimelineModel } from '../../store/timeline-model.ts';
import { apartOf } from '../chart/apart.ts';
import { isOwnProfileId } from '../../workload/own-id.ts';
import { MachinePanel } from '../machine/MachinePanel.tsx';
import { useApp, useAppState, useHeldRun } from './app-context.ts';
import { Guard } from './Guard.tsx';
import { Later } from './Later.tsx';
import { Part } from './Part.tsx';
import { latePart } from './use-late-code.ts';
import { useMachineView } from './use-machine-view.ts';
import { useMedia } from './use-media.ts';
import { lazyPart } from './lazy-part.tsx';

// The machine is the first picture; what explains it comes right behind it.
const Timeline = lazyPart(async () => (await import('../timeline/Timeline.tsx')).Timeline);
const WhyPanel = lazyPart(async () => (await import('../why/WhyPanel.tsx')).WhyPanel);

// The chart waits for eight runs, so it need not be in the first download.
const OverheadPanel = lazyPart(
  async () => (await import('../chart/OverheadPanel.tsx')).OverheadPanel,
);

// The log is words for every kernel step, and opens on demand.
const EventLog = lazyPart(async () => (await import('../log/EventLog.tsx')).EventLog);

// Nothing is selected when the page opens.
const SelectedPanel = lazyPart(
  async () => (await import('../why/SelectedPanel.tsx')).SelectedPanel,
);

const MoreBelow = latePart(async () => (await import('./MoreBelow.tsx')).MoreBelow);

const NotesPanel = lazyPart(async () => (await import('../notes/NotesPanel.tsx')).NotesPanel);

// Nothing is hidden before a lesson asks.
const HiddenNote = lazyPart(async () => (await import('../learn/HiddenNote.tsx')).HiddenNote);

// Two runs come after one.
const OneSideNote = lazyPart(async () => (await import('../compare/OneSideNote.tsx')).OneSideNote);

// A run has no branches before somebody makes one.
const BranchStrip = lazyPart(async () => (await import('../branches/BranchStrip.tsx')).BranchStrip);

/** What the timeline needs below the machine whatever it shows, besides its lanes, and for each of them. CSS px. */
const TIMELINE = 290;
const BESIDES_LANES = 213;
const LANE = 17;
/** A row of the tree of branches over the timeline. */
const BRANCH_ROW = 26;

/** CSS px that the machine must leave for branches and timeline. */
function belowMachine({ plan }: HeldRun, branches: number): number {
  const lanes = new Set(plan.apps.flatMap(({ cores }) => cores)).size;
  const tree = branches > 1 ? BRANCH_ROW * Math.min(branches, 3) : 0;
  return Math.max(TIMELINE, BESIDES_LANES + LANE * lanes) + tree;
}

interface MachineProps {
  /** Is no timeline below it? */
  readonly alone?: boolean;
}

/** The machine at the playhead. */
export function MachineSlot({ alone = false }: MachineProps) {
  const run = useHeldRun();
  return (
    <div className="region-slot machine-slot">
      <Guard name={t('The machine')} resetKey={run}>
        {run === null ? <Waiting /> : <Machine run={run} alone={alone} />}
      </Guard>
    </div>
  );
}

function Machine({ run, alone }: Required<MachineProps> & { readonly run: HeldRun }) {
  const playhead = useAppState((state) => state.playhead);
  const app = useAppState((state) => state.app);
  const branches = useAppState((state) => state.branches.length);
  const { navigation } = useApp();
  const view = useMachineView(run, playhead);
  if (view === null) return <Waiting />;
  return (
    <MachinePanel
      plan={run.plan}
      recording={run.recording}
      view={view}
      app={app}
      onSelectApp={navigation.selectApp}
      below={alone ? 0 : belowMachine(run, branches)}
    />
  );
}

/** Core by core over time. */
export function TimelineSlot({ model }: { readonly model: TimelineModel }) {
  const run = useHeldRun();
  const app = useAppState((state) => state.app);
  const branching = useAppState((state) => state.branches.length > 1);
  return (
    <div className="region-slot timeline-slot">
      {branching && (
        <Guard name={t('The tree of branches')} resetKey={run}>
          <Part>
            <BranchStrip />
          </Part>
        </Guard>
      )}
      <Guard name={t('The timeline')} resetKey={run}>
        {run !== null && (
          <Later part={Timeline}>
            <Timeline plan={run.plan} recording={run.recording} view={model} app={app} />
          </Later>
        )}
      </Guard>
    </div>
  );
}

const TABS = [
  { id: 'why', name: msg('Why?') },
  { id: 'log', name: msg('Event log') },
  { id: 'notes', name: msg('Notes') },
  { id: 'cycles', name: msg('Cycles') },
] as const satisfies readonly { readonly id: SidePanel; readonly name: string }[];

/** Why? with the overhead below it where there is room, or the log; else all as tabs. */
export function SidePanels() {
  const run = useHeldRun();
  const { showPanel } = useApp();
  const chosen = useAppState((state) => state.sidePanel);
  const hidden = useAppState((state) => state.hiddenFrom !== null);
  const roomy = useMedia('(min-width: 1280px)');
  const tabs = TABS.filter(({ id }) => id !== 'cycles' || !roomy);
  const shown = tabs.some(({ id }) => id === chosen) ? chosen : 'why';
  return (
    <aside className="side" aria-label={t('Explanation and overhead')}>
      <div className={roomy ? 'tabs few' : 'tabs'}>
        {tabs.map(({ id, name }) => (
          <button key={id} type="button" aria-pressed={id === shown} onClick={() => showPanel(id)}>
            {t(name)}
          </button>
        ))}
      </div>
      <Whose />
      {run !== null && hidden && shown === 'why' && <Hidden />}
      {run !== null && !hidden && shown === 'why' && (
        <div className="region-slot why-slot">
          <Guard name={t('The explanation')} resetKey={run}>
            <Later part={WhyPanel}>
              <Why run={run} />
            </Later>
          </Guard>
        </div>
      )}
      {run !== null && shown === 'log' && (
        <div className="region-slot log-slot">
          <Guard name={t('The event log')} resetKey={run}>
            <Part>
              <EventLog run={run} />
            </Part>
          </Guard>
        </div>
      )}
      {run !== null && shown === 'notes' && <Notes run={run} />}
      {run !== null && hidden && shown === 'cycles' && <Hidden />}
      {run !== null && !hidden && ((roomy && shown === 'why') || shown === 'cycles') && (
        <ChartSlot />
      )}
      <MoreBelow />
    </aside>
  );
}

/** What the run costs beside others, and how that grows. */
export function ChartSlot() {
  const run = useHeldRun();
  const hidden = useAppState((state) => state.hiddenFrom !== null);
  if (run === null) return <Waiting />;
  if (hidden) return <Hidden />;
  return (
    <div className="region-slot cycles-slot">
      <Guard name={t('The chart')} resetKey={run}>
        <Later part={OverheadPanel}>
          <Overhead run={run} />
        </Later>
      </Guard>
    </div>
  );
}

/** Stands for what would give away what a question asks. */
function Hidden() {
  return (
    <Part>
      <HiddenNote />
    </Part>
  );
}

function Notes({ run }: { readonly run: HeldRun }) {
  return (
    <div className="region-slot log-slot">
      <Guard name={t('The notes')} resetKey={run}>
        <Part>
          <NotesPanel run={run} />
        </Part>
      </Guard>
    </div>
  );
}

/** Which of two runs the panels are of. */
function Whose() {
  const comparing = useAppState((state) => state.comparison !== null);
  if (!comparing) return null;
  return (
    <Part>
      <OneSideNote />
    </Part>
  );
}

/** The causes of what is selected; of nothing, those of the current event. */
function Why({ run }: { readonly run: HeldRun }) {
  const selection = useAppState((state) => state.selection);
  if (selection === null) return <WhyNow run={run} />;
  return (
    <Part>
      <SelectedPanel run={run} selection={selection} />
    </Part>
  );
}

function WhyNow({ run }: { readonly run: HeldRun }) {
  const playhead = useAppState((state) => state.playhead);
  const app = useAppState((state) => state.app);
  const view = useMachineView(run, playhead);
  if (view === null) return null;
  return <WhyPanel plan={run.plan} recording={run.recording} view={view} app={app} />;
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
      apart={apartOf(run.plan)}
      others={run.plan.apps.length > 1}
      workload={isOwnProfileId(summary.workload) ? summary.name : summary.workload}
    />
  );
}

function Waiting() {
  const kind = useAppState((state) => state.run.kind);
  const text =
    kind === 'failed'
      ? t('There is no run yet: the message above says why. “Try again” repeats it.')
      : kind === 'cancelled'
        ? t('There is no run yet. “Run again” starts it.')
        : t('The first run is being simulated.');
  return <p className="waiting quiet">{text}</p>;
}
