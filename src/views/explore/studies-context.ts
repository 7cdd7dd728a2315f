import { createContext, useContext } from 'react';

import { assert } from '../../base/assert.ts';
import type { Studies } from '../../store/explore.ts';

/** Gives the studies to every component below it. */
export const StudiesContext = createContext<Studies | null>(null);

/** The studies of the page. */
export function useStudies(): Studies {
  const studies = useContext(StudiesContext);
  assert(studies !== null, 'a component that uses studies must be below StudiesContext');
  return studies;
}
