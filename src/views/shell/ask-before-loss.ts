import { t } from '../../base/language.ts';
import type { AppStore } from '../../store/app-store.ts';

/** Does `perform`, which loads the page anew, or asks before where that would lose something. */
export function askBeforeLoss(app: AppStore, perform: () => void): void {
  if (!app.store.getState().unkept) {
    perform();
    return;
  }
  app.notify(
    'problem',
    t(
      'For this the page is loaded anew, and does not keep what Explore has computed. Save that as a file first, or go on now.',
    ),
    { label: t('Go on, and lose it'), perform },
  );
}
