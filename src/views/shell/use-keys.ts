import { useEffect } from 'react';

import { assertUnreachable } from '../../base/assert.ts';
import type { AppStore } from '../../store/app-store.ts';
import { shownTheme } from '../../store/app-store.ts';
import { commandOf, pageTakes } from './keys.ts';
import type { Command, Focus } from './keys.ts';

/** What keys do also where no run is shown. */
const EVERYWHERE: ReadonlySet<Command> = new Set(['theme', 'help', 'undo', 'redo']);

/** Listens to the keys of the whole page. */
export function useKeys(app: AppStore, showHelp: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isInDialog(event.target)) return;
      const command = commandOf(event);
      if (command === undefined || !pageTakes(command, event, focusOf(event.target))) return;
      if (app.store.getState().screen !== 'lab' && !EVERYWHERE.has(command)) return;
      event.preventDefault();
      if (command === 'help') showHelp();
      else obey(app, command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog[open]') !== null;
}

const TEXT_TYPES = new Set(['text', 'number', 'search', 'url', 'email', 'password', 'tel']);

function focusOf(target: EventTarget | null): Focus {
  if (target instanceof HTMLInputElement) {
    return TEXT_TYPES.has(target.type) ? 'text' : 'control';
  }
  if (target instanceof HTMLTextAreaElement) return 'text';
  if (target instanceof HTMLSelectElement) return 'list';
  if (!(target instanceof HTMLElement)) return 'other';
  if (target.isContentEditable) return 'text';
  return target.closest('button, summary, a[href]') === null ? 'other' : 'button';
}

function obey(app: AppStore, command: Exclude<Command, 'help'>): void {
  const { navigation, playback, history, faults, store } = app;
  switch (command) {
    case 'toggle-play':
      return playback.toggle();
    case 'next-event':
      return navigation.stepBy(1);
    case 'previous-event':
      return navigation.stepBy(-1);
    case 'next-rendezvous':
      return navigation.stepRendezvous(1);
    case 'previous-rendezvous':
      return navigation.stepRendezvous(-1);
    case 'next-incident':
      return navigation.stepIncident(1);
    case 'previous-incident':
      return navigation.stepIncident(-1);
    case 'inject':
      return faults.openInject();
    case 'start':
      return navigation.toStart();
    case 'end':
      return navigation.toEnd();
    case 'theme':
      return app.setTheme(shownTheme(store.getState()) === 'dark' ? 'light' : 'dark');
    case 'undo':
      return history.undo();
    case 'redo':
      return history.redo();
    default:
      return assertUnreachable(command);
  }
}
