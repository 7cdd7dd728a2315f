import { createContext, useContext } from 'react';
import { useStore } from 'zustand';

import { assert } from '../../base/assert.ts';
import type { AppStore } from '../../store/app-store.ts';
import type { HeldRun } from '../../store/held.ts';
import type { AppState } from '../../store/state.ts';

/** Gives the store to every component below it. */
export const AppContext = createContext<AppStore | null>(null);

/** The store; for actions and for what is held. */
export function useApp(): AppStore {
  const app = useContext(AppContext);
  assert(app !== null, 'a component that uses the store must be below AppContext');
  return app;
}

/** A part of the state; renders again when it changes. */
export function useAppState<T>(select: (state: AppState) => T): T {
  return useStore(useApp().store, select);
}

/** The last good run; renders again when another one arrives. */
export function useHeldRun(): HeldRun | null {
  useAppState((state) => state.runCount);
  return useApp().held.run;
}
