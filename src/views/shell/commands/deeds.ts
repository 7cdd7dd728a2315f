import type { AppStore } from '../../../store/app-store.ts';
import type { LanguageChoice } from '../../../store/language.ts';
import { positionOf, speedAt } from '../../../store/speed.ts';
import type { SidePanel } from '../../../store/state.ts';
import type { LessonDeed } from '../../learn/lesson-deeds.ts';

/** Plays `factor` times as fast, as far as the control goes. */
export function changeSpeed({ store, playback }: AppStore, factor: number): void {
  playback.setSpeed(speedAt(positionOf(store.getState().speed * factor)));
}

/** Opens the note at the playhead, or a new one. */
export function openNote(app: AppStore): void {
  app.open({ kind: 'note', at: app.store.getState().playhead });
}

/** Asks where to move the replica whose tile has the focus; from elsewhere, which one, too. */
export function moveReplica(app: AppStore): void {
  const tile = document.activeElement?.closest<HTMLElement>('[data-core]')?.dataset['core'];
  app.open({ kind: 'move', core: tile === undefined ? null : Number(tile) });
}

/** Goes there, or says why not. */
export function goToBookmark(app: AppStore, number: number): void {
  say(app, app.notes.goToBookmark(number));
}

/** Puts bookmark `number` here, or says why not. */
export function setBookmark(app: AppStore, number: number): void {
  say(app, app.notes.setBookmark(number));
}

/** Speaks another language from now on, and on the next visits. */
export function speakAs(app: AppStore, choice: LanguageChoice): void {
  void import('../change-language.ts').then((late) => late.changeLanguage(app, choice));
}

/** Is a lesson played? */
export function inLesson({ store }: AppStore): boolean {
  return store.getState().lesson !== null;
}

/** Does something in a lesson, or with lessons. */
export function learn(app: AppStore, deed: LessonDeed): void {
  const arrived = app.awaitPart();
  void import('../../learn/lesson-deeds.ts').then((late) => late.learn(app, deed)).finally(arrived);
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

/** Begins the tour, which shows the Lab. */
export function openTour(app: AppStore): void {
  if (app.store.getState().screen !== 'lab') app.setScreen('lab');
  app.open({ kind: 'tour' });
}
