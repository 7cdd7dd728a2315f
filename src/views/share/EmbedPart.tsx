import { useId, useState } from 'react';

import { t } from '../../base/language.ts';
import { QUIET_EMBED } from '../../store/embed.ts';
import { useAppState, useHeldRun } from '../shell/app-context.ts';
import { CopyButton } from './CopyButton.tsx';
import { EmbedFields } from './EmbedFields.tsx';
import { isOnDisk } from './link-of.ts';
import type { ReadyLink } from './link-of.ts';
import { embedAddress, heightOf, snippetOf } from './snippet.ts';
import type { Frame } from './snippet.ts';

/** The element that shows the link in another page: how it is set up, how that looks, and its text. */
export function EmbedPart({ link }: { readonly link: ReadyLink }) {
  const id = useId();
  const title = useHeldRun()?.scenario.title ?? '';
  const exploring = useAppState((state) => state.screen === 'explore');
  const [frame, setFrame] = useState<Frame>({
    size: { width: null, height: null },
    title: title === '' ? 'Watchmen' : t('Watchmen: {title}', { title }),
    options: { ...QUIET_EMBED, controls: true },
  });
  const snippet = snippetOf(link.address, frame);
  return (
    <div className="share-embed">
      <div className="share-words">
        <EmbedFields
          frame={frame}
          change={(part) => setFrame((before) => ({ ...before, ...part }))}
        />
        <label htmlFor={id}>{t('For the page around it')}</label>
        <textarea
          id={id}
          className="num"
          readOnly
          rows={6}
          value={snippet}
          onFocus={({ target }) => target.select()}
        />
        <div className="share-acts">
          <CopyButton text={snippet} name={t('Copy the frame')} />
        </div>
        {link.remark !== '' && <p className="field-remark">{link.remark}</p>}
        {exploring && (
          <p className="field-remark">{t('A frame shows the Lab; Explore is not in it.')}</p>
        )}
      </div>
      <Preview address={link.address} frame={frame} />
    </div>
  );
}

/** The preview is that much smaller than the frame. */
const SCALE = 0.5;

interface PreviewProps {
  readonly address: string;
  readonly frame: Frame;
}

/** The frame itself, which is another run of this page. */
function Preview({ address, frame }: PreviewProps) {
  if (isOnDisk()) {
    return (
      <p className="share-preview quiet">
        {t(
          'This page is a file on your computer. Others see the frame where the page is on a server.',
        )}
      </p>
    );
  }
  const src = embedAddress(address, frame.options);
  const height = heightOf(frame);
  const width = frame.size.width ?? `${100 / SCALE}%`;
  return (
    <figure className="share-preview">
      <div className="share-frame" style={{ height: height * SCALE + 2 }}>
        {/* A frame that only changes its fragment would keep what was done in it. */}
        {/* oxlint-disable-next-line react/iframe-missing-sandbox -- this very page: what lets it run lets it do all */}
        <iframe
          key={src}
          src={src}
          title={t('Preview of the frame')}
          allow="clipboard-write"
          width={width}
          height={height}
        />
      </div>
      <figcaption className="quiet">
        {t('As it looks in the page around it, at half its size')}
      </figcaption>
    </figure>
  );
}
