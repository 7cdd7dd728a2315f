import { useDeferredValue } from 'react';
import type { ReactNode } from 'react';

import { Coming } from './Part.tsx';

/**
 * Mounts its children after what stands beside it, in slices between which the page answers. All
 * panels at once would block the page for longer than 50 ms when the first run arrives.
 */
export function Later({ children }: { readonly children: ReactNode }) {
  const mounted = useDeferredValue(true, false);
  return mounted ? children : <Coming />;
}
