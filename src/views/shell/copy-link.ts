import type { AppStore } from '../../store/app-store.ts';
import { linkTo } from '../../store/link-to.ts';

/** Copies the link to the scenario or to this moment of it, and says so. */
export async function copyLink(app: AppStore, what: 'scenario' | 'moment'): Promise<void> {
  const fragment = await linkTo(app, what);
  if (fragment === null) return;
  const { origin, pathname } = window.location;
  try {
    await navigator.clipboard.writeText(`${origin}${pathname}#${fragment}`);
    app.say(what === 'scenario' ? 'Link to this scenario copied' : 'Link to this moment copied');
  } catch {
    app.say('Copying is not allowed here; copy the address instead');
  }
}
