import { msg } from '../../base/language.ts';
import type { Sentence } from '../../base/sentence.ts';
import { sentence } from '../../base/sentence.ts';

/*
 * What processes of a log are called where it gives them no name. Profile files keep these labels, so
 * they are the same in every language.
 */

/** The label of a process that a log tells from no other. */
export const ONLY_PROCESS = msg('the only process');

/** The label of a process of which the number is known. */
export function pidLabel(pid: number | string): string {
  return `pid ${pid}`;
}

/** The label of a thread of which nothing but a key is known. */
export function threadLabel(key: string): string {
  return `thread ${key}`;
}

/** The label of a thread with a name of its own; `place` is its process and number. */
export function namedThreadLabel(name: string, place: string): string {
  return `${name.slice(0, 60)} (thread ${place})`;
}

/** A label for a sentence: what is of the log stays as it is, the made-up one is said. */
export function labelWords(label: string): string | Sentence {
  return label === ONLY_PROCESS ? sentence(ONLY_PROCESS) : label;
}
