import { useEffect } from 'react';

import { useApp, useAppState } from './app-context.ts';

const SAID_MS = 2500;

/** What the page says in passing; it is gone after a moment. */
export function useSaid(): string {
  const app = useApp();
  const said = useAppState((state) => state.said);
  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => app.say(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [app, said]);
  return said;
}
