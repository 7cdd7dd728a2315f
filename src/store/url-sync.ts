import type { AppStore } from './app-store.ts';
import { playheadOfLink } from './arrival.ts';
import type { Core } from './core.ts';
import { endOf } from './held.ts';
import { clampWindow, followWindow } from './window.ts';
import type { DecodedLink, LinkProblem } from '../scenario/link.ts';

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

/** The link to what is shown: the scenario alone, or this moment of it. `null` without a run. */
export async function linkTo(
  { store, held, codec }: AppStore,
  what: 'scenario' | 'moment',
): Promise<string | null> {
  if (held.run === null) return null;
  const { scenario } = held.run;
  if (what === 'scenario') return codec.encode({ scenario, view: {} });
  const { playhead, window, screen } = store.getState();
  const [from, to] = window;
  const view = { ...playhead, window: [from, to] } as const;
  return codec.encode({ scenario, view: screen === 'lab' ? view : { ...view, screen } });
}

/** The sentence that a link which cannot be opened earns. */
function linkProblemText(problem: LinkProblem): string {
  return `This link was not opened: ${problem.message} The page shows its first scenario instead; the address stays until you change something.`;
}

interface UrlDeps {
  readonly timers: Core['deps']['timers'];
  /** Called whenever `isPending` may have changed. */
  readonly onPending: () => void;
}

/** A pause before a write. Trailing: at most one write per pause, and the last state is always written. */
function createPause({ start, stop }: UrlDeps['timers'], write: () => void) {
  let timer: number | null = null;
  const end = (): void => {
    timer = null;
    write();
  };
  return {
    lasts: () => timer !== null,
    begin(ms: number): void {
      timer ??= start(end, ms);
    },
    /** The long pause of playing does not outlast it. */
    shorten(ms: number): void {
      if (timer === null) return;
      stop(timer);
      timer = start(end, ms);
    },
  };
}

/** Connects `app` and `address`. */
export function createUrlSync(
  app: AppStore,
  address: AddressBar,
  { timers, onPending }: UrlDeps,
): UrlSync {
  const { store, held } = app;
  const pause = createPause(timers, () => void write());
  let push = false;
  /** Number of the latest write or read: a later one makes the answers of those before worthless. */
  let turn = 0;
  /** Is that one still under way? */
  let working = false;
  /** Has the address been read? Until then nothing runs. */
  let opened = false;
  /** `touches` at which a link was refused: its address stays until the person does something. */
  let frozenAt: number | null = null;

  const write = async (): Promise<void> => {
    const mine = (turn += 1);
    working = true;
    const fragment = await linkTo(app, 'moment');
    if (mine !== turn) return;
    working = false;
    if (fragment !== null) put(address, fragment, push);
    push = false;
    onPending();
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
    if (before.playing && !state.playing) pause.shorten(URL_PAUSE_MS);
    if (!moved || held.run === null) return;
    pause.begin(state.playing ? URL_PLAYING_MS : URL_PAUSE_MS);
    onPending();
  });

  const read = async (): Promise<void> => {
    const mine = (turn += 1);
    working = true;
    const fragment = address.fragment();
    const shown = await linkTo(app, 'moment');
    const link = fragment === shown || fragment === '' ? null : await app.codec.decode(fragment);
    if (mine !== turn) return;
    working = false;
    if (link?.ok === true) {
      for (const notice of link.value.notices) app.notify('info', notice);
      show(app, link.value);
    } else if (link !== null) {
      app.notify('problem', linkProblemText(link.error));
      frozenAt = store.getState().touches;
    }
    if (!opened && link?.ok !== true) app.runs.request({ kind: 'first' });
    opened = true;
    onPending();
  };

  address.onChange(() => void read());
  return { open: () => void read(), isPending: () => pause.lasts() || working };
}

/** Makes `fragment` the address, in an entry of its own if `push`. */
function put(address: AddressBar, fragment: string, push: boolean): void {
  const before = address.fragment();
  if (fragment === before) return;
  if (push && before !== '') address.push(fragment);
  else address.replace(fragment);
}

/** Goes to where a link points: within the run that is shown, or by another run. */
function show(app: AppStore, { scenario, view }: DecodedLink): void {
  const { store, held, edits } = app;
  if (view.theme !== undefined) app.setTheme(view.theme);
  store.setState({ screen: view.screen ?? 'lab' });
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
