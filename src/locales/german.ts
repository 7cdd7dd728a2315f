import type { Messages } from '../base/language.ts';

/** All German messages. Written by `npm run messages`. */
export const GERMAN: Messages = {};
