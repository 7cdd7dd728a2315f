import type { Messages } from '../base/language.ts';
import base from './de/base.json';
import store from './de/store.json';
import viewsBranches from './de/views-branches.json';
import viewsCompare from './de/views-compare.json';
import viewsFaults from './de/views-faults.json';
import viewsLearn from './de/views-learn.json';
import viewsNotes from './de/views-notes.json';
import viewsShare from './de/views-share.json';
import viewsShell from './de/views-shell.json';
import viewsWhy from './de/views-why.json';

/** All German messages. Written by `npm run messages`. */
export const GERMAN: Messages = {
  ...base,
  ...store,
  ...viewsBranches,
  ...viewsCompare,
  ...viewsFaults,
  ...viewsLearn,
  ...viewsNotes,
  ...viewsShare,
  ...viewsShell,
  ...viewsWhy,
};
