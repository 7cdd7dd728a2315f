import fc from 'fast-check';
import type { ProgramTrapKind } from '../base/vocabulary.ts';
import { PROGRAM_TRAP_KINDS, SIGNALLING_METHODS } from '../base/vocabulary.ts';
import type { AppSpec, MachineSpec, SegmentSpec, WorkloadSpec } from '../scenario/scenario.ts';
import { PLACEMENT_RULES } from '../scenario/schema.ts';
import { driverWorkload } from './arbitrary-driver.ts';
import { uint32, withOptional } from './arbitrary-parts.ts';
import { phasesWorkload } from './arbitrary-phases.ts';

interface RawApp {
  readonly workload: WorkloadSpec;
  readonly redundancy: 'native' | number;
  readonly signalling: AppSpec['signalling'];
  readonly resCore: number;
  readonly rule: (typeof PLACEMENT_RULES)[number] | 'listed' | 'shared';
}

/**
 * One to three apps that fit on the machine: redundancy is cut to the cores that are left, or that
 * other apps name and may share.
 */
export function arbitraryApps(machine: MachineSpec): fc.Arbitrary<AppSpec[]> {
  const nonRes = Array.from(
    { length: machine.sockets * machine.coresPerSocket },
    (_, i) => i,
  ).filter((core) => !machine.resCores.includes(core));
  const raw: fc.Arbitrary<RawApp> = fc.record({
    workload: smallWorkload(),
    redundancy: fc.oneof(
      { weight: 1, arbitrary: fc.constant('native' as const) },
      { weight: 6, arbitrary: fc.integer({ min: 1, max: 7 }) },
    ),
    signalling: fc.constantFrom(...SIGNALLING_METHODS),
    resCore: fc.constantFrom(...machine.resCores),
    rule: fc.constantFrom(...PLACEMENT_RULES, 'listed' as const, 'shared' as const),
  });
  return fc
    .tuple(
      fc.array(raw, { minLength: 1, maxLength: 3 }),
      fc.shuffledSubarray(nonRes, { minLength: nonRes.length }),
    )
    .map(([apps, cores]) => fitApps(apps, cores));
}

function fitApps(raw: readonly RawApp[], cores: readonly number[]): AppSpec[] {
  let left = [...cores];
  const named = new Set<number>();
  const apps: AppSpec[] = [];
  raw.forEach(({ rule, ...rest }, index) => {
    const pool = rule === 'shared' ? [...named, ...left] : left;
    if (pool.length === 0) return;
    const redundancy =
      rest.redundancy === 'native' ? rest.redundancy : Math.min(rest.redundancy, pool.length);
    const taken = pool.slice(0, redundancy === 'native' ? 1 : redundancy);
    const lists = rule === 'listed' || rule === 'shared';
    if (lists) for (const core of taken) named.add(core);
    left = left.filter((core) => !taken.includes(core));
    const placement = lists ? taken : rule;
    apps.push({ ...rest, name: `app ${index}`, redundancy, placement });
  });
  return apps;
}

const gap = fc.oneof(fc.nat({ max: 100 }), fc.nat({ max: 20_000 }), fc.nat({ max: 400_000 }));
const PLAIN_TRAPS = PROGRAM_TRAP_KINDS.filter((kind) => kind !== 'exit');

function smallWorkload(): fc.Arbitrary<WorkloadSpec> {
  const events = fc.integer({ min: 1, max: 39 });
  const trap = fc.constantFrom<ProgramTrapKind[]>(...PLAIN_TRAPS);
  const segment = withOptional<SegmentSpec, Pick<SegmentSpec, 'bytesIn' | 'bytesOut'>>(
    { instructions: gap, trap },
    { bytesIn: fc.nat({ max: 70_000 }), bytesOut: fc.nat({ max: 70_000 }) },
  );
  const repeated = fc
    .tuple(segment, fc.integer({ min: 1, max: 3 }))
    .map(([spec, repeat]) => ({ ...spec, repeat }));
  return fc.oneof(
    fc.record({ kind: fc.constant('periodic' as const), events, instructions: gap, trap }),
    fc.record({
      kind: fc.constant('random' as const),
      events,
      instructions: gap,
      pagefaultShare: fc.constantFrom(0, 0.5, 1),
      seed: uint32,
    }),
    fc.record({
      kind: fc.constant('segments' as const),
      segments: fc.array(repeated, { minLength: 1, maxLength: 13 }),
    }),
    phasesWorkload({ phases: 3, events: 5, amount: gap }),
    // Replicas that touch a device themselves differ without any fault, so they have tests of their own.
    driverWorkload({ count: 5, amount: gap, access: 'proxied' }),
  );
}
