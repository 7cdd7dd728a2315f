import { t } from '../../base/language.ts';
import type { AppStore } from '../../store/app-store.ts';
import { isNotLoaded } from './failure-words.ts';

/** Tells the person of what goes wrong where nobody waits for an answer, so that no button fails silently. */
export function watchErrors(app: AppStore): void {
  const tell = (error: unknown): void => {
    const text = isNotLoaded(error)
      ? t('A part of the page could not be loaded. Check the connection and try again.')
      : t(
          'Something went wrong in the page, and what you asked for may not have been done: {error}',
          {
            error: String(error),
          },
        );
    app.notify('problem', text, {
      label: t('Reload the page'),
      perform: () => window.location.reload(),
    });
  };
  window.addEventListener('error', ({ error }) => {
    // Some events of this name are about no error, such as a late layout.
    if (error !== null && error !== undefined) tell(error);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => tell(reason));
}
