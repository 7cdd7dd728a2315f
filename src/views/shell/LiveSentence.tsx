import { captionOf } from '../machine/caption.ts';
import { useApp, useAppState } from './app-context.ts';

/** One polite sentence for each deliberate step; silent while playing and scrubbing. */
export function LiveSentence() {
  const { store, held } = useApp();
  const steps = useAppState((state) => state.stepsTaken);
  const playing = useAppState((state) => state.playing);
  const { playhead, app, comparison } = store.getState();
  const { run } = held;
  const view = steps > 0 && !playing ? (run?.viewAt(playhead) ?? null) : null;
  const speaks = run !== null && view !== null;
  return (
    <p className="visually-hidden" aria-live="polite">
      {speaks && comparison !== null && 'A: '}
      {speaks && captionOf(view, run.plan, app)}
    </p>
  );
}
