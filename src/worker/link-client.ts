import { assert } from '../base/assert.ts';
import type { Result } from '../base/result.ts';
import type { DecodedLink, LinkProblem } from '../scenario/link.ts';
import type { SavedWork } from '../scenario/saved-work.ts';
import type { LinkContent } from '../scenario/codec/view.ts';
import type { LinkAnswer, LinkRequest, WorkerPost } from './protocol.ts';

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
  addEventListener(type: 'error', listener: () => void): void;
}

/** A codec that asks `worker`. Answers come in the order of the questions; while it has stopped, the page gives them. */
export function createLinkCodec(worker: LinkWorker): LinkCodec {
  let last = 0;
  let stopped = false;
  const waiting = new Map<number, Waiting>();

  const settle = (answer: LinkAnswer): void => {
    waiting.get(answer.id)?.settle(answer);
    waiting.delete(answer.id);
  };
  worker.addEventListener('message', ({ data }) => {
    stopped = false;
    if ('id' in data && waiting.has(data.id) && isLinkAnswer(data)) settle(data);
  });
  worker.addEventListener('error', () => {
    stopped = true;
    for (const { request } of waiting.values()) void answerHere(request, settle);
  });

  const ask = (request: LinkRequest): Promise<LinkAnswer> =>
    new Promise((resolve) => {
      waiting.set(request.id, { request, settle: resolve });
      if (stopped) void answerHere(request, settle);
      else worker.postMessage(request);
    });
  return {
    async encode(content) {
      const answer = await ask({ kind: 'encode', id: (last += 1), content });
      assert(answer.kind === 'encoded', 'a link is asked for');
      return answer.fragment;
    },
    async decode(fragment) {
      const answer = await ask({ kind: 'decode', id: (last += 1), fragment });
      assert(answer.kind === 'decoded', 'a link is read');
      return answer.link;
    },
    async readWork(saved) {
      const answer = await ask({ kind: 'read-work', id: (last += 1), saved });
      assert(answer.kind === 'work-read', 'work is read');
      return answer.work;
    },
  };
}

/** A question that is not answered yet. */
interface Waiting {
  readonly request: LinkRequest;
  readonly settle: (answer: LinkAnswer) => void;
}

function isLinkAnswer(post: WorkerPost): post is LinkAnswer {
  return post.kind === 'encoded' || post.kind === 'decoded' || post.kind === 'work-read';
}

/** Without a worker the page takes the codec over, which then has to come first. */
async function answerHere(
  request: LinkRequest,
  settle: (answer: LinkAnswer) => void,
): Promise<void> {
  const { answerLink } = await import('./links.ts');
  settle(answerLink(request));
}
