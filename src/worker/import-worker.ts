import type { ImportRequest } from './import-protocol.ts';
import { ImportSession } from './imports.ts';
import { onceSpoken } from './language.ts';
import type { SpeakRequest } from './language.ts';
import { openOwnProfiles } from './own-profiles.ts';

// A worker of its own: reading a log must not delay a run, and ending the worker cancels at once.
const { port1, port2 } = new MessageChannel();
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    port1.addEventListener('message', () => resolve(), { once: true });
    port2.postMessage(undefined);
  });
port1.start();

const session = new ImportSession({
  post: (answer) => globalThis.postMessage(answer),
  openOwn: openOwnProfiles,
  breathe,
  now: () => performance.now(),
  date: () => Date.now(),
});

const take = onceSpoken((request: ImportRequest) => {
  // What goes wrong inside, such as a file that vanishes, must reach the page as an error of this worker.
  session.handle(request).catch(reportError);
});

globalThis.addEventListener('message', ({ data }: MessageEvent<ImportRequest | SpeakRequest>) =>
  take(data),
);
