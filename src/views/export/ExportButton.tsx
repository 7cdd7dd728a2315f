import { t } from '../../base/language.ts';
import { useApp, useHeldRun } from '../shell/app-context.ts';
import { Icon } from '../shell/icons.tsx';

/** Opens the dialog that makes files of the run. */
export function ExportButton() {
  const app = useApp();
  const ready = useHeldRun() !== null;
  return (
    <button
      type="button"
      className="tool export-button"
      aria-label={t('Export')}
      title={t('Export the run as a file')}
      disabled={!ready}
      onClick={() => app.open({ kind: 'export' })}
    >
      <Icon name="export" />
    </button>
  );
}
