import { expect, it } from 'vitest';
import { checkPhases } from '../../scenario/check-phases.ts';
import type { PhasesSpec } from '../../workload/phases.ts';
import { problemWords } from './problem-words.ts';

const PHASE: PhasesSpec['phases'][number] = {
  events: 10,
  gap: { kind: 'constant', instructions: 5 },
  traps: [{ trap: 'syscall', weight: 1 }],
};

/** What is said of a program of which everything that can be wrong is. */
const ALL_WRONG = [
  { ...PHASE, events: 0, bursts: { every: 0, length: 0, gap: -1 } },
  { ...PHASE, gap: { kind: 'constant', instructions: -1 } },
  { ...PHASE, gap: { kind: 'uniform', least: -1, most: -2 } },
  { ...PHASE, gap: { kind: 'exponential', mean: -1 } },
  { ...PHASE, gap: { kind: 'lognormal', mean: -1, sigma: -1 } },
  { ...PHASE, gap: { kind: 'bimodal', short: -1, long: -1, longShare: 2 } },
  { ...PHASE, traps: [{ trap: 'exit', weight: -1, bytesIn: -1, bytesOut: -1 }] },
] as const;

it('says where in the words of the editor, without brackets or names of fields', () => {
  const spec = { phases: ALL_WRONG, seed: -1, repeat: 0 };
  const said = checkPhases(spec, '').map(problemWords);
  expect(said).toHaveLength(21);
  for (const one of said) {
    expect(one).toMatch(/^(?:Phase \d, [a-z ]+(?: \d)?|Seed|Times): \S.*[^.]\.$/u);
  }
  expect(said[0]).toMatch(/^Phase 1, traps: must be a whole number from 1 to \d+\.$/u);
  expect(said).toContain(
    'Phase 7, mix of traps: no trap ever comes: at least one needs a weight above 0.',
  );
});

it('speaks of the program as a whole', () => {
  expect(problemWords({ path: '.phases', message: 'must have at least one phase' })).toBe(
    'Phases: must have at least one phase.',
  );
});
