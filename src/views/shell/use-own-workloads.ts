import { useEffect } from 'react';

import type { AppStore } from '../../store/app-store.ts';
import { useApp, useAppState, useHeldRun } from './app-context.ts';
import { afterPaint } from './browser.ts';

/** Lists the programs that the person has imported, once the first picture is there, and again whenever there are others. */
export function useOwnWorkloads(): void {
  const app = useApp();
  const listed = useAppState((state) => state.workloads !== null);
  const failed = useAppState((state) => state.run.kind === 'failed');
  const ready = (useHeldRun() !== null || failed) && listed;
  useEffect(() => {
    if (!ready) return undefined;
    const stop = new AbortController();
    afterPaint(() => void listOwn(app, stop.signal));
    return () => stop.abort();
  }, [app, ready]);
}

/** Lists them now, and from then on until `signal` ends that. */
async function listOwn(app: AppStore, signal: AbortSignal): Promise<void> {
  const arrived = app.awaitPart();
  try {
    const { ownPrograms } = await import('../import/own-programs.ts');
    const { onOwnProfiles } = await import('../../worker/own-profiles.ts');
    const own = await ownPrograms(app);
    await own.refresh();
    const end = onOwnProfiles(() => void own.refresh());
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  } catch {
    // Without the code there is no list; whoever imports a log is told so.
  }
  arrived();
}
