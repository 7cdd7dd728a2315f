import { t } from '../../base/language.ts';
import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
import { ToolButton } from '../shell/ToolButton.tsx';
import { lazyPart } from '../shell/lazy-part.tsx';
import { Part } from '../shell/Part.tsx';

const ChooseDialog = lazyPart(async () => (await import('./ChooseDialog.tsx')).ChooseDialog);

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
      <ToolButton
        command="compare"
        icon="compare"
        name={t('Compare')}
        tip={on ? t('End the comparison') : t('Compare with another run')}
        written
        className="compare-button"
        aria-pressed={on}
        disabled={!ready}
        onClick={comparisons.toggle}
      />
      {choosing && (
        <Part>
          <ChooseDialog />
        </Part>
      )}
    </>
  );
}
