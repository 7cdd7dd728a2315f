import { msg } from '../base/language.ts';

/** What a key or a button of the presenter does. */
export const PRESENTER_ACTS = [
  'next',
  'previous',
  'next-rendezvous',
  'previous-rendezvous',
  'play',
  'blank',
  'laser',
  'pen',
  'colour',
  'undo',
  'wipe',
  'qr',
  'notes',
  'full-screen',
  'help',
  'leave',
] as const;
export type PresenterAct = (typeof PRESENTER_ACTS)[number];

/** A hand raised for an option of the question, counted or taken back; options count from 0. */
export interface Hand {
  readonly option: number;
  readonly by: 1 | -1;
}

/** A key as it is pressed. */
export type PresenterStroke = Readonly<
  Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>
>;

interface KeyRow {
  readonly act: PresenterAct;
  /** As the list of keys shows them. */
  readonly keys: readonly string[];
  readonly title: string;
}

/** All keys but the digits, in the order in which they are listed; those of a remote come first. */
export const PRESENTER_KEYS: readonly KeyRow[] = [
  {
    act: 'next',
    keys: ['PageDown', 'Space', '→', '↓', 'Enter'],
    title: msg('Next: show what comes, then go on'),
  },
  {
    act: 'previous',
    keys: ['PageUp', 'Shift+Space', '←', '↑'],
    title: msg('Back to the stop before'),
  },
  { act: 'blank', keys: ['.', 'B'], title: msg('Blank the screen, or bring it back') },
  { act: 'next-rendezvous', keys: ['Shift+→'], title: msg('Next rendezvous') },
  { act: 'previous-rendezvous', keys: ['Shift+←'], title: msg('Previous rendezvous') },
  { act: 'play', keys: ['K'], title: msg('Play or pause') },
  { act: 'laser', keys: ['L'], title: msg('Laser pointer on or off') },
  { act: 'pen', keys: ['D'], title: msg('Pen on or off') },
  { act: 'colour', keys: ['C'], title: msg('Next colour of the pen') },
  { act: 'undo', keys: ['Z'], title: msg('Undo the last stroke, or the wiping') },
  { act: 'wipe', keys: ['E'], title: msg('Wipe what is drawn here') },
  { act: 'qr', keys: ['Q'], title: msg('QR code of the link') },
  { act: 'notes', keys: ['N'], title: msg('Window with your notes, for a second screen') },
  { act: 'full-screen', keys: ['F5', 'F'], title: msg('Full screen on or off') },
  { act: 'help', keys: ['?'], title: msg('This list') },
  { act: 'leave', keys: ['Esc', 'P'], title: msg('Leave what is open, then the presenter') },
];

/** What keys with a name, or on the row of a remote, do. */
const NAMED: Readonly<Record<string, PresenterAct>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  Enter: 'next',
  PageUp: 'previous',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  F5: 'full-screen',
  Escape: 'leave',
};

const LETTERS: Readonly<Record<string, PresenterAct>> = {
  '.': 'blank',
  b: 'blank',
  k: 'play',
  l: 'laser',
  d: 'pen',
  c: 'colour',
  z: 'undo',
  e: 'wipe',
  q: 'qr',
  n: 'notes',
  f: 'full-screen',
  p: 'leave',
  '?': 'help',
};

/** What `stroke` asks for, if anything; `singleKeys` = keys that type a character count, too. */
export function actOf(stroke: PresenterStroke, singleKeys: boolean): PresenterAct | null {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = stroke;
  if (metaKey || altKey) return null;
  // Everybody's fingers know it.
  if (ctrlKey) return key.toLowerCase() === 'z' && !shiftKey ? 'undo' : null;
  if (shiftKey && key === 'ArrowRight') return 'next-rendezvous';
  if (shiftKey && key === 'ArrowLeft') return 'previous-rendezvous';
  if (Object.hasOwn(NAMED, key)) return NAMED[key] ?? null;
  if (!singleKeys) return null;
  if (key === ' ') return shiftKey ? 'previous' : 'next';
  const letter = key.toLowerCase();
  return Object.hasOwn(LETTERS, letter) ? (LETTERS[letter] ?? null) : null;
}

/** The hand that a digit counts, or with Shift takes back. */
export function handOf(stroke: PresenterStroke, singleKeys: boolean): Hand | null {
  const { code, shiftKey, ctrlKey, altKey, metaKey } = stroke;
  const digit = /^(?:Digit|Numpad)([1-9])$/u.exec(code)?.[1];
  if (digit === undefined || !singleKeys || ctrlKey || altKey || metaKey) return null;
  return { option: Number(digit) - 1, by: shiftKey ? -1 : 1 };
}

/** What has the focus, as far as keys are concerned. */
export type PresenterFocus = 'text' | 'control' | 'button' | 'other';

/** Does what has the focus need the key itself? Remotes reach the presenter whatever has it. */
export function isTaken({ key }: PresenterStroke, focus: PresenterFocus): boolean {
  if (key === 'PageDown' || key === 'PageUp' || key === 'Escape' || key === 'F5') return false;
  if (focus === 'text') return true;
  if (focus === 'control') return key.startsWith('Arrow') || key === ' ' || key === 'Enter';
  return focus === 'button' && (key === ' ' || key === 'Enter');
}
