import { equalData } from '../../base/equal.ts';
import type { AppStore } from '../../store/app-store.ts';
import { linkContent } from '../../store/link-to.ts';
import { sharedAddress } from '../shell/shared-address.ts';

/** The link to a branch that outlives the page. */
export interface RescuedLink {
  readonly id: number;
  readonly name: string;
  readonly address: string;
}

/** Links to all branches, the one that is shown first: the page writes them itself, as its worker may be gone. */
export async function rescuedLinks(app: AppStore): Promise<readonly RescuedLink[]> {
  const { encodeLink } = await import('../../scenario/link.ts');
  const { branches, branch: shown } = app.store.getState();
  const first = branches.filter(({ id }) => id === shown);
  const others = branches.filter(({ id }) => id !== shown);
  return [...first, ...others].map(({ id, name, scenario, notes }) => {
    // The moment belongs to the run that is held, which may be that of no branch.
    const moment = id === shown ? linkContent(app, 'moment') : null;
    const whole = moment !== null && equalData(moment.scenario, scenario);
    const content = whole ? moment : { scenario, view: {}, notes };
    return { id, name, address: sharedAddress(encodeLink(content)) };
  });
}
