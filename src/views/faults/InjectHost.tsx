import { useEffect } from 'react';

import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
import { whenCalm } from '../shell/browser.ts';
import { DialogGuard } from '../shell/DialogGuard.tsx';
import { lazyPart } from '../shell/lazy-part.tsx';

// Nobody injects before the first picture, so the dialog is not part of the first download.
const load = async () => (await import('./InjectDialog.tsx')).InjectDialog;
const InjectDialog = lazyPart(load);

/** The dialog of faults while it is open. */
export function InjectHost() {
  const app = useApp();
  const request = useAppState((state) => state.injecting);
  const run = useHeldRun();
  const ready = run !== null;
  // A staged fault is two keys in a row: the second must not come before the dialog.
  useEffect(() => {
    // What does not come now is fetched again when it is wanted.
    if (ready) whenCalm(() => void load().catch(() => undefined));
  }, [ready]);
  if (request === null || run === null) return null;
  return (
    <DialogGuard resetKey={request} onFail={() => app.faults.closeInject()}>
      <InjectDialog request={request} run={run} />
    </DialogGuard>
  );
}
