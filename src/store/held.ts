import type { MatrixRow } from '../analysis/matrix.ts';
import { equalData } from '../base/equal.ts';
import type { MachineView } from '../run/machine-view.ts';
import type { Playhead } from '../run/instants.ts';
import type { SavedEnd } from '../scenario/saved-work.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { CompletedRun } from '../worker/protocol.ts';
import type { LateCode } from './late-code.ts';
import type { Looking } from './looking.ts';
import type { TimeWindow } from './state.ts';

/** A completed run with what is needed to look into it; replaced as a whole, never changed. */
export interface HeldRun extends CompletedRun {
  /**
   * The machine at `playhead`; the last answer is kept, so asking again costs nothing. `null` while
   * the code that looks into runs is on its way, unless the run came with the view of that instant.
   */
  readonly viewAt: (playhead: Playhead) => MachineView | null;
  /** The view that the run came with. */
  readonly first: MachineView | null;
}

/** The timeline on the page: it alone knows how its axis runs, its width and where the pointer is. */
export interface ShownTimeline {
  /** Where its window goes when the playhead moves to `time`; `null` = as on the even axis. */
  readonly follow: (window: TimeWindow, time: number) => TimeWindow | null;
  /** Around the pointer, else the playhead; > 1 = closer. */
  readonly zoom: (factor: number) => void;
  /** By a share of its width; positive = later. */
  readonly pan: (share: number) => void;
  /** To the selection, else the whole run. */
  readonly fit: () => void;
  /** Selects what is next to the selected span on its core, or at its instant on the next core. */
  readonly selectNext: (direction: Direction) => void;
  /** Makes the selection an area and lets it grow by a span or a core. */
  readonly extendArea: (direction: Direction) => void;
}

/** Earlier or later on a core, or to another core. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/** Large data beside the store: the last good run, and the matrix rows that have arrived. */
export interface Held {
  run: HeldRun | null;
  /** Runs that were shown before, the latest last, so that going back to a branch need not wait. */
  recent: readonly HeldRun[];
  /** How runs ended, the latest last: known longer than the runs themselves. */
  ends: readonly SavedEnd[];
  matrix: readonly MatrixRow[];
  /** What the matrix rows depend on; rows of another key are of no use. */
  matrixKey: string;
  timeline: ShownTimeline | null;
}

/** Nothing held yet. */
export function createHeld(): Held {
  return { run: null, recent: [], ends: [], matrix: [], matrixKey: '', timeline: null };
}

/** Kernel steps of all recent runs together, at about 30 bytes each; and at least two runs. */
const MOST_STEPS = 6_000_000;

/** Ends that are kept at most; a workspace has far fewer branches. */
const MOST_ENDS = 200;

/** Keeps `run` among the recent ones, and how it ended for longer. */
export function keepRun(held: Held, run: HeldRun): void {
  held.recent = remember(held.recent, run);
  if (findEnd(held.ends, run.scenario) !== undefined) return;
  const { totalCycles, apps } = run.recording.summary;
  const end = {
    scenario: run.scenario,
    cycles: totalCycles,
    clockGHz: run.plan.clockGHz,
    outcomes: apps.map(({ outcome }) => outcome),
  };
  held.ends = [...held.ends, end].slice(-MOST_ENDS);
}

/** How the run of `scenario` ended, if that is known. */
export function findEnd(ends: readonly SavedEnd[], scenario: Scenario): SavedEnd | undefined {
  return ends.findLast((end) => equalData(end.scenario, scenario));
}

/** `recent` with `run` as its latest, without what is too much. */
function remember(recent: readonly HeldRun[], run: HeldRun): readonly HeldRun[] {
  const kept = [...recent.filter((one) => one !== run), run];
  const steps = (): number => kept.reduce((sum, one) => sum + one.recording.events.length, 0);
  while (kept.length > 2 && steps() > MOST_STEPS) kept.shift();
  return kept;
}

/** The recent run of `scenario`, if there is one. */
export function findRecent(recent: readonly HeldRun[], scenario: Scenario): HeldRun | undefined {
  return recent.findLast((run) => equalData(run.scenario, scenario));
}

/** Makes a completed run ready to be looked into; `first` = the view that came with it. */
export function holdRun(
  run: CompletedRun,
  looking: LateCode<Looking>,
  first: MachineView | null = null,
): HeldRun {
  let look: ((playhead: Playhead) => MachineView) | null = null;
  return {
    ...run,
    first,
    viewAt(playhead) {
      if (first?.time === playhead.time && first.step === playhead.step) return first;
      look ??= looking.get()?.lookInto(run.plan, run.recording) ?? null;
      return look?.(playhead) ?? null;
    },
  };
}

/** Cycles that the run lasts. */
export function endOf(run: CompletedRun): number {
  return run.recording.summary.totalCycles;
}
