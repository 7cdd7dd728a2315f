import { createRoot } from 'react-dom/client';

import { MESSAGES_VERSION } from '../../store/embed-messages.ts';
import type { FrameState } from '../../store/embed-messages.ts';
import type { EmbedOptions } from '../../store/embed.ts';
import { afterPaint, prefersDark } from '../shell/browser.ts';
import { scenarioName } from './Strip.tsx';
import type { Parent } from './parent.ts';
import { Poster } from './Poster.tsx';
import { scenarioOfLink } from './poster-scene.ts';

/** Shows a still picture in `place` until somebody starts the frame, or the page around does. */
export async function showPoster(
  place: Element,
  { theme }: EmbedOptions,
  parent: Parent | null,
): Promise<void> {
  const page = document.documentElement;
  const system = prefersDark.matches ? 'dark' : 'light';
  page.dataset['theme'] = theme === null || theme === 'system' ? system : theme;
  const scenario = scenarioOfLink(window.location.hash.slice(1));
  const title = scenario === null ? '' : scenarioName(scenario);
  const stop = new AbortController();
  const root = createRoot(place);
  await new Promise<void>((resolve) => {
    root.render(<Poster scenario={scenario} onStart={resolve} />);
    afterPaint(() => {
      page.dataset['idle'] = 'true';
      parent?.tell({ type: 'watchmen:ready', version: MESSAGES_VERSION, waiting: true });
    });
    const listen = (event: MessageEvent<unknown>): void => {
      const request = parent?.read(event);
      if (request?.type === 'watchmen:ping') parent?.tell(waitingState(title));
      // Whoever says "play" wants it started.
      if (request?.type === 'watchmen:do' && request.command === 'play') resolve();
    };
    window.addEventListener('message', listen, { signal: stop.signal });
  });
  stop.abort();
  page.dataset['idle'] = 'false';
  root.unmount();
}

function waitingState(title: string): FrameState {
  return {
    type: 'watchmen:state',
    version: MESSAGES_VERSION,
    waiting: true,
    idle: true,
    playing: false,
    title,
    time: 0,
    step: 0,
    end: 0,
  };
}
