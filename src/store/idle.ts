import type { AppStore } from './app-store.ts';
import { isExplaining } from './causes.ts';
import type { AppState, OtherRunState } from './state.ts';

/** Is the page still working on what it should show? */
export function isBusy(state: AppState): boolean {
  const { run, otherRun, matrixPending, playing, searching, workloads, partsComing } = state;
  const running = isRunning(run) || isRunning(otherRun) || isExplaining(state);
  const coming = searching || workloads === null || partsComing > 0;
  return running || matrixPending || playing || coming;
}

function isRunning(run: OtherRunState | null): boolean {
  return run !== null && ['waiting', 'running', 'counting'].includes(run.kind);
}

/** Calls back when every part of the page whose code was on its way is there; at once if none is. */
export function whenPartsCame({ store }: Pick<AppStore, 'store'>, action: () => void): void {
  if (store.getState().partsComing === 0) {
    action();
    return;
  }
  const stop = store.subscribe(({ partsComing }) => {
    if (partsComing > 0) return;
    stop();
    action();
  });
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
  let waiting = false;
  let published: boolean | null = null;

  // A drag changes the state in every frame: one wait after another serves all of its changes.
  const wait = (): void => {
    if (waiting || busy()) return;
    waiting = true;
    const before = changes;
    afterPaint(() => {
      waiting = false;
      if (before !== changes) wait();
      else if (!busy()) tell(true);
    });
  };
  const tell = (idle: boolean): void => {
    if (idle !== published) publish(idle);
    published = idle;
  };
  return () => {
    changes += 1;
    tell(false);
    wait();
  };
}
