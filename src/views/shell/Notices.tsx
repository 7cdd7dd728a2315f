import { t } from '../../base/language.ts';
import { useApp, useAppState } from './app-context.ts';
import { Icon } from './icons.tsx';

/** Messages that stay until they are dismissed. */
export function Notices() {
  const app = useApp();
  const notices = useAppState((state) => state.notices);
  if (notices.length === 0) return null;
  return (
    <div className="notices">
      {notices.map(({ id, tone, text, action }) => (
        <div key={id} className={`notice ${tone}`} role={tone === 'problem' ? 'alert' : 'status'}>
          <p>{text}</p>
          {action !== undefined && (
            <button
              type="button"
              className="tool"
              onClick={() => {
                app.dismiss(id);
                action.perform();
              }}
            >
              {action.label}
            </button>
          )}
          <button
            type="button"
            className="tool"
            aria-label={t('Dismiss')}
            onClick={() => app.dismiss(id)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
