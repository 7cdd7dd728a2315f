import { t } from '../base/language.ts';
import type { LinkProblem } from '../scenario/link.ts';
import type { AppStore } from './app-store.ts';
import type { Core } from './core.ts';
import { linkTo } from './link-to.ts';
import { chooseOpening } from './opening.ts';
import type { Opening } from './opening.ts';
import type { Persistence } from './persistence.ts';
import type { AppState } from './state.ts';

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

interface UrlDeps {
  /** What the person made before; absent = the page remembers nothing. */
  readonly persistence?: Persistence;
  readonly timers: Core['deps']['timers'];
  /** Called whenever `isPending` may have changed. */
  readonly onPending: () => void;
}

/** A pause before a write. Trailing: the last state is always written. */
function createPause({ start, stop }: UrlDeps['timers'], write: () => void) {
  let timer: number | null = null;
  /** Did a write without a pause come just now? */
  let hasJustWritten = false;
  const end = (): void => {
    timer = null;
    write();
  };
  const begin = (): void => {
    if (timer !== null) stop(timer);
    timer = start(end, URL_PAUSE_MS);
  };
  return {
    lasts: () => timer !== null,
    /** A write takes longer than a frame of a drag, so it waits until that has come to rest. */
    follow(playing: boolean): void {
      if (playing) timer ??= start(end, URL_PLAYING_MS);
      else begin();
    },
    /** Writes at once, unless that has just been done: browsers refuse an address that changes too often. */
    skip(): void {
      if (hasJustWritten || timer !== null) return begin();
      hasJustWritten = true;
      start(() => {
        hasJustWritten = false;
      }, URL_PAUSE_MS);
      write();
    },
    /** The long pause of playing does not outlast it. */
    shorten(): void {
      if (timer !== null) begin();
    },
  };
}

/** What the address tells of, or what changes when it does. */
const FOLLOWED = [
  'playhead',
  'window',
  'runCount',
  'touches',
  'selection',
  'comparison',
  'axis',
  'closeGaps',
  'lesson',
] as const satisfies readonly (keyof AppState)[];

/** Connects `app` and `address`. */
export function createUrlSync(
  app: AppStore,
  address: AddressBar,
  { timers, onPending, persistence }: UrlDeps,
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
    const found = addressOf(app);
    // A name is written at once: what follows it in the same moment has it already.
    const fragment = typeof found === 'string' ? found : await found;
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
    if (before.playing && !state.playing) pause.shorten();
    if (held.run === null || !FOLLOWED.some((part) => state[part] !== before[part])) return;
    const named = namedAddress(state);
    if (named === address.fragment()) return;
    if (named === null) pause.follow(state.playing);
    else pause.skip();
    onPending();
  });

  /** Says why a link is not opened, and leaves its address alone. */
  const refuse = (problem: LinkProblem): void => {
    app.notify('problem', linkProblemText(problem));
    frozenAt = store.getState().touches;
  };
  const read = async (): Promise<void> => {
    const mine = (turn += 1);
    working = true;
    // What was to have an entry of its own is not shown any more.
    push = false;
    onPending();
    const fragment = address.fragment();
    const open = opened ? following : opening;
    const act = await open(app, fragment, { persistence, refuse });
    if (mine !== turn) return;
    working = false;
    opened = true;
    act();
    onPending();
  };

  address.onChange(() => void read());
  return { open: () => void read(), isPending: () => pause.lasts() || working };
}

/** What the address is to be; `null` without a run. */
export function addressOf(app: AppStore): Promise<string | null> | string {
  return namedAddress(app.store.getState()) ?? linkTo(app, 'moment');
}

/** The address of what has a name, the list of lessons or a step of one; `null` where a link says what is shown. */
function namedAddress({ screen, lesson }: AppState): string | null {
  if (screen === 'learn') return screen;
  return screen === 'lab' ? lesson : null;
}

/** What `fragment` shows if it names the list of lessons, or one of them, and not a run. */
function lessonsAt(fragment: string): Partial<AppState> | null {
  if (fragment === 'learn') return { screen: 'learn' };
  return /^l(?:esson=|\d)/u.test(fragment) ? { screen: 'lab', lesson: fragment } : null;
}

interface Ways {
  readonly persistence: Persistence | undefined;
  readonly refuse: (problem: LinkProblem) => void;
}

/** What a page that shows nothing yet does about `fragment`. */
async function opening(
  app: AppStore,
  fragment: string,
  { persistence, refuse }: Ways,
): Promise<() => void> {
  const lessons = lessonsAt(fragment);
  const chosen = await chooseOpening(lessons ? '' : fragment, persistence, app.codec);
  const act = await beginning(app, chosen, { persistence, runs: !lessons?.lesson });
  return () => {
    if (chosen.kind === 'refused') refuse(chosen.problem);
    act();
    if (lessons) app.store.setState(lessons);
  };
}

/** What one that shows something does about it. */
async function following(app: AppStore, fragment: string, { refuse }: Ways): Promise<() => void> {
  if (fragment === '' || fragment === (await addressOf(app))) return () => {};
  const lessons = lessonsAt(fragment);
  if (lessons) return () => app.store.setState(lessons);
  const link = await app.codec.decode(fragment);
  if (!link.ok) return () => refuse(link.error);
  const { showLink } = await import('./show-link.ts');
  return () => showLink(app, link.value);
}

/** How the page begins with `chosen`; most begin with nothing, so links and kept work are code of their own. */
async function beginning(
  app: AppStore,
  chosen: Opening,
  { persistence, runs }: { readonly persistence: Persistence | undefined; readonly runs: boolean },
): Promise<() => void> {
  if (chosen.kind !== 'first') {
    const { beginWith } = await import('./show-link.ts');
    return () => beginWith(app, chosen, persistence);
  }
  return () => {
    // A lesson runs what it needs.
    if (runs) app.runs.request({ kind: 'first' });
    if (runs && !app.settings.get().toured) app.store.setState({ welcome: true });
    persistence?.begin(null);
  };
}

/** The sentence that a link which cannot be opened earns. */
function linkProblemText(problem: LinkProblem): string {
  return t(
    '{problem} It was not opened: the page shows its first scenario instead; the address stays until you change something.',
    { problem: problem.message },
  );
}

/** Makes `fragment` the address, in an entry of its own if `push`. */
function put(address: AddressBar, fragment: string, push: boolean): void {
  const before = address.fragment();
  if (fragment === before) return;
  if (push && before !== '') address.push(fragment);
  else address.replace(fragment);
}
