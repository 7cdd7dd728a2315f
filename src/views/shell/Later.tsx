import { startTransition, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import { afterPaint } from './browser.ts';
import type { LazyPart } from './lazy-part.tsx';
import { Coming } from './Part.tsx';
import { createTurns } from './turns.ts';

const turns = createTurns(afterPaint);

interface Props {
  /** What takes long to mount among the children. */
  readonly part: Pick<LazyPart<never>, 'load' | 'isHere'>;
  readonly children: ReactNode;
}

const painted = (): Promise<void> => new Promise(afterPaint);

/**
 * Mounts its children after what stands beside it, in slices between which the page answers, and each one
 * after the one before was painted. All panels at once would block the page for longer than 50 ms when the
 * first run arrives.
 */
export function Later({ part, children }: Props) {
  const [mounted, setMounted] = useState(false);
  const endTurn = useRef<(() => void) | null>(null);
  useEffect(() => {
    // Not in turns: all of them come at once, after a frame with what stands beside them.
    const come = part.isHere() ? Promise.resolve() : painted().then(part.load);
    const end = turns.take(() => void come.then(() => startTransition(() => setMounted(true))));
    endTurn.current = end;
    return end;
  }, [part]);
  useEffect(() => {
    if (mounted) endTurn.current?.();
  }, [mounted]);
  return mounted ? children : <Coming />;
}
