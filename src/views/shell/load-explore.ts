import { createContext, useContext } from 'react';

import { assert } from '../../base/assert.ts';
import type { Explore } from '../../store/explore.ts';

/** Gives what Explore does; it comes when it is first asked for, and is the same ever after. */
export type LoadExplore = () => Promise<Explore>;

/** Lets what is not in Explore open something there. */
export const LoadExploreContext = createContext<LoadExplore | null>(null);

/** How to get at Explore from anywhere on the page. */
export function useLoadExplore(): LoadExplore {
  const load = useContext(LoadExploreContext);
  assert(load !== null, 'a component that uses Explore must be below LoadExploreContext');
  return load;
}
