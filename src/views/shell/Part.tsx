import { createContext, useLayoutEffect } from 'react';
import type { ReactNode } from 'react';

import { useApp } from './app-context.ts';

const COMING = <Coming />;

/** What stands in the place of a part whose code is coming. */
export const Waiting = createContext<ReactNode>(COMING);

interface Props {
  readonly waiting?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the page whose code comes when it is first shown; the page is not idle until it is there. */
export function Part({ waiting = COMING, children }: Props) {
  return <Waiting value={waiting}>{children}</Waiting>;
}

/** Stands where a part or an answer will be, until when the page is not idle; shows nothing itself. */
export function Coming() {
  const { awaitPart } = useApp();
  useLayoutEffect(awaitPart, [awaitPart]);
  return null;
}
