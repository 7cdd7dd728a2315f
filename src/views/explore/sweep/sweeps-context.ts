import { createContext, useContext } from 'react';
import { useStore } from 'zustand';

import { assert } from '../../../base/assert.ts';
import type { SweepState } from '../../../store/sweep.ts';
import type { SweepForm, Sweeps } from '../../../store/sweeps.ts';

/** Gives the sweeps to every component below it. */
export const SweepsContext = createContext<Sweeps | null>(null);

/** The sweeps of the page. */
export function useSweeps(): Sweeps {
  const sweeps = useContext(SweepsContext);
  assert(sweeps !== null, 'a component that uses sweeps must be below SweepsContext');
  return sweeps;
}

/** What the sweep is doing; renders again a few times a second while it runs. */
export function useSweep(): SweepState {
  return useStore(useSweeps().runner.store);
}

/** What a person has set up. */
export function useSweepForm(): SweepForm {
  return useStore(useSweeps().form);
}
