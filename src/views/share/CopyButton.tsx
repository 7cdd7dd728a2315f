import { useState } from 'react';

import { t } from '../../base/language.ts';

interface Props {
  readonly text: string;
  /** What is copied, as an order. */
  readonly name: string;
}

/** Copies `text`, and says whether that was allowed. */
export function CopyButton({ text, name }: Props) {
  const [said, setSaid] = useState<{ readonly of: string; readonly words: string }>();
  const copy = async (): Promise<void> => {
    setSaid({ of: text, words: await copied(text) });
  };
  return (
    <>
      <button type="button" className="text-button primary" onClick={() => void copy()}>
        {name}
      </button>
      <output className="share-said">{said?.of === text ? said.words : ''}</output>
    </>
  );
}

async function copied(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return t('Copied');
  } catch {
    return t('Copying is not allowed here: select the text and copy it yourself');
  }
}
