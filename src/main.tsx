import '@fontsource-variable/inter/opsz.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './draw/tokens.css';
import './views/styles/base.css';
import './views/styles/shell.css';
import './views/styles/scenario.css';
import './views/styles/transport.css';
import './views/styles/lab.css';

import { assert } from './base/assert.ts';
import { prepareToCount, speak, t } from './base/language.ts';
import type { Language } from './base/language.ts';
import { loadMessages } from './locales/load.ts';
import { defaultScenario } from './scenario/default-scenario.ts';
import { createAppStore } from './store/app-store.ts';
import type { AppStore } from './store/app-store.ts';
import type { Explore } from './store/explore.ts';
import { createIdleFlag, isBusy, whenPartsCame } from './store/idle.ts';
import { chosenLanguage, languageOf } from './store/language.ts';
import { lateCode } from './store/late-code.ts';
import { createPersistence } from './store/persistence.ts';
import type { Rules } from './store/rules.ts';
import { keepTheme } from './store/theme.ts';
import { createUrlSync } from './store/url-sync.ts';
import type { UrlSync } from './store/url-sync.ts';
import {
  afterPaint,
  browserAddress,
  browserFrames,
  browserMemory,
  browserTimers,
  embedded,
  fetchWorkloads,
  fontsAreComing,
  NO_WORKLOADS,
  prefersDark,
  onLeave,
  prefersReducedMotion,
  tabMemory,
  themeMemory,
  whenCalm,
  whenFontsCame,
} from './views/shell/browser.ts';
import { endStill } from './views/shell/still.ts';
import { createRunChecker } from './worker/check-client.ts';
import { createSimulator, startWorker } from './worker/client.ts';
import { createLastingWorker } from './worker/lasting-worker.ts';
import { createWhatIf } from './worker/what-if-client.ts';
import { createLinkCodec } from './worker/link-client.ts';

// On its way while the worker starts; in a frame of another page a page of its own.
const framing = embedded ? import('./views/embed/frame.tsx') : null;
const mounting = framing ?? import('./views/mount.tsx');

const root = document.querySelector('#root');
assert(root !== null, 'index.html must hold an element with the id "root"');
const page = document.documentElement;
const query = new URLSearchParams(window.location.search);
const language = languageOf({
  asked: query.get('lang'),
  chosen: chosenLanguage(browserMemory),
  preferred: navigator.languages,
});
page.lang = language;
// English, which lies in the code, waits for nothing.
if (language === 'en') open(root);
else void sayIn(language).then(() => open(root));

async function sayIn(other: Language): Promise<void> {
  speak(other, await loadMessages(other));
}

/** Begins at once, or when a frame that shows a still picture first is started. */
function open(place: Element): void {
  if (framing === null) begin(place);
  else void framing.then(({ openFrame }) => openFrame(place, (rules) => begin(place, rules)));
}

function begin(place: Element, rules?: Rules): void {
  // The lecturer's own window shows what the presentation tells it, and simulates nothing.
  if (query.get('presenter') === 'notes') {
    void import('./views/presenter/notes/mount-notes.tsx').then((it) => it.mountNotes(place));
    return;
  }
  const baseUrl = new URL(import.meta.env.BASE_URL, document.baseURI).href;
  const app = createApp(baseUrl, rules);
  showTheme(app);
  let url: UrlSync | null = null;
  const { noteChange, loadExplore } = watchIdle(app, baseUrl, () => url?.isPending() !== false);
  url = keepWork(app, noteChange);
  // The first run begins before React is there: it takes longer than the rest of the page.
  url.open();
  endStill(app);
  void show(place, app, loadExplore);
  void listWorkloads(app, baseUrl);
}

