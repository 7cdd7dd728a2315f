import type { AppStore } from '../../../store/app-store.ts';
import { endOf } from '../../../store/held.ts';
import { positionOf, speedAt } from '../../../store/speed.ts';
import type { SidePanel } from '../../../store/state.ts';

/** Plays `factor` times as fast, as far as the control goes. */
export function changeSpeed({ store, playback }: AppStore, factor: number): void {
  playback.setSpeed(speedAt(positionOf(store.getState().speed * factor)));
}

/** Zooms the timeline around the playhead, or around its middle where that is not shown. */
export function zoomWindow({ store, navigation }: AppStore, factor: number): void {
  const { window, playhead } = store.getState();
  const [from, to] = window;
  const shown = playhead.time >= from && playhead.time <= to;
  const fixed = shown ? playhead.time : (from + to) / 2;
  navigation.setWindow([fixed - (fixed - from) / factor, fixed + (to - fixed) / factor]);
}

/** Pans the timeline by a share of what it shows. */
export function panWindow({ store, navigation }: AppStore, share: number): void {
  const [from, to] = store.getState().window;
  const by = share * (to - from);
  navigation.setWindow([from + by, to + by]);
}

/** Shows the whole run in the timeline. */
export function fitWindow({ held, navigation }: AppStore): void {
  if (held.run !== null) navigation.setWindow([0, endOf(held.run)]);
}

/** Opens the note at the playhead, or a new one. */
export function openNote(app: AppStore): void {
  app.open({ kind: 'note', at: app.store.getState().playhead });
}

/** Goes there, or says why not. */
export function goToBookmark(app: AppStore, number: number): void {
  say(app, app.notes.goToBookmark(number));
}

/** Puts bookmark `number` here, or says why not. */
export function setBookmark(app: AppStore, number: number): void {
  say(app, app.notes.setBookmark(number));
}

function say(
  app: AppStore,
  done: { readonly ok: true } | { readonly ok: false; readonly error: string },
): void {
  if (!done.ok) app.notify('info', done.error);
}

/** Shows a side panel, and scrolls to it where it lies below the rest. */
export function showPanel(app: AppStore, panel: SidePanel): void {
  app.showPanel(panel);
  requestAnimationFrame(() =>
    document.querySelector('.side')?.scrollIntoView({ block: 'nearest' }),
  );
}
