import { msg, t } from '../base/language.ts';
import type { Memory } from './memory.ts';
import { AXES } from './state.ts';
import type { Axis } from './state.ts';

/** What a person has set for every visit, whatever is shown. */
export interface Settings {
  /** Command to its keys where they are not the ones it comes with; `null` = the command has none. */
  readonly keys: Readonly<Record<string, readonly string[] | null>>;
  /** Do keys that type a character do anything without Ctrl or Cmd? Arrows, Home, End always do. */
  readonly singleKeys: boolean;
  /** What was chosen in the palette of commands, the latest first. */
  readonly recent: readonly string[];
  readonly axis: Axis;
  readonly closeGaps: boolean;
  /** Which folds of the page are open. */
  readonly openFolds: readonly string[];
  /** Has the person seen the tour, or said that they need none? */
  readonly toured: boolean;
}

/** The settings in force, kept from visit to visit where the browser allows it. */
export interface SettingsStore {
  /** The same object until something changes. */
  readonly get: () => Settings;
  readonly set: (change: Partial<Settings>) => void;
  /** Calls back after each change; the answer ends that. */
  readonly subscribe: (listener: () => void) => () => void;
}

export const DEFAULT_SETTINGS: Settings = {
  keys: {},
  singleKeys: true,
  recent: [],
  axis: 'time',
  closeGaps: false,
  openFolds: [],
  toured: false,
};

export const SETTINGS_KEY = 'watchmen.settings';
/** Where settings lie that could not be read. */
export const UNREADABLE_SETTINGS_KEY = 'watchmen.settings.unreadable';
const VERSION = 1;

const UNREADABLE = msg(
  'Your saved settings could not be read, so the page starts with its own. The old ones stay in this browser under “{key}”.',
);
const NEWER = msg(
  'Your settings were saved by a newer version of Watchmen. They are left alone, and what you set now lasts until you close the page.',
);
const NOT_KEPT = msg('This browser keeps no settings for this page: they last until you close it.');

/** What was found under the key. */
type Found =
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'nothing' | 'newer' | 'unreadable' };

/** Settings in `memory`; `report` takes a sentence for the person. */
export function createSettings(
  memory: Memory,
  report: (sentence: string) => void = () => {},
): SettingsStore {
  const listeners = new Set<() => void>();
  const found = readSettings(memory);
  let settings = found.kind === 'settings' ? found.settings : DEFAULT_SETTINGS;
  /** What a newer version has saved is not written over. */
  const frozen = found.kind === 'newer';
  let reported = false;
  if (frozen) report(t(NEWER));
  if (found.kind === 'unreadable') {
    memory.write(UNREADABLE_SETTINGS_KEY, memory.read(SETTINGS_KEY) ?? '');
    memory.remove(SETTINGS_KEY);
    report(t(UNREADABLE, { key: UNREADABLE_SETTINGS_KEY }));
  }

  return {
    get: () => settings,
    set(change) {
      settings = { ...settings, ...change };
      if (!frozen && !keep(memory, change, settings) && !reported) {
        reported = true;
        report(t(NOT_KEPT));
      }
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Writes `change` over what another page may have saved since; is it kept? */
function keep(memory: Memory, change: Partial<Settings>, settings: Settings): boolean {
  const now = readSettings(memory);
  if (now.kind === 'newer') return true;
  const base = now.kind === 'settings' ? now.settings : settings;
  const text = JSON.stringify({ version: VERSION, ...base, ...change });
  return memory.write(SETTINGS_KEY, text) === 'kept';
}

function readSettings(memory: Memory): Found {
  const text = memory.read(SETTINGS_KEY);
  if (text === null) return { kind: 'nothing' };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'unreadable' };
  }
  if (!isRecord(json) || typeof json['version'] !== 'number') return { kind: 'unreadable' };
  return json['version'] > VERSION ? { kind: 'newer' } : settingsOf(json);
}

/** A field that is missing has the value that it comes with; one that makes no sense spoils all. */
function settingsOf(json: Record<string, unknown>): Found {
  const known = { ...DEFAULT_SETTINGS, ...json };
  const { keys, singleKeys, recent, axis, closeGaps, openFolds, toured } = known;
  const knownAxis = AXES.find((one) => one === axis);
  const sound =
    isKeys(keys) &&
    typeof singleKeys === 'boolean' &&
    isTexts(recent) &&
    isTexts(openFolds) &&
    typeof closeGaps === 'boolean' &&
    typeof toured === 'boolean' &&
    knownAxis !== undefined;
  if (!sound) return { kind: 'unreadable' };
  return {
    kind: 'settings',
    settings: { keys, singleKeys, recent, axis: knownAxis, closeGaps, openFolds, toured },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function isKeys(value: unknown): value is Settings['keys'] {
  return isRecord(value) && Object.values(value).every((keys) => keys === null || isTexts(keys));
}
