import { t } from '../../base/language.ts';
import { startPresenting } from '../../store/presenting.ts';
import { useApp } from '../shell/app-context.ts';

/** Begins to present what is shown. */
export function PresentButton() {
  const app = useApp();
  return (
    <button type="button" className="text-button" onClick={() => startPresenting(app)}>
      {t('Present')}
    </button>
  );
}
