import type { AppStore } from './app-store.ts';
import { playheadOfLink } from './arrival.ts';
import type { Core } from './core.ts';
import { endOf } from './held.ts';
import { clampWindow, followWindow } from './window.ts';
import type { DecodedLink, decodeLink, encodeLink, LinkProblem } from '../scenario/link.ts';

/** Quiet time before the address follows the playhead. */
const URL_PAUSE_MS = 250;
/** The same while playing: a write costs several frames' worth of work, and nobody copies a moving address. */
const URL_PLAYING_MS = 2000;

/** The address of the page; fragments are without `#`. */
export interface AddressBar {
  readonly fragment: () => string;
  readonly replace: (fragment: string) => void;
  readonly push: (fragment: string) => void;
  /** Calls back when the person goes through history or edits the address. */
  readonly onChange: (listener: () => void) => void;
}

/** Keeps the address equal to what is shown. */
export interface UrlSync {
  /** Reads the address for the first time and starts the run that it names. */
  readonly open: () => void;
  /** Is a change not written yet? */
  readonly isPending: () => boolean;
}

/** The share-link codec; passed in because it is loaded beside the first picture, not before it. */
export interface LinkCodec {
  readonly encodeLink: typeof encodeLink;
  readonly decodeLink: typeof decodeLink;
}

/** The link to what is shown: the scenario alone, or this moment of it. `null` without a run. */
export function linkTo(
  { store, held }: AppStore,
  what: 'scenario' | 'moment',
  { encodeLink }: Pick<LinkCodec, 'encodeLink'>,
): string | null {
  if (held.run === null) return null;
  const { scenario } = held.run;
  if (what === 'scenario') return encodeLink({ scenario, view: {} });
  const { playhead, window } = store.getState();
  const [from, to] = window;
  return encodeLink({ scenario, view: { ...playhead, window: [from, to] } });
}

/** The sentence that a link which cannot be opened earns. */
function linkProblemText(problem: LinkProblem): string {
  return `This link was not opened: ${problem.message} The page shows its first scenario instead; the address stays until you change something.`;
}

interface UrlDeps {
  readonly timers: Core['deps']['timers'];
  readonly codec: LinkCodec;
  /** Called whenever `isPending` may have changed. */
  readonly onPending: () => void;
}

/** Connects `app` and `address`. */
export function createUrlSync(
  app: AppStore,
  address: AddressBar,
  { timers, codec, onPending }: UrlDeps,
): UrlSync {
  const { store, held } = app;
  let timer: number | null = null;
  let push = false;
  /** `touches` at which a link was refused: its address stays until the person does something. */
  let frozenAt: number | null = null;

  const write = (): void => {
    timer = null;
    const fragment = linkTo(app, 'moment', codec);
    if (fragment !== null && fragment !== address.fragment()) {
      if (push && address.fragment() !== '') address.push(fragment);
      else address.replace(fragment);
    }
    push = false;
    onPending();
  };

  const schedule = (): void => {
    // Trailing: at most one write per pause, and the last state is always written.
    timer ??= timers.start(write, store.getState().playing ? URL_PLAYING_MS : URL_PAUSE_MS);
    onPending();
  };

  /** The long pause of playing does not outlast it. */
  const hurry = (): void => {
    if (timer === null) return;
    timers.stop(timer);
    timer = timers.start(write, URL_PAUSE_MS);
  };

  store.subscribe((state, before) => {
    if (frozenAt !== null && state.touches === frozenAt) return;
    frozenAt = null;
    if (state.jumps !== before.jumps) push = true;
    const moved =
      state.playhead !== before.playhead ||
      state.window !== before.window ||
      state.runCount !== before.runCount ||
      state.touches !== before.touches;
    if (before.playing && !state.playing) hurry();
    if (moved && held.run !== null) schedule();
  });

  const read = (first: boolean): void => {
    const fragment = address.fragment();
    if (!first && fragment === linkTo(app, 'moment', codec)) return;
    const link = codec.decodeLink(fragment);
    if (link.ok) {
      for (const notice of link.value.notices) app.notify('info', notice);
      show(app, link.value);
      return;
    }
    if (link.error.kind !== 'empty') {
      app.notify('problem', linkProblemText(link.error));
      frozenAt = store.getState().touches;
    }
    if (first) app.runs.request({ kind: 'first' });
  };

  address.onChange(() => read(false));
  return { open: () => read(true), isPending: () => timer !== null };
}

/** Goes to where a link points: within the run that is shown, or by another run. */
function show(app: AppStore, { scenario, view }: DecodedLink): void {
  const { store, held, edits } = app;
  if (view.theme !== undefined) app.setTheme(view.theme);
  const { run } = held;
  const sameRun = run !== null && JSON.stringify(run.scenario) === JSON.stringify(scenario);
  const playhead = sameRun ? playheadOfLink(run, view) : undefined;
  if (run === null || playhead === undefined) {
    edits.restore(scenario, { kind: 'link', view });
    return;
  }
  const end = endOf(run);
  const window =
    view.window === undefined
      ? followWindow(store.getState().window, playhead.time, end)
      : clampWindow(view.window, end);
  store.setState({ playing: false, playhead, window });
}
