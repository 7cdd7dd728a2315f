/** How far a long job is, and whether it is still wanted. */
export interface Work {
  /** 0..1, and what is being done. */
  readonly report: (share: number, doing: string) => void;
  readonly signal: AbortSignal;
}

/** Longest stretch of work without a pause, so that the page answers. */
const SLICE_MS = 12;

/** Ends the job if it is no longer wanted. */
export function check({ signal }: Work): void {
  signal.throwIfAborted();
}

/** Lets the page answer; unlike an animation frame it comes in a hidden tab, too. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** All of `pieces`, made in slices between which the page answers; `each` tells how far it is. */
export async function gather<T>(
  pieces: Iterable<T>,
  work: Work,
  each: (count: number) => void,
): Promise<T[]> {
  const gathered: T[] = [];
  let pause = performance.now() + SLICE_MS;
  for (const piece of pieces) {
    gathered.push(piece);
    if (performance.now() < pause) continue;
    each(gathered.length);
    await breathe();
    check(work);
    pause = performance.now() + SLICE_MS;
  }
  return gathered;
}
