import '@fontsource-variable/inter/opsz.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './draw/tokens.css';
import './views/styles/base.css';
import './views/styles/shell.css';
import './views/styles/scenario.css';
import './views/styles/transport.css';
import './views/styles/lab.css';

import { assert } from './base/assert.ts';
import { defaultScenario } from './scenario/default-scenario.ts';
import { createAppStore } from './store/app-store.ts';
import type { Explore } from './store/explore.ts';
import { createIdleFlag, isBusy } from './store/idle.ts';
import { lateCode } from './store/late-code.ts';
import { createPersistence } from './store/persistence.ts';
import { keepTheme } from './store/theme.ts';
import { createUrlSync } from './store/url-sync.ts';
import type { UrlSync } from './store/url-sync.ts';
import {
  afterPaint,
  browserAddress,
  browserFrames,
  browserMemory,
  browserTimers,
  fetchWorkloads,
  NO_WORKLOADS,
  prefersDark,
  onLeave,
  prefersReducedMotion,
  tabMemory,
  themeMemory,
  whenCalm,
} from './views/shell/browser.ts';
import { createRunChecker } from './worker/check-client.ts';
import { createSimulator, startWorker } from './worker/client.ts';
import { createWhatIf } from './worker/what-if-client.ts';
import { createLinkCodec } from './worker/link-client.ts';

// On its way while the worker starts.
const mounting = import('./views/mount.tsx');

const root = document.querySelector('#root');
assert(root !== null, 'index.html must hold an element with the id "root"');

const baseUrl = new URL(import.meta.env.BASE_URL, document.baseURI).href;
const worker = startWorker();
const app = createAppStore({
  scenario: defaultScenario(),
  simulator: createSimulator(worker, baseUrl, whenCalm),
  otherSimulator: () => createSimulator(startWorker(), baseUrl),
  codec: createLinkCodec(worker),
  produce: lateCode(async () => (await import('immer')).produce),
  checkRun: createRunChecker(startWorker, baseUrl),
  whatIf: createWhatIf(startWorker, baseUrl),
  timers: browserTimers,
  frames: browserFrames,
  reducedMotion: () => prefersReducedMotion.matches,
  memory: browserMemory,
});

const page = document.documentElement;
app.setSystemDark(prefersDark.matches);
prefersDark.addEventListener('change', ({ matches }) => app.setSystemDark(matches));
keepTheme(app, themeMemory, {
  asked: new URLSearchParams(window.location.search).get('theme'),
  show: (theme) => {
    page.dataset['theme'] = theme;
  },
});

let url: UrlSync | null = null;
let explore: Explore | null = null;
const noteChange = createIdleFlag({
  busy: () =>
    isBusy(app.store.getState()) || url?.isPending() !== false || explore?.isBusy() === true,
  afterPaint,
  publish: (idle) => {
    page.dataset['idle'] = String(idle);
  },
});
app.store.subscribe(noteChange);

let exploreComing: Promise<Explore> | undefined;
/** What Explore runs begins with the first visit to it and then lasts as long as the page. */
const loadExplore = (): Promise<Explore> => {
  exploreComing ??= import('./store/explore.ts').then(({ createExplore }) => {
    explore = createExplore({
      source: { start: startWorker, baseUrl },
      now: () => performance.now(),
      processors: navigator.hardwareConcurrency,
    });
    explore.subscribe(noteChange);
    return explore;
  });
  return exploreComing;
};

const persistence = createPersistence(app, {
  memory: browserMemory,
  tab: tabMemory,
  timers: browserTimers,
  now: () => Date.now(),
  newId: () => crypto.randomUUID?.() ?? String(Math.random()).slice(2),
  fragment: browserAddress.fragment,
  onLeave,
});
url = createUrlSync(app, browserAddress, {
  persistence,
  timers: browserTimers,
  onPending: noteChange,
});
// The first run begins before React is there: it takes longer than the rest of the page.
url.open();
void show(root);
void listWorkloads();

// No await at the top of this module: the page's code shares modules with it, and would wait for it.
async function show(place: Element): Promise<void> {
  const { mountPage } = await mounting;
  mountPage(place, app, loadExplore);
}

async function listWorkloads(): Promise<void> {
  const workloads = await fetchWorkloads(baseUrl);
  app.setWorkloads(workloads ?? []);
  if (workloads === null) app.notify('problem', NO_WORKLOADS);
}
