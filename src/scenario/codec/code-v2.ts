import { ERAS } from '../../base/vocabulary.ts';
import { BASE_V2 } from './base-v2.ts';
import type { ByteReader } from './bytes.ts';
import { readFaults, readFlow, readProtection, readRate } from './faults-v2.ts';
import { readAppFields, readCosts, readMachine } from './parts.ts';

/*
 * Version 2 of the scenario code, from before costs could change during a run; written no longer,
 * read for ever.
 */

/** Reads a scenario of version 2: plain data, not yet validated. */
export function readScenarioV2(from: ByteReader): object {
  const changed = from.varint();
  return {
    ...BASE_V2,
    ...(changed & 1 && { title: from.text() }),
    ...(changed & 2 && { seed: from.varint() }),
    ...(changed & 4 && { era: from.pick(ERAS) }),
    ...(changed & 8 && { machine: readMachine(from, BASE_V2.machine) }),
    ...(changed & 16 && { costs: readCosts(from) }),
    ...(changed & 32 && { apps: Array.from({ length: from.count() }, () => readApp(from)) }),
    ...(changed & 64 && { faults: readFaults(from) }),
    ...(changed & 128 && { faultRate: readRate(from) }),
    ...(changed & 256 && { protection: readProtection(from) }),
    ...(changed & 512 && { flow: readFlow(from) }),
  };
}

function readApp(from: ByteReader): object {
  const changed = from.byte();
  return {
    ...BASE_V2.apps[0],
    ...readAppFields(from, changed),
    ...(changed & 64 && { writableKiB: from.varint() }),
  };
}
