import { useState } from 'react';

import { t } from '../../base/language.ts';
import { RadioGroup } from '../scenario/RadioGroup.tsx';
import { useApp, useHeldRun } from '../shell/app-context.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { useModal } from '../shell/use-modal.ts';
import { LinkPart } from './LinkPart.tsx';
import type { Target } from './link-of.ts';
import { useLink } from './use-link.ts';
import './share.css';

/** What is shown, for others: as a link or as a QR code. */
export function ShareDialog() {
  const app = useApp();
  const run = useHeldRun();
  const dialog = useModal('input:checked');
  return (
    <Dialog
      ref={dialog}
      className="share-dialog"
      title={t('Share')}
      onClose={() => app.close('share')}
    >
      {run === null ? <p className="quiet">{t('There is no run yet to share.')}</p> : <Form />}
    </Dialog>
  );
}

function Form() {
  const [target, setTarget] = useState<Target>('scenario');
  const link = useLink(target);
  return (
    <>
      <div className="share-choices">
        <RadioGroup<Target>
          label={t('What to share')}
          options={[
            { value: 'scenario', name: t('This scenario') },
            { value: 'moment', name: t('This moment') },
          ]}
          value={target}
          onChange={setTarget}
        />
      </div>
      {link === null && <p className="share-coming quiet">{t('The link is being made.')}</p>}
      {link !== null && <LinkPart link={link} target={target} />}
    </>
  );
}
