import type { MouseEvent } from 'react';

import { THEME_CHOICES } from '../../store/state.ts';
import type { Screen } from '../../store/state.ts';
import { CompareTool } from '../compare/CompareTool.tsx';
import { ExportButton } from '../export/ExportButton.tsx';
import { InjectButton } from '../faults/InjectButton.tsx';
import { InjectHost } from '../faults/InjectHost.tsx';
import { NoteCaptionHost } from '../notes/NoteCaptionHost.tsx';
import { useApp, useAppState } from './app-context.ts';
import { useKeyHint } from './commands/use-key-hint.ts';
import { CopyLink } from './CopyLink.tsx';
import { BrandMark, Icon } from './icons.tsx';
import { Overlays } from './Overlays.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useKeys } from './use-keys.ts';
import { useWorkloadsAgain } from './use-workloads-again.ts';

/** Brand, screens and the tools that concern the whole page. */
export function TopBar() {
  const app = useApp();
  useKeys(app);
  useFileDrop(app);
  useWorkloadsAgain();
  return (
    <header className="top">
      <h1 className="brand">
        <BrandMark />
        Watchmen
      </h1>
      <nav className="nav" aria-label="Screens">
        <ScreenLink screen="lab" name="Lab" />
        <ScreenLink screen="explore" name="Explore" />
      </nav>
      <div className="grow">
        <NoteCaptionHost place="top" />
      </div>
      <InjectButton />
      <CompareTool />
      <CopyLink />
      <ExportButton />
      <ThemeButton />
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
  const hint = useKeyHint('palette');
  return (
    <button
      type="button"
      className="tool"
      aria-label="Commands"
      title={hint.title('Commands: find anything by its name')}
      aria-keyshortcuts={hint.aria}
      onClick={() => app.open({ kind: 'palette' })}
    >
      <Icon name="search" />
    </button>
  );
}

function KeysButton() {
  const app = useApp();
  const hint = useKeyHint('help');
  return (
    <button
      type="button"
      className="tool keys-button"
      aria-label="Keys"
      title={hint.title('Keys')}
      aria-keyshortcuts={hint.aria}
      onClick={() => app.open({ kind: 'keys' })}
    >
      <Icon name="help" />
    </button>
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

const THEME_NAMES = { system: 'as the system', light: 'light', dark: 'dark' } as const;

function ThemeButton() {
  const app = useApp();
  const theme = useAppState((state) => state.theme);
  const next = THEME_CHOICES[(THEME_CHOICES.indexOf(theme) + 1) % THEME_CHOICES.length] ?? 'system';
  const hint = useKeyHint('theme');
  const name = `Theme: ${THEME_NAMES[theme]}`;
  return (
    <button
      type="button"
      className="tool theme-button"
      aria-label={name}
      title={hint.title(name)}
      aria-keyshortcuts={hint.aria}
      onClick={() => app.setTheme(next)}
    >
      <Icon name="theme" />
    </button>
  );
}
