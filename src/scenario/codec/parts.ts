import type { ProgramTrapKind, SignallingMethod } from '../../base/vocabulary.ts';
import { PROGRAM_TRAP_KINDS, SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import { COST_NAMES, COST_PRESET_IDS } from '../../kernel/costs.ts';
import type { AppSpec, MachineSpec, Scenario, WorkloadSpec } from '../scenario.ts';
import { PLACEMENT_RULES } from '../schema.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';
import { choiceAt } from './bytes.ts';
import { readDriver, writeDriver } from './driver.ts';
import { readPhases, writePhases } from './phases.ts';
import { readSegments, writeSegments } from './segments.ts';

/*
 * The parts of a scenario that are written alike since version 1. A part starts with a byte that
 * says which of its fields differ from the base of its version; only those follow, in a fixed order.
 * Choices are indices into append-only lists. Nothing here may change once links are out: a change
 * of meaning is a new version with its own files and an entry in UPGRADERS.
 */

const MACHINE_FIELDS = [
  'sockets',
  'coresPerSocket',
  'resCores',
  'clockGHz',
  'cpi',
  'cycleScale',
] as const;
/** Bit i is set when field i differs from that of `base`. */
export function flagsOf<T>(value: T, base: T, fields: readonly (keyof T)[]): number {
  const same = (field: keyof T) => JSON.stringify(value[field]) === JSON.stringify(base[field]);
  return fields.reduce((flags, field, bit) => (same(field) ? flags : flags | (1 << bit)), 0);
}

/** Writes what of a machine differs from `base`. */
export function writeMachine(out: ByteWriter, machine: MachineSpec, base: MachineSpec): void {
  const changed = flagsOf(machine, base, MACHINE_FIELDS);
  out.byte(changed);
  if (changed & 1) out.varint(machine.sockets);
  if (changed & 2) out.varint(machine.coresPerSocket);
  if (changed & 4) writeList(out, machine.resCores);
  if (changed & 8) out.real(machine.clockGHz);
  if (changed & 16) out.real(machine.cpi);
  if (changed & 32) out.real(machine.cycleScale);
}

/** Reads it. */
export function readMachine(from: ByteReader, base: MachineSpec): object {
  const changed = from.byte();
  return {
    ...base,
    ...(changed & 1 && { sockets: from.varint() }),
    ...(changed & 2 && { coresPerSocket: from.varint() }),
    ...(changed & 4 && { resCores: readList(from) }),
    ...(changed & 8 && { clockGHz: from.real() }),
    ...(changed & 16 && { cpi: from.real() }),
    ...(changed & 32 && { cycleScale: from.real() }),
  };
}

/** Writes a cost preset and what was changed of it. */
export function writeCosts(out: ByteWriter, { preset, overrides }: Scenario['costs']): void {
  out.varint(COST_PRESET_IDS.indexOf(preset));
  writeOverrides(out, overrides);
}

/** Reads it. */
export function readCosts(from: ByteReader): object {
  return { preset: from.pick(COST_PRESET_IDS), overrides: readOverrides(from) };
}

/** Writes the costs that were changed. */
export function writeOverrides(out: ByteWriter, overrides: Scenario['costs']['overrides']): void {
  const names = COST_NAMES.filter((name) => overrides[name] !== undefined);
  out.varint(names.length);
  for (const name of names) out.varint(COST_NAMES.indexOf(name));
  for (const name of names) out.real(overrides[name] as number);
}

/** Reads them. */
export function readOverrides(from: ByteReader): object {
  const names = Array.from({ length: from.count() }, () => from.pick(COST_NAMES));
  return Object.fromEntries(names.map((name) => [name, from.real()]));
}

/** Fields of an app since version 1; a later version appends its own. */
export const APP_FIELDS = [
  'name',
  'workload',
  'redundancy',
  'signalling',
  'resCore',
  'placement',
] as const;

/** Writes those of `APP_FIELDS` whose bit is set in `changed`. */
export function writeAppFields(out: ByteWriter, app: AppSpec, changed: number): void {
  if (changed & 1) out.text(app.name);
  if (changed & 2) writeWorkload(out, app.workload);
  if (changed & 4) out.varint(app.redundancy === 'native' ? 0 : app.redundancy);
  if (changed & 8) out.varint(SIGNALLING_METHODS.indexOf(app.signalling));
  if (changed & 16) out.varint(app.resCore);
  if (changed & 32) writePlacement(out, app.placement);
}

/** Reads them. */
export function readAppFields(from: ByteReader, changed: number): object {
  return {
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

/** Append-only: an older Watchmen takes a kind that it does not know for one of a newer version. */
const WORKLOAD_KINDS = ['profile', 'periodic', 'random', 'segments', 'phases', 'driver'] as const;

function writeWorkload(out: ByteWriter, workload: WorkloadSpec): void {
  out.varint(WORKLOAD_KINDS.indexOf(workload.kind));
  if (workload.kind === 'profile') out.text(workload.id);
  else if (workload.kind === 'segments') writeSegments(out, workload.segments);
  else if (workload.kind === 'phases') writePhases(out, workload);
  else if (workload.kind === 'driver') writeDriver(out, workload);
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
  if (kind === 'phases') return { kind, ...readPhases(from) };
  if (kind === 'driver') return { kind, ...readDriver(from) };
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
