import { groupDigits, roundedDigits } from '../base/digits.ts';
import type { Value, ValueUnit } from './measure.ts';
import type { Language, LocalText } from './text.ts';
import { textIn } from './text.ts';

/** A value in its unit. */
export interface Measured {
  readonly value: Value;
  readonly unit: ValueUnit;
}

const CYCLES: LocalText = { en: 'cycles', de: 'Takte' };

/** Words of the shared vocabulary as sentences of lessons say them. */
const WORDS: Readonly<Record<string, LocalText>> = {
  first: { en: 'the first to arrive', de: 'das zuerst angekommene' },
  last: { en: 'the last to arrive', de: 'das zuletzt angekommene' },
  'replica-0': { en: 'always R0', de: 'immer R0' },
  varies: { en: 'now this one, now that one', de: 'mal dieses, mal jenes' },
  yes: { en: 'yes', de: 'ja' },
  no: { en: 'no', de: 'nein' },
  completed: { en: 'completed', de: 'fertig geworden' },
  masked: { en: 'masked', de: 'maskiert' },
  'latent at end': { en: 'latent at the end', de: 'am Ende latent' },
  corrected: { en: 'corrected', de: 'korrigiert' },
  'detected, stopped': { en: 'detected and stopped', de: 'erkannt, angehalten' },
  'crash contained': { en: 'crash contained', de: 'Absturz eingedämmt' },
  hang: { en: 'a hang', de: 'Hänger' },
  'silent corruption': { en: 'silent corruption', de: 'stille Verfälschung' },
  'RCB failure': { en: 'RCB failure', de: 'RCB-Ausfall' },
  'fail-stop': { en: 'fail-stop', de: 'angehalten' },
  debugger: { en: 'the kernel debugger', de: 'der Kernel-Debugger' },
  'no-majority': { en: 'no majority', de: 'keine Mehrheit' },
  user: { en: 'runs user code', de: 'führt Nutzercode aus' },
  kernel: { en: 'runs kernel code', de: 'führt Kernelcode aus' },
  manager: { en: 'runs Romain', de: 'führt Romain aus' },
  polling: { en: 'polls', de: 'fragt ab' },
  halted: { en: 'is halted', de: 'ist angehalten' },
};

/** `value` as a text of a lesson shows it, with its unit where it needs one. */
export function valueText({ value, unit }: Measured, language: Language): string {
  if (typeof value === 'string') {
    const word = WORDS[value];
    return word === undefined ? value : textIn(word, language);
  }
  switch (unit) {
    case 'percent':
      return `${decimal(rounded(value), language)}\u202f%`;
    case 'cycles':
      return `${groupDigits(value)} ${textIn(CYCLES, language)}`;
    case 'microseconds':
      return `${decimal(rounded(value), language)} µs`;
    case 'kibibytes':
      return `${decimal(rounded(value), language)} KiB`;
    case 'gigahertz':
      return `${decimal(rounded(value), language)} GHz`;
    case 'bytes':
      return `${groupDigits(value)} ${textIn({ en: 'bytes', de: 'Byte' }, language)}`;
    case 'replica':
      return `R${value}`;
    case 'core':
      return `C${value}`;
    case 'event':
      return groupDigits(value + 1);
    case 'ratio':
      return decimal(rounded(value), language);
    case 'year':
      return String(value);
    case 'count':
    case 'word':
      return decimal(groupDigits(value, Number.isInteger(value) ? 0 : 1), language);
    default:
      return unit satisfies never;
  }
}

function rounded(value: number): string {
  return roundedDigits(value, 3);
}

/** German has a comma where English has a point. */
function decimal(text: string, language: Language): string {
  return language === 'de' ? text.replace('.', ',') : text;
}
