import { useEffect, useEffectEvent, useRef } from 'react';

import { msg, spokenLanguage, t } from '../../base/language.ts';
import type { PresenterAct } from '../../store/presenter-keys.ts';
import { readNotesMessage } from '../../store/presenter-sheet.ts';
import type { NotesSheet, SheetMessage } from '../../store/presenter-sheet.ts';
import { useApp } from '../shell/app-context.ts';

/** A window of this name is used again. */
const NAME = 'watchmen-notes';
const SHAPE = 'popup,width=960,height=720';

/*
 * The window and this page know each other by reference, not by a channel of their origin: a page
 * from a disk has none. When this page is loaded anew, the window, which goes on greeting its opener,
 * is heard again.
 */

/** The window with the lecturer's notes: shows `sheet`, and what is pressed there is done here. */
export function useNotesWindow(
  sheet: NotesSheet,
  onAct: (act: PresenterAct) => void,
): { readonly open: () => void } {
  const { notify } = useApp();
  const other = useRef<Window | null>(null);
  const text = JSON.stringify(sheet);
  const send = useEffectEvent((): void => {
    post(other.current, { watchmen: 'presenter', kind: 'sheet', sheet });
  });
  useEffect(() => {
    if (text !== '') send();
  }, [text]);
  const hear = useEffectEvent(({ data, source }: MessageEvent): void => {
    const message = readNotesMessage(data);
    if (message === null || !isOurs(source)) return;
    other.current = source;
    if (message.kind === 'hello') send();
    else onAct(message.act);
  });
  useEffect(() => {
    window.addEventListener('message', hear);
    return () => {
      window.removeEventListener('message', hear);
      post(other.current, { watchmen: 'presenter', kind: 'over' });
    };
  }, []);
  return {
    open() {
      const url = new URL(window.location.href);
      url.hash = '';
      url.searchParams.set('presenter', 'notes');
      url.searchParams.set('lang', spokenLanguage());
      const opened = window.open(url, NAME, SHAPE);
      if (opened === null) notify('problem', t(BLOCKED));
      else other.current = opened;
    },
  };
}

const BLOCKED = msg(
  'The browser has kept the window with your notes from opening. Allow pop-up windows for this page, most often with a sign beside its address, and press N again.',
);

/** Was it opened by this page? Of a page from a disk there is no origin to ask for. */
function isOurs(source: MessageEvent['source']): source is Window {
  try {
    return source !== null && 'opener' in source && source.opener === window;
  } catch {
    return false;
  }
}

function post(to: Window | null, message: SheetMessage): void {
  if (to === null || to.closed) return;
  // Whoever stands in that window later is to read nothing; pages from a disk have no other name.
  const origin = window.location.protocol === 'file:' ? '*' : window.location.origin;
  try {
    to.postMessage(message, origin);
  } catch {
    // It has gone elsewhere.
  }
}
