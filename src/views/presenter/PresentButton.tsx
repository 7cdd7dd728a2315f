import { t } from '../../base/language.ts';
import { startPresenting } from '../../store/presenting.ts';
import { useApp } from '../shell/app-context.ts';

interface Props {
  /** What is presented, where that is not what is shown already. */
  readonly title?: string;
  /** Shows it. */
  readonly onPress?: () => void;
}

/** Begins to present what is shown, or what `onPress` shows. */
export function PresentButton({ title, onPress }: Props) {
  const app = useApp();
  return (
    <button
      type="button"
      className="text-button present"
      aria-label={title === undefined ? undefined : t('Present: {title}', { title })}
      onClick={() => {
        onPress?.();
        startPresenting(app);
      }}
    >
      {t('Present')}
    </button>
  );
}
