import { t } from '../base/language.ts';
import { err } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { LinkContent } from '../scenario/codec/view.ts';
import type { ScenarioProblem } from '../scenario/scenario.ts';
import type { WorkerPost, WorkerRequest } from './protocol.ts';
import type { SentPrograms, ShortLinkRequest } from './short-links.ts';

/** The part of a `Worker` that a short link needs. */
export interface ShortLinkWorker {
  postMessage(message: ShortLinkRequest | WorkerRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: WorkerPost }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

/** A link to `content` in which programs of one's own stand in short; a worker of its own makes it and ends. */
export function makeShortLink(
  content: LinkContent,
  start: () => ShortLinkWorker,
  baseUrl: string,
): Promise<Result<SentPrograms, readonly ScenarioProblem[]>> {
  return new Promise((resolve) => {
    const worker = start();
    const end = (link: Result<SentPrograms, readonly ScenarioProblem[]>): void => {
      worker.terminate();
      resolve(link);
    };
    worker.addEventListener('error', () =>
      end(err([{ path: '', message: t('The worker that shortens programs did not start.') }])),
    );
    worker.addEventListener('message', ({ data }) => {
      if (data.kind === 'short-linked') end(data.link);
    });
    worker.postMessage({ kind: 'open', baseUrl });
    worker.postMessage({ kind: 'short-link', content });
  });
}
