import type { AppStore } from '../../store/app-store.ts';
import { afterPaint } from './browser.ts';

/**
 * Takes away the still that a first visit sees, a picture that was drawn when the page was built, once
 * the page itself shows its first run or says why there is none.
 */
export function endStill({ store }: AppStore): void {
  const stop = store.subscribe(({ run }) => {
    if (run.kind === 'running' || run.kind === 'waiting') return;
    stop();
    afterPaint(() => {
      // One that is still on its way is not to lie over the page for good.
      document.documentElement.dataset['still'] = 'over';
      document.querySelector('.still')?.remove();
    });
  });
}
