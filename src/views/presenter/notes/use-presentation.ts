import { useEffect, useState } from 'react';

import type { PresenterAct } from '../../../store/presenter-keys.ts';
import { readSheetMessage } from '../../../store/presenter-sheet.ts';
import type { NotesMessage, NotesSheet } from '../../../store/presenter-sheet.ts';

/** What is known of the page that presents. */
export type Presentation =
  | { readonly kind: 'shown'; readonly sheet: NotesSheet }
  /** It is there, and presents nothing now; or it has not answered yet. */
  | { readonly kind: 'waiting' }
  /** It was closed, or this window was opened by nobody. */
  | { readonly kind: 'gone' };

/** How often the presentation is greeted: after a reload it knows of nobody. */
const GREETING_MS = 1000;

/** The presentation that has opened this window, and a way to press its keys. */
export function usePresentation(): {
  readonly presentation: Presentation;
  readonly act: (act: PresenterAct) => void;
} {
  const [presentation, set] = useState<Presentation>({ kind: 'waiting' });
  useEffect(() => {
    const hear = ({ data, source }: MessageEvent): void => {
      if (source === null || source !== window.opener) return;
      const message = readSheetMessage(data);
      if (message?.kind === 'sheet') set({ kind: 'shown', sheet: message.sheet });
      else if (message?.kind === 'over') set({ kind: 'waiting' });
    };
    const greet = (): void => {
      if (!send({ watchmen: 'notes', kind: 'hello' })) set({ kind: 'gone' });
    };
    window.addEventListener('message', hear);
    greet();
    const timer = window.setInterval(greet, GREETING_MS);
    return () => {
      window.removeEventListener('message', hear);
      window.clearInterval(timer);
    };
  }, []);
  return { presentation, act: (act) => void send({ watchmen: 'notes', kind: 'act', act }) };
}

/** Tells the presentation; is there one? */
function send(message: NotesMessage): boolean {
  const opener = window.opener as Window | null;
  if (opener === null || opener.closed) return false;
  opener.postMessage(message, window.location.protocol === 'file:' ? '*' : window.location.origin);
  return true;
}
