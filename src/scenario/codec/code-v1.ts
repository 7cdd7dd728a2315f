import type { ProgramTrapKind, SignallingMethod } from '../../base/vocabulary.ts';
import { ERAS, PROGRAM_TRAP_KINDS, SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import { COST_NAMES, COST_PRESET_IDS } from '../../kernel/costs.ts';
import type { AppSpec, MachineSpec, Scenario, WorkloadSpec } from '../scenario.ts';
import { PLACEMENT_RULES } from '../schema.ts';
import type { ScenarioV1 } from './base-v1.ts';
import { BASE_V1 } from './base-v1.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';
import { choiceAt } from './bytes.ts';
import { readFaults, readSegments, writeFaults, writeSegments } from './lists-v1.ts';

/*
 * Version 1 of the scenario code. Every part starts with a byte that says which of its fields differ
 * from BASE_V1; only those follow, in a fixed order. Choices are indices into append-only lists.
 * Nothing here may change once links are out: a change of meaning is a new version with its own
 * files and an entry in UPGRADERS.
 */

/** Writes a valid scenario. */
export function writeScenario(out: ByteWriter, scenario: ScenarioV1): void {
  const changed = flagsOf<ScenarioV1>(scenario, BASE_V1, SCENARIO_FIELDS);
  out.byte(changed);
  if (changed & 1) out.text(scenario.title);
  if (changed & 2) out.varint(scenario.seed);
  if (changed & 4) out.varint(ERAS.indexOf(scenario.era));
  if (changed & 8) writeMachine(out, scenario.machine);
  if (changed & 16) writeCosts(out, scenario.costs);
  if (changed & 32) {
    out.varint(scenario.apps.length);
    for (const app of scenario.apps) writeApp(out, app);
  }
  if (changed & 64) writeFaults(out, scenario.faults);
}

/** Reads what `writeScenario` wrote: plain data of that shape, not yet validated. */
export function readScenario(from: ByteReader): unknown {
  const changed = from.byte();
  return {
    ...BASE_V1,
    ...(changed & 1 && { title: from.text() }),
    ...(changed & 2 && { seed: from.varint() }),
    ...(changed & 4 && { era: from.pick(ERAS) }),
    ...(changed & 8 && { machine: readMachine(from) }),
    ...(changed & 16 && { costs: readCosts(from) }),
    ...(changed & 32 && { apps: Array.from({ length: from.count() }, () => readApp(from)) }),
    ...(changed & 64 && { faults: readFaults(from) }),
  };
}

const SCENARIO_FIELDS = ['title', 'seed', 'era', 'machine', 'costs', 'apps', 'faults'] as const;
const MACHINE_FIELDS = [
  'sockets',
  'coresPerSocket',
  'resCores',
  'clockGHz',
  'cpi',
  'cycleScale',
] as const;
const APP_FIELDS = [
  'name',
  'workload',
  'redundancy',
  'signalling',
  'resCore',
  'placement',
] as const;

/** Bit i is set when field i differs from that of `base`. */
function flagsOf<T>(value: T, base: T, fields: readonly (keyof T)[]): number {
  const same = (field: keyof T) => JSON.stringify(value[field]) === JSON.stringify(base[field]);
  return fields.reduce((flags, field, bit) => (same(field) ? flags : flags | (1 << bit)), 0);
}

function writeMachine(out: ByteWriter, machine: MachineSpec): void {
  const changed = flagsOf(machine, BASE_V1.machine, MACHINE_FIELDS);
  out.byte(changed);
  if (changed & 1) out.varint(machine.sockets);
  if (changed & 2) out.varint(machine.coresPerSocket);
  if (changed & 4) writeList(out, machine.resCores);
  if (changed & 8) out.real(machine.clockGHz);
  if (changed & 16) out.real(machine.cpi);
  if (changed & 32) out.real(machine.cycleScale);
}

function readMachine(from: ByteReader): unknown {
  const changed = from.byte();
  return {
    ...BASE_V1.machine,
    ...(changed & 1 && { sockets: from.varint() }),
    ...(changed & 2 && { coresPerSocket: from.varint() }),
    ...(changed & 4 && { resCores: readList(from) }),
    ...(changed & 8 && { clockGHz: from.real() }),
    ...(changed & 16 && { cpi: from.real() }),
    ...(changed & 32 && { cycleScale: from.real() }),
  };
}

function writeCosts(out: ByteWriter, costs: Scenario['costs']): void {
  const names = COST_NAMES.filter((name) => costs.overrides[name] !== undefined);
  out.varint(COST_PRESET_IDS.indexOf(costs.preset));
  out.varint(names.length);
  for (const name of names) out.varint(COST_NAMES.indexOf(name));
  for (const name of names) out.real(costs.overrides[name] as number);
}

function readCosts(from: ByteReader): unknown {
  const preset = from.pick(COST_PRESET_IDS);
  const names = Array.from({ length: from.count() }, () => from.pick(COST_NAMES));
  return { preset, overrides: Object.fromEntries(names.map((name) => [name, from.real()])) };
}

function writeApp(out: ByteWriter, app: AppSpec): void {
  const [base] = BASE_V1.apps;
  const changed = flagsOf(app, base, APP_FIELDS);
  out.byte(changed);
  if (changed & 1) out.text(app.name);
  if (changed & 2) writeWorkload(out, app.workload);
  if (changed & 4) out.varint(app.redundancy === 'native' ? 0 : app.redundancy);
  if (changed & 8) out.varint(SIGNALLING_METHODS.indexOf(app.signalling));
  if (changed & 16) out.varint(app.resCore);
  if (changed & 32) writePlacement(out, app.placement);
}

function readApp(from: ByteReader): unknown {
  const changed = from.byte();
  return {
    ...BASE_V1.apps[0],
    ...(changed & 1 && { name: from.text() }),
    ...(changed & 2 && { workload: readWorkload(from) }),
    ...(changed & 4 && { redundancy: from.varint() || 'native' }),
    ...(changed & 8 && { signalling: from.pick<SignallingMethod>(SIGNALLING_METHODS) }),
    ...(changed & 16 && { resCore: from.varint() }),
    ...(changed & 32 && { placement: readPlacement(from) }),
  };
}

/** A rule by its index; `PLACEMENT_LIST` says that a list of cores follows. */
const PLACEMENT_LIST = 127;

function writePlacement(out: ByteWriter, placement: AppSpec['placement']): void {
  if (typeof placement === 'string') {
    out.varint(PLACEMENT_RULES.indexOf(placement));
    return;
  }
  out.varint(PLACEMENT_LIST);
  writeList(out, placement);
}

function readPlacement(from: ByteReader): unknown {
  const rule = from.varint();
  return rule === PLACEMENT_LIST ? readList(from) : choiceAt(PLACEMENT_RULES, rule);
}

const WORKLOAD_KINDS = ['profile', 'periodic', 'random', 'segments'] as const;

function writeWorkload(out: ByteWriter, workload: WorkloadSpec): void {
  out.varint(WORKLOAD_KINDS.indexOf(workload.kind));
  if (workload.kind === 'profile') out.text(workload.id);
  else if (workload.kind === 'segments') writeSegments(out, workload.segments);
  else {
    out.varint(workload.events);
    out.varint(workload.instructions);
    if (workload.kind === 'periodic') out.varint(PROGRAM_TRAP_KINDS.indexOf(workload.trap));
    else {
      out.real(workload.pagefaultShare);
      out.varint(workload.seed);
    }
  }
}

function readWorkload(from: ByteReader): unknown {
  const kind = from.pick(WORKLOAD_KINDS);
  if (kind === 'profile') return { kind, id: from.text() };
  if (kind === 'segments') return { kind, segments: readSegments(from) };
  const events = from.varint();
  const instructions = from.varint();
  if (kind === 'periodic') {
    return { kind, events, instructions, trap: from.pick<ProgramTrapKind>(PROGRAM_TRAP_KINDS) };
  }
  return { kind, events, instructions, pagefaultShare: from.real(), seed: from.varint() };
}

function writeList(out: ByteWriter, values: readonly number[]): void {
  out.varint(values.length);
  for (const value of values) out.varint(value);
}

function readList(from: ByteReader): number[] {
  return Array.from({ length: from.count() }, () => from.varint());
}
