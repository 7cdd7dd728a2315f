import { setupI18n } from '@lingui/core';

import { decimalMark, shownNumber } from './digits.ts';
import { t } from './language.ts';
import { compileMessage } from './message-format.ts';

/**
 * A message that one place makes and another says: of a worker that knows no language but its own,
 * or of facts that the page shows in its language and files keep in English. Plain data.
 */
export interface Sentence {
  /** Marked with `msg`. */
  readonly message: string;
  readonly values?: Readonly<Record<string, SentenceValue>>;
}

export type SentenceValue = string | number | Decimal | Sentence;

/** A number with all its decimals, whether they are 0 or not. */
interface Decimal {
  readonly value: number;
  readonly decimals: number;
}

/** `message` with what it says. */
export function sentence(message: string, values?: Sentence['values']): Sentence {
  return values === undefined ? { message } : { message, values };
}

/** Says a sentence in the language that is spoken; `more` are values that only the sayer knows. */
export function said({ message, values }: Sentence, more: Sentence['values'] = {}): string {
  const all = Object.entries({ ...values, ...more });
  return t(
    message,
    Object.fromEntries(
      all.map(([name, value]) => [
        name,
        typeof value === 'object' && 'message' in value ? said(value, more) : shown(value),
      ]),
    ),
  );
}

/** As `value` is read where a decimal mark of its own is spoken; whole numbers stay numbers, as plurals need them. */
function shown(value: Exclude<SentenceValue, Sentence>): string | number {
  if (typeof value === 'object') return fixed(value).replace('.', decimalMark());
  return typeof value === 'number' && !Number.isInteger(value) ? shownNumber(value) : value;
}

function fixed({ value, decimals }: Decimal): string {
  return value.toFixed(decimals);
}

const english = setupI18n({ locale: 'en', messages: { en: {} } });
english.setMessagesCompiler(compileMessage as Parameters<typeof english.setMessagesCompiler>[0]);

/** Says a sentence in English, whatever is spoken: for files and other data. */
export function inEnglish({ message, values = {} }: Sentence): string {
  const all = Object.entries(values).map(([name, value]): [string, string | number] => {
    if (typeof value !== 'object') return [name, value];
    return [name, 'message' in value ? inEnglish(value) : fixed(value)];
  });
  return english._({ id: message, message, values: Object.fromEntries(all) });
}

/** Plain data as it is written: a copy with English texts in the place of sentences. */
export function allInEnglish(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map(allInEnglish);
  if (isSentence(data)) return inEnglish(data);
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, allInEnglish(value)]),
  );
}

function isSentence(value: object): value is Sentence {
  return 'message' in value && typeof value.message === 'string';
}
