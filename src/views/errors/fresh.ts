import { defaultScenario } from '../../scenario/default-scenario.ts';
import { WORK_PREFIX } from '../../store/kept-works.ts';
import { FRESH_KEY } from '../../store/persistence.ts';
import { browserMemory, tabMemory } from '../shell/browser.ts';

/** Has this browser kept any work? */
export function isKept(): boolean {
  return browserMemory.keys().some((key) => key.startsWith(WORK_PREFIX));
}

/** Opens the page as on a first visit, and offers there what is kept. */
export async function startFresh(): Promise<void> {
  const { encodeLink } = await import('../../scenario/link.ts');
  tabMemory.write(FRESH_KEY, '1');
  const fragment = encodeLink({ scenario: defaultScenario(), view: {}, notes: [] });
  window.history.pushState(null, '', `#${fragment}`);
  window.location.reload();
}
