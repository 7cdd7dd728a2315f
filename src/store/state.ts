import type { Cycles } from '../base/units.ts';
import type { FaultSpec, Scenario, ScenarioProblem } from '../scenario/scenario.ts';

/** An instant of a run: several kernel steps may share one time, so both are needed. */
export interface Playhead {
  readonly time: Cycles;
  /** Kernel steps applied. */
  readonly step: number;
}

/** `[from, to)` in cycles. */
export type TimeWindow = readonly [Cycles, Cycles];

/** What fills the page below the scenario. */
export type Screen = 'lab' | 'explore';

export const THEME_CHOICES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

/** What the simulator is doing about the scenario that is set. */
export type RunState =
  /** An edit waits for the typing to pause. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly steps: number; readonly fraction: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly problems: readonly ScenarioProblem[] };

/** A message to the person that stays until it is dismissed. */
export interface Notice {
  readonly id: number;
  readonly tone: 'problem' | 'info';
  readonly text: string;
}

/** What the dialog of faults opens with: parts of a new fault, or fault `index` of the scenario. */
export type InjectRequest =
  | { readonly kind: 'new'; readonly fault: Partial<FaultSpec> }
  | { readonly kind: 'change'; readonly fault: FaultSpec; readonly index: number };

/** One line of `workloads/index.json` as the page uses it. */
export interface WorkloadEntry {
  readonly id: string;
  readonly name: string;
  readonly variant: string;
  readonly title: string;
  readonly events: { readonly total: number };
}

/**
 * All that the page shows and a person may change. Runs, columns and matrix rows are not here but
 * in `Held`: a typed array inside an Immer draft would silently change its base. The counters
 * `runCount` and `matrixCount` say that what is held has changed.
 */
export interface AppState {
  readonly screen: Screen;
  /** As set in the panel; the held run may still be the one before. */
  readonly scenario: Scenario;
  readonly past: readonly Scenario[];
  readonly future: readonly Scenario[];
  readonly run: RunState;
  readonly runCount: number;
  readonly matrixCount: number;
  readonly matrixPending: boolean;
  readonly playhead: Playhead;
  readonly playing: boolean;
  /** Simulated microseconds per shown second. */
  readonly speed: number;
  readonly window: TimeWindow;
  readonly theme: ThemeChoice;
  readonly systemDark: boolean;
  /** App whose events the transport counts. */
  readonly app: number;
  readonly notices: readonly Notice[];
  /** The dialog of faults, when it is open. */
  readonly injecting: InjectRequest | null;
  /** `null` until the list is loaded. */
  readonly workloads: readonly WorkloadEntry[] | null;
  /** Counts what a person did that the address must follow. */
  readonly touches: number;
  /** Counts deliberate jumps, each of which makes an entry in the browser's history. */
  readonly jumps: number;
  /** Last deliberate single step, for the spoken sentence; counts up. */
  readonly stepsTaken: number;
}

/** Speed at the start: 50 simulated microseconds per second. */
const DEFAULT_SPEED = 50;

/** The state before anything is loaded. */
export function initialState(scenario: Scenario): AppState {
  return {
    screen: 'lab',
    scenario,
    past: [],
    future: [],
    run: { kind: 'waiting' },
    runCount: 0,
    matrixCount: 0,
    matrixPending: false,
    playhead: { time: 0, step: 0 },
    playing: false,
    speed: DEFAULT_SPEED,
    window: [0, 1],
    theme: 'system',
    systemDark: false,
    app: 0,
    notices: [],
    injecting: null,
    workloads: null,
    touches: 0,
    jumps: 0,
    stepsTaken: 0,
  };
}
