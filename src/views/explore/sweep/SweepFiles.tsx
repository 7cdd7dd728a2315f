import type { SweepState } from '../../../store/sweep.ts';

/** The results as files. */
export function SweepFiles({ state }: { readonly state: SweepState }) {
  if (state.table === null) return null;
  return null;
}
