import { typedNumber } from '../base/digits.ts';
import { msg, t } from '../base/language.ts';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';

/** Where a person asked to go; relative amounts count from the playhead. */
export type Destination =
  | { readonly kind: 'microseconds'; readonly value: number; readonly relative: boolean }
  | { readonly kind: 'cycle'; readonly value: number; readonly relative: boolean }
  /** The rendezvous of an externalization event, from 1. */
  | { readonly kind: 'event'; readonly value: number; readonly relative: boolean }
  /** Kernel step, from 0. */
  | { readonly kind: 'step'; readonly value: number; readonly relative: boolean };

const MICROSECONDS: Readonly<Record<string, number>> = {
  ns: 0.001,
  us: 1,
  µs: 1,
  μs: 1,
  ms: 1000,
  s: 1_000_000,
};
/** In every language: people type what they have read elsewhere. */
const COUNTS: Readonly<Record<string, 'cycle' | 'event' | 'step'>> = {
  cycle: 'cycle',
  cycles: 'cycle',
  c: 'cycle',
  event: 'event',
  events: 'event',
  e: 'event',
  step: 'step',
  steps: 'step',
  takt: 'cycle',
  takte: 'cycle',
  ereignis: 'event',
  ereignisse: 'event',
  schritt: 'step',
  schritte: 'step',
};

/** Shown beside the field and in every refusal. */
const GO_TO_EXAMPLES = msg('1.5 ms, +200us, cycle 77000, event 41, step 1000');

/**
 * Reads `+200us`, `-3 ms`, `1.5ms`, `2964.114` (microseconds), `cycle 77 000`, `77000 cycles`,
 * `event 41`, `event +2`, `step 1000`, and the same in German. Digits may be grouped by any space, `_` or `'`.
 */
export function parseGoTo(text: string): Result<Destination, string> {
  const examples = t(GO_TO_EXAMPLES);
  const compact = typedNumber(text)
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\s_']/gu, '')
    .replace('−', '-');
  if (compact === '') return err(t('Type an instant, for example {examples}.', { examples }));
  const match = /^([a-z#]*)([+-]?)(\d+(?:\.\d*)?|\.\d+)([a-zµμ]*)$/u.exec(compact);
  const said = { text: text.trim(), examples };
  if (match === null) return err(t('"{text}" is not an instant. Try {examples}.', said));
  const [, before = '', sign = '', digits = '', after = ''] = match;
  if (before !== '' && after !== '') {
    return err(t('"{text}" has two units. Try {examples}.', said));
  }
  const value = Number(digits) * (sign === '-' ? -1 : 1);
  return destinationOf({ unit: before || after || 'us', value, relative: sign !== '' });
}

function destinationOf(amount: {
  readonly unit: string;
  readonly value: number;
  readonly relative: boolean;
}): Result<Destination, string> {
  const { unit, value, relative } = amount;
  const factor = Object.hasOwn(MICROSECONDS, unit) ? MICROSECONDS[unit] : undefined;
  if (factor !== undefined) return ok({ kind: 'microseconds', value: value * factor, relative });
  const kind = Object.hasOwn(COUNTS, unit) ? COUNTS[unit] : undefined;
  if (kind === undefined) {
    return err(t('"{unit}" is not a unit. Use us, ms, s, cycle, event or step.', { unit }));
  }
  if (!Number.isInteger(value)) {
    return err(
      t('A {kind, select, cycle {cycle} event {event} other {step}} is a whole number.', { kind }),
    );
  }
  return ok({ kind, value, relative });
}
