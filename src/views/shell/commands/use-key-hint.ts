import { useSyncExternalStore } from 'react';

import type { Settings } from '../../../store/settings.ts';
import { useApp } from '../app-context.ts';
import { onMac } from '../browser.ts';
import { ariaChord, chordLabel } from './chord.ts';
import { activeKeys } from './keys-in-force.ts';
import type { CommandId } from './table.ts';

/** The settings in force; renders again when they change. */
export function useSettings(): Settings {
  const { settings } = useApp();
  return useSyncExternalStore(settings.subscribe, settings.get, settings.get);
}

/** How a control tells of the keys that do the same. */
export interface KeyHint {
  /** The first key as it is printed; `null` when there is none. */
  readonly label: string | null;
  /** For `aria-keyshortcuts`. */
  readonly aria: string | undefined;
  /** `text` with the first key behind it: `Play (Space)`. */
  readonly title: (text: string) => string;
}

/** The keys of the command `id` as they are set now. */
export function useKeyHint(id: CommandId): KeyHint {
  const keys = activeKeys(id, useSettings());
  const label = keys[0] === undefined ? null : chordLabel(keys[0], onMac);
  return {
    label,
    aria: keys.length === 0 ? undefined : keys.map((key) => ariaChord(key, onMac)).join(' '),
    title: (text) => (label === null ? text : `${text} (${label})`),
  };
}
