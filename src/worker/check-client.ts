import { t } from '../base/language.ts';
import { err } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { CheckedRun, CheckRequest, WorkerPost, WorkerRequest } from './protocol.ts';

/** The part of a `Worker` that a check needs. */
export interface CheckWorker {
  postMessage(message: CheckRequest | WorkerRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: WorkerPost }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

/** Checks runs; an aborted check never answers. */
export type RunChecker = (
  scenario: Scenario,
  signal: AbortSignal,
) => Promise<Result<CheckedRun, string>>;

/**
 * A checker that starts a worker of its own for each check, so that neither the page nor the
 * simulator waits for it, and ends the worker with the answer or when the check is aborted.
 */
export function createRunChecker(start: () => CheckWorker, baseUrl: string): RunChecker {
  return (scenario, signal) =>
    new Promise((resolve) => {
      const worker = start();
      const end = (outcome: Result<CheckedRun, string>): void => {
        worker.terminate();
        resolve(outcome);
      };
      signal.addEventListener('abort', () => worker.terminate(), { once: true });
      worker.addEventListener('error', () => end(err(t('The check could not run. Try again.'))));
      worker.addEventListener('message', ({ data }) => {
        if (data.kind !== 'checked') return;
        const { outcome } = data;
        end(
          outcome.ok ? outcome : err(outcome.error[0]?.message ?? t('The scenario does not run.')),
        );
      });
      worker.postMessage({ kind: 'open', baseUrl });
      worker.postMessage({ kind: 'check', scenario });
    });
}
