import { useEffect, useState } from 'react';

import { useApp, useHeldRun } from '../shell/app-context.ts';
import { linkOf } from './link-of.ts';
import type { ReadyLink, Target } from './link-of.ts';

/** The link to `target` of what is shown; `null` until it is there. */
export function useLink(target: Target): ReadyLink | null {
  const app = useApp();
  const run = useHeldRun();
  const [made, setMade] = useState<{ readonly of: Target; readonly link: ReadyLink | null }>();
  useEffect(() => {
    let wanted = true;
    const done = app.awaitPart();
    const make = async (): Promise<void> => {
      const link = await linkOf(app, target);
      if (wanted) setMade({ of: target, link });
      done();
    };
    void make();
    return () => {
      wanted = false;
    };
  }, [app, run, target]);
  return made?.of === target ? made.link : null;
}
