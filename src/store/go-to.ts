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
const COUNTS: Readonly<Record<string, 'cycle' | 'event' | 'step'>> = {
  cycle: 'cycle',
  cycles: 'cycle',
  c: 'cycle',
  event: 'event',
  events: 'event',
  e: 'event',
  step: 'step',
  steps: 'step',
};

/** Shown beside the field and in every refusal. */
const GO_TO_EXAMPLES = '1.5 ms, +200us, cycle 77000, event 41, step 1000';

/**
 * Reads `+200us`, `-3 ms`, `1.5ms`, `2964.114` (microseconds), `cycle 77 000`, `77000 cycles`,
 * `event 41`, `event +2`, `step 1000`. Digits may be grouped by any space, `_` or `'`.
 */
export function parseGoTo(text: string): Result<Destination, string> {
  const compact = text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\s_']/gu, '')
    .replace('−', '-');
  if (compact === '') return err(`Type an instant, for example ${GO_TO_EXAMPLES}.`);
  const match = /^([a-z#]*)([+-]?)(\d+(?:\.\d*)?|\.\d+)([a-zµμ]*)$/u.exec(compact);
  if (match === null) return err(`"${text.trim()}" is not an instant. Try ${GO_TO_EXAMPLES}.`);
  const [, before = '', sign = '', digits = '', after = ''] = match;
  if (before !== '' && after !== '') {
    return err(`"${text.trim()}" has two units. Try ${GO_TO_EXAMPLES}.`);
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
    return err(`"${unit}" is not a unit. Use us, ms, s, cycle, event or step.`);
  }
  if (!Number.isInteger(value)) return err(`A ${kind} is a whole number.`);
  return ok({ kind, value, relative });
}
