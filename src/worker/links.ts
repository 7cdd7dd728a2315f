import { assertUnreachable } from '../base/assert.ts';
import { decodeLink, encodeLink } from '../scenario/link.ts';
import { parseWork } from '../scenario/parse-work.ts';
import type { LinkAnswer, LinkRequest } from './protocol.ts';

/** Writes or reads a share link, or reads kept work: the codec and its schema are heavy, so the page leaves them here. */
export function answerLink(request: LinkRequest): LinkAnswer {
  const { kind, id } = request;
  switch (kind) {
    case 'encode':
      return { kind: 'encoded', id, fragment: encodeLink(request.content) };
    case 'decode':
      return { kind: 'decoded', id, link: decodeLink(request.fragment) };
    case 'read-work':
      return { kind: 'work-read', id, work: parseWork(request.saved) };
    default:
      return assertUnreachable(kind);
  }
}
