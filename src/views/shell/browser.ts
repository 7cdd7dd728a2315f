import { msg } from '../../base/language.ts';
import type { FrameClock, Timers } from '../../store/core.ts';
import { createMemory } from '../../store/memory.ts';
import type { Memory } from '../../store/memory.ts';
import type { Leaving } from '../../store/persistence.ts';
import type { WorkloadEntry } from '../../store/state.ts';
import type { ThemeMemory } from '../../store/theme.ts';
import type { AddressBar } from '../../store/url-sync.ts';
import { SHIPPED_LIST } from '../../worker/shipped-list.ts';

/** The browser's timers. */
export const browserTimers: Timers = {
  start: (action, ms) => window.setTimeout(action, ms),
  stop: (id) => window.clearTimeout(id),
};

/** The browser's animation frames. */
export const browserFrames: FrameClock = {
  request: (onFrame) => requestAnimationFrame(onFrame),
  cancel: (id) => cancelAnimationFrame(id),
};

/** Runs `action` when a frame that shows the present state was painted; at once in a hidden tab. */
export function afterPaint(action: () => void): void {
  if (document.hidden) {
    setTimeout(action, 0);
    return;
  }
  // The first frame draws, the second begins after that one was painted.
  requestAnimationFrame(() => requestAnimationFrame(action));
}

/** Are faces on their way with which pictures will be drawn again? */
export function fontsAreComing(): boolean {
  return document.fonts.status === 'loading';
}

/** Calls back whenever faces have come, or have failed to. */
export function whenFontsCame(action: () => void): void {
  document.fonts.addEventListener('loadingdone', action);
}

/** Calls back when the page has had nothing to do for a moment, after a second at the latest. */
export function whenCalm(action: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(action, { timeout: 1000 });
  else setTimeout(action, 300);
}

/**
 * Is the page in a frame of another one, as its address says? Then it keeps nothing in this browser,
 * and leaves the history to the page around.
 */
export const embedded = new URLSearchParams(window.location.search).get('embed') === '1';

const replaceFragment = (fragment: string): void =>
  window.history.replaceState(null, '', `#${fragment}`);

/** The fragment of the page's address. */
export const browserAddress: AddressBar = {
  fragment: () => window.location.hash.replace(/^#/u, ''),
  replace: replaceFragment,
  push: embedded
    ? replaceFragment
    : (fragment) => window.history.pushState(null, '', `#${fragment}`),
  onChange: (listener) => {
    // Going back fires both; the second finds nothing to do.
    window.addEventListener('popstate', listener);
    window.addEventListener('hashchange', listener);
  },
};

export const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
export const prefersReducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Is the key of commands called Cmd here? */
export const onMac = /Mac OS X|Macintosh|iPhone|iPad/u.test(navigator.userAgent);

const THEME_KEY = 'watchmen.theme';

/** The choice of theme in local storage, if that is allowed. */
export const themeMemory: ThemeMemory = {
  read: () => browserMemory.read(THEME_KEY),
  write: (theme) => void browserMemory.write(THEME_KEY, theme),
};

/** The browser's local storage; reads nothing where that is forbidden. */
export const browserMemory: Memory = memoryOf(() => window.localStorage);
/** The same for this tab alone. */
export const tabMemory: Memory = memoryOf(() => window.sessionStorage);

/** Asking for a storage fails, too, where the browser forbids it. */
function memoryOf(storage: () => Storage): Memory {
  if (embedded) return createMemory();
  return {
    read: (key) => attempt(() => storage().getItem(key), null),
    write(key, text) {
      try {
        storage().setItem(key, text);
        return 'kept';
      } catch (error) {
        const full = error instanceof DOMException && error.name === 'QuotaExceededError';
        return full ? 'full' : 'blocked';
      }
    },
    remove: (key) => attempt(() => storage().removeItem(key), undefined),
    keys: () => attempt(() => Object.keys(storage()), []),
  };
}

/** Tells when the page is hidden, goes, and is shown again. */
export function onLeave({ hide, leave, comeBack }: Leaving): void {
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hide();
  });
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) comeBack();
  });
}

/** What `action` gives; `otherwise` where the browser forbids it. */
function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action();
  } catch {
    return otherwise;
  }
}

/** What the page says when `fetchWorkloads` fails; a message. */
export const NO_WORKLOADS = msg(
  'The list of workloads could not be loaded. It is tried again with the next run.',
);

/** The shipped workloads; `null` when the list cannot be had. */
export async function fetchWorkloads(baseUrl: string): Promise<readonly WorkloadEntry[] | null> {
  if (SHIPPED_LIST !== null) return SHIPPED_LIST as WorkloadEntry[];
  try {
    const response = await fetch(`${baseUrl}workloads/index.json`);
    return response.ok ? ((await response.json()) as WorkloadEntry[]) : null;
  } catch {
    return null;
  }
}
