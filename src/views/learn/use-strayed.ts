import { useState, useEffect } from 'react';

import { useApp } from '../shell/app-context.ts';
import { useLessons } from './lessons-context.ts';

/** Has the person gone elsewhere in the Lab, or changed the run, since the step was shown? */
export function useStrayed(): boolean {
  const { store } = useApp();
  const { isInPlace, store: lessons } = useLessons();
  const [strayed, setStrayed] = useState(() => !isInPlace());
  useEffect(() => {
    const look = (): void => {
      // While a run is on its way nobody has strayed; playing is looking at the step.
      const { run, playing } = store.getState();
      const { showing } = lessons.getState();
      if (run.kind === 'ready' && !playing && !showing) setStrayed(!isInPlace());
    };
    look();
    const ends = [store.subscribe(look), lessons.subscribe(look)];
    return () => {
      for (const end of ends) end();
    };
  }, [store, lessons, isInPlace]);
  return strayed;
}
