import { useRef } from 'react';
import type { MouseEvent } from 'react';

import { THEME_CHOICES } from '../../store/state.ts';
import type { Screen } from '../../store/state.ts';
import { InjectButton } from '../faults/InjectButton.tsx';
import { InjectHost } from '../faults/InjectHost.tsx';
import { useApp, useAppState } from './app-context.ts';
import { CopyLink } from './CopyLink.tsx';
import { BrandMark, Icon } from './icons.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useKeys } from './use-keys.ts';
import { useWorkloadsAgain } from './use-workloads-again.ts';

/** Brand, screens and the tools that concern the whole page. */
export function TopBar() {
  const keys = useRef<HTMLDialogElement>(null);
  const showKeys = (): void => {
    if (keys.current?.open === false) keys.current.showModal();
  };
  const app = useApp();
  useKeys(app, showKeys);
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
      <div className="grow" />
      <InjectButton />
      <CopyLink />
      <ThemeButton />
      <button
        type="button"
        className="tool keys-button"
        aria-label="Keys"
        title="Keys (?)"
        onClick={showKeys}
      >
        <Icon name="help" />
      </button>
      <KeysDialog ref={keys} />
      <InjectHost />
    </header>
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
  const name = `Theme: ${THEME_NAMES[theme]}`;
  return (
    <button
      type="button"
      className="tool"
      aria-label={name}
      title={`${name} (T)`}
      onClick={() => app.setTheme(next)}
    >
      <Icon name="theme" />
    </button>
  );
}
