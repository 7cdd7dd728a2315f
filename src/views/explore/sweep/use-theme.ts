import { useSyncExternalStore } from 'react';

import type { Theme } from '../../../draw/theme.ts';
import { shownTheme } from '../../../store/app-store.ts';
import { useAppState } from '../../shell/app-context.ts';
import { onThemePreference, themeInForce } from '../../timeline/theme-in-force.ts';

/** The palette for canvases; renders again when it changes. */
export function useTheme(): Theme {
  const shown = useAppState(shownTheme);
  return useSyncExternalStore(onThemePreference, () => themeInForce(shown));
}
