import * as v from 'valibot';
import { t } from '../base/language.ts';
import {
  COMPARISONS,
  FATES,
  FAULT_MODES,
  FAULT_TARGETS,
  MAX_CORES,
  MAX_REPLICAS,
  REGISTERS,
} from '../base/vocabulary.ts';
import { MESSAGE_KINDS } from '../kernel/events.ts';
import { FLOW_NAMES } from '../kernel/faults/flow-parameters.ts';
import { PROTOTYPE_PROTECTION } from './default-scenario.ts';
import { amount, MAX_APPS, real, valuesOf, whole, word } from './schema-parts.ts';

/** Most faults of a scenario. */
const MAX_FAULTS = 10_000;
/** Words of a UTCB. */
export const UTCB_WORDS = 128;
/** Fewest instructions between two traps of the watchdog: below, a run would consist of them. */
export const MIN_WATCHDOG = 1000;
/** What happens when all three differ. */
export const NO_MAJORITY_RULES = ['prototype', 'strict'] as const;
/** What a mismatch does under ipc and polling. */
export const SPLIT_RECOVERIES = ['prototype', 'what-if'] as const;

/** One fault; which fields its target takes is for `checkFaults` to say. */
const faultSchema = v.strictObject({
  at: v.union([v.strictObject({ cycle: amount }), v.strictObject({ event: amount })], () =>
    t('must be {cycle} or {event}', { cycle: '{ "cycle": n }', event: '{ "event": n }' }),
  ),
  app: v.optional(whole(0, MAX_APPS - 1), 0),
  replica: v.optional(whole(0, MAX_REPLICAS - 1), 0),
  target: v.picklist(FAULT_TARGETS),
  register: v.exactOptional(v.picklist(REGISTERS)),
  bit: v.exactOptional(whole(0, 31)),
  address: v.exactOptional(word),
  word: v.exactOptional(whole(0, UTCB_WORDS - 1)),
  message: v.exactOptional(v.picklist(MESSAGE_KINDS)),
  mode: v.exactOptional(v.picklist(FAULT_MODES)),
  delay: v.exactOptional(whole(1, 1e15)),
  core: v.exactOptional(whole(0, MAX_CORES - 1)),
  fate: v.exactOptional(v.picklist(FATES)),
  seed: v.exactOptional(word),
  stream: v.exactOptional(word),
});

/** The list of faults. */
export const faultsSchema = v.pipe(
  v.array(faultSchema),
  v.maxLength(MAX_FAULTS, () => t('must have at most {most} faults', { most: MAX_FAULTS })),
);

/** Faults that come by themselves. */
export const faultRateSchema = v.nullable(
  v.strictObject({
    meanCycles: real(1, 1e15),
    targets: v.pipe(
      v.array(v.picklist(FAULT_TARGETS)),
      v.minLength(1, () => t('must name at least one target')),
      v.maxLength(FAULT_TARGETS.length, () =>
        t('must name at most {most} targets', { most: FAULT_TARGETS.length }),
      ),
    ),
    stream: v.exactOptional(word),
  }),
);

const PROTOTYPE = PROTOTYPE_PROTECTION;

/** How Romain compares and reacts. */
export const protectionSchema = v.strictObject({
  comparison: v.optional(v.picklist(COMPARISONS), PROTOTYPE.comparison),
  noMajority: v.optional(v.picklist(NO_MAJORITY_RULES), PROTOTYPE.noMajority),
  splitRecovery: v.optional(v.picklist(SPLIT_RECOVERIES), PROTOTYPE.splitRecovery),
  watchdog: v.optional(v.nullable(whole(MIN_WATCHDOG, 1e15)), PROTOTYPE.watchdog),
  memoryIsolation: v.optional(v.boolean(), PROTOTYPE.memoryIsolation),
});

/** Flow probabilities that differ from the table. */
export const flowSchema = valuesOf(FLOW_NAMES, 0, 1);

/** Fields inside each part above, for suggestions. */
export const FAULT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  faults: [...Object.keys(faultSchema.entries), 'cycle', 'event'],
  faultRate: ['meanCycles', 'targets', 'stream'],
  protection: Object.keys(protectionSchema.entries),
  flow: FLOW_NAMES,
};
