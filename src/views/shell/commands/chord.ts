import { msg, t } from '../../../base/language.ts';

/**
 * A key with what is held down with it, as settings keep it: `K`, `Shift+ArrowLeft`, `Mod+Z`, `?`.
 * `Mod` is Ctrl or Cmd. A letter is the one that is printed on the key, `KeyW` the key at the place of
 * W on any layout. A sign such as `?` stands for itself, however it is typed.
 */
export type Chord = string;

/** The part of a `KeyboardEvent` that decides. */
export interface Stroke {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** Is AltGr held? It types a sign and changes no meaning. */
  readonly altGraph: boolean;
}

/** What `event` says of a stroke. */
export function strokeOf(event: KeyboardEvent): Stroke {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  const altGraph = event.getModifierState('AltGraph');
  return { key, code, ctrlKey, metaKey, altKey, shiftKey, altGraph };
}

/** Keys that are only held, or that make no sense alone. */
const SILENT = new Set([
  'Shift',
  'Control',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'NumLock',
  'Fn',
  'Dead',
  'Process',
  'Unidentified',
]);

/** All that a stroke may mean, what is printed first; none for a key that is only held. */
export function chordsOf(stroke: Stroke): readonly Chord[] {
  const { key, code } = stroke;
  if (SILENT.has(key)) return [];
  const held = heldWith(stroke);
  const shift = stroke.shiftKey ? 'Shift+' : '';
  if (isNamed(key)) return [`${held}${shift}${key}`];
  const place = /^Key([A-Z])$/u.exec(code);
  const digit = /^Digit([0-9])$/u.exec(code)?.[1];
  return [
    printedChord(stroke, held, shift),
    ...(digit === undefined ? [] : [`${held}${shift}${digit}`]),
    // Where no Latin letter is printed, the place of one counts.
    ...(place === null || /^[ -~]$/u.test(key) ? [] : [`${held}${shift}${place[1]}`]),
    ...(place === null ? [] : [`${held}${shift}Key${place[1]}`]),
  ];
}

/** Has the key a name such as `Home`, rather than a character that it types? */
function isNamed(key: string): boolean {
  return /^[A-Z][A-Za-z0-9]+$/u.test(key);
}

function heldWith({ ctrlKey, metaKey, altKey, altGraph }: Stroke): string {
  if (altGraph) return '';
  return `${ctrlKey || metaKey ? 'Mod+' : ''}${altKey ? 'Alt+' : ''}`;
}

function printedChord({ key }: Stroke, held: string, shift: string): Chord {
  if (key === ' ') return `${held}${shift}Space`;
  // Digits, too, keep their Shift: on a French keyboard they are typed with it.
  if (/^[a-z0-9]$/iu.test(key)) return `${held}${shift}${key.toUpperCase()}`;
  // Shift is part of how a sign is typed.
  return `${held}${key}`;
}

interface Parts {
  readonly held: readonly string[];
  readonly key: string;
}

function partsOf(chord: Chord): Parts {
  const match = /^((?:Mod\+|Alt\+|Shift\+)*)(.+)$/u.exec(chord);
  return { held: match?.[1]?.split('+').filter((one) => one !== '') ?? [], key: match?.[2] ?? '' };
}

/** Does `chord` type a character, so that speech or a slip of the hand may press it? */
export function isSingleKey(chord: Chord): boolean {
  const { held, key } = partsOf(chord);
  const types = !isNamed(key) || key === 'Space' || /^Key[A-Z]$/u.test(key);
  return types && !held.includes('Mod') && !held.includes('Alt');
}

/** Is it an arrow, Home, End or the like, which sliders, lists and grids need themselves? */
export function isMovement(chord: Chord): boolean {
  return /^(?:Shift\+)?(?:Arrow.+|Home|End|Page.+)$/u.test(chord);
}

/** What is printed on the keys, where it is not their name; messages. */
const PRINTED: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: msg('Esc'),
  Enter: msg('Enter'),
  PageUp: msg('Page Up'),
  PageDown: msg('Page Down'),
  Home: msg('Home'),
  End: msg('End'),
  Space: msg('Space'),
  Shift: msg('Shift'),
  Alt: msg('Alt'),
  Ctrl: msg('Ctrl'),
  Cmd: msg('Cmd'),
};

/** `chord` as it is printed on the keys: `Shift ←`, `Ctrl Z`, on a Mac `Cmd Z`. */
export function chordLabel(chord: Chord, mac: boolean): string {
  const { held, key } = partsOf(chord);
  const names = held.map((one) => (one === 'Mod' ? (mac ? msg('Cmd') : msg('Ctrl')) : one));
  return [...names, key.replace(/^Key([A-Z])$/u, '$1')].map(printed).join(' ');
}

function printed(key: string): string {
  const name = Object.hasOwn(PRINTED, key) ? PRINTED[key] : undefined;
  return name === undefined ? key : t(name);
}

/** `chord` as `aria-keyshortcuts` has it. */
export function ariaChord(chord: Chord, mac: boolean): string {
  const { held, key } = partsOf(chord);
  const names = held.map((one) => (one === 'Mod' ? (mac ? 'Meta' : 'Control') : one));
  return [...names, key.replace(/^Key([A-Z])$/u, '$1')].join('+');
}

/** Taken by the browser, or by every text field. */
const KEPT = new Set(
  ['A', 'C', 'N', 'Q', 'R', 'T', 'V', 'W', 'X'].map((letter) => `Mod+${letter}`),
);

/** Why `chord` cannot be given to a command; `null` when it can. */
export function whyNot(chord: Chord): string | null {
  if (['Tab', 'Shift+Tab', 'Enter', 'Shift+Enter', 'Escape'].includes(chord))
    return t('Tab, Enter and Esc belong to the page and its fields.');
  if (KEPT.has(chord.replace('Shift+', ''))) return t('The browser keeps that one for itself.');
  return null;
}
