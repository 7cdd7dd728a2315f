import { PRESENTER_ACTS } from './presenter-keys.ts';
import type { PresenterAct } from './presenter-keys.ts';

/*
 * What the presentation and the window with the lecturer's notes say to each other, by `postMessage`.
 * The window knows nothing of runs: it shows a sheet of plain texts and asks for acts.
 */

/** Something to say about a stop, under its name. */
export interface Remark {
  readonly name: string;
  readonly text: string;
}

/** All that the window shows of a stop. */
export interface NotesSheet {
  /** What is presented. */
  readonly talk: string;
  readonly title: string;
  /** `step 3 of 9`. */
  readonly place: string;
  readonly caption: string;
  /** What only the lecturer sees: answers, terms, likenesses. */
  readonly remarks: readonly Remark[];
  /** What comes next; empty = nothing does. */
  readonly next: string;
  readonly blank: boolean;
}

/** From the presentation. */
export type SheetMessage =
  | { readonly watchmen: 'presenter'; readonly kind: 'sheet'; readonly sheet: NotesSheet }
  | { readonly watchmen: 'presenter'; readonly kind: 'over' };

/** From the window: that it is there, or what was pressed in it. */
export type NotesMessage =
  | { readonly watchmen: 'notes'; readonly kind: 'hello' }
  | { readonly watchmen: 'notes'; readonly kind: 'act'; readonly act: PresenterAct };

/** The acts that the window may ask for: the others concern what it does not show. */
export const NOTES_ACTS: readonly PresenterAct[] = [
  'next',
  'previous',
  'next-rendezvous',
  'previous-rendezvous',
  'play',
  'blank',
  'qr',
];

/** What a window has sent; `null` = nothing that is meant for a presentation. */
export function readNotesMessage(data: unknown): NotesMessage | null {
  if (!isRecord(data) || data['watchmen'] !== 'notes') return null;
  if (data['kind'] === 'hello') return { watchmen: 'notes', kind: 'hello' };
  const act = PRESENTER_ACTS.find((one) => one === data['act']);
  if (data['kind'] !== 'act' || act === undefined || !NOTES_ACTS.includes(act)) return null;
  return { watchmen: 'notes', kind: 'act', act };
}

/** What a presentation has sent; `null` = nothing that is meant for the notes. */
export function readSheetMessage(data: unknown): SheetMessage | null {
  if (!isRecord(data) || data['watchmen'] !== 'presenter') return null;
  if (data['kind'] === 'over') return { watchmen: 'presenter', kind: 'over' };
  const sheet = data['kind'] === 'sheet' ? readSheet(data['sheet']) : null;
  return sheet && { watchmen: 'presenter', kind: 'sheet', sheet };
}

function readSheet(data: unknown): NotesSheet | null {
  if (!isRecord(data)) return null;
  const { talk, title, place, caption, remarks, next, blank } = data;
  const texts = [talk, title, place, caption, next];
  if (!texts.every(isText) || typeof blank !== 'boolean' || !Array.isArray(remarks)) return null;
  const read = remarks.flatMap((one: unknown) =>
    isRecord(one) && isText(one['name']) && isText(one['text'])
      ? [{ name: one['name'], text: one['text'] }]
      : [],
  );
  const [talkText = '', titleText = '', placeText = '', captionText = '', nextText = ''] = texts;
  return {
    talk: talkText,
    title: titleText,
    place: placeText,
    caption: captionText,
    next: nextText,
    remarks: read,
    blank,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** `0:07`, `12:30`, `1:02:03`: time since the talk began. */
export function elapsedText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = two(seconds % 60);
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${two(minutes)}:${rest}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
