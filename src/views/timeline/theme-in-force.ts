import { FORCED_THEME, THEMES } from '../../draw/theme.ts';
import type { Theme } from '../../draw/theme.ts';
import type { ShownTheme } from '../../store/state.ts';

const forced = window.matchMedia('(forced-colors: active)');
const contrast = window.matchMedia('(prefers-contrast: more)');

/** The palette for canvases: what the person forced or prefers goes before the theme of the page. */
export function themeInForce(chosen: ShownTheme): Theme {
  if (forced.matches) return FORCED_THEME;
  return contrast.matches ? THEMES.projector : THEMES[chosen];
}

/** Calls back when the person's preference changes; returns the way to stop. */
export function onThemePreference(onChange: () => void): () => void {
  const queries = [forced, contrast];
  for (const query of queries) query.addEventListener('change', onChange);
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange);
  };
}
