import { useEffect } from 'react';

const NAME = 'presenter';

/** Says in the address that the presenter is shown, so that a reload comes back to it. */
export function useAddress(): void {
  useEffect(() => {
    set('1');
    return () => set(null);
  }, []);
}

function set(value: '1' | null): void {
  const url = new URL(window.location.href);
  if (value === null) url.searchParams.delete(NAME);
  else url.searchParams.set(NAME, value);
  try {
    window.history.replaceState(window.history.state, '', url);
  } catch {
    // Of a file on a disk some browsers let no address be changed.
  }
}
