import { useState } from 'react';

import { useAppState } from '../shell/app-context.ts';
import { Icon } from '../shell/icons.tsx';

/** A seed as two groups of four hexadecimal digits. */
export function seedText(seed: number): string {
  const hex = (seed >>> 0).toString(16).toUpperCase().padStart(8, '0');
  return `${hex.slice(0, 4)}·${hex.slice(4)}`;
}

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
      aria-label={`Copy seed ${seedText(seed)}`}
      onClick={() => void copy()}
    >
      <span>
        {copied === seed ? 'Copied' : 'Seed'} <b className="num">{seedText(seed)}</b>
      </span>
      <Icon name="copy" size={16} />
    </button>
  );
}
