import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import type { AppStore } from '../store/app-store.ts';
import type { Explore as ExploreStore } from '../store/explore.ts';
import { App } from './App.tsx';
import { LoadExploreContext } from './shell/load-explore.ts';

/** Draws the page into `root`. */
export function mountPage(
  root: Element,
  app: AppStore,
  loadExplore: () => Promise<ExploreStore>,
): void {
  createRoot(root).render(
    <StrictMode>
      <LoadExploreContext value={loadExplore}>
        <App app={app} loadExplore={loadExplore} />
      </LoadExploreContext>
    </StrictMode>,
  );
}
