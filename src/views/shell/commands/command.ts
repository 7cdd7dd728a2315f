import { msg, t } from '../../../base/language.ts';
import type { AppStore } from '../../../store/app-store.ts';
import type { Chord } from './chord.ts';

/** Headings under which commands are listed, in this order; messages. */
export const COMMAND_GROUPS = [
  msg('Move'),
  msg('Timeline'),
  msg('Find and explain'),
  msg('Notes and bookmarks'),
  msg('Learn'),
  msg('Change'),
  msg('Page'),
] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/**
 * Where a command means something: on every screen, in the Lab, there with a run, or there for a
 * timeline that has the pointer or the focus (the palette does it to the one there is).
 */
export type CommandPlace = 'page' | 'lab' | 'run' | 'timeline';

/** One thing that a person can do by a key or by its name. */
export interface Command {
  readonly id: string;
  /** As an order: `Play or pause`; a message. */
  readonly title: string;
  /** Which of several alike it is: what the title has in the place of `{number}`. */
  readonly number?: number;
  readonly group: CommandGroup;
  /** The keys that it comes with, the one that is shown first. */
  readonly keys: readonly Chord[];
  readonly place: CommandPlace;
  /** May it be done again and again while its key is held down? */
  readonly repeats?: boolean;
  /** Is it taken in text fields, too? */
  readonly inText?: boolean;
  /** Has it anything to do now? Absent = always. */
  readonly ready?: (app: AppStore) => boolean;
  readonly run: (app: AppStore) => void;
}

/** What `command` is called; of several alike, those that `number` names. */
export function commandTitle(
  command: Pick<Command, 'title' | 'number'>,
  number: number | string | undefined = command.number,
): string {
  return t(command.title, number === undefined ? {} : { number });
}

/** Can `command` be done on what is shown now? */
export function isAvailable(command: Command, app: AppStore): boolean {
  const inPlace =
    command.place === 'page' ||
    (app.store.getState().screen === 'lab' && (command.place === 'lab' || app.held.run !== null));
  const allowed = app.rules?.allows(command.id) !== false;
  return allowed && inPlace && command.ready?.(app) !== false;
}
