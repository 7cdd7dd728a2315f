import { useEffect } from 'react';

import type { Sweeps } from '../../../store/sweeps.ts';
import { useApp } from '../../shell/app-context.ts';
import { openDropped } from '../../shell/use-file-drop.ts';
import { looksLikeSweep, openSweepFile } from './open-file.ts';

/** A sweep file dropped anywhere on the page of sweeps is shown; any other file is what it is elsewhere. */
export function useSweepDrop(sweeps: Sweeps): void {
  const app = useApp();
  useEffect(() => {
    const stop = new AbortController();
    const onDrop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined || event.defaultPrevented) return;
      // What it is can only be read once the drop is over.
      event.preventDefault();
      void take(file);
    };
    const take = async (file: File): Promise<void> => {
      if (await looksLikeSweep(file)) await openSweepFile(file, { app, sweeps });
      else await openDropped(app, file);
    };
    // Before the page as a whole takes it.
    window.addEventListener('drop', onDrop, { signal: stop.signal, capture: true });
    return () => stop.abort();
  }, [app, sweeps]);
}
