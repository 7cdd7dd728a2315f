import type { AppStore } from '../../store/app-store.ts';
import { keepLanguage } from '../../store/language.ts';
import type { LanguageChoice } from '../../store/language.ts';
import { addressOf } from '../../store/url-sync.ts';
import { t } from '../../base/language.ts';
import { askBeforeLoss } from './ask-before-loss.ts';
import { browserAddress, browserMemory } from './browser.ts';

/**
 * Has the page speak as `choice` says: it is loaded anew, with all that it keeps, as sentences that
 * were said stay in the language in which they were. What the address asks for is forgotten. Where
 * something is not kept, the person is asked before.
 */
export function changeLanguage(app: AppStore, choice: LanguageChoice): void {
  askBeforeLoss(app, () => void loadIn(app, choice));
}

async function loadIn(app: AppStore, choice: LanguageChoice): Promise<void> {
  app.playback.pause();
  if (keepLanguage(browserMemory, choice) !== 'kept') {
    app.notify(
      'problem',
      t(
        'This browser keeps no language for this page; “?lang=de” or “?lang=en” in its address asks for one.',
      ),
    );
    return;
  }
  // The address lags a little behind what is shown.
  const fragment = await addressOf(app);
  if (fragment !== null) browserAddress.replace(fragment);
  const address = new URL(window.location.href);
  address.searchParams.delete('lang');
  window.history.replaceState(null, '', address);
  window.location.reload();
}
