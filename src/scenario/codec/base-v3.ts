import { strToU8 } from 'fflate';
import type { AppSpec, Scenario } from '../scenario.ts';
import { BASE_V2, DICTIONARY_V2 } from './base-v2.ts';

/** What links of version 3 leave out: the default scenario of that time, kept for ever. */
export const BASE_V3: Scenario & { readonly apps: readonly [AppSpec, ...AppSpec[]] } = {
  ...BASE_V2,
  costChanges: [],
};

/** The deflate dictionary of version 3, kept for ever: that of version 2 behind words of notes. */
export const DICTIONARY_V3 = new Uint8Array([
  ...strToU8(
    'predict: why does what does R0 R1 R2 wait here? Look at the page fault system call busy core ' +
      'before the vote after the mismatch, recovery copies from the leader, manager signalling polling ',
  ),
  ...DICTIONARY_V2,
]);
