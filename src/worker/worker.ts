import { assertUnreachable } from '../base/assert.ts';
import { err, ok } from '../base/result.ts';
import { answerCheck } from './checks.ts';
import type { CampaignRequest, ExposureRequest } from './campaign-protocol.ts';
import { answerExposure, createCampaignSession } from './campaigns.ts';
import { createSession } from './jobs.ts';
import { onceSpoken } from './language.ts';
import type { SpeakRequest } from './language.ts';
import type { LessonRequest } from './lessons.ts';
import { answerLink } from './links.ts';
import { createProfileLoader } from './profiles.ts';
import type { FetchJson, ReadOwn } from './profiles.ts';
import type { ShortLinkRequest } from './short-links.ts';
import { createStudySession } from './studies.ts';
import type { StudyRequest } from './study-protocol.ts';
import type { SweepRequest } from './sweep-protocol.ts';
import { SHIPPED_FILES } from './shipped-files.ts';
import { createSweepSession } from './sweeps.ts';
import { answerGains, answerSameEvent } from './what-if.ts';
import type { WhatIfRequest } from './what-if-protocol.ts';
import type { CheckRequest, LinkRequest, WorkerRequest } from './protocol.ts';

let baseUrl = '';

const fetchJson: FetchJson = async (path) => {
  if (SHIPPED_FILES !== null) {
    const file = SHIPPED_FILES[path];
    return file === undefined ? err('it is not in this file.') : ok(file);
  }
  try {
    const response = await fetch(baseUrl + path);
    if (!response.ok) return err(`the server answered ${response.status}.`);
    return ok((await response.json()) as unknown);
  } catch {
    return err('no answer from the server. Check the connection and run again.');
  }
};

/** A message to oneself comes after those that wait; unlike a timer it is never delayed. */
const { port1, port2 } = new MessageChannel();
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    port1.addEventListener('message', () => resolve(), { once: true });
    port2.postMessage(undefined);
  });
port1.start();

// Most pages have no program of their own, so what keeps them comes when one is asked for.
const readOwn: ReadOwn = async (id) => {
  const { openOwnProfiles } = await import('./own-profiles.ts');
  const program = await (await openOwnProfiles()).read(id);
  return program.ok ? ok(program.value?.file ?? null) : program;
};

const loadProfiles = createProfileLoader((path) => fetchJson(path), readOwn);
const session = createSession({
  post: (reply, buffers) => globalThis.postMessage(reply, { transfer: buffers }),
  loadProfiles,
  breathe,
  now: () => performance.now(),
});
const campaigns = createCampaignSession({
  post: (answer) => globalThis.postMessage(answer),
  loadProfiles,
  now: () => performance.now(),
});
const sweeps = createSweepSession({
  post: (answer) => globalThis.postMessage(answer),
  loadProfiles,
  now: () => performance.now(),
});
const studies = createStudySession({
  post: (answer) => globalThis.postMessage(answer),
  loadProfiles,
});

type Request =
  | WorkerRequest
  | LinkRequest
  | CheckRequest
  | CampaignRequest
  | ExposureRequest
  | SweepRequest
  | StudyRequest
  | WhatIfRequest
  | LessonRequest
  | ShortLinkRequest;
const hear = onceSpoken<Request>((data) => {
  switch (data.kind) {
    case 'open':
      ({ baseUrl } = data);
      return;
    case 'encode':
    case 'decode':
    case 'read-work':
      globalThis.postMessage(answerLink(data));
      return;
    case 'check':
      void answerCheck(data, loadProfiles).then((answer) => globalThis.postMessage(answer));
      return;
    case 'short-link':
      import('./short-links.ts')
        .then(({ answerShortLink }) => answerShortLink(data, loadProfiles))
        .then((answer) => globalThis.postMessage(answer))
        .catch(reportError);
      return;
    case 'lesson':
      import('./lessons.ts')
        .then(({ answerLesson }) => answerLesson(data, loadProfiles))
        .then((answer) => globalThis.postMessage(answer))
        .catch(reportError);
      return;
    case 'gains':
      answerGains(data, (answer) => globalThis.postMessage(answer));
      return;
    case 'same-event':
      answerSameEvent(data, loadProfiles, (answer) => globalThis.postMessage(answer)).catch(
        reportError,
      );
      return;
    case 'exposure':
      answerExposure(data, loadProfiles)
        .then((answer) => globalThis.postMessage(answer))
        .catch(reportError);
      return;
    case 'campaign-open':
    case 'campaign-block':
    case 'campaign-scenario':
      // What goes wrong inside must reach the page as an error of this worker.
      campaigns.handle(data).catch(reportError);
      return;
    case 'sweep-open':
    case 'sweep-point':
    case 'sweep-preview':
      sweeps.handle(data).catch(reportError);
      return;
    case 'study-open':
    case 'study-step':
      studies.handle(data).catch(reportError);
      return;
    case 'run':
    case 'matrix':
    case 'cancel':
      void session.handle(data);
      return;
    default:
      assertUnreachable(data);
  }
});
globalThis.addEventListener('message', ({ data }: MessageEvent<Request | SpeakRequest>) =>
  hear(data),
);