function createApp(baseUrl: string, rules?: Rules): AppStore {
  const worker = createLastingWorker(startWorker);
  // What explains a run is on the page before others are simulated to compare it with.
  const whenShown = (action: () => void): void =>
    whenCalm(() => whenPartsCame(app, () => afterPaint(action)));
  const app = createAppStore({
    scenario: defaultScenario(),
    simulator: createSimulator(worker, baseUrl, whenShown),
    otherSimulator: () => createSimulator(createLastingWorker(startWorker), baseUrl),
    codec: createLinkCodec(worker),
    produce: lateCode(async () => (await import('immer')).produce),
    looking: lateCode(async () => (await import('./store/looking.ts')).LOOKING),
    checkRun: createRunChecker(startWorker, baseUrl),
    whatIf: createWhatIf(startWorker, baseUrl),
    timers: browserTimers,
    frames: browserFrames,
    reducedMotion: () => prefersReducedMotion.matches,
    memory: browserMemory,
    ...(rules && { rules }),
  });
  return app;
}

function showTheme(app: AppStore): void {
  app.setSystemDark(prefersDark.matches);
  prefersDark.addEventListener('change', ({ matches }) => app.setSystemDark(matches));
  keepTheme(app, themeMemory, {
    asked: query.get('theme'),
    show: (theme) => {
      page.dataset['theme'] = theme;
    },
  });
}

interface Watch {
  /** Whatever may have made the page busy or idle calls it. */
  readonly noteChange: () => void;
  readonly loadExplore: () => Promise<Explore>;
}

/** Says in `data-idle` whether the page shows the present state and nothing is under way. */
function watchIdle(app: AppStore, baseUrl: string, addressIsPending: () => boolean): Watch {
  let explore: Explore | null = null;
  const noteChange = createIdleFlag({
    busy: () =>
      isBusy(app.store.getState()) ||
      addressIsPending() ||
      explore?.isBusy() === true ||
      fontsAreComing(),
    afterPaint,
    publish: (idle) => {
      page.dataset['idle'] = String(idle);
      if (idle) keepForLater(app);
    },
  });
  app.store.subscribe(noteChange);
  whenFontsCame(noteChange);

  let exploreComing: Promise<Explore> | undefined;
  /** What Explore runs begins with the first visit to it and then lasts as long as the page. */
  const loadExplore = (): Promise<Explore> => {
    exploreComing ??= import('./store/explore.ts').then(async ({ createExplore }) => {
      const deps = {
        source: { start: startWorker, baseUrl },
        now: () => performance.now(),
        processors: navigator.hardwareConcurrency,
      };
      explore = createExplore(deps, { app, tab: tabMemory });
      explore.subscribe(noteChange);
      await explore.edits.begin();
      return explore;
    });
    return exploreComing;
  };
  return { noteChange, loadExplore };
}

let keeping = false;

/** Keeps the page in the browser. The first visit has no use for it, and no picture is to wait for it. */
function keepForLater(app: AppStore): void {
  if (embedded || keeping) return;
  keeping = true;
  whenCalm(() => void import('./views/shell/keep-offline.ts').then((it) => it.keepOffline(app)));
}

/** What a person does outlasts a reload, and the address tells where they are. */
function keepWork(app: AppStore, onPending: () => void): UrlSync {
  const persistence = createPersistence(app, {
    memory: browserMemory,
    tab: tabMemory,
    timers: browserTimers,
    now: () => Date.now(),
    newId: () => crypto.randomUUID?.() ?? String(Math.random()).slice(2),
    fragment: browserAddress.fragment,
    onLeave,
  });
  return createUrlSync(app, browserAddress, { persistence, timers: browserTimers, onPending });
}

// No await at the top of this module: the page's code shares modules with it, and would wait for it.
async function show(
  place: Element,
  app: AppStore,
  loadExplore: () => Promise<Explore>,
): Promise<void> {
  const { mountPage } = await mounting;
  mountPage(place, app, loadExplore);
  // While the worker is at work on the first run.
  afterPaint(prepareToCount);
}

async function listWorkloads(app: AppStore, baseUrl: string): Promise<void> {
  const workloads = await fetchWorkloads(baseUrl);
  app.setWorkloads(workloads ?? []);
  if (workloads === null) app.notify('problem', t(NO_WORKLOADS));
}
