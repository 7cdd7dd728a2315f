import { useId } from 'react';

import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import { CopyButton } from './CopyButton.tsx';
import { isOnDisk, wordsOf } from './link-of.ts';
import type { ReadyLink, Target } from './link-of.ts';
import { QrPart } from './QrPart.tsx';

/** Some chat programs cut what is longer. */
const CUT_AT = 2000;

interface Props {
  readonly link: ReadyLink;
  readonly target: Target;
}

/** The link as text and as a QR code, and what it holds. */
export function LinkPart({ link, target }: Props) {
  const id = useId();
  const { address, remark } = link;
  const [holds, lacks] = wordsOf(target);
  return (
    <div className="share-link">
      <div className="share-words">
        <label htmlFor={id}>{t('Link')}</label>
        <textarea
          id={id}
          className="num"
          readOnly
          rows={4}
          value={address}
          onFocus={({ target: field }) => field.select()}
        />
        <p className="quiet">
          {t('{count} characters. Nothing is uploaded: the link itself holds all of this.', {
            count: groupDigits(address.length),
          })}
        </p>
        {address.length > CUT_AT && (
          <p className="field-remark">
            {t('Some chat programs cut links of more than {most} characters.', {
              most: groupDigits(CUT_AT),
            })}
          </p>
        )}
        {isOnDisk() && (
          <p className="field-remark">
            {t('This page is a file on your computer, so the link works on this computer alone.')}
          </p>
        )}
        <div className="share-acts">
          <CopyButton text={address} name={t('Copy the link')} />
          <SystemShare address={address} />
        </div>
        <p>{holds}</p>
        <p className="quiet">{lacks}</p>
        {remark !== '' && <p className="field-remark">{remark}</p>}
      </div>
      <QrPart text={address} />
    </div>
  );
}

/** The system's own way to share, where there is one. */
function SystemShare({ address }: { readonly address: string }) {
  if (typeof navigator.share !== 'function') return null;
  const share = async (): Promise<void> => {
    try {
      await navigator.share({ title: 'Watchmen', url: address });
    } catch {
      // The person has thought better of it.
    }
  };
  return (
    <button type="button" className="text-button" onClick={() => void share()}>
      {t('Send to…')}
    </button>
  );
}
