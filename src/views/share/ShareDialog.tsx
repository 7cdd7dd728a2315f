import { useState } from 'react';

import { t } from '../../base/language.ts';
import { RadioGroup } from '../scenario/RadioGroup.tsx';
import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { useModal } from '../shell/use-modal.ts';
import { EmbedPart } from './EmbedPart.tsx';
import { LinkPart } from './LinkPart.tsx';
import type { Target } from './link-of.ts';
import { useLink } from './use-link.ts';
import './share.css';

/** What is shown, for others: as a link, as a QR code, or as a frame of another page. */
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

type Way = 'link' | 'embed';

function Form() {
  const learning = useAppState((state) => state.lesson !== null && state.screen === 'lab');
  const [target, setTarget] = useState<Target>(learning ? 'lesson' : 'scenario');
  const [way, setWay] = useState<Way>('link');
  const link = useLink(target);
  return (
    <>
      <div className="share-choices">
        <RadioGroup<Target>
          label={t('What to share')}
          options={[
            { value: 'scenario', name: t('This scenario') },
            { value: 'moment', name: t('This moment') },
            ...(learning ? [{ value: 'lesson', name: t('This step of the lesson') } as const] : []),
          ]}
          value={target}
          onChange={setTarget}
        />
        <RadioGroup<Way>
          label={t('Share as')}
          options={[
            { value: 'link', name: t('Link and QR code') },
            { value: 'embed', name: t('Frame in another page') },
          ]}
          value={way}
          onChange={setWay}
        />
      </div>
      {link === null && <p className="share-coming quiet">{t('The link is being made.')}</p>}
      {link !== null && way === 'link' && <LinkPart link={link} target={target} />}
      {link !== null && way === 'embed' && <EmbedPart link={link} />}
    </>
  );
}
