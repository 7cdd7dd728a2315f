/** What a key does. */
export type Command =
  | 'toggle-play'
  | 'next-event'
  | 'previous-event'
  | 'next-rendezvous'
  | 'previous-rendezvous'
  | 'start'
  | 'end'
  | 'next-incident'
  | 'previous-incident'
  | 'inject'
  | 'theme'
  | 'help'
  | 'undo'
  | 'redo';

/** The part of a `KeyboardEvent` that decides. */
export interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const PLAIN: Readonly<Record<string, Command>> = {
  ' ': 'toggle-play',
  k: 'toggle-play',
  arrowright: 'next-event',
  '.': 'next-event',
  arrowleft: 'previous-event',
  ',': 'previous-event',
  l: 'next-rendezvous',
  j: 'previous-rendezvous',
  home: 'start',
  end: 'end',
  t: 'theme',
  x: 'inject',
  g: 'next-incident',
  '?': 'help',
};

const SHIFTED: Readonly<Record<string, Command>> = {
  g: 'previous-incident',
  arrowright: 'next-rendezvous',
  arrowleft: 'previous-rendezvous',
  '?': 'help',
};

/** The command of a stroke outside text fields, if it has one. */
export function commandOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Stroke): Command | undefined {
  const name = key.toLowerCase();
  if (altKey) return undefined;
  if (ctrlKey || metaKey) {
    if (name === 'z') return shiftKey ? 'redo' : 'undo';
    return name === 'y' && !shiftKey ? 'redo' : undefined;
  }
  const table = shiftKey ? SHIFTED : PLAIN;
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** What the focus is on, as far as keys are concerned. */
export type Focus = 'text' | 'list' | 'control' | 'button' | 'other';

/** Does the page take `command` while the focus is there, or does the focused element need it? */
export function pageTakes(command: Command, stroke: Stroke, focus: Focus): boolean {
  if (focus === 'text') return false;
  const arrows = stroke.key.startsWith('Arrow') || stroke.key === 'Home' || stroke.key === 'End';
  // A list takes letters as a search among its options.
  if (focus === 'list') return command === 'undo' || command === 'redo';
  // Sliders and radios use arrows, Home and End, checkboxes Space.
  if (focus === 'control') return !arrows && stroke.key !== ' ';
  // Space presses the focused button; taking it as well would act twice.
  if (focus === 'button') return stroke.key !== ' ';
  return true;
}
