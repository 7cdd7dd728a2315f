import { expect, it } from 'vitest';
import { SIGNALLING_METHODS } from '../base/vocabulary.ts';
import { craftPlan, crafted } from '../testing/plans.ts';
import { stepsOf } from '../testing/steps.ts';
import { copyMachine } from './copy.ts';
import type { Machine } from './machine.ts';

const FAULT = { at: { event: 1 }, app: 0, replica: 1 } as const;
const LATE_WAKE = {
  ...FAULT,
  target: 'message',
  message: 'WAKE',
  mode: 'delay',
  delay: 5,
} as const;

/** Machines in the middle of things: interrupts pending, cores queued for, slots posted, faults at work. */
const machines: Machine[] = SIGNALLING_METHODS.flatMap((signalling) =>
  stepsOf(
    craftPlan({
      apps: [1, 2].map(() => ({ signalling, redundancy: 3, workload: crafted('pagefault', 2) })),
      protection: { splitRecovery: 'what-if' },
      faults: [
        { ...FAULT, target: 'gpr', register: 'bx', bit: 3, fate: 'stays' },
        { ...FAULT, app: 1, target: 'core', mode: 'stick', register: 'si', bit: 0 },
        ...(signalling === 'local' ? [LATE_WAKE] : []),
      ],
    }),
  ).map((step) => step.machine),
);

/** Every object and array that can be reached from `root`, with the path to it. */
function objectsIn(root: object): Map<object, string> {
  const found = new Map<object, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null || found.has(value)) return;
    found.set(value, path);
    for (const [key, child] of Object.entries(value)) walk(child, `${path}.${key}`);
  };
  walk(root, 'machine');
  return found;
}

it('equals the original', () => {
  for (const machine of machines) expect(copyMachine(machine)).toStrictEqual(machine);
});

it('shares only events, deviations and faults, which never change', () => {
  for (const machine of machines.filter((_, i) => i % 20 === 0)) {
    const events = new Set<object>([
      ...machine.queue,
      ...machine.cores.flatMap((core) => core.interrupts),
      ...machine.replicas.flat().flatMap((r) => [r.deviations, ...r.deviations]),
      ...machine.cores.flatMap(({ stuck }) => (stuck === null ? [] : [stuck])),
      machine.armed,
      ...machine.armed,
    ]);
    const own = objectsIn(copyMachine(machine));
    const shared = [...objectsIn(machine)].filter(
      ([object]) => own.has(object) && !events.has(object),
    );
    expect(shared.map(([, path]) => path)).toEqual([]);
  }
});

it('is tried on machines whose every list is in use somewhere', () => {
  const used = new Set<string>();
  for (const machine of machines) {
    for (const [object, path] of objectsIn(machine)) {
      if (Array.isArray(object) && object.length > 0) used.add(path.replaceAll(/\.\d+/g, ''));
    }
  }
  expect([...used].toSorted()).toEqual(
    [
      'machine.apps',
      'machine.apps.order',
      'machine.apps.outvoted',
      'machine.armed',
      'machine.apps.senders',
      'machine.apps.serve',
      'machine.apps.sleepers',
      'machine.cores',
      'machine.cores.interrupts',
      'machine.cores.modeCycles',
      'machine.cores.ready',
      'machine.queue',
      'machine.replicas',
      'machine.replicas.deviations',
      'machine.replicas.parts',
      'machine.rng',
      'machine.threads',
    ].toSorted(),
  );
});
