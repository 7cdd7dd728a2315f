import type { MouseEvent } from 'react';

import { msg, t } from '../../base/language.ts';
import { THEME_CHOICES } from '../../store/state.ts';
import type { Screen } from '../../store/state.ts';
import { startPresenting } from '../../store/presenting.ts';
import { CompareTool } from '../compare/CompareTool.tsx';
import { ExportButton } from '../export/ExportButton.tsx';
import { InjectButton } from '../faults/InjectButton.tsx';
import { InjectHost } from '../faults/InjectHost.tsx';
import { NoteCaptionHost } from '../notes/NoteCaptionHost.tsx';
import { useApp, useAppState } from './app-context.ts';
import { CopyLink } from './CopyLink.tsx';
import { BrandMark } from './icons.tsx';
import { Overlays } from './Overlays.tsx';
import { ToolButton } from './ToolButton.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useKeys } from './use-keys.ts';
import { useOwnWorkloads } from './use-own-workloads.ts';
import { latePart } from './use-late-code.ts';
import { useWorkloadsAgain } from './use-workloads-again.ts';

// Whoever reads the first picture knows its language.
const LanguageMenu = latePart(async () => (await import('./LanguageMenu.tsx')).LanguageMenu);

/** Brand, screens and the tools that concern the whole page. */
export function TopBar() {
  const app = useApp();
  useKeys(app);
  useFileDrop(app);
  useWorkloadsAgain();
  useOwnWorkloads();
  return (
    <header className="top">
      <h1 className="brand">
        <BrandMark />
        Watchmen
      </h1>
      <nav className="nav" aria-label={t('Screens')}>
        <ScreenLink screen="lab" name={t('Lab')} />
        <ScreenLink screen="explore" name={t('Explore')} />
        <ScreenLink screen="learn" name={t('Learn')} />
      </nav>
      <div className="grow">
        <NoteCaptionHost place="top" />
      </div>
      <InjectButton />
      <CompareTool />
      <CopyLink />
      <ExportButton />
      <PresentTool />
      <ThemeButton />
      <div className="language-menu">
        <LanguageMenu />
      </div>
      <CommandsButton />
      <KeysButton />
      <Overlays />
      <InjectHost />
    </header>
  );
}

/** Opens the palette, where a person may look for anything by its name. */
function CommandsButton() {
  const app = useApp();
  return (
    <ToolButton
      command="palette"
      icon="search"
      name={t('Commands')}
      tip={t('Commands: find anything by its name')}
      onClick={() => app.open({ kind: 'palette' })}
    />
  );
}

/** Begins a lecture: on a phone the palette does. */
function PresentTool() {
  const { store } = useApp();
  return (
    <ToolButton
      command="present"
      icon="present"
      name={t('Present')}
      className="present-button"
      onClick={() => startPresenting({ store })}
    />
  );
}

function KeysButton() {
  const app = useApp();
  return (
    <ToolButton
      command="help"
      icon="help"
      name={t('Keys')}
      className="keys-button"
      onClick={() => app.open({ kind: 'keys' })}
    />
  );
}

function ScreenLink({ screen, name }: { readonly screen: Screen; readonly name: string }) {
  const app = useApp();
  const shown = useAppState((state) => state.screen === screen);
  const go = (event: MouseEvent): void => {
    event.preventDefault();
    if (!shown) app.setScreen(screen);
  };
  return (
    <a href="#main" aria-current={shown ? 'page' : undefined} onClick={go}>
      {name}
    </a>
  );
}

const THEME_NAMES = {
  system: msg('Theme: as the system'),
  light: msg('Theme: light'),
  dark: msg('Theme: dark'),
  projector: msg('Theme: projector, high contrast'),
} as const;

function ThemeButton() {
  const app = useApp();
  const theme = useAppState((state) => state.theme);
  const next = THEME_CHOICES[(THEME_CHOICES.indexOf(theme) + 1) % THEME_CHOICES.length] ?? 'system';
  return (
    <ToolButton
      command="theme"
      icon="theme"
      name={t(THEME_NAMES[theme])}
      className="theme-button"
      onClick={() => app.setTheme(next)}
    />
  );
}
