import { useSyncExternalStore } from 'react';

interface Query {
  readonly holds: () => boolean;
  readonly subscribe: (onChange: () => void) => () => void;
}

/** Asked once for each text: components ask again with every render, and a new list costs the browser each time. */
const queries = new Map<string, Query>();

function queryOf(text: string): Query {
  const known = queries.get(text);
  if (known !== undefined) return known;
  const list = window.matchMedia(text);
  const query: Query = {
    holds: () => list.matches,
    subscribe: (onChange) => {
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
  };
  queries.set(text, query);
  return query;
}

/** Does the media query hold? Renders again when that changes. */
export function useMedia(query: string): boolean {
  const { subscribe, holds } = queryOf(query);
  return useSyncExternalStore(subscribe, holds, holds);
}
