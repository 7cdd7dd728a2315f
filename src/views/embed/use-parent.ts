import { useEffect } from 'react';

import { assertUnreachable } from '../../base/assert.ts';
import type { AppStore } from '../../store/app-store.ts';
import { createPatience, MESSAGES_VERSION } from '../../store/embed-messages.ts';
import type { FrameCommand, FrameRequest, FrameState } from '../../store/embed-messages.ts';
import { endOf } from '../../store/held.ts';
import type { Parent } from './parent.ts';

/** Does what the page around asks for, and tells it when the first picture is there. */
export function useParent(app: AppStore, parent: Parent | null): void {
  useEffect(() => {
    if (parent === null) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const patience = createPatience();
    const listen = (event: MessageEvent<unknown>): void => {
      const request = parent.read(event);
      if (request !== null && patience(event.timeStamp)) answer(app, parent, request);
    };
    window.addEventListener('message', listen, { signal });
    whenIdle(signal, () =>
      parent.tell({ type: 'watchmen:ready', version: MESSAGES_VERSION, waiting: false }),
    );
    return () => stop.abort();
  }, [app, parent]);
}

function answer(app: AppStore, parent: Parent, request: FrameRequest): void {
  switch (request.type) {
    case 'watchmen:ping':
      return parent.tell(stateOf(app));
    case 'watchmen:do':
      return command(app, request.command);
    case 'watchmen:go': {
      const gone = app.navigation.goTo(request.to);
      return parent.tell({ type: 'watchmen:went', problem: gone.ok ? '' : gone.error });
    }
    case 'watchmen:show':
      // The page follows its address. An entry in the history would be one of the page around.
      return window.location.replace(`#${request.link}`);
    case 'watchmen:theme':
      return app.setTheme(request.theme);
    default:
      return assertUnreachable(request);
  }
}

function command({ navigation, playback }: AppStore, name: FrameCommand): void {
  switch (name) {
    case 'play':
      return playback.play();
    case 'pause':
      return playback.pause();
    case 'start':
      return navigation.toStart();
    case 'end':
      return navigation.toEnd();
    case 'next-event':
      return navigation.stepBy(1);
    case 'previous-event':
      return navigation.stepBy(-1);
    case 'next-rendezvous':
      return navigation.stepRendezvous(1);
    case 'previous-rendezvous':
      return navigation.stepRendezvous(-1);
    default:
      return assertUnreachable(name);
  }
}

function stateOf({ store, held }: AppStore): FrameState {
  const { playhead, playing, scenario } = store.getState();
  return {
    type: 'watchmen:state',
    version: MESSAGES_VERSION,
    waiting: false,
    idle: isIdle(),
    playing,
    title: scenario.title,
    time: playhead.time,
    step: playhead.step,
    end: held.run === null ? 0 : endOf(held.run),
  };
}

function isIdle(): boolean {
  return document.documentElement.dataset['idle'] === 'true';
}

/** Calls back once, when the page is idle for the first time. */
function whenIdle(signal: AbortSignal, action: () => void): void {
  const observer = new MutationObserver(() => {
    if (!isIdle()) return;
    observer.disconnect();
    action();
  });
  observer.observe(document.documentElement, { attributeFilter: ['data-idle'] });
  signal.addEventListener('abort', () => observer.disconnect());
}
