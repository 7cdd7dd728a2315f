import { BOOKMARKS } from '../../../store/notes.ts';
import type { Chord } from './chord.ts';
import type { CommandId } from './table.ts';

/**
 * The keys that each command comes with, the one that is shown first; those that are not here have
 * none. Apart from the table of what commands do, which is long and not needed for hints of keys.
 */
export const DEFAULT_KEYS: Readonly<Partial<Record<CommandId, readonly Chord[]>>> = {
  play: ['Space', 'K'],
  'next-event': ['ArrowRight', '.'],
  'previous-event': ['ArrowLeft', ','],
  'next-rendezvous': ['L', 'Shift+ArrowRight'],
  'previous-rendezvous': ['J', 'Shift+ArrowLeft'],
  start: ['Home'],
  end: ['End'],
  'zoom-in': ['KeyW'],
  'zoom-out': ['KeyS'],
  'pan-left': ['KeyA'],
  'pan-right': ['KeyD'],
  fit: ['F'],
  'select-right': ['Alt+ArrowRight'],
  'select-left': ['Alt+ArrowLeft'],
  'select-up': ['Alt+ArrowUp'],
  'select-down': ['Alt+ArrowDown'],
  'area-right': ['Alt+Shift+ArrowRight'],
  'area-left': ['Alt+Shift+ArrowLeft'],
  'area-up': ['Alt+Shift+ArrowUp'],
  'area-down': ['Alt+Shift+ArrowDown'],
  'next-incident': ['G'],
  'previous-incident': ['Shift+G'],
  'previous-cause': ['['],
  'next-cause': [']'],
  breakpoint: ['B'],
  search: ['/'],
  'clear-selection': ['Escape'],
  note: ['M'],
  ...numbered('bookmark', ''),
  ...numbered('set-bookmark', 'Shift+'),
  'next-stop': ['PageDown'],
  'previous-stop': ['PageUp'],
  answer: ['Shift+Enter'],
  inject: ['X'],
  'move-replica': ['V'],
  compare: ['C'],
  undo: ['Mod+Z'],
  redo: ['Mod+Shift+Z', 'Mod+Y'],
  palette: ['Mod+Shift+P'],
  help: ['?'],
  theme: ['T'],
  present: ['P'],
};

function numbered(
  name: 'bookmark' | 'set-bookmark',
  held: string,
): Record<string, readonly Chord[]> {
  return Object.fromEntries(BOOKMARKS.map((number) => [`${name}-${number}`, [`${held}${number}`]]));
}
