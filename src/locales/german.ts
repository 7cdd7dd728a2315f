import type { Messages } from '../base/language.ts';
import viewsBranches from './de/views-branches.json';
import viewsFaults from './de/views-faults.json';
import viewsNotes from './de/views-notes.json';
import viewsShare from './de/views-share.json';
import viewsShell from './de/views-shell.json';
import viewsWhy from './de/views-why.json';

/** All German messages. Written by `npm run messages`. */
export const GERMAN: Messages = {
  ...viewsBranches,
  ...viewsFaults,
  ...viewsNotes,
  ...viewsShare,
  ...viewsShell,
  ...viewsWhy,
};
