import { ok } from '../base/result.ts';
import type { Profile } from '../workload/profile.ts';
import { answerExposure, createCampaignSession } from '../worker/campaigns.ts';
import type { PoolWorker, WorkerSource } from '../worker/block-pool.ts';
import type { WorkerPost } from '../worker/protocol.ts';
import { createStudySession } from '../worker/studies.ts';
import { createSweepSession } from '../worker/sweeps.ts';

/** Workers in this thread, which answer in later turns as real ones would. */
export interface FakePoolWorkers extends WorkerSource {
  readonly started: () => number;
  readonly ended: () => number;
  /** Resolves when all that was asked is answered. */
  readonly settled: () => Promise<void>;
}

interface Options {
  /** Let every worker fail at its first request. */
  readonly crash?: boolean;
  /** Let time pass with every look at the clock, so that all progress is reported; absent = it stands still. */
  readonly ticking?: boolean;
}

const loadProfiles = () => Promise.resolve(ok(new Map<string, Profile>()));

/** Workers for campaigns, sweeps and studies of scenarios that need no profile. */
export function fakePoolWorkers({ crash = false, ticking = false }: Options = {}): FakePoolWorkers {
  let started = 0;
  let ended = 0;
  const work: Promise<void>[] = [];
  let time = 0;
  const now = (): number => (ticking ? (time += 1000) : 0);
  const start = (): PoolWorker => {
    started++;
    let alive = true;
    const hear: ((event: { readonly data: WorkerPost }) => void)[] = [];
    const fail: (() => void)[] = [];
    const post = (data: WorkerPost): void => {
      if (alive) for (const listener of hear) listener({ data });
    };
    const session = createCampaignSession({ post, loadProfiles, now });
    const sweeps = createSweepSession({ post, loadProfiles, now });
    const studies = createStudySession({ post, loadProfiles });
    return {
      addEventListener(type: 'message' | 'error', listener: (typeof hear)[number]) {
        if (type === 'message') hear.push(listener);
        else fail.push(listener as () => void);
      },
      postMessage(message) {
        if (crash) work.push(Promise.resolve().then(() => fail.forEach((listener) => listener())));
        else if (message.kind === 'exposure') {
          work.push(answerExposure(message, loadProfiles).then(post));
        } else if (
          message.kind === 'campaign-open' ||
          message.kind === 'campaign-block' ||
          message.kind === 'campaign-scenario'
        ) {
          work.push(session.handle(message));
        } else if (
          message.kind === 'sweep-open' ||
          message.kind === 'sweep-point' ||
          message.kind === 'sweep-preview'
        ) {
          work.push(sweeps.handle(message));
        } else if (message.kind === 'study-open' || message.kind === 'study-step') {
          work.push(studies.handle(message));
        }
      },
      terminate() {
        if (alive) ended++;
        alive = false;
      },
    };
  };
  return {
    start,
    baseUrl: '',
    started: () => started,
    ended: () => ended,
    settled: async () => void (await Promise.all(work)),
  };
}
