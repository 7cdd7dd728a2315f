/// <reference types="vite/client" />
import type { Messages } from '../base/language.ts';

const catalogues = import.meta.glob<Messages>('./de/*.json', { eager: true, import: 'default' });

/** All German messages. */
export const GERMAN: Messages = Object.assign({}, ...Object.values(catalogues)) as Messages;
