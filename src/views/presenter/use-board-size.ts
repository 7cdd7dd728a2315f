import { useSyncExternalStore } from 'react';

/** What the window makes of the board. */
export interface BoardSize {
  /** CSS px of what is 1 px on a board of 1024 × 768. */
  readonly unit: number;
  /** Is it so much higher than wide that all stands below each other? */
  readonly upright: boolean;
}

/** The board at a window's size, CSS px. */
export function boardSize(width: number, height: number): BoardSize {
  const upright = width < 0.8 * height;
  const unit = upright
    ? Math.min(width / 640, height / 1000)
    : Math.min(width / 1024, height / 768);
  // What is read from the last row is never smaller than on the smallest projector.
  return { unit: Math.max(MIN_UNIT, unit), upright };
}

/** Below it, texts keep their size and the board scrolls. */
const MIN_UNIT = 0.75;

let known: BoardSize = boardSize(1024, 768);

function measured(): BoardSize {
  const now = boardSize(window.innerWidth, window.innerHeight);
  if (now.unit !== known.unit || now.upright !== known.upright) known = now;
  return known;
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('resize', onChange);
  return () => window.removeEventListener('resize', onChange);
}

/** The size of the board in this window. */
export function useBoardSize(): BoardSize {
  return useSyncExternalStore(subscribe, measured);
}
