import { ERAS } from '../../base/vocabulary.ts';
import type { AppSpec, Scenario } from '../scenario.ts';
import { BASE_V2 } from './base-v2.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';
import {
  readFaults,
  readFlow,
  readProtection,
  readRate,
  writeFaults,
  writeFlow,
  writeProtection,
  writeRate,
} from './faults-v2.ts';
import {
  APP_FIELDS,
  flagsOf,
  readAppFields,
  readCosts,
  readMachine,
  writeAppFields,
  writeCosts,
  writeMachine,
} from './parts.ts';

/*
 * Version 2 of the scenario code: version 1 and all that faults need. Only what differs from
 * BASE_V2 is written. Nothing here may change once links are out.
 */

const SCENARIO_FIELDS = [
  'title',
  'seed',
  'era',
  'machine',
  'costs',
  'apps',
  'faults',
  'faultRate',
  'protection',
  'flow',
] as const;
const ALL_APP_FIELDS = [...APP_FIELDS, 'writableKiB'] as const;

/** Writes a valid scenario. */
export function writeScenarioV2(out: ByteWriter, scenario: Scenario): void {
  const changed = flagsOf<Omit<Scenario, 'costChanges'>>(scenario, BASE_V2, SCENARIO_FIELDS);
  out.varint(changed);
  if (changed & 1) out.text(scenario.title);
  if (changed & 2) out.varint(scenario.seed);
  if (changed & 4) out.varint(ERAS.indexOf(scenario.era));
  if (changed & 8) writeMachine(out, scenario.machine, BASE_V2.machine);
  if (changed & 16) writeCosts(out, scenario.costs);
  if (changed & 32) {
    out.varint(scenario.apps.length);
    for (const app of scenario.apps) writeApp(out, app);
  }
  if (changed & 64) writeFaults(out, scenario.faults);
  if (scenario.faultRate !== null) writeRate(out, scenario.faultRate);
  if (changed & 256) writeProtection(out, scenario.protection);
  if (changed & 512) writeFlow(out, scenario.flow);
}

/** Reads what `writeScenarioV2` wrote: plain data of that shape, not yet validated. */
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

function writeApp(out: ByteWriter, app: AppSpec): void {
  const changed = flagsOf<AppSpec>(app, BASE_V2.apps[0], ALL_APP_FIELDS);
  out.byte(changed);
  writeAppFields(out, app, changed);
  if (app.writableKiB !== undefined) out.varint(app.writableKiB);
}

function readApp(from: ByteReader): object {
  const changed = from.byte();
  return {
    ...BASE_V2.apps[0],
    ...readAppFields(from, changed),
    ...(changed & 64 && { writableKiB: from.varint() }),
  };
}
