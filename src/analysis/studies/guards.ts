import { CORE_MODES, FAULT_OUTCOMES, PARTS } from '../../base/vocabulary.ts';
import { STOP_REASONS } from '../../kernel/faults/incidents.ts';
import { isRecord } from '../sweep/json-fields.ts';

/** Does a value of any origin have a shape? */
export type Guard = (value: unknown) => boolean;

/** A number that can be counted with. */
export const isAmount: Guard = (value) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** A whole number from 0 on. */
export const isCount: Guard = (value) => isAmount(value) && Number.isInteger(value);

/** Is it one of a list? */
export const oneOf =
  (list: readonly unknown[]): Guard =>
  (value) =>
    list.includes(value);

/** Is it a list of such values? */
export const listOf =
  (isOne: Guard): Guard =>
  (value) =>
    Array.isArray(value) && value.every(isOne);

/** Is it an object with at least these fields? */
export const withFields =
  (guards: Readonly<Record<string, Guard>>): Guard =>
  (value) =>
    isRecord(value) && Object.entries(guards).every(([name, guard]) => guard(value[name]));

const amounts = (names: readonly string[]): Guard =>
  withFields(Object.fromEntries(names.map((name) => [name, isAmount])));

const isModes = amounts(CORE_MODES);

/** The figures of a run until its first application ends. */
export const isWindow = withFields({
  cycles: isAmount,
  apps: listOf(withFields({ events: isCount, nativeCycles: isAmount, queued: isAmount })),
  ipis: isCount,
  res: isModes,
  nonRes: isModes,
});

const isEachAmount: Guard = (value) => isRecord(value) && Object.values(value).every(isAmount);

/** The figures of a whole run, as far as they were known when a file was written. */
export const isOlderFigures = withFields({
  outcome: oneOf(['completed', ...FAULT_OUTCOMES]),
  stop: oneOf(STOP_REASONS),
  apps: isCount,
  totalCycles: isAmount,
  appCycles: isAmount,
  nativeCycles: isAmount,
  throughput: isAmount,
  completedEvents: isCount,
  events: isCount,
  ipis: isCount,
  polls: isCount,
  breakdown: isEachAmount,
  res: isModes,
  resCores: isCount,
  nonRes: isModes,
});

const hasAllParts = withFields({ breakdown: amounts(PARTS) });

/** The figures of a whole run. */
export const isFigures: Guard = (value) => isOlderFigures(value) && hasAllParts(value);
