import type { SweepSpec } from '../analysis/sweep/spec.ts';
import type { PreviewFigures } from '../analysis/sweep/table.ts';
import type { WorkerSource } from './block-pool.ts';

/** Most figures that a page asks for: they come in seconds, and in no more memory than the results. */
const MAX_FIGURES = 12_000;

/** Who hears of a preview. */
export interface PreviewListener {
  readonly onPoints: (points: readonly PreviewFigures[]) => void;
  /** It is whole, or there will be no more of it. */
  readonly onEnd: () => void;
}

/**
 * Asks a worker of its own what the closed form says of the points of `spec`, the coarse ones first;
 * of a large sweep not of all. The returned function ends it, and then nothing more is heard.
 */
export function startSweepPreview(
  spec: SweepSpec,
  variants: number,
  { source, listener }: { readonly source: WorkerSource; readonly listener: PreviewListener },
): () => void {
  const worker = source.start();
  let over = false;
  const end = (): void => {
    over = true;
    worker.terminate();
  };
  worker.addEventListener('message', ({ data }) => {
    if (over || data.kind !== 'sweep-preview') return;
    if (data.isLast) end();
    if (data.points.length > 0) listener.onPoints(data.points);
    if (data.isLast) listener.onEnd();
  });
  // A preview is not worth a message: the runs come all the same.
  worker.addEventListener('error', () => {
    if (over) return;
    end();
    listener.onEnd();
  });
  worker.postMessage({ kind: 'open', baseUrl: source.baseUrl });
  const points = Math.max(1, Math.floor(MAX_FIGURES / variants));
  worker.postMessage({ kind: 'sweep-preview', spec, points });
  return end;
}
