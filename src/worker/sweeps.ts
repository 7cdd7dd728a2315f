import type { Sweep } from '../analysis/sweep/job.ts';
import { createSweep } from '../analysis/sweep/job.ts';
import { assertUnreachable } from '../base/assert.ts';
import { ok } from '../base/result.ts';
import type { ProfileLoader } from './profiles.ts';
import type { SweepAnswer, SweepRequest } from './sweep-protocol.ts';
import { inTurn, workThrough } from './turns.ts';

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
  const answer = async (request: SweepRequest): Promise<void> => {
    switch (request.kind) {
      case 'sweep-open':
        return open(request);
      case 'sweep-point':
        return doPoint(request.point);
      default:
        return assertUnreachable(request);
    }
  };
  return { handle: inTurn(answer) };
}
