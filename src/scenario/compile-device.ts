import type { Costs } from '../kernel/costs.ts';
import { DEVICE_OPS, ownAccesses } from '../kernel/device.ts';
import type { AppPlan, DevicePlan } from '../kernel/plan.ts';
import type { Program } from '../kernel/program.ts';
import type { DriverSpec } from '../workload/driver-spec.ts';
import { DRIVER_TRAPS, interruptTimes } from '../workload/driver.ts';
import type { AppSpec, WorkloadSpec } from './scenario.ts';

/** What an app executes: without Romain a driver reaches its registers itself, whatever its access is when replicated. */
export function executedWorkload({
  workload,
  redundancy,
}: Pick<AppSpec, 'workload' | 'redundancy'>): WorkloadSpec {
  if (workload.kind !== 'driver' || redundancy !== 'native') return workload;
  return { ...workload, access: 'naive' };
}

/** The device of a driver, from the program that the driver executes; traps are told apart by name. */
export function devicePlanOf(spec: DriverSpec, program: Program): DevicePlan {
  const { length, name, names } = program;
  const device = {
    access: spec.access,
    input: spec.input,
    seed: spec.seed,
    arrivals: interruptTimes(spec),
    reads: spec.reads,
    writes: spec.writes,
    op: new Uint8Array(length),
    waitsFor: new Int32Array(length).fill(-1),
    begins: new Int32Array(length).fill(-1),
    ends: new Int32Array(length).fill(-1),
  };
  const opOfName = names.map((text) => {
    const op = OP_NAMES.find(([, known]) => known === text)?.[0] ?? 'none';
    return DEVICE_OPS.indexOf(op);
  });
  let interrupt = -1;
  for (let i = 0; i < length; i++) {
    device.op[i] = opOfName[name[i]];
    const waits = DEVICE_OPS[device.op[i]] === 'wait';
    const exits = i === length - 1;
    if (spec.access === 'naive' && interrupt >= 0 && (waits || exits)) device.ends[i] = interrupt;
    if (!waits) continue;
    interrupt += 1;
    device.waitsFor[i] = interrupt;
    if (spec.access === 'naive') device.begins[i + 1] = interrupt;
  }
  return device;
}

/**
 * When an unreplicated driver has served the trap of `segment`: its user code ends at `sum`, and
 * `trap` is what the trap costs. An access that traps under Romain is one that it makes itself.
 */
export function nativeDeviceTime(
  device: DevicePlan,
  segment: number,
  { sum, trap, costs }: { readonly sum: number; readonly trap: number; readonly costs: Costs },
): number {
  const time = sum + ownAccesses(device, segment) * costs.mmio;
  switch (DEVICE_OPS[device.op[segment]]) {
    case 'wait':
      return Math.max(time, device.arrivals[device.waitsFor[segment]]) + trap;
    case 'read':
    case 'write':
      return time + costs.mmio;
    default:
      return time + trap;
  }
}

/**
 * Element k: cycles that an unreplicated driver waits for interrupts in its first k segments, which
 * end at `nativeAt`; `null` without a device.
 */
export function nativeWaits(
  { program, device }: Pick<AppPlan, 'program' | 'device'>,
  nativeAt: Float64Array,
  costs: Costs,
): Float64Array | null {
  if (device === null) return null;
  const sums = new Float64Array(nativeAt.length);
  for (let i = 0; i < program.length; i++) {
    const interrupt = device.waitsFor[i];
    const ends = nativeAt[i] + program.cycles[i] + ownAccesses(device, i) * costs.mmio;
    const wait = interrupt === -1 ? 0 : Math.max(0, device.arrivals[interrupt] - ends);
    sums[i + 1] = sums[i] + wait;
  }
  return sums;
}

const OP_NAMES = Object.entries(DRIVER_TRAPS) as readonly (readonly [
  keyof typeof DRIVER_TRAPS,
  string,
])[];
