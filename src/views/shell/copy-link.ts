import { t } from '../../base/language.ts';
import { ownIdsOf } from '../../scenario/own-ids.ts';
import type { AppStore } from '../../store/app-store.ts';
import { linkTo } from '../../store/link-to.ts';
import { sharedAddress } from './shared-address.ts';

/** Copies the link to the scenario or to this moment of it, and says so. */
export async function copyLink(app: AppStore, what: 'scenario' | 'moment'): Promise<void> {
  const scenario = app.held.run?.scenario;
  if (scenario !== undefined && ownIdsOf(scenario).length > 0) {
    // A program of one's own is in no link as it is, and few have one.
    const { copyOwnLink } = await import('../import/copy-own-link.ts');
    await copyOwnLink(app, what);
    return;
  }
  const fragment = await linkTo(app, what);
  if (fragment === null) return;
  if (await copyFragment(fragment)) {
    app.say(
      what === 'scenario' ? t('Link to this scenario copied') : t('Link to this moment copied'),
    );
  } else app.say(t('Copying is not allowed here; copy the address instead'));
}

/** Copies the address of this page with `fragment`, in the language that the address asks for, if it does; is that allowed? */
export async function copyFragment(fragment: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(sharedAddress(fragment));
    return true;
  } catch {
    return false;
  }
}
