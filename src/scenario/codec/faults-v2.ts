import {
  COMPARISONS,
  FATES,
  FAULT_MODES,
  FAULT_TARGETS,
  REGISTERS,
} from '../../base/vocabulary.ts';
import { MESSAGE_KINDS } from '../../kernel/events.ts';
import { FLOW_NAMES } from '../../kernel/faults/flow-parameters.ts';
import type { FaultRate, FaultSpec, ProtectionSpec, Scenario } from '../scenario.ts';
import { NO_MAJORITY_RULES, SPLIT_RECOVERIES } from '../schema-faults.ts';
import { BASE_V2 } from './base-v2.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';
import { choiceAt, UnknownChoiceError } from './bytes.ts';
import { flagsOf } from './parts.ts';

/*
 * Faults and all that goes with them in version 2. The list of faults is written column by column,
 * as equal kinds of numbers side by side compress best.
 */

type OptionalField = Exclude<keyof FaultSpec, 'at' | 'app' | 'replica' | 'target'>;

/** Optional fields in the order of their columns, append-only; those with a list are written as index. */
const FIELDS: readonly { readonly name: OptionalField; readonly list?: readonly string[] }[] = [
  { name: 'register', list: REGISTERS },
  { name: 'bit' },
  { name: 'address' },
  { name: 'word' },
  { name: 'message', list: MESSAGE_KINDS },
  { name: 'mode', list: FAULT_MODES },
  { name: 'delay' },
  { name: 'core' },
  { name: 'fate', list: FATES },
  { name: 'seed' },
  { name: 'stream' },
];

/** A row's head is its target, whether it is at an event, and a bit for each optional field that is there. */
const TARGETS = 16;
const AT_EVENT = 16;
const FIRST_FIELD = 32;
const BEYOND = FIRST_FIELD << FIELDS.length;

/** Writes faults. */
export function writeFaults(out: ByteWriter, faults: readonly FaultSpec[]): void {
  out.varint(faults.length);
  for (const fault of faults) out.varint(headOf(fault));
  for (const { app, replica } of faults) out.varint(app * 8 + replica);
  for (const { at } of faults) out.varint('event' in at ? at.event : at.cycle);
  for (const { name, list } of FIELDS) {
    for (const { [name]: value } of faults) {
      if (typeof value === 'string') out.varint(list?.indexOf(value) ?? 0);
      else if (value !== undefined) out.varint(value);
    }
  }
}

function headOf(fault: FaultSpec): number {
  let head = FAULT_TARGETS.indexOf(fault.target);
  if ('event' in fault.at) head |= AT_EVENT;
  FIELDS.forEach(({ name }, i) => {
    if (fault[name] !== undefined) head |= FIRST_FIELD << i;
  });
  return head;
}

/** Reads them, not yet validated. */
export function readFaults(from: ByteReader): unknown {
  const heads = Array.from({ length: from.count() }, () => from.varint());
  if (heads.some((head) => head >= BEYOND)) {
    throw new UnknownChoiceError('says of a fault what is not known');
  }
  const rows = heads.map((head): Record<string, unknown> => {
    const place = from.varint();
    const target = choiceAt(FAULT_TARGETS, head % TARGETS);
    return { app: Math.floor(place / 8), replica: place % 8, target };
  });
  rows.forEach((row, i) => {
    row['at'] = { [heads[i] & AT_EVENT ? 'event' : 'cycle']: from.varint() };
  });
  FIELDS.forEach(({ name, list }, field) => {
    rows.forEach((row, i) => {
      if (!(heads[i] & (FIRST_FIELD << field))) return;
      row[name] = list === undefined ? from.varint() : from.pick(list);
    });
  });
  return rows;
}

/** Writes a fault rate, which is there when it differs from the base. */
export function writeRate(out: ByteWriter, { meanCycles, targets }: FaultRate): void {
  out.real(meanCycles);
  out.varint(targets.length);
  for (const target of targets) out.varint(FAULT_TARGETS.indexOf(target));
}

/** Reads it. */
export function readRate(from: ByteReader): object {
  const meanCycles = from.real();
  return {
    meanCycles,
    targets: Array.from({ length: from.count() }, () => from.pick(FAULT_TARGETS)),
  };
}

const PROTECTION_FIELDS = [
  'comparison',
  'noMajority',
  'splitRecovery',
  'watchdog',
  'memoryIsolation',
] as const;

/** Writes what of the protection differs from the base. */
export function writeProtection(out: ByteWriter, protection: ProtectionSpec): void {
  const changed = flagsOf(protection, BASE_V2.protection, PROTECTION_FIELDS);
  out.byte(changed);
  if (changed & 1) out.varint(COMPARISONS.indexOf(protection.comparison));
  if (changed & 2) out.varint(NO_MAJORITY_RULES.indexOf(protection.noMajority));
  if (changed & 4) out.varint(SPLIT_RECOVERIES.indexOf(protection.splitRecovery));
  if (changed & 8) out.varint(protection.watchdog ?? 0);
  if (changed & 16) out.varint(Number(protection.memoryIsolation));
}

/** Reads it. */
export function readProtection(from: ByteReader): unknown {
  const changed = from.byte();
  return {
    ...BASE_V2.protection,
    ...(changed & 1 && { comparison: from.pick(COMPARISONS) }),
    ...(changed & 2 && { noMajority: from.pick(NO_MAJORITY_RULES) }),
    ...(changed & 4 && { splitRecovery: from.pick(SPLIT_RECOVERIES) }),
    ...(changed & 8 && { watchdog: from.varint() || null }),
    ...(changed & 16 && { memoryIsolation: from.varint() === 1 }),
  };
}

/** Writes the flow probabilities that were changed. */
export function writeFlow(out: ByteWriter, flow: Scenario['flow']): void {
  const changed = FLOW_NAMES.flatMap((name, index) => {
    const value = flow[name];
    return value === undefined ? [] : [{ index, value }];
  });
  out.varint(changed.length);
  for (const { index } of changed) out.varint(index);
  for (const { value } of changed) out.real(value);
}

/** Reads them. */
export function readFlow(from: ByteReader): unknown {
  const names = Array.from({ length: from.count() }, () => from.pick(FLOW_NAMES));
  return Object.fromEntries(names.map((name) => [name, from.real()]));
}
