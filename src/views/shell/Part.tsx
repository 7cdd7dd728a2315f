import { Suspense, useLayoutEffect } from 'react';
import type { ReactNode } from 'react';

import { useApp } from './app-context.ts';

/** A part of the page whose code comes when it is first shown; the page is not idle until it is there. */
export function Part({ children }: { readonly children: ReactNode }) {
  return <Suspense fallback={<Coming />}>{children}</Suspense>;
}

/** Stands where a part will be; shows nothing, because it is there for a moment only. */
export function Coming() {
  const { awaitPart } = useApp();
  useLayoutEffect(awaitPart, [awaitPart]);
  return null;
}
