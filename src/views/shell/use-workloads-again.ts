import { useEffect } from 'react';

import { t } from '../../base/language.ts';
import { useApp, useAppState } from './app-context.ts';
import { fetchWorkloads, NO_WORKLOADS } from './browser.ts';

/** Fetches the list of workloads again when it was missed and a run shows that the server answers. */
export function useWorkloadsAgain(): void {
  const app = useApp();
  const missed = useAppState((state) => state.workloads?.every(({ own }) => own) === true);
  const runs = useAppState((state) => state.runCount);
  useEffect(() => {
    if (!missed || runs === 0) return;
    const load = async (): Promise<void> => {
      const base = new URL(import.meta.env.BASE_URL, document.baseURI).href;
      const workloads = await fetchWorkloads(base);
      if (workloads === null) return;
      app.setWorkloads(workloads);
      for (const { id, text } of app.store.getState().notices)
        if (text === t(NO_WORKLOADS)) app.dismiss(id);
    };
    void load();
  }, [app, missed, runs]);
}
