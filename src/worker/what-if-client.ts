import type { MachinePlan } from '../kernel/plan.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { WorkerPost, WorkerRequest } from './protocol.ts';
import type { WhatIfAnswer, WhatIfRequest } from './what-if-protocol.ts';

/** The part of a `Worker` that simulating otherwise needs. */
export interface WhatIfWorker {
  postMessage(message: WhatIfRequest | WorkerRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: WorkerPost }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

/** What is heard of it; `failed` = the worker stopped. */
export type WhatIfListener = (answer: WhatIfAnswer | { readonly kind: 'failed' }) => void;

/** Simulates a run otherwise than it was, to find what would help. Each call returns the way to stop it. */
export interface WhatIf {
  /** What each cost parameter, better by `percent`, gains over the whole run of `plan`. */
  readonly gains: (plan: MachinePlan, percent: number, listener: WhatIfListener) => () => void;
  /** How long event `event` (from 0) of `app` takes with other methods. */
  readonly sameEvent: (
    scenario: Scenario,
    at: { readonly app: number; readonly event: number },
    listener: WhatIfListener,
  ) => () => void;
}

/** Starts a worker of its own for each question, which ends with the answer or when it is stopped. */
export function createWhatIf(start: () => WhatIfWorker, baseUrl: string): WhatIf {
  const ask = (request: WhatIfRequest, listener: WhatIfListener): (() => void) => {
    const worker = start();
    worker.addEventListener('error', () => {
      worker.terminate();
      listener({ kind: 'failed' });
    });
    worker.addEventListener('message', ({ data }) => {
      if (!isAnswer(data)) return;
      if (data.kind === 'gains-ended' || data.kind === 'same-event-ended') worker.terminate();
      listener(data);
    });
    worker.postMessage({ kind: 'open', baseUrl });
    worker.postMessage(request);
    return () => worker.terminate();
  };
  return {
    gains: (plan, percent, listener) => ask({ kind: 'gains', plan, percent }, listener),
    sameEvent: (scenario, { app, event }, listener) =>
      ask({ kind: 'same-event', scenario, app, event }, listener),
  };
}

const ANSWERS: ReadonlySet<string> = new Set<WhatIfAnswer['kind']>([
  'gains-begun',
  'gain',
  'gains-ended',
  'same-event-row',
  'same-event-ended',
]);

function isAnswer(post: WorkerPost): post is WhatIfAnswer {
  return ANSWERS.has(post.kind);
}
