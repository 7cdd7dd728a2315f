import type { AppStore } from './app-store.ts';
import { shownTheme } from './app-store.ts';
import { THEME_CHOICES } from './state.ts';
import type { ShownTheme, ThemeChoice } from './state.ts';

/** Where the choice is remembered; `null` where the browser forbids it. */
export interface ThemeMemory {
  readonly read: () => string | null;
  readonly write: (theme: ThemeChoice) => void;
}

/**
 * Shows the theme from now on and remembers the choice. `asked` is the address's `?theme=`, which
 * wins over what is remembered.
 */
export function keepTheme(
  app: AppStore,
  memory: ThemeMemory,
  { asked, show }: { readonly asked: string | null; readonly show: (theme: ShownTheme) => void },
): void {
  const choice = themeOf(asked) ?? themeOf(memory.read());
  if (choice !== undefined) app.setTheme(choice);
  show(shownTheme(app.store.getState()));
  app.store.subscribe((state, before) => {
    if (state.theme !== before.theme) memory.write(state.theme);
    if (shownTheme(state) !== shownTheme(before)) show(shownTheme(state));
  });
}

function themeOf(text: string | null): ThemeChoice | undefined {
  return THEME_CHOICES.find((choice) => choice === text);
}
