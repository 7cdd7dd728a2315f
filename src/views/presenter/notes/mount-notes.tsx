import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { t } from '../../../base/language.ts';
import { prefersDark } from '../../shell/browser.ts';
import { NotesWindow } from './NotesWindow.tsx';

/** Draws the window with the lecturer's notes into `root`; nothing is simulated in it. */
export function mountNotes(root: Element): void {
  const page = document.documentElement;
  page.dataset['theme'] = prefersDark.matches ? 'dark' : 'light';
  document.title = t('Watchmen: notes for the lecture');
  createRoot(root).render(
    <StrictMode>
      <NotesWindow />
    </StrictMode>,
  );
  // Nothing is ever under way here.
  page.dataset['idle'] = 'true';
}
