import type { AlignedRuns } from '../../analysis/compare/align.ts';
import type { Cycles } from '../../base/units.ts';
import { playheadAt } from '../../run/instants.ts';
import type { HeldRun } from '../../store/held.ts';
import { endOf } from '../../store/held.ts';
import type { Playhead, TimeWindow } from '../../store/state.ts';
import type { TimelineModel, TimelineState } from '../../store/timeline-model.ts';
import { heldWindow } from './run-end.ts';

/** The instant of the other run that belongs to `time` of the one that is shown. */
export function otherPlayhead(run: HeldRun, aligned: AlignedRuns, time: Cycles): Playhead {
  return playheadAt(run, aligned.toB(time));
}

const NOTHING = {
  selection: null,
  explanation: null,
  notes: [],
  forks: [],
  breakpoints: [],
} as const;

/** How the other run is laid beside the one that is shown. */
export interface Beside {
  readonly aligned: AlignedRuns;
  /** Is it held at its end where the other one goes on? Two runs at the same time are not. */
  readonly hold: boolean;
}

/**
 * The timeline of the other run: it shows what `model` shows, seen through `aligned`, and what is
 * done to it is done to `model`. Selections and notes are those of the run that is shown alone.
 */
export function createOtherModel(
  model: TimelineModel,
  run: HeldRun,
  { aligned, hold }: Beside,
): TimelineModel {
  const end = endOf(run);
  const imageOf = ([from, to]: TimeWindow): TimeWindow => [aligned.toB(from), aligned.toB(to)];
  // Whoever draws compares by identity, so equal states must stay the same.
  const window = remembered((shown: TimeWindow): TimeWindow => {
    const image = imageOf(shown);
    return hold ? heldWindow(image, end) : image;
  });
  /** Cycles by which what is drawn is earlier than what belongs there. */
  const heldBack = (): number => {
    const shown = model.getState().window;
    return imageOf(shown)[0] - window(shown)[0];
  };
  const playhead = remembered((shown: Playhead) => otherPlayhead(run, aligned, shown.time));
  const state = remembered((shown: TimelineState): TimelineState => ({
    ...shown,
    ...NOTHING,
    window: window(shown.window),
    playhead: playhead(shown.playhead),
    hiddenFrom: shown.hiddenFrom === null ? null : playhead(shown.playhead),
  }));
  return {
    ...model,
    getState: () => state(model.getState()),
    setWindow([from, to]) {
      const back = heldBack();
      model.setWindow([aligned.toA(from + back), aligned.toA(to + back)]);
    },
    seek(time) {
      // What it has done keeps its place in the run that is shown, also while it is held.
      const back = time > end ? heldBack() : 0;
      model.seek(Math.round(aligned.toA(time + back)));
    },
    select: ignore,
    followCause: ignore,
    // Keys move the run that is shown, and this one with it.
    show: ignore,
    toggleBreakpoint: ignore,
  };
}

function ignore(): void {}

/** `make`, asked again only for another argument than the last. */
function remembered<From, To>(make: (from: From) => To): (from: From) => To {
  let last: { readonly from: From; readonly to: To } | null = null;
  return (from) => {
    if (last?.from !== from) last = { from, to: make(from) };
    return last.to;
  };
}
