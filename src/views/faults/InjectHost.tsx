import { lazy, Suspense } from 'react';

import { useAppState, useHeldRun } from '../shell/app-context.ts';

// Nobody injects before the first picture, so the dialog is not part of the first download.
const InjectDialog = lazy(async () => ({
  default: (await import('./InjectDialog.tsx')).InjectDialog,
}));

/** The dialog of faults while it is open. */
export function InjectHost() {
  const request = useAppState((state) => state.injecting);
  const run = useHeldRun();
  if (request === null || run === null) return null;
  return (
    <Suspense fallback={null}>
      <InjectDialog request={request} run={run} />
    </Suspense>
  );
}
