import type { Messages } from '../base/language.ts';
import viewsNotes from './de/views-notes.json';
import viewsShare from './de/views-share.json';
import viewsShell from './de/views-shell.json';

/** All German messages. Written by `npm run messages`. */
export const GERMAN: Messages = {
  ...viewsNotes,
  ...viewsShare,
  ...viewsShell,
};
