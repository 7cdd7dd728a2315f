import { t } from '../../base/language.ts';
import { useAppState } from '../shell/app-context.ts';
import { lazyPart } from '../shell/lazy-part.tsx';
import { Guard } from '../shell/Guard.tsx';
import { Part } from '../shell/Part.tsx';

export const WelcomeLine = lazyPart(async () => (await import('./WelcomeLine.tsx')).WelcomeLine);

/** The place of the sentence that a first visit begins with; it is as high as that before it has come. */
export function Welcome() {
  const shown = useAppState(
    ({ welcome, screen, run }) => welcome && screen === 'lab' && run.kind !== 'failed',
  );
  if (!shown) return null;
  return (
    <aside className="welcome" aria-label={t('First visit')}>
      <Guard name={t('First visit')} resetKey={null}>
        <Part>
          <WelcomeLine />
        </Part>
      </Guard>
    </aside>
  );
}
