import { useRef } from 'react';

import { LANGUAGES, t } from '../../base/language.ts';
import { chosenLanguage, LANGUAGE_CHOICES } from '../../store/language.ts';
import type { LanguageChoice } from '../../store/language.ts';
import { useApp } from './app-context.ts';
import { browserMemory } from './browser.ts';
import { Icon } from './icons.tsx';
import { useMenu } from './use-menu.ts';

/** Languages by their own names, which whoever speaks them reads. */
const OWN_NAMES = { en: 'English', de: 'Deutsch' } as const;

/** In which language the page speaks. */
export function LanguageMenu() {
  const app = useApp();
  const menu = useRef<HTMLDetailsElement>(null);
  const query = new URLSearchParams(window.location.search).get('lang');
  const asked = LANGUAGES.find((language) => language === query);
  const chosen = asked ?? chosenLanguage(browserMemory);
  useMenu(menu);
  const choose = async (choice: LanguageChoice): Promise<void> => {
    if (menu.current !== null) menu.current.open = false;
    // What the address asks for goes when something is chosen, if only the same.
    if (choice === chosen && asked === undefined) return;
    const { changeLanguage } = await import('./change-language.ts');
    changeLanguage(app, choice);
  };
  return (
    <details ref={menu} className="menu" name="top-menu">
      <summary className="tool" aria-label={t('Language')} title={t('Language')}>
        <Icon name="language" />
      </summary>
      <div className="menu-list">
        {LANGUAGE_CHOICES.map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={choice === chosen}
            lang={choice === 'browser' ? undefined : choice}
            onClick={() => void choose(choice)}
          >
            {choice === 'browser' ? t('As the browser') : OWN_NAMES[choice]}
          </button>
        ))}
      </div>
    </details>
  );
}
