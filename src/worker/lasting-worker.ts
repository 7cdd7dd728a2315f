import type { WorkerLike } from './client.ts';
import type { LinkWorker } from './link-client.ts';
import type { LinkRequest, WorkerPost, WorkerRequest } from './protocol.ts';

type Request = WorkerRequest | LinkRequest;
type Hear = (event: { readonly data: WorkerPost }) => void;

/** The part of a `Worker` that can be replaced. */
export interface MortalWorker {
  postMessage(message: Request): void;
  addEventListener(type: 'message', listener: Hear): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

/**
 * A worker that outlives its failures: one that has stopped, or never started, is replaced when there
 * is something to run again. Until then it hears nothing; `error` says each time that this is so.
 */
export function createLastingWorker(start: () => MortalWorker): WorkerLike & LinkWorker {
  const onMessage: Hear[] = [];
  const onError: (() => void)[] = [];
  let opening: Request | null = null;
  let worker: MortalWorker | null = null;

  const stopped = (): void => {
    worker?.terminate();
    worker = null;
    for (const listener of onError) listener();
  };
  const begin = (): void => {
    try {
      const started = start();
      worker = started;
      // What a worker that was given up still has to say concerns nobody.
      started.addEventListener('message', (event) => {
        if (started === worker) for (const listener of onMessage) listener(event);
      });
      started.addEventListener('error', () => {
        if (started === worker) stopped();
      });
      if (opening !== null) started.postMessage(opening);
    } catch {
      // Some browsers forbid workers: the listeners are told like of any other that did not start.
      queueMicrotask(stopped);
    }
  };

  return {
    postMessage(message) {
      const { kind } = message;
      if (kind === 'open') opening = message;
      const needed = kind === 'open' || kind === 'run' || kind === 'matrix';
      if (worker === null && needed) begin();
      // A new one has been told where it is already.
      if (kind !== 'open') worker?.postMessage(message);
    },
    addEventListener(type: 'message' | 'error', listener: Hear) {
      if (type === 'message') onMessage.push(listener);
      else onError.push(listener as () => void);
    },
  };
}
