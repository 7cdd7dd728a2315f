import { msg, t } from '../../base/language.ts';
import type { FaultOutcome } from '../../base/vocabulary.ts';
import { groupDigits } from '../../draw/format.ts';
import type { Dimension } from './campaign/groups.ts';

/** Outcomes that replication is to prevent: a wrong value gets out, or no protection is left. */
export const HARM: readonly FaultOutcome[] = ['silent corruption', 'RCB failure'];
/** Outcomes in which Romain or the kernel saw the fault before a wrong value got out. */
export const SEEN: readonly FaultOutcome[] = ['corrected', 'detected, stopped', 'crash contained'];

const METHOD_WORDS: Readonly<Record<string, string>> = {
  local: msg('local handling'),
  migration: msg('migration'),
  ipc: msg('sync IPC'),
  polling: msg('shared memory'),
};

const COMPARISON_WORDS: Readonly<Record<string, string>> = {
  prototype: msg('sum of 7 registers'),
  full: msg('full comparison'),
};

/** A value of a dimension as the page says it. */
export function valueWords(dimension: Dimension, value: string): string {
  switch (dimension) {
    case 'method':
      return said(METHOD_WORDS[value], value);
    case 'comparison':
      return said(COMPARISON_WORDS[value], value);
    case 'redundancy':
      return redundancyWords(value);
    default:
      return value;
  }
}

/** A message; the value itself where there is none for it. */
function said(message: string | undefined, value: string): string {
  return message === undefined ? value : t(message);
}

function redundancyWords(value: string): string {
  if (value === 'native') return t('native');
  if (value === '1') return t('one replica');
  return { '2': 'DMR', '3': 'TMR' }[value] ?? t('{count} replicas', { count: value });
}

/** `12.3 %` of a share 0..1; small ones get more digits. */
export function shareText(share: number): string {
  const percent = 100 * share;
  const decimals = percent !== 0 && percent < 0.95 ? 2 : 1;
  return `${groupDigits(percent, decimals)}\u202F%`;
}

/** `3.0 to 5.5 %`. */
export function intervalText({ low, high }: { readonly low: number; readonly high: number }) {
  return t('{low} to {high}', {
    low: shareText(low).replace('\u202F%', ''),
    high: shareText(high),
  });
}

/** `1.4 s`, `12 min`; of a time left, rounded up. */
export function durationText(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 90) return `${groupDigits(seconds, seconds < 10 ? 1 : 0)} s`;
  return t('{count} min', { count: groupDigits(Math.ceil(seconds / 60)) });
}

/** `12 s left`; nothing is known before the first result. */
export function leftText(ms: number | null): string {
  return ms === null ? t('starts') : t('{time} left', { time: durationText(ms) });
}

/** The text with a capital at its start. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The texts as a list in a sentence: `a, b and c`. */
export function listed(texts: readonly string[]): string {
  const last = texts.at(-1) ?? '';
  const before = texts.slice(0, -1).join(', ');
  return before === '' ? last : t('{before} and {last}', { before, last });
}
