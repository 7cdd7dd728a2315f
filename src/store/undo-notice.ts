import { t } from '../base/language.ts';
import { addNotice, dismissNotice } from './core.ts';
import type { Core } from './core.ts';
import type { History } from './history.ts';

/** Says what was just done and offers to undo it, until anything else is done. */
export function offerUndo(
  core: Pick<Core, 'store'>,
  { undo }: Pick<History, 'undo'>,
  text: string,
): void {
  const { store } = core;
  const { past } = store.getState();
  addNotice(core, 'info', text, { label: t('Undo'), perform: undo });
  const id = store.getState().notices.find((notice) => notice.text === text)?.id;
  const end = store.subscribe((state) => {
    if (state.past === past) return;
    end();
    if (id !== undefined) dismissNotice(core, id);
  });
}
