import type { TimelineModel, TimelineState } from '../../store/timeline-model.ts';

/** A model for tests that keeps what it is told; `actions` take the place of its own. */
export function modelOf(
  start: Partial<TimelineState>,
  actions: Partial<TimelineModel> = {},
): TimelineModel {
  let state: TimelineState = {
    playhead: { time: 0, step: 0 },
    hiddenFrom: null,
    pointedAt: [],
    window: [0, 1],
    theme: 'light',
    axis: 'time',
    closeGaps: false,
    selection: null,
    explanation: null,
    notes: [],
    forks: [],
    breakpoints: [],
    ...start,
  };
  const change = (next: Partial<TimelineState>): void => {
    state = { ...state, ...next };
  };
  return {
    getState: () => state,
    subscribe: () => () => undefined,
    setWindow: (window) => change({ window }),
    seek: (time) => change({ playhead: { time, step: 0 } }),
    select: (selection) => change({ selection }),
    followCause: () => undefined,
    setAxis: (axis) => change({ axis }),
    setCloseGaps: (closeGaps) => change({ closeGaps }),
    show: () => undefined,
    toggleBreakpoint: () => undefined,
    ...actions,
  };
}
