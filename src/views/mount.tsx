import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import type { AppStore } from '../store/app-store.ts';
import type { Campaigns } from '../store/campaign.ts';
import { App } from './App.tsx';

/** Draws the page into `root`. */
export function mountPage(
  root: Element,
  app: AppStore,
  loadCampaigns: () => Promise<Campaigns>,
): void {
  createRoot(root).render(
    <StrictMode>
      <App app={app} loadCampaigns={loadCampaigns} />
    </StrictMode>,
  );
}
