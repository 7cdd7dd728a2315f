import type { Alignment } from '../base/vocabulary.ts';
import type { Playhead } from '../run/instants.ts';
import type { TimeWindow } from '../run/time-window.ts';
import type { SpanStyle } from '../kernel/activities.ts';
import type { CauseChain } from '../analysis/causes/chain.ts';
import type { Condition } from '../scenario/condition.ts';
import type { Selection } from '../base/selection.ts';
import type { FaultSpec, Scenario, ScenarioProblem } from '../scenario/scenario.ts';
import { PLAIN_LOG } from './log.ts';
import type { LogView } from './log.ts';
import type { Halt } from './run-until.ts';
import { workspaceOf } from './workspace.ts';
import type { BranchId, Workspace } from './workspace.ts';

export type { Playhead, TimeWindow };

/** What fills the page below the scenario. */
export type Screen = 'lab' | 'explore' | 'learn';

export const THEME_CHOICES = ['system', 'light', 'dark', 'projector'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];
/** A theme to draw in; that for a projector has the strongest contrasts. */
export type ShownTheme = Exclude<ThemeChoice, 'system'>;

/** What the simulator is doing about the scenario that is set. */
export type RunState =
  /** An edit waits for the typing to pause. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly steps: number; readonly fraction: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly problems: readonly ScenarioProblem[] };

/** What is done about the run that is compared with the one that is shown. */
export type OtherRunState =
  | RunState
  /** Both runs are there; the cycles of each event are counted by cause. */
  | { readonly kind: 'counting' };

/** A message to the person that stays until it is dismissed. */
export interface Notice {
  readonly id: number;
  readonly tone: 'problem' | 'info';
  readonly text: string;
  readonly action?: NoticeAction;
}

/** What a person can do about a message; doing it dismisses the message. */
export interface NoticeAction {
  readonly label: string;
  readonly perform: () => void;
}

/** What the dialog of faults opens with: parts of a new fault, or fault `index` of the scenario. */
export type InjectRequest =
  | { readonly kind: 'new'; readonly fault: Partial<FaultSpec> }
  | { readonly kind: 'change'; readonly fault: FaultSpec; readonly index: number };

/**
 * A dialog that commands open; `note` is the editor of the note at an instant, `move` gives the replica
 * on a core, or any, another one.
 */
export type Overlay =
  | { readonly kind: 'keys' }
  | { readonly kind: 'palette' }
  /** What there is to see, at real moments of the run. */
  | { readonly kind: 'tour' }
  | { readonly kind: 'export' }
  | { readonly kind: 'share' }
  /** The import of a log; `files` are read at once. The program is for app `app` of the scenario. */
  | { readonly kind: 'import'; readonly files: readonly File[]; readonly app: number }
  | { readonly kind: 'note'; readonly at: Playhead }
  | { readonly kind: 'move'; readonly core: number | null; readonly to?: number };

/** What stands beside machine and timeline; where there is room, cycles stand below the others. */
export const SIDE_PANELS = ['why', 'log', 'notes', 'cycles'] as const;
export type SidePanel = (typeof SIDE_PANELS)[number];

/** How the timeline's axis runs: even in time, or every event equally wide. */
export const AXES = ['time', 'event'] as const;
export type Axis = (typeof AXES)[number];

/** The branch that is shown beside another one. */
export interface Comparison {
  readonly other: BranchId;
  readonly layout: 'side' | 'ghost';
  readonly align: Alignment;
}

/** Why the selected stretch lasted: `chain` belongs to `selection`, `current` is the link that is looked at. */
export interface Explanation {
  readonly selection: Selection;
  readonly chain: CauseChain | null;
  readonly current: number;
}

/** One line of `workloads/index.json` as the page uses it. */
export interface WorkloadEntry {
  readonly id: string;
  readonly name: string;
  readonly variant: string;
  readonly title: string;
  readonly events: { readonly total: number };
  /** Absent where the trace that it was made from counts none. */
  readonly instructions?: number;
  /** Was it imported by the person, and is kept in this browser? */
  readonly own?: true;
}

/**
 * All that the page shows and a person may change. Runs, columns and matrix rows are not here but
 * in `Held`: a typed array inside an Immer draft would silently change its base. The counters
 * `runCount` and `matrixCount` say that what is held has changed.
 */
