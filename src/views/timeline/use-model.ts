import { useCallback, useSyncExternalStore } from 'react';
import type { TimelineModel, TimelineState } from '../../store/timeline-model.ts';

/** One value of what the timeline shows; `pick` must give the same one until it changes. */
export function useModel<T>(model: TimelineModel, pick: (state: TimelineState) => T): T {
  const subscribe = useCallback((onChange: () => void) => model.subscribe(onChange), [model]);
  return useSyncExternalStore(subscribe, () => pick(model.getState()));
}
