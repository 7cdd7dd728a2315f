import type { FaultOutcome } from '../../base/vocabulary.ts';
import { groupDigits } from '../../draw/format.ts';
import type { Dimension } from './campaign/groups.ts';

/** Outcomes that replication is to prevent: a wrong value gets out, or no protection is left. */
export const HARM: readonly FaultOutcome[] = ['silent corruption', 'RCB failure'];
/** Outcomes in which Romain or the kernel saw the fault before a wrong value got out. */
export const SEEN: readonly FaultOutcome[] = ['corrected', 'detected, stopped', 'crash contained'];

const METHOD_WORDS: Readonly<Record<string, string>> = {
  local: 'local handling',
  migration: 'migration',
  ipc: 'sync IPC',
  polling: 'shared memory',
};

const COMPARISON_WORDS: Readonly<Record<string, string>> = {
  prototype: 'sum of 7 registers',
  full: 'full comparison',
};

/** A value of a dimension as the page says it. */
export function valueWords(dimension: Dimension, value: string): string {
  switch (dimension) {
    case 'method':
      return METHOD_WORDS[value] ?? value;
    case 'comparison':
      return COMPARISON_WORDS[value] ?? value;
    case 'redundancy':
      return redundancyWords(value);
    default:
      return value;
  }
}

function redundancyWords(value: string): string {
  if (value === 'native') return 'native';
  if (value === '1') return 'one replica';
  return { '2': 'DMR', '3': 'TMR' }[value] ?? `${value} replicas`;
}

/** `12.3 %` of a share 0..1; small ones get more digits. */
export function shareText(share: number): string {
  const percent = 100 * share;
  const decimals = percent !== 0 && percent < 0.95 ? 2 : 1;
  return `${groupDigits(percent, decimals)}\u202F%`;
}

/** `3.0 to 5.5 %`. */
export function intervalText({ low, high }: { readonly low: number; readonly high: number }) {
  return `${shareText(low).replace('\u202F%', '')} to ${shareText(high)}`;
}

/** `1.4 s`, `12 min`; of a time left, rounded up. */
export function durationText(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 90) return `${groupDigits(seconds, seconds < 10 ? 1 : 0)} s`;
  return `${groupDigits(Math.ceil(seconds / 60))} min`;
}
