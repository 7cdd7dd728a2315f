import { useAppState, useHeldRun } from '../shell/app-context.ts';
import { useKeyHint } from '../shell/commands/use-key-hint.ts';
import { Icon } from '../shell/icons.tsx';
import { useInject } from './inject-context.ts';

/** Opens the dialog for the instant that is shown; only the Lab shows one. */
export function InjectButton() {
  const inject = useInject();
  const hint = useKeyHint('inject');
  const ready = useHeldRun() !== null;
  const inLab = useAppState((state) => state.screen === 'lab');
  if (!inLab) return null;
  return (
    <button
      type="button"
      className="tool inject-button"
      aria-label="Inject fault"
      title={hint.title('Inject a fault here')}
      aria-keyshortcuts={hint.aria}
      disabled={!ready}
      onClick={() => inject()}
    >
      <Icon name="bolt" />
      <span className="tool-name">Inject fault</span>
      {hint.label !== null && (
        <kbd className="tool-name" aria-hidden="true">
          {hint.label}
        </kbd>
      )}
    </button>
  );
}
