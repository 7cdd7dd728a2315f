import { ERAS, FAULT_TARGETS, REGISTERS } from '../../base/vocabulary.ts';
import { BASE_V1 } from './base-v1.ts';
import type { ByteReader } from './bytes.ts';
import { choiceAt } from './bytes.ts';
import { readAppFields, readCosts, readMachine } from './parts.ts';

/*
 * Version 1 of the scenario code, from before faults were simulated; written no longer, read for ever.
 */

/** Reads a scenario of version 1: plain data, not yet validated. */
export function readScenarioV1(from: ByteReader): object {
  const changed = from.byte();
  return {
    ...BASE_V1,
    ...(changed & 1 && { title: from.text() }),
    ...(changed & 2 && { seed: from.varint() }),
    ...(changed & 4 && { era: from.pick(ERAS) }),
    ...(changed & 8 && { machine: readMachine(from, BASE_V1.machine) }),
    ...(changed & 16 && { costs: readCosts(from) }),
    ...(changed & 32 && { apps: Array.from({ length: from.count() }, () => readApp(from)) }),
    ...(changed & 64 && { faults: readFaults(from) }),
  };
}

function readApp(from: ByteReader): object {
  return { ...BASE_V1.apps[0], ...readAppFields(from, from.byte()) };
}

type Row = Record<string, unknown>;

/** The targets of version 1. */
const TARGETS = FAULT_TARGETS.slice(0, 5);

const AT_EVENT = 8;
const REGISTER = 16;
const BIT = 32;
const ADDRESS = 64;

/** Column by column; the first says what a row is and which of its optional fields are there. */
function readFaults(from: ByteReader): unknown {
  const flags = Array.from({ length: from.count() }, () => from.byte());
  const rows = flags.map((f): Row => {
    const replicas = from.varint();
    const target = choiceAt(TARGETS, f & 7);
    return { app: Math.floor(replicas / 8), replica: replicas % 8, target };
  });
  const fill = (mask: number, field: string, read: () => unknown) =>
    rows.forEach((row, i) => {
      if (flags[i] & mask) row[field] = read();
    });
  rows.forEach((row, i) => {
    row['at'] = { [flags[i] & AT_EVENT ? 'event' : 'cycle']: from.varint() };
  });
  fill(REGISTER, 'register', () => from.pick(REGISTERS));
  fill(BIT, 'bit', () => from.varint());
  fill(ADDRESS, 'address', () => from.varint());
  return rows;
}
