import { expect, it } from 'vitest';

import type { ShortProgram } from '../../analysis/short-programs.ts';
import { carriedWords, namedWords, whyNotCarried } from './link-words.ts';

const program = (change: Partial<ShortProgram> = {}): ShortProgram => ({
  app: 0,
  name: 'gzip',
  segments: 42,
  events: 1310,
  gapErrorPercent: 12.34,
  computeErrorPercent: 0,
  bytesErrorPercent: 0,
  overheadWhole: 31,
  overheadSummary: 31.5,
  ...change,
});

it('states how far a program in a link is off', () => {
  expect(carriedWords([program()])).toBe(
    'It carries gzip in short: 42 segments stand for 1\u202f310 traps; a gap is on average 12.3 % of the mean gap away from its own, and the overhead is 31.5 % instead of 31.0 %. A file of the scenario carries it whole.',
  );
});

it('says why a program is not in a link', () => {
  const far = program({ name: 'far', overheadSummary: 50 });
  expect(whyNotCarried({ fits: true, programs: [program(), far] })).toBe(
    'In short, far would be too far off: its overhead would be 50.0 % instead of 31.0 %.',
  );
  expect(whyNotCarried({ fits: false, programs: [far] })).toContain('too long');
  expect(namedWords(['a', 'b'])).toContain('names a and b but does not hold them');
});
