import type { RngState } from '../../base/rng.ts';
import { nextUint32 } from '../../base/rng.ts';

/** A whole number from 0 to `count - 1`. */
export function below(rng: RngState, count: number): number {
  return nextUint32(rng) % count;
}

/** One of `choices`. */
export function oneOf<T>(rng: RngState, choices: readonly T[]): T {
  return choices[below(rng, choices.length)];
}

/** Texts that something careless would run, render, print or trip over. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<img src=x onerror="window.hacked=1">',
  '<script>window.hacked=1</script>',
  '"><svg onload=window.hacked=1>',
  'javascript:window.hacked=1',
  '{{constructor.constructor("window.hacked=1")()}}',
  '${window.hacked=1}',
  "'; DROP TABLE runs; --",
  '../../../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  '\u202Eetxet desrever',
  '\u0000\u0001\u0007\u001B[31m',
  '\uD800',
  '\uDC00\uD800',
  'Z\u0335\u0301\u0300\u0334'.repeat(200),
  '👩‍👩‍👧‍👦'.repeat(50),
  '%00%0a%0d%2e%2e',
  '=cmd|"/C calc"!A0',
  'NaN',
  '',
  'x'.repeat(100_000),
];

/** Keys that reach into what every object has. */
export const HOSTILE_KEYS: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'polluted',
];

/** As JSON writes them: JavaScript has no way to say `{"__proto__": …}` that means the same. */
const POLLUTION: readonly string[] = [
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '[{"__proto__":[]}]',
  '{"__proto__":null}',
];

const NUMBERS: readonly string[] = [
  '-1',
  '0',
  '-0',
  '0.1',
  '1e308',
  '1e999',
  '-1e999',
  '9007199254740993',
  '4294967296',
  '1e15',
  '1e-320',
  '0x10',
  '00',
];

const OTHERS: readonly string[] = ['null', 'true', 'false', '[]', '{}', '[[]]', '[null]', '{"":0}'];

/** A piece of text that stands where a JSON value should, most often as one. */
export function hostileJson(rng: RngState): string {
  switch (below(rng, 8)) {
    case 0:
    case 1:
      return oneOf(rng, NUMBERS);
    case 2:
    case 3:
      return JSON.stringify(oneOf(rng, HOSTILE_TEXTS));
    case 4:
      return oneOf(rng, POLLUTION);
    case 5:
      return oneOf(rng, OTHERS);
    case 6:
      return nested(rng);
    default:
      return below(rng, 20) === 0 ? longList(rng, 1_000_000) : longList(rng, 3000);
  }
}

/** Lists or objects within each other, often deeper than any stack. */
export function nested(rng: RngState): string {
  const depth = oneOf(rng, [40, 65, 5000, 200_000]);
  return below(rng, 2) === 0
    ? '['.repeat(depth) + ']'.repeat(depth)
    : `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
}

function longList(rng: RngState, length: number): string {
  const item = oneOf(rng, ['0', '{}', '[]', '""', 'null', '{"kind":"bit-flip"}']);
  return `[${`${item},`.repeat(length - 1)}${item}]`;
}
