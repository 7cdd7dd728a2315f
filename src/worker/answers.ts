import { assertUnreachable } from '../base/assert.ts';
import type { ExposureRequest } from './campaign-protocol.ts';
import { answerExposure } from './campaigns.ts';
import { answerCheck } from './checks.ts';
import type { LessonRequest } from './lessons.ts';
import { answerLink } from './links.ts';
import type { ProfileLoader } from './profiles.ts';
import type { CheckRequest, LinkRequest } from './protocol.ts';
import type { ShortLinkRequest } from './short-links.ts';
import type { WhatIfRequest } from './what-if-protocol.ts';
import { answerGains, answerSameEvent } from './what-if.ts';

/** What a worker answers from the request alone, whatever it was asked before. */
export type OnceRequest =
  | LinkRequest
  | CheckRequest
  | ExposureRequest
  | WhatIfRequest
  | LessonRequest
  | ShortLinkRequest;

/** Posts the answer, or each part of it. What few ask for is loaded when it is asked for. */
export async function answerOnce(
  request: OnceRequest,
  loadProfiles: ProfileLoader,
  post: (answer: unknown) => void,
): Promise<void> {
  switch (request.kind) {
    case 'encode':
    case 'decode':
    case 'read-work':
      return post(answerLink(request));
    case 'check':
      return post(await answerCheck(request, loadProfiles));
    case 'exposure':
      return post(await answerExposure(request, loadProfiles));
    case 'gains':
      return answerGains(request, post);
    case 'same-event':
      return answerSameEvent(request, loadProfiles, post);
    case 'short-link': {
      const { answerShortLink } = await import('./short-links.ts');
      return post(await answerShortLink(request, loadProfiles));
    }
    case 'lesson': {
      const { answerLesson } = await import('./lessons.ts');
      return post(await answerLesson(request, loadProfiles));
    }
    default:
      return assertUnreachable(request);
  }
}
