import { useState } from 'react';

import { t } from '../../base/language.ts';
import { useApp } from './app-context.ts';
import { Dialog } from './Dialog.tsx';
import { KeyRows } from './KeyRows.tsx';
import { isAvailable } from './commands/command.ts';
import { openTour } from './commands/deeds.ts';
import { COMMANDS } from './commands/table.ts';
import { useSettings } from './commands/use-key-hint.ts';
import { useModal } from './use-modal.ts';
import './keys.css';

/** All commands with their keys, and the way to change them or to turn single keys off. */
export function KeysDialog() {
  const app = useApp();
  const { singleKeys, keys } = useSettings();
  const [changing, setChanging] = useState(false);
  const dialog = useModal();
  const changed = Object.keys(keys).length > 0;
  return (
    <Dialog
      ref={dialog}
      className="keys-dialog"
      title={t('Keys')}
      onClose={() => app.close('keys')}
    >
      <p className="keys-tools">
        <label>
          <input
            type="checkbox"
            checked={singleKeys}
            onChange={({ target }) => app.settings.set({ singleKeys: target.checked })}
          />{' '}
          {t('Single keys')}
        </label>
        <button
          type="button"
          className="text-button"
          aria-pressed={changing}
          onClick={() => setChanging(!changing)}
        >
          {t('Change keys')}
        </button>
        <button
          type="button"
          className="text-button"
          disabled={!changed}
          onClick={() => app.settings.set({ keys: {} })}
        >
          {t('Reset all')}
        </button>
        <TourButton />
      </p>
      <p className="quiet">
        {singleKeys
          ? t(
              'Keys are off while a text field or a list has the focus; Space presses a focused button.',
            )
          : t(
              'Letters, digits, signs and Space do nothing now; arrows and keys with Ctrl or Cmd still do.',
            )}
      </p>
      <KeyRows changing={changing} />
    </Dialog>
  );
}

/** The tour is looked for where help is. */
function TourButton() {
  const app = useApp();
  const ready = COMMANDS.some((command) => command.id === 'tour' && isAvailable(command, app));
  return (
    <button type="button" className="text-button" disabled={!ready} onClick={() => openTour(app)}>
      {t('Show me around')}
    </button>
  );
}
