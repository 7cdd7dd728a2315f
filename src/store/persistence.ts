import { msg, t } from '../base/language.ts';
import type { SavedWork } from '../scenario/saved-work.ts';
import type { AppStore } from './app-store.ts';
import type { Timers } from './core.ts';
import { findWorks, pruneWorks, readKeptWork, WORK_PREFIX } from './kept-works.ts';
import type { KeptWork, Shelf } from './kept-works.ts';
import type { Memory } from './memory.ts';
import { SIDE_PANELS } from './state.ts';
import type { AppState } from './state.ts';
import { writeWork } from './work-text.ts';
import type { Work } from './work-text.ts';

/*
 * Every tab keeps its work under a key of its own, so that no tab writes over the work of another.
 * A tab knows its key only while it is between two pages: it notes the key when a page goes and
 * takes it back when the next one comes. So a copy of a tab, which copies its notes, too, finds
 * none and begins a key of its own. What a new tab opens it reads from the newest key of all.
 */

/** Where a tab notes its key. */
const TAB_KEY = 'watchmen.tab';
/** Where a tab notes that its next page is to begin with none of the work that is kept. */
export const FRESH_KEY = 'watchmen.fresh';
/** Where a tab notes which side panel it shows. */
const PANEL_KEY = 'watchmen.panel';
/** Pause after a change before it is written. */
const SAVE_PAUSE_MS = 400;

const FULL = msg(
  'This browser has no more room for this page, so your branches and notes last only until you close it. Save the scenario as a file, or copy a link, to keep them.',
);
const BLOCKED = msg(
  'This browser lets this page keep nothing, so your branches and notes last only until you close it. Save the scenario as a file, or copy a link, to keep them.',
);

/** Called as the page comes and goes. */
export interface Leaving {
  /** It is seen no longer: a phone may end it without another word. */
  readonly hide: () => void;
  /** It goes, for good or until it comes back as it was. */
  readonly leave: () => void;
  readonly comeBack: () => void;
}

/** What the persistence of work needs from the outside. */
export interface PersistenceDeps {
  readonly memory: Memory;
  /** Outlasts a reload of this tab, and no more. */
  readonly tab: Memory;
  readonly timers: Timers;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Another text at each call. */
  readonly newId: () => string;
  /** That of the address. */
  readonly fragment: () => string;
  readonly onLeave: (page: Leaving) => void;
}

/** Keeps a person's work, so that it outlasts the page. */
export interface Persistence {
  /** Is kept work to be offered only, not opened? So it is for a person who starts fresh after a failure. */
  readonly fresh: boolean;
  /** What may be opened: that of this tab first, then the newest first. */
  readonly find: () => readonly KeptWork[];
  /** `null` when it cannot be read: then it is put aside, and the person is told. */
  readonly read: (kept: KeptWork) => Promise<SavedWork | null>;
  /** From now on changes are written; `opened` is the work that the page goes on with, if any. */
  readonly begin: (opened: KeptWork | null) => void;
}

/** Persistence of the work in `app`. */
export function createPersistence(app: AppStore, deps: PersistenceDeps): Persistence {
  const { memory, tab, timers } = deps;
  const report = (sentence: string): void => app.notify('problem', sentence);
  const shelf: Shelf = { memory, codec: app.codec, report };
  let key = tab.read(TAB_KEY) ?? WORK_PREFIX + deps.newId();
  let begun = false;
  /** Has the person made anything on this page? */
  let changed = false;
  let timer: number | null = null;
  /** Has the person been told that nothing is kept? */
  let told = false;
  tab.remove(TAB_KEY);
  const fresh = tab.read(FRESH_KEY) !== null;
  tab.remove(FRESH_KEY);
  const panel = SIDE_PANELS.find((one) => one === tab.read(PANEL_KEY));
  if (panel !== undefined) app.showPanel(panel);

  const save = (): void => {
    if (timer !== null) timers.stop(timer);
    timer = null;
    // A page that only shows what another tab has made needs no copy of it.
    if (!begun || (!changed && memory.read(key) === null)) return;
    const kept = keep({ ...app.store.getState(), ends: app.held.ends }, key, deps);
    if (kept === 'kept') pruneWorks(memory, key);
    else if (!told) report(t(kept === 'full' ? FULL : BLOCKED));
    told = kept !== 'kept';
  };

  app.store.subscribe((state, before) => {
    if (!begun || sameWork(state, before)) return;
    changed = true;
    timer ??= timers.start(save, SAVE_PAUSE_MS);
  });
  deps.onLeave({
    hide: save,
    leave() {
      save();
      tab.write(TAB_KEY, key);
      tab.write(PANEL_KEY, app.store.getState().sidePanel);
    },
    comeBack: () => tab.remove(TAB_KEY),
  });

  return {
    fresh,
    find: () => findWorks(shelf, key),
    read: (kept) => readKeptWork(shelf, kept),
    begin(opened) {
      // Something else than this tab's last work is opened: that stays where it is.
      const taken = memory.read(key) !== null && opened?.key !== key;
      if (taken) key = WORK_PREFIX + deps.newId();
      begun = true;
    },
  };
}

/** Writes `work`, without its history where there is no room for that. */
function keep(
  work: Work,
  key: string,
  { memory, now, fragment }: PersistenceDeps,
): ReturnType<Memory['write']> {
  const header = { savedAt: now(), fragment: fragment() };
  const kept = memory.write(key, writeWork(work, header));
  if (kept !== 'full') return kept;
  return memory.write(key, writeWork({ ...work, past: [], future: [] }, header));
}

function sameWork(one: AppState, other: AppState): boolean {
  return (
    one.branches === other.branches &&
    one.branch === other.branch &&
    one.breakpoints === other.breakpoints &&
    one.past === other.past &&
    one.future === other.future
  );
}
