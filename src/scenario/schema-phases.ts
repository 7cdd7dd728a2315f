import * as v from 'valibot';
import { t } from '../base/language.ts';
import { PROGRAM_TRAP_KINDS } from '../base/vocabulary.ts';
import type { GapSpec } from '../workload/phases.ts';
import { MAX_SEGMENTS } from '../workload/segments.ts';
import { amount, real, text, whole, word } from './schema-parts.ts';

/** Most phases of a program. */
export const MAX_PHASES = 64;
/** Most kinds of traps in the mix of a phase. */
export const MAX_TRAP_SHARES = 8;
/** Largest weight in a mix. */
const MAX_WEIGHT = 1_000_000;
/** Widest lognormal distribution; beyond it a single gap decides how long the program runs. */
export const MAX_SIGMA = 3;
/** Ways in which gaps are distributed, in the order in which they are offered. */
export const GAP_KINDS = ['constant', 'uniform', 'exponential', 'lognormal', 'bimodal'] as const;
/** Longest name of a phase, in UTF-16 code units. */
const MAX_PHASE_NAME = 40;

const count = whole(1, MAX_SEGMENTS - 1);

const gap: v.GenericSchema<unknown, GapSpec> = v.variant('kind', [
  v.strictObject({ kind: v.literal('constant'), instructions: amount }),
  v.strictObject({ kind: v.literal('uniform'), least: amount, most: amount }),
  v.strictObject({ kind: v.literal('exponential'), mean: amount }),
  v.strictObject({ kind: v.literal('lognormal'), mean: amount, sigma: real(0, MAX_SIGMA) }),
  v.strictObject({
    kind: v.literal('bimodal'),
    short: amount,
    long: amount,
    longShare: real(0, 1),
  }),
]);

const trapShare = v.strictObject({
  trap: v.picklist(PROGRAM_TRAP_KINDS),
  weight: real(0, MAX_WEIGHT),
  bytesIn: v.exactOptional(amount),
  bytesOut: v.exactOptional(amount),
});

const bursts = v.strictObject({ every: count, length: count, gap: amount });

const phase = v.strictObject({
  name: v.exactOptional(text(MAX_PHASE_NAME)),
  events: count,
  gap,
  traps: v.pipe(
    v.array(trapShare),
    v.minLength(1, () => t('must have at least one trap')),
    v.maxLength(MAX_TRAP_SHARES, () =>
      t('must have at most {most} traps', { most: MAX_TRAP_SHARES }),
    ),
  ),
  bursts: v.exactOptional(bursts),
});

/** The fields of a workload of kind `phases`; what its numbers mean together is for `checkPhases`. */
export const phasesSchema = v.strictObject({
  kind: v.literal('phases'),
  phases: v.pipe(
    v.array(phase),
    v.minLength(1, () => t('must have at least one phase')),
    v.maxLength(MAX_PHASES, () => t('must have at most {most} phases', { most: MAX_PHASES })),
  ),
  seed: v.optional(word, 1),
  repeat: v.exactOptional(count),
});

/** Fields that may have been meant where an unknown one is. */
export const PHASE_FIELDS: readonly string[] = [
  ...Object.keys(phasesSchema.entries),
  ...Object.keys(phase.entries),
  ...Object.keys(trapShare.entries),
  ...Object.keys(bursts.entries),
  'least',
  'most',
  'mean',
  'sigma',
  'short',
  'long',
  'longShare',
];
