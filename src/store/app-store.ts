import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

import { addNotice, awaitPart, dismissNotice } from './core.ts';
import type { AppDeps, Core } from './core.ts';
import { createCostEdits } from './costs.ts';
import type { CostEdits } from './costs.ts';
import { createComparisons } from './comparison.ts';
import type { Comparisons } from './comparison.ts';
import { createBranches } from './branches.ts';
import type { Branches } from './branches.ts';
import { createBreakpoints } from './breakpoints.ts';
import type { Breakpoints } from './breakpoints.ts';
import { createCauses } from './causes.ts';
import type { Causes } from './causes.ts';
import { createEdits } from './edits.ts';
import type { Edits } from './edits.ts';
import { createFaults } from './faults.ts';
import type { Faults } from './faults.ts';
import { createHeld } from './held.ts';
import type { Held } from './held.ts';
import { createHistory } from './history.ts';
import type { History } from './history.ts';
import type { LateCode } from './late-code.ts';
import { createLog } from './log.ts';
import type { Log } from './log.ts';
import type { Looking } from './looking.ts';
import { createNavigation } from './navigation.ts';
import type { RunChecker } from '../worker/check-client.ts';
import type { WhatIf } from '../worker/what-if-client.ts';
import type { LinkCodec } from '../worker/link-client.ts';
import type { Navigation } from './navigation.ts';
import { createNotes } from './notes.ts';
import type { Notes } from './notes.ts';
import { createPlayback } from './playback.ts';
import type { Playback } from './playback.ts';
import { createMemory } from './memory.ts';
import { createRunUntil } from './run-until.ts';
import type { RunUntil } from './run-until.ts';
import type { Rules } from './rules.ts';
import { createRuns } from './runs.ts';
import type { Runs } from './runs.ts';
import { createSettings } from './settings.ts';
import type { SettingsStore } from './settings.ts';
import { initialState } from './state.ts';
import type {
  AppState,
  Notice,
  NoticeAction,
  Overlay,
  Screen,
  SidePanel,
  ShownTheme,
  ThemeChoice,
  WorkloadEntry,
} from './state.ts';

/** Everything a view needs: the state, what is held beside it, and what a person can do. */
export interface AppStore {
  readonly store: StoreApi<AppState>;
  readonly held: Held;
  readonly runs: Runs;
  readonly history: History;
  readonly edits: Edits;
  readonly branches: Branches;
  readonly costs: CostEdits;
  readonly comparisons: Comparisons;
  readonly breakpoints: Breakpoints;
  readonly faults: Faults;
  readonly navigation: Navigation;
  readonly causes: Causes;
  readonly notes: Notes;
  readonly playback: Playback;
  readonly runUntil: RunUntil;
  readonly log: Log;
  readonly settings: SettingsStore;
  readonly codec: LinkCodec;
  readonly looking: LateCode<Looking>;
  readonly checkRun: RunChecker;
  /** `null` = nothing is simulated otherwise. */
  readonly whatIf: WhatIf | null;
  /** What people may do here; `null` = everything. */
  readonly rules: Rules | null;
  /** Goes to another screen, which is an entry in the browser's history. */
  readonly setScreen: (screen: Screen) => void;
  /** Opens a dialog in the place of another one. What plays is paused. */
  readonly open: (overlay: Overlay) => void;
  /** Closes the dialog of that kind if it is the one that is open. */
  readonly close: (kind: Overlay['kind']) => void;
  readonly showPanel: (panel: SidePanel) => void;
  /** A part of the page is on its way; returns what is to be called when it is there. */
  readonly awaitPart: () => () => void;
  readonly setTheme: (theme: ThemeChoice) => void;
  readonly setSystemDark: (dark: boolean) => void;
  /** Lists the shipped workloads. */
  readonly setWorkloads: (workloads: readonly WorkloadEntry[]) => void;
  /** Lists the person's own. */
  readonly setOwnWorkloads: (workloads: readonly WorkloadEntry[]) => void;
  readonly notify: (tone: Notice['tone'], text: string, action?: NoticeAction) => void;
  readonly dismiss: (id: number) => void;
  /** Says `text` in passing, in the place of what was said before. */
  readonly say: (text: string) => void;
}

/** The one store of the page. Nothing runs until `runs.request`, `edits.begin` or `edits.open`. */
export function createAppStore(deps: AppDeps): AppStore {
  const store = createStore<AppState>(() => initialState(deps.scenario));
  const core: Core = { store, held: createHeld(), deps };
  const runs = createRuns(core);
  const history = createHistory(core, runs);
  const edits = createEdits(core, runs, history);
  const branches = createBranches(core, runs, history);
  const navigation = createNavigation(core);
  const settings = ownSettings(core);
  return {
    store,
    held: core.held,
    runs,
    history,
    edits,
    branches,
    costs: createCostEdits(core, edits),
    comparisons: createComparisons(core, history, branches.show),
    breakpoints: createBreakpoints(core, history),
    faults: createFaults(core, edits),
    notes: createNotes(core, history, navigation),
    navigation: keepingAxis(navigation, settings),
    causes: createCauses(core, navigation),
    playback: createPlayback(core, navigation),
    runUntil: createRunUntil(core, navigation),
    log: createLog(core),
    settings,
    codec: deps.codec,
    looking: deps.looking,
    checkRun: deps.checkRun,
    whatIf: deps.whatIf ?? null,
    rules: deps.rules ?? null,
    setScreen(screen) {
      const { jumps, touches } = store.getState();
      store.setState({ screen, playing: false, jumps: jumps + 1, touches: touches + 1 });
    },
    open: (overlay) => store.setState({ overlay, playing: false }),
    close: (kind) => {
      if (store.getState().overlay?.kind === kind) store.setState({ overlay: null });
    },
    showPanel: (sidePanel) => store.setState({ sidePanel, searching: false }),
    awaitPart: () => awaitPart(core),
    setTheme: (theme) => store.setState({ theme }),
    setSystemDark: (systemDark) => store.setState({ systemDark }),
    setWorkloads: (workloads) =>
      store.setState((state) => ({
        workloads: [...workloads, ...(state.workloads ?? []).filter(({ own }) => own)],
      })),
    setOwnWorkloads: (workloads) =>
      store.setState((state) => ({
        workloads: [...(state.workloads ?? []).filter(({ own }) => !own), ...workloads],
      })),
    notify: (tone, text, action) => addNotice(core, tone, text, action),
    dismiss: (id) => dismissNotice(core, id),
    say: (said) => store.setState({ said }),
  };
}

/** The person's settings, which the state begins with. */
function ownSettings(core: Core): SettingsStore {
  const settings = createSettings(core.deps.memory ?? createMemory(), (sentence) =>
    addNotice(core, 'problem', sentence),
  );
  const { axis, closeGaps } = settings.get();
  core.store.setState({ axis, closeGaps });
  return settings;
}

/** `navigation` that writes down, beside, how the timeline's axis is set. */
function keepingAxis(navigation: Navigation, settings: SettingsStore): Navigation {
  return {
    ...navigation,
    setAxis(axis) {
      navigation.setAxis(axis);
      settings.set({ axis });
    },
    setCloseGaps(closeGaps) {
      navigation.setCloseGaps(closeGaps);
      settings.set({ closeGaps });
    },
  };
}

/** The theme to draw in. */
export function shownTheme({ theme, systemDark }: AppState): ShownTheme {
  if (theme !== 'system') return theme;
  return systemDark ? 'dark' : 'light';
}
