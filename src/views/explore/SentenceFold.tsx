import { useId, useState } from 'react';
import type { ReactNode } from 'react';

import { t } from '../../base/language.ts';
import { useMedia } from '../shell/use-media.ts';

interface Props {
  readonly children: ReactNode;
}

/** A sentence of controls; on a phone it is plain text, as small as that, until it is to be changed. */
export function SentenceFold({ children }: Props) {
  const phone = useMedia('(max-width: 599px)');
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="sentence-fold">
      <div id={id} className="sentence sweep-sentence" inert={phone && !open}>
        {children}
      </div>
      {phone && (
        <button
          type="button"
          className="fold-button"
          aria-expanded={open}
          aria-controls={id}
          aria-label={open ? t('Done') : t('Edit: what is run')}
          onClick={() => setOpen(!open)}
        >
          {open ? t('Done') : t('Edit')}
        </button>
      )}
    </div>
  );
}
