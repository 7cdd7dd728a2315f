import { registerSW } from 'virtual:pwa-register';

import { t } from '../../base/language.ts';
import type { AppStore } from '../../store/app-store.ts';
import { askBeforeLoss } from './ask-before-loss.ts';

/**
 * Keeps the page in this browser, so that it opens without a network, and says when a new version is
 * there. Where a browser does not allow it, nothing happens.
 */
export function keepOffline(app: AppStore): void {
  const update = registerSW({
    onNeedRefresh: () =>
      app.notify('info', t('A new version of Watchmen is ready. What you work on is kept.'), {
        label: t('Use it now'),
        perform: () => askBeforeLoss(app, () => void update(true)),
      }),
  });
}
