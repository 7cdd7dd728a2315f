import { useAppState, useHeldRun } from '../shell/app-context.ts';
import { Icon } from '../shell/icons.tsx';
import { useInject } from './inject-context.ts';

/** Opens the dialog for the instant that is shown; only the Lab shows one. */
export function InjectButton() {
  const inject = useInject();
  const ready = useHeldRun() !== null;
  const inLab = useAppState((state) => state.screen === 'lab');
  if (!inLab) return null;
  return (
    <button
      type="button"
      className="tool inject-button"
      aria-label="Inject fault"
      title="Inject a fault here (X)"
      aria-keyshortcuts="X"
      disabled={!ready}
      onClick={() => inject()}
    >
      <Icon name="bolt" />
      <span className="tool-name">Inject fault</span>
      <kbd className="tool-name" aria-hidden="true">
        X
      </kbd>
    </button>
  );
}
