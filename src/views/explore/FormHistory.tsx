import { useStore } from 'zustand';

import { t } from '../../base/language.ts';
import type { ExploreEdits } from '../../store/explore-edits.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { useKeyHint } from '../shell/commands/use-key-hint.ts';

/** Takes back what was set up last, in Explore or in the scenario above it, and does it again. */
export function FormHistory({ edits }: { readonly edits: ExploreEdits }) {
  const { history } = useApp();
  // Whether there is a step depends on both histories.
  useStore(edits.steps);
  useAppState(({ past }) => past);
  useAppState(({ future }) => future);
  const [undo, redo] = [useKeyHint('undo'), useKeyHint('redo')];
  return (
    <span className="form-history">
      <button
        type="button"
        className="text-button"
        title={undo.title(t('Undo'))}
        aria-keyshortcuts={undo.aria}
        disabled={!history.canUndo()}
        onClick={history.undo}
      >
        {t('Undo')}
      </button>
      <button
        type="button"
        className="text-button"
        title={redo.title(t('Redo'))}
        aria-keyshortcuts={redo.aria}
        disabled={!history.canRedo()}
        onClick={history.redo}
      >
        {t('Redo')}
      </button>
    </span>
  );
}
