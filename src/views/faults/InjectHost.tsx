import { lazy, useEffect } from 'react';

import { useAppState, useHeldRun } from '../shell/app-context.ts';
import { whenCalm } from '../shell/browser.ts';
import { Part } from '../shell/Part.tsx';

// Nobody injects before the first picture, so the dialog is not part of the first download.
const load = async () => ({ default: (await import('./InjectDialog.tsx')).InjectDialog });
const InjectDialog = lazy(load);

/** The dialog of faults while it is open. */
export function InjectHost() {
  const request = useAppState((state) => state.injecting);
  const run = useHeldRun();
  const ready = run !== null;
  // A staged fault is two keys in a row: the second must not come before the dialog.
  useEffect(() => {
    if (ready) whenCalm(() => void load());
  }, [ready]);
  if (request === null || run === null) return null;
  return (
    <Part>
      <InjectDialog request={request} run={run} />
    </Part>
  );
}
