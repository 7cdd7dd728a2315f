import { createSweepPreview } from '../analysis/closed-form/sweep-preview.ts';
import type { Sweep } from '../analysis/sweep/job.ts';
import { createSweep } from '../analysis/sweep/job.ts';
import { layOut } from '../analysis/sweep/points.ts';
import type { PreviewFigures } from '../analysis/sweep/table.ts';
import { assertUnreachable } from '../base/assert.ts';
import { ok } from '../base/result.ts';
import type { ProfileLoader } from './profiles.ts';
import type { SweepAnswer, SweepRequest } from './sweep-protocol.ts';
import { inTurn, workThrough } from './turns.ts';

/** Points of a preview that are posted together. */
const PREVIEW_POINTS = 32;

interface SweepDeps {
  readonly post: (answer: SweepAnswer) => void;
  readonly loadProfiles: ProfileLoader;
  /** Milliseconds, for the time between reports only. */
  readonly now: () => number;
}

/** The worker's side of a sweep. */
export interface SweepSession {
  /** Requests are answered in the order in which they come. */
  readonly handle: (request: SweepRequest) => Promise<void>;
}

/** A worker that waits for its sweep. Answers leave while it works: posting waits for nothing. */
export function createSweepSession({ post, loadProfiles, now }: SweepDeps): SweepSession {
  let sweep: Sweep | null = null;

  const open = async ({ spec }: Extract<SweepRequest, { kind: 'sweep-open' }>): Promise<void> => {
    const profiles = await loadProfiles(spec.scenario);
    const created = profiles.ok ? createSweep(spec, profiles.value) : profiles;
    if (created.ok) sweep = created.value;
    post({ kind: 'sweep-opened', outcome: created.ok ? ok(null) : created });
  };
  const doPoint = (point: number): void => {
    const job = sweep?.startPoint(point);
    if (job === undefined) return;
    workThrough(job, now, (done) => post({ kind: 'sweep-progress', point, done }));
    post({ kind: 'sweep-point', point, outcome: job.finish() });
  };
  const preview = async (asked: Extract<SweepRequest, { kind: 'sweep-preview' }>) => {
    const { spec } = asked;
    const profiles = await loadProfiles(spec.scenario);
    const layout = layOut(spec);
    // The sweep itself says what is wrong.
    const points = profiles.ok && layout.ok ? layout.value.points.slice(0, asked.points) : [];
    const figuresOf =
      profiles.ok && layout.ok ? createSweepPreview(layout.value, profiles.value) : null;
    let ready: PreviewFigures[] = [];
    for (const { point } of points) {
      if (figuresOf !== null) ready.push(figuresOf(point));
      if (ready.length < PREVIEW_POINTS) continue;
      post({ kind: 'sweep-preview', points: ready, isLast: false });
      ready = [];
    }
    post({ kind: 'sweep-preview', points: ready, isLast: true });
  };
  const answer = async (request: SweepRequest): Promise<void> => {
    switch (request.kind) {
      case 'sweep-open':
        return open(request);
      case 'sweep-point':
        return doPoint(request.point);
      case 'sweep-preview':
        return preview(request);
      default:
        return assertUnreachable(request);
    }
  };
  return { handle: inTurn(answer) };
}
