import { lazy, Suspense } from 'react';

import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
import { Icon } from '../shell/icons.tsx';

const ChooseDialog = lazy(async () => ({
  default: (await import('./ChooseDialog.tsx')).ChooseDialog,
}));

/** The tool in the top bar: begins or ends a comparison; and the dialog that asks what to compare with. */
export function CompareTool() {
  const { comparisons } = useApp();
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
        title={on ? 'End the comparison (C)' : 'Compare with another run (C)'}
        aria-keyshortcuts="C"
        disabled={!ready}
        onClick={comparisons.toggle}
      >
        <Icon name="compare" />
        <span className="tool-name">Compare</span>
        <kbd className="tool-name" aria-hidden="true">
          C
        </kbd>
      </button>
      {choosing && (
        <Suspense fallback={null}>
          <ChooseDialog />
        </Suspense>
      )}
    </>
  );
}
