import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import type { AppStore } from '../../store/app-store.ts';
import { appInFrame } from '../../store/embed-app.ts';
import { embedRules } from '../../store/embed-rules.ts';
import { QUIET_EMBED, readEmbed } from '../../store/embed.ts';
import type { Rules } from '../../store/rules.ts';
import { PageGuard } from '../errors/PageGuard.tsx';
import { watchErrors } from '../errors/watch-errors.ts';
import { LoadExploreContext } from '../shell/load-explore.ts';
import type { LoadExplore } from '../shell/load-explore.ts';
import { FramePage } from './FramePage.tsx';
import { parentOf } from './parent.ts';

/** How this page is embedded; the address of a frame keeps its query. */
const OPTIONS = readEmbed(new URLSearchParams(window.location.search)) ?? QUIET_EMBED;
const PARENT = parentOf(window, OPTIONS.origin);

/** Calls `begin`: at once, or when somebody starts a frame that shows a still picture first. */
export async function openFrame(place: Element, begin: (rules: Rules) => void): Promise<void> {
  if (OPTIONS.poster) {
    const { showPoster } = await import('./show-poster.tsx');
    await showPoster(place, OPTIONS, PARENT);
  }
  begin(embedRules(OPTIONS));
}

/** Draws the page into `root` as a frame of another page. */
export function mountPage(root: Element, app: AppStore, loadExplore: LoadExplore): void {
  watchErrors(app);
  const framed = app.rules === null ? app : appInFrame(app, app.rules);
  createRoot(root).render(
    <StrictMode>
      <PageGuard app={app}>
        <LoadExploreContext value={loadExplore}>
          <FramePage app={framed} options={OPTIONS} parent={PARENT} />
        </LoadExploreContext>
      </PageGuard>
    </StrictMode>,
  );
}
