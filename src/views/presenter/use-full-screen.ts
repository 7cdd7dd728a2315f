import { useCallback, useEffect, useSyncExternalStore } from 'react';

import { msg, t } from '../../base/language.ts';
import { useApp } from '../shell/app-context.ts';

interface FullScreen {
  readonly on: boolean;
  readonly possible: boolean;
  readonly toggle: () => void;
}

/** Fills the screen with the page, and leaves it when the presenter goes. The browser may say no. */
export function useFullScreen(): FullScreen {
  const { notify } = useApp();
  const on = useSyncExternalStore(subscribe, isOn);
  const toggle = useCallback((): void => {
    if (isOn()) return void document.exitFullscreen();
    if (!document.fullscreenEnabled) return notify('info', t(REFUSED));
    document.documentElement.requestFullscreen().catch(() => notify('info', t(REFUSED)));
  }, [notify]);
  useEffect(
    () => () => {
      if (isOn()) void document.exitFullscreen();
    },
    [],
  );
  return { on, possible: document.fullscreenEnabled, toggle };
}

const REFUSED = msg(
  'The browser does not fill the screen from here. Try F11, or the menu of the browser.',
);

function isOn(): boolean {
  return document.fullscreenElement !== null;
}

function subscribe(onChange: () => void): () => void {
  document.addEventListener('fullscreenchange', onChange);
  return () => document.removeEventListener('fullscreenchange', onChange);
}