export interface AppState extends Workspace {
  readonly screen: Screen;
  /** Is the presenter shown in the place of the page? */
  readonly presenting: boolean;
  /** What Explore shows, as links carry it; '' = as it comes, `null` = nobody has said. */
  readonly explore: string | null;
  /** Has Explore results, or computes some, that no reload keeps? */
  readonly unkept: boolean;
  /** The step of the lesson that is played, as the address has it; `null` = none. */
  readonly lesson: string | null;
  readonly past: readonly Workspace[];
  readonly future: readonly Workspace[];
  readonly run: RunState;
  readonly runCount: number;
  readonly matrixCount: number;
  readonly matrixPending: boolean;
  readonly playhead: Playhead;
  /** What comes after this instant of the run is not shown, as a question about it waits; `null` = all is. */
  readonly hiddenFrom: Playhead | null;
  /** Kinds of time that a lesson points at on the timeline. */
  readonly pointedAt: readonly SpanStyle[];
  readonly playing: boolean;
  /** What playing heads for besides breakpoints; `null` = the end. */
  readonly heading: Condition | null;
  /** What "run until" looks for. */
  readonly until: Condition;
  /** Why playing stopped, or why "run until" did not move. */
  readonly halt: Halt | null;
  /** Simulated microseconds per shown second. */
  readonly speed: number;
  readonly window: TimeWindow;
  readonly axis: Axis;
  /** On the time axis: are stretches in which all replicas only compute left out? */
  readonly closeGaps: boolean;
  /** Of the run that is held. */
  readonly selection: Selection | null;
  /** `null` until the chain of the selection is there. */
  readonly explanation: Explanation | null;
  readonly comparison: Comparison | null;
  readonly log: LogView;
  /** Is the search of the event log to take the focus? */
  readonly searching: boolean;
  /** `null` = nothing is compared. */
  readonly otherRun: OtherRunState | null;
  /** Says that the other run, or its difference, has changed. */
  readonly otherCount: number;
  /** Is the dialog open that asks what to compare with? */
  readonly choosingOther: boolean;
  readonly theme: ThemeChoice;
  readonly systemDark: boolean;
  /** App whose events the transport counts. */
  readonly app: number;
  readonly notices: readonly Notice[];
  /** The dialog of faults, when it is open. */
  readonly injecting: InjectRequest | null;
  readonly overlay: Overlay | null;
  /** What the page says in passing, such as that a link was copied; empty = nothing. */
  readonly said: string;
  readonly sidePanel: SidePanel;
  /** `null` until the list is loaded; the person's own stand last. */
  readonly workloads: readonly WorkloadEntry[] | null;
  /** Counts what a person did that the address must follow. */
  readonly touches: number;
  /** Counts deliberate jumps, each of which makes an entry in the browser's history. */
  readonly jumps: number;
  /** Last deliberate single step, for the spoken sentence; counts up. */
  readonly stepsTaken: number;
  /** Parts of the page whose code is still on its way. */
  readonly partsComing: number;
  /** Is it said what the picture shows? So it is on a first visit, until the person has read it. */
  readonly welcome: boolean;
}

/** Speed at the start: 50 simulated microseconds per second. */
const DEFAULT_SPEED = 50;

/** The state before anything is loaded. */
export function initialState(scenario: Scenario): AppState {
  return {
    screen: 'lab',
    presenting: false,
    explore: null,
    unkept: false,
    lesson: null,
    ...workspaceOf(scenario),
    past: [],
    future: [],
    run: { kind: 'waiting' },
    runCount: 0,
    matrixCount: 0,
    matrixPending: false,
    playhead: { time: 0, step: 0 },
    hiddenFrom: null,
    pointedAt: [],
    playing: false,
    heading: null,
    until: { kind: 'mismatch' },
    halt: null,
    speed: DEFAULT_SPEED,
    window: [0, 1],
    axis: 'time',
    closeGaps: false,
    selection: null,
    explanation: null,
    comparison: null,
    log: PLAIN_LOG,
    searching: false,
    otherRun: null,
    otherCount: 0,
    choosingOther: false,
    theme: 'system',
    systemDark: false,
    app: 0,
    notices: [],
    injecting: null,
    overlay: null,
    said: '',
    sidePanel: 'why',
    workloads: null,
    touches: 0,
    jumps: 0,
    stepsTaken: 0,
    partsComing: 0,
    welcome: false,
  };
}
