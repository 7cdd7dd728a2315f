import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import { msg, t } from '../../base/language.ts';
import { PRESENTER_KEYS } from '../../store/presenter-keys.ts';
import { isOnDisk, linkOf } from '../share/link-of.ts';
import { qrExtent, qrOf, qrPath } from '../share/qr.ts';
import { useApp } from '../shell/app-context.ts';
import { sharedAddress } from '../shell/shared-address.ts';
import type { Show } from './show.ts';

interface CardProps {
  readonly name: string;
  readonly className: string;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Covers the stop until a press takes it away; the focus comes back to where it was. */
function Card({ name, className, onClose, children }: CardProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    button.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <section className={`pr-card ${className}`} aria-label={name}>
      {children}
      <button ref={button} type="button" className="pr-close" onClick={onClose}>
        <kbd>{t('Esc')}</kbd> {t('Close')}
      </button>
    </section>
  );
}

/** Nothing to look at but the lecturer. */
export function BlankCard({ onClose }: Pick<CardProps, 'onClose'>) {
  return <Card name={t('The screen is blank')} className="pr-blank" onClose={onClose} />;
}

/** All keys of the presenter. */
export function HelpCard({ onClose }: Pick<CardProps, 'onClose'>) {
  return (
    <Card name={t('Keys of the presenter')} className="pr-help" onClose={onClose}>
      <h2>{t('Keys of the presenter')}</h2>
      <dl>
        {PRESENTER_KEYS.map(({ act, keys, title }) => (
          <div key={act}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{t(KEY_NAMES[key] ?? key)}</kbd>
              ))}
            </dt>
            <dd>{t(title)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>1</kbd>…<kbd>9</kbd>
          </dt>
          <dd>{t('Count a hand for that option; with Shift take it back')}</dd>
        </div>
      </dl>
    </Card>
  );
}

/** Keys whose names differ from language to language; the others are what is printed on them. */
const KEY_NAMES: Readonly<Record<string, string>> = {
  PageDown: msg('Page Down'),
  PageUp: msg('Page Up'),
  Space: msg('Space'),
  Esc: msg('Esc'),
  'Shift+Space': msg('Shift+Space'),
  'Shift+→': msg('Shift+→'),
  'Shift+←': msg('Shift+←'),
};

/** The link as a code that the last row can read with a phone. */
export function QrCard({
  link,
  onClose,
}: { readonly link: Show['link'] } & Pick<CardProps, 'onClose'>) {
  const address = useAddressOf(link);
  const code = useMemo(() => (address === null ? null : qrOf(address)), [address]);
  return (
    <Card name={t('QR code of the link')} className="pr-qr" onClose={onClose}>
      {code !== null && !code.ok && (
        <p>
          {t('The link is too long for a QR code. Present a lesson, or a run with fewer notes.')}
        </p>
      )}
      {code?.ok === true && (
        <figure aria-label={t('QR code of the link')}>
          <svg
            viewBox={`0 0 ${qrExtent(code.value)} ${qrExtent(code.value)}`}
            aria-hidden="true"
            shapeRendering="crispEdges"
          >
            <path d={qrPath(code.value)} />
          </svg>
        </figure>
      )}
      {address !== null && isOnDisk() && (
        <p>
          {t('This page is a file on your computer, so the link works on this computer alone.')}
        </p>
      )}
      {address !== null && address.length <= SHORT && <p className="num">{address}</p>}
    </Card>
  );
}

/** Longer addresses, in UTF-16 code units, nobody types. */
const SHORT = 90;

/** The whole address; `null` until it is made. */
function useAddressOf(link: Show['link']): string | null {
  const app = useApp();
  const [made, setMade] = useState<string | null>(null);
  const fragment = 'fragment' in link ? link.fragment : null;
  const target = 'target' in link ? link.target : null;
  useEffect(() => {
    if (target === null) return undefined;
    let wanted = true;
    const done = app.awaitPart();
    const make = async (): Promise<void> => {
      const ready = await linkOf(app, target);
      if (wanted) setMade(ready?.address ?? null);
      done();
    };
    void make();
    return () => {
      wanted = false;
    };
  }, [app, target]);
  return fragment === null ? made : sharedAddress(fragment);
}
