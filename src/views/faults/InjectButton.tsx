import { t } from '../../base/language.ts';
import { useAppState, useHeldRun } from '../shell/app-context.ts';
import { ToolButton } from '../shell/ToolButton.tsx';
import { useInject } from './inject-context.ts';

/** Opens the dialog for the instant that is shown; only the Lab shows one. */
export function InjectButton() {
  const inject = useInject();
  const ready = useHeldRun() !== null;
  const inLab = useAppState((state) => state.screen === 'lab');
  if (!inLab) return null;
  return (
    <ToolButton
      command="inject"
      icon="bolt"
      name={t('Inject fault')}
      tip={t('Inject a fault here')}
      written
      className="inject-button"
      disabled={!ready}
      onClick={() => inject()}
    />
  );
}
