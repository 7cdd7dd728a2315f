import { useState } from 'react';

import { t } from '../../base/language.ts';
import { useAppState } from '../shell/app-context.ts';
import { Icon } from '../shell/icons.tsx';
import { seedText } from '../scenario/read-seed.ts';

/** The seed of the scenario, to copy. */
export function SeedBadge() {
  const seed = useAppState((state) => state.scenario.seed);
  const [copied, setCopied] = useState<number | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(`0x${seedText(seed).replace('·', '')}`);
      setCopied(seed);
    } catch {
      setCopied(null);
    }
  };
  return (
    <button
      type="button"
      className="chip seed"
      aria-label={t('Copy seed {seed}', { seed: seedText(seed) })}
      onClick={() => void copy()}
    >
      <span>
        {copied === seed ? t('Copied') : t('Seed')} <b className="num">{seedText(seed)}</b>
      </span>
      <Icon name="copy" size={16} />
    </button>
  );
}
