import { lazy, Suspense } from 'react';

import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
import { useKeyHint } from '../shell/commands/use-key-hint.ts';
import { Icon } from '../shell/icons.tsx';

const ChooseDialog = lazy(async () => ({
  default: (await import('./ChooseDialog.tsx')).ChooseDialog,
}));

/** The tool in the top bar: begins or ends a comparison; and the dialog that asks what to compare with. */
export function CompareTool() {
  const { comparisons } = useApp();
  const hint = useKeyHint('compare');
  const ready = useHeldRun() !== null;
  const inLab = useAppState((state) => state.screen === 'lab');
  const on = useAppState((state) => state.comparison !== null);
  const choosing = useAppState((state) => state.choosingOther);
  if (!inLab) return null;
  return (
    <>
      <button
        type="button"
        className="tool compare-button"
        aria-label="Compare"
        aria-pressed={on}
        title={hint.title(on ? 'End the comparison' : 'Compare with another run')}
        aria-keyshortcuts={hint.aria}
        disabled={!ready}
        onClick={comparisons.toggle}
      >
        <Icon name="compare" />
        <span className="tool-name">Compare</span>
        {hint.label !== null && (
          <kbd className="tool-name" aria-hidden="true">
            {hint.label}
          </kbd>
        )}
      </button>
      {choosing && (
        <Suspense fallback={null}>
          <ChooseDialog />
        </Suspense>
      )}
    </>
  );
}
