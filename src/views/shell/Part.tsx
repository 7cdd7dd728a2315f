import { Suspense, useLayoutEffect } from 'react';
import type { ReactNode } from 'react';

import { useApp } from './app-context.ts';

/** A part of the page whose code comes when it is first shown; the page is not idle until it is there. */
export function Part({ children }: { readonly children: ReactNode }) {
  return <Suspense fallback={<Coming />}>{children}</Suspense>;
}

/** Stands where a part or an answer will be, until when the page is not idle; shows nothing itself. */
export function Coming() {
  const { awaitPart } = useApp();
  useLayoutEffect(awaitPart, [awaitPart]);
  return null;
}
