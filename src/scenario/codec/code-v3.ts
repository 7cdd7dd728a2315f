import { ERAS } from '../../base/vocabulary.ts';
import type { AppSpec, CostChange, Scenario } from '../scenario.ts';
import { BASE_V3 } from './base-v3.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';
import { UnknownChoiceError } from './bytes.ts';
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
  readOverrides,
  writeAppFields,
  writeCosts,
  writeMachine,
  writeOverrides,
} from './parts.ts';

/*
 * Version 3 of the scenario code: version 2 and costs that change during a run. Only what differs
 * from a base is written: BASE_V3, or for a scenario that is compared the one that it stands
 * beside. Nothing here may change once links are out.
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
  'costChanges',
] as const;
const ALL_APP_FIELDS = [...APP_FIELDS, 'writableKiB'] as const;

/** Writes what of a valid scenario differs from `base`, which is valid, too. */
export function writeScenarioV3(
  out: ByteWriter,
  scenario: Scenario,
  base: Scenario = BASE_V3,
): void {
  const changed = flagsOf(scenario, base, SCENARIO_FIELDS);
  out.varint(changed);
  if (changed & 1) out.text(scenario.title);
  if (changed & 2) out.varint(scenario.seed);
  if (changed & 4) out.varint(ERAS.indexOf(scenario.era));
  if (changed & 8) writeMachine(out, scenario.machine, base.machine);
  if (changed & 16) writeCosts(out, scenario.costs);
  if (changed & 32) {
    out.varint(scenario.apps.length);
    for (const app of scenario.apps) writeApp(out, app);
  }
  if (changed & 64) writeFaults(out, scenario.faults);
  if (changed & 128) {
    writeRateOrNone(out, scenario.faultRate);
  }
  if (changed & 256) writeProtection(out, scenario.protection);
  if (changed & 512) writeFlow(out, scenario.flow);
  if (changed & 1024) writeChanges(out, scenario.costChanges);
}

/**
 * Reads what `writeScenarioV3` wrote against `base`: plain data of that shape, not yet validated.
 * A base that was itself read may be anything of the shape that was written for it.
 */
export function readScenarioV3(from: ByteReader, base: Scenario = BASE_V3): Scenario {
  const changed = from.varint();
  const scenario: Readonly<Record<keyof Scenario, unknown>> = {
    ...base,
    ...(changed & 1 && { title: from.text() }),
    ...(changed & 2 && { seed: from.varint() }),
    ...(changed & 4 && { era: from.pick(ERAS) }),
    ...(changed & 8 && { machine: readMachine(from, base.machine) }),
    ...(changed & 16 && { costs: readCosts(from) }),
    ...(changed & 32 && { apps: Array.from({ length: from.count() }, () => readApp(from)) }),
    ...(changed & 64 && { faults: readFaults(from) }),
    ...(changed & 128 && { faultRate: readRateOrNone(from) }),
    ...(changed & 256 && { protection: readProtection(from) }),
    ...(changed & 512 && { flow: readFlow(from) }),
    ...(changed & 1024 && { costChanges: readChanges(from) }),
  };
  return scenario as Scenario;
}

/** How a rate begins; append-only. */
const NO_RATE = 0;
const RATE = 1;
const RATE_WITH_STREAM = 2;

function writeRateOrNone(out: ByteWriter, rate: Scenario['faultRate']): void {
  if (rate === null) {
    out.byte(NO_RATE);
    return;
  }
  out.byte(rate.stream === undefined ? RATE : RATE_WITH_STREAM);
  writeRate(out, rate);
  if (rate.stream !== undefined) out.varint(rate.stream);
}

function readRateOrNone(from: ByteReader): unknown {
  const form = from.byte();
  if (form > RATE_WITH_STREAM) throw new UnknownChoiceError('has a fault rate of unknown form');
  if (form === NO_RATE) return null;
  const rate = readRate(from);
  return form === RATE ? rate : { ...rate, stream: from.varint() };
}

function writeApp(out: ByteWriter, app: AppSpec): void {
  const changed = flagsOf<AppSpec>(app, BASE_V3.apps[0], ALL_APP_FIELDS);
  out.byte(changed);
  writeAppFields(out, app, changed);
  if (app.writableKiB !== undefined) out.varint(app.writableKiB);
}

function readApp(from: ByteReader): object {
  const changed = from.byte();
  return {
    ...BASE_V3.apps[0],
    ...readAppFields(from, changed),
    ...(changed & 64 && { writableKiB: from.varint() }),
  };
}

function writeChanges(out: ByteWriter, changes: readonly CostChange[]): void {
  out.varint(changes.length);
  for (const { at } of changes) out.varint(at.cycle);
  for (const { overrides } of changes) writeOverrides(out, overrides);
}

function readChanges(from: ByteReader): object[] {
  const cycles = Array.from({ length: from.count() }, () => from.varint());
  return cycles.map((cycle) => ({ at: { cycle }, overrides: readOverrides(from) }));
}
