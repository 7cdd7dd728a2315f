import type { AlignedRuns } from '../../analysis/compare/align.ts';
import type { Cycles } from '../../base/units.ts';
import { playheadAt } from '../../store/instant.ts';
import type { HeldRun } from '../../store/held.ts';
import type { Playhead, TimeWindow } from '../../store/state.ts';
import type { TimelineModel, TimelineState } from '../../store/timeline-model.ts';

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

/**
 * The timeline of the other run: it shows what `model` shows, seen through `aligned`, and what is
 * done to it is done to `model`. Selections and notes are those of the run that is shown alone.
 */
export function createOtherModel(
  model: TimelineModel,
  run: HeldRun,
  aligned: AlignedRuns,
): TimelineModel {
  // Whoever draws compares by identity, so equal states must stay the same.
  const window = remembered((shown: TimeWindow): TimeWindow => [
    aligned.toB(shown[0]),
    aligned.toB(shown[1]),
  ]);
  const playhead = remembered((shown: Playhead) => otherPlayhead(run, aligned, shown.time));
  const state = remembered((shown: TimelineState): TimelineState => ({
    ...shown,
    ...NOTHING,
    window: window(shown.window),
    playhead: playhead(shown.playhead),
  }));
  return {
    ...model,
    getState: () => state(model.getState()),
    setWindow: ([from, to]) => model.setWindow([aligned.toA(from), aligned.toA(to)]),
    seek: (time) => model.seek(Math.round(aligned.toA(time))),
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
