import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import type { AppStore } from '../store/app-store.ts';
import { App } from './App.tsx';

/** Draws the page into `root`. */
export function mountPage(root: Element, app: AppStore): void {
  createRoot(root).render(
    <StrictMode>
      <App app={app} />
    </StrictMode>,
  );
}
