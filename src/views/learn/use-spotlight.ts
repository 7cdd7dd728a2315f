import { useEffect } from 'react';

import { useApp, useHeldRun } from '../shell/app-context.ts';
import { bringIntoSight } from './bring-into-sight.ts';
import { highlightsIn, selectorsOf, sidePanelOf, stylesIn } from './spotlight.ts';

/** Marks what the lesson points at; style and description hang on it. */
const LIT = 'data-lit';
/** Id of the words that describe all of them. */
export const DESCRIPTION = 'lesson-points-here';

/** What a person does who looks elsewhere. */
const ACTS = ['pointerdown', 'touchstart', 'wheel', 'keydown'] as const;

const NO_CORES: readonly number[] = [];

/**
 * Puts a halo around the things of the page that a step names, as long as it is shown, and brings them
 * into sight whenever the `stage` of the step is another: what a question hides comes with its answer.
 */
export function useSpotlight(texts: readonly string[], stage: string): void {
  const { showPanel, store } = useApp();
  const homes = useHeldRun()?.plan.apps[0]?.cores ?? NO_CORES;
  const key = texts.join(' ');
  useEffect(() => {
    const panel = sidePanelOf(key.split(' '));
    if (panel !== null) showPanel(panel);
  }, [key, showPanel]);
  useEffect(() => {
    store.setState({ pointedAt: stylesIn(key.split(' ')) });
    return () => store.setState({ pointedAt: [] });
  }, [key, store]);
  useEffect(() => {
    const wanted = highlightsIn(key.split(' ')).map((one) => selectorsOf(one, homes));
    const page = document.querySelector('.frame') ?? document.body;
    let frame = 0;
    let brought = false;
    const light = (): void => {
      frame = 0;
      const found = wanted.map((selectors) => firstFound(page, selectors));
      const lit = new Set(found.flat());
      for (const old of page.querySelectorAll(`[${LIT}]`)) if (!lit.has(old)) dim(old);
      for (const one of lit) if (!one.hasAttribute(LIT)) brighten(one);
      brought ||= bringIntoSight(found);
    };
    // Whoever has done anything since is where they want to be.
    const acted = new AbortController();
    for (const name of ACTS) {
      const { signal } = acted;
      window.addEventListener(name, () => (brought = true), { signal, passive: true });
    }
    // React makes parts of the picture anew while the run goes on.
    const watch = new MutationObserver(() => {
      frame ||= requestAnimationFrame(light);
    });
    light();
    watch.observe(page, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      acted.abort();
      cancelAnimationFrame(frame);
      for (const old of page.querySelectorAll(`[${LIT}]`)) dim(old);
    };
  }, [key, homes, stage]);
}

function firstFound(page: Element, selectors: readonly string[]): Element[] {
  for (const selector of selectors) {
    const found = [...page.querySelectorAll(selector)];
    if (found.length > 0) return found;
  }
  return [];
}

function brighten(one: Element): void {
  one.setAttribute(LIT, '');
  const described = one.getAttribute('aria-describedby');
  one.setAttribute('aria-describedby', [described, DESCRIPTION].filter(Boolean).join(' '));
}

function dim(one: Element): void {
  one.removeAttribute(LIT);
  const ids = (one.getAttribute('aria-describedby') ?? '').split(' ');
  const others = ids.filter((id) => id !== '' && id !== DESCRIPTION);
  if (others.length > 0) one.setAttribute('aria-describedby', others.join(' '));
  else one.removeAttribute('aria-describedby');
}
