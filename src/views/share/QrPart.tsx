import { useMemo, useRef } from 'react';

import { t } from '../../base/language.ts';
import { groupDigits } from '../../draw/format.ts';
import { save } from '../export/save.ts';
import { qrExtent, qrOf, qrPath, qrSvg } from './qr.ts';
import type { QrCode } from './qr.ts';
import { qrPng } from './qr-png.ts';

/** From this many modules on a phone must come close. */
const DENSE = 97;

/** `text` as a QR code that can be saved and shown large. */
export function QrPart({ text }: { readonly text: string }) {
  const code = useMemo(() => qrOf(text), [text]);
  if (!code.ok) {
    return (
      <p className="share-qr quiet">
        {t(
          'A QR code holds about {most} characters at most, and this link is longer. A link to the scenario is the shortest.',
          { most: groupDigits(2900) },
        )}
      </p>
    );
  }
  return <Code code={code.value} />;
}

function Code({ code }: { readonly code: QrCode }) {
  const picture = useRef<SVGSVGElement>(null);
  const extent = qrExtent(code);
  const path = useMemo(() => qrPath(code), [code]);
  const svg = (): void => {
    save({ name: 'watchmen-qr.svg', content: new Blob([qrSvg(code)], { type: 'image/svg+xml' }) });
  };
  const png = async (): Promise<void> => {
    save({ name: 'watchmen-qr.png', content: await qrPng(code) });
  };
  return (
    <figure className="share-qr" aria-label={t('QR code of the link')}>
      <svg
        ref={picture}
        viewBox={`0 0 ${extent} ${extent}`}
        aria-hidden="true"
        shapeRendering="crispEdges"
      >
        <path fill="#fff" d={`M0 0h${extent}v${extent}H0z`} />
        <path fill="#000" d={path} />
      </svg>
      <figcaption className="quiet">
        {t('{size} × {size} modules; readable with up to {percent} % of it covered.', {
          size: code.size,
          percent: code.redundancy,
        })}
        {code.size >= DENSE && ` ${t('It is dense: hold the phone close, or show it large.')}`}
      </figcaption>
      <div className="share-acts">
        <button type="button" className="text-button" onClick={svg}>
          {t('Save as SVG')}
        </button>
        <button type="button" className="text-button" onClick={() => void png()}>
          {t('Save as PNG')}
        </button>
        {document.fullscreenEnabled && (
          <button
            type="button"
            className="text-button"
            onClick={() => void picture.current?.requestFullscreen()}
          >
            {t('Show large')}
          </button>
        )}
      </div>
    </figure>
  );
}
