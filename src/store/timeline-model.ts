import type { AppStore } from './app-store.ts';
import { shownTheme } from './app-store.ts';
import type { Playhead, TimeWindow } from './state.ts';

/** What the timeline reads and may change, without React between it and the playhead. */
export interface TimelineModel {
  getState(): {
    readonly playhead: Playhead;
    readonly window: TimeWindow;
    readonly theme: 'light' | 'dark';
  };
  /** Calls `onChange` after every change of what `getState` gives; returns the way to stop. */
  readonly subscribe: (onChange: () => void) => () => void;
  readonly setWindow: (window: TimeWindow) => void;
  readonly seek: (time: number) => void;
}

/** The timeline's view of `app`. */
export function createTimelineModel({ store, navigation }: AppStore): TimelineModel {
  return {
    getState() {
      const state = store.getState();
      return { playhead: state.playhead, window: state.window, theme: shownTheme(state) };
    },
    subscribe: (onChange) =>
      store.subscribe((state, before) => {
        const same =
          state.playhead === before.playhead &&
          state.window === before.window &&
          shownTheme(state) === shownTheme(before);
        if (!same) onChange();
      }),
    setWindow: navigation.setWindow,
    seek: navigation.seek,
  };
}
