import { t } from '../base/language.ts';
import { err, ok } from '../base/result.ts';
import { answerOnce } from './answers.ts';
import type { OnceRequest } from './answers.ts';
import type { CampaignRequest } from './campaign-protocol.ts';
import { createCampaignSession } from './campaigns.ts';
import { createSession } from './jobs.ts';
import { onceSpoken } from './language.ts';
import type { SpeakRequest } from './language.ts';
import { createProfileLoader } from './profiles.ts';
import type { FetchJson, ReadOwn } from './profiles.ts';
import { createStudySession } from './studies.ts';
import type { StudyRequest } from './study-protocol.ts';
import type { SweepRequest } from './sweep-protocol.ts';
import { SHIPPED_FILES } from './shipped-files.ts';
import { createSweepSession } from './sweeps.ts';
import type { WorkerRequest } from './protocol.ts';

let baseUrl = '';

const fetchJson: FetchJson = async (path) => {
  if (SHIPPED_FILES !== null) {
    const file = SHIPPED_FILES[path];
    return file === undefined ? err(t('it is not in this file.')) : ok(file);
  }
  try {
    const response = await fetch(baseUrl + path);
    if (!response.ok) return err(t('the server answered {status}.', { status: response.status }));
    return ok((await response.json()) as unknown);
  } catch {
    return err(t('no answer from the server. Check the connection and run again.'));
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

type Request = WorkerRequest | CampaignRequest | SweepRequest | StudyRequest | OnceRequest;

async function take(request: Request): Promise<void> {
  switch (request.kind) {
    case 'open':
      ({ baseUrl } = request);
      return;
    case 'run':
    case 'matrix':
    case 'cancel':
      return session.handle(request);
    case 'campaign-open':
    case 'campaign-block':
    case 'campaign-scenario':
      return campaigns.handle(request);
    case 'sweep-open':
    case 'sweep-point':
    case 'sweep-preview':
      return sweeps.handle(request);
    case 'study-open':
    case 'study-step':
      return studies.handle(request);
    default:
      return answerOnce(request, loadProfiles, (answer) => globalThis.postMessage(answer));
  }
}

// What goes wrong inside must reach the page as an error of this worker.
const hear = onceSpoken<Request>((request) => void take(request).catch(reportError));
globalThis.addEventListener('message', ({ data }: MessageEvent<Request | SpeakRequest>) =>
  hear(data),
);
