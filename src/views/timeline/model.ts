import type { Cycles } from '../../base/units.ts';

/** What the timeline reads and may change; no React between it and the playhead. */
export interface TimelineModel {
  getState(): {
    readonly playhead: { readonly time: Cycles; readonly step: number };
    readonly window: readonly [Cycles, Cycles];
    readonly theme: 'light' | 'dark';
  };
  /** Calls `onChange` after every change of what `getState` gives; returns the way to stop. */
  subscribe(onChange: () => void): () => void;
  setWindow(window: readonly [Cycles, Cycles]): void;
  seek(time: Cycles): void;
}
