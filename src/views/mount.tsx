import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import type { AppStore } from '../store/app-store.ts';
import type { Explore as ExploreStore } from '../store/explore.ts';
import { App } from './App.tsx';
import { PageGuard } from './errors/PageGuard.tsx';
import { watchErrors } from './errors/watch-errors.ts';
import { LoadExploreContext } from './shell/load-explore.ts';

/** Draws the page into `root`. */
export function mountPage(
  root: Element,
  app: AppStore,
  loadExplore: () => Promise<ExploreStore>,
): void {
  watchErrors(app);
  // A lecture goes on after a reload.
  const presenting = new URLSearchParams(window.location.search).get('presenter') === '1';
  if (presenting) app.store.setState({ presenting });
  createRoot(root).render(
    <StrictMode>
      <PageGuard app={app}>
        <LoadExploreContext value={loadExplore}>
          <App app={app} loadExplore={loadExplore} />
        </LoadExploreContext>
      </PageGuard>
    </StrictMode>,
  );
}
