import type { AppState } from './state.ts';

/** Is the page still working on what it should show? */
export function isBusy({ run, matrixPending, playing, workloads }: AppState): boolean {
  const running = run.kind === 'waiting' || run.kind === 'running';
  return running || matrixPending || playing || workloads === null;
}

interface IdleDeps {
  /** Is anything pending, of the store or of the address? */
  readonly busy: () => boolean;
  /** Calls back when a frame with the current state was painted. */
  readonly afterPaint: (action: () => void) => void;
  /** Publishes the flag. */
  readonly publish: (idle: boolean) => void;
}

/**
 * Publishes "idle" exactly when nothing is pending and the picture shows the current state. The
 * returned function is to be called after every change; the flag falls at once and rises only when
 * two frames have passed without another change.
 */
export function createIdleFlag({ busy, afterPaint, publish }: IdleDeps): () => void {
  let changes = 0;
  return () => {
    changes += 1;
    const mine = changes;
    publish(false);
    if (busy()) return;
    afterPaint(() => {
      if (mine === changes && !busy()) publish(true);
    });
  };
}
