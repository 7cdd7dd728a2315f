import type { Result } from '../base/result.ts';
import type { DecodedLink, LinkProblem } from '../scenario/link.ts';
import type { SavedWork } from '../scenario/saved-work.ts';
import type { LinkContent } from '../scenario/codec/view.ts';
import type { LinkRequest, WorkerPost } from './protocol.ts';

/** The share-link codec as the page has it: in the worker, so every answer comes a little later. */
export interface LinkCodec {
  /** The fragment, without `#`, that carries `content`. */
  readonly encode: (content: LinkContent) => Promise<string>;
  readonly decode: (fragment: string) => Promise<Result<DecodedLink, LinkProblem>>;
  /** Reads what the browser has kept of a person's work; the error says what is wrong with it. */
  readonly readWork: (saved: string) => Promise<Result<SavedWork, string>>;
}

/** The part of a `Worker` that links need. */
export interface LinkWorker {
  postMessage(message: LinkRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: WorkerPost }) => void): void;
}

/** A codec that asks `worker`. Answers come in the order of the questions; without a worker, none. */
export function createLinkCodec(worker: LinkWorker): LinkCodec {
  let last = 0;
  const encoding = new Map<number, (fragment: string) => void>();
  const decoding = new Map<number, (link: Result<DecodedLink, LinkProblem>) => void>();
  const reading = new Map<number, (work: Result<SavedWork, string>) => void>();
  worker.addEventListener('message', ({ data }) => {
    if (data.kind === 'encoded') settle(encoding, data.id, data.fragment);
    if (data.kind === 'decoded') settle(decoding, data.id, data.link);
    if (data.kind === 'work-read') settle(reading, data.id, data.work);
  });
  return {
    encode: (content) =>
      new Promise((resolve) => {
        encoding.set((last += 1), resolve);
        worker.postMessage({ kind: 'encode', id: last, content });
      }),
    decode: (fragment) =>
      new Promise((resolve) => {
        decoding.set((last += 1), resolve);
        worker.postMessage({ kind: 'decode', id: last, fragment });
      }),
    readWork: (saved) =>
      new Promise((resolve) => {
        reading.set((last += 1), resolve);
        worker.postMessage({ kind: 'read-work', id: last, saved });
      }),
  };
}

function settle<T>(waiting: Map<number, (answer: T) => void>, id: number, answer: T): void {
  waiting.get(id)?.(answer);
  waiting.delete(id);
}
