import { expect, it } from 'vitest';
import { SIGNALLING_METHODS } from '../base/vocabulary.ts';
import { driverPlan } from '../testing/driver-runs.ts';
import { sharingPlan } from '../testing/sharing.ts';
import { craftPlan, crafted } from '../testing/plans.ts';
import { kindsOf, stepsOf } from '../testing/steps.ts';
import { ACTIVITIES, ACTIVITY_IDS, ACTIVITY_INDEX } from './activities.ts';
import { EVENT_INDEX, EVENT_KINDS, MESSAGE_INDEX, MESSAGE_KINDS } from './events.ts';

/*
 * The tables of steps beside the methods have a row for every kind that occurs there; here: every
 * kind occurs in one of them.
 */
it('makes every kind of step in one of the crafted runs', () => {
  const runs = SIGNALLING_METHODS.flatMap((signalling) =>
    (['pagefault', 'syscall'] as const).map((trap) => ({ signalling, workload: crafted(trap) })),
  );
  const steps = [...runs, { redundancy: 'native' as const }].flatMap((app) =>
    stepsOf(craftPlan({ apps: [app] })),
  );
  const flip = { at: { event: 1 }, app: 0, replica: 1, target: 'gpr', fate: 'stays' } as const;
  const faulty = craftPlan({
    apps: [{ redundancy: 3, signalling: 'local' }],
    faults: [{ ...flip, register: 'bx', bit: 3 }],
  });
  steps.push(...stepsOf(faulty), ...stepsOf(driverPlan({})), ...stepsOf(sharingPlan('polling')));
  expect(kindsOf(steps)).toEqual(EVENT_KINDS.toSorted());
});

it('numbers kinds, messages and activities in their order', () => {
  expect(EVENT_KINDS.map((kind) => EVENT_INDEX[kind])).toEqual(EVENT_KINDS.map((_, i) => i));
  expect(MESSAGE_KINDS.map((kind) => MESSAGE_INDEX[kind])).toEqual(MESSAGE_KINDS.map((_, i) => i));
  expect(ACTIVITY_IDS.map((id) => ACTIVITY_INDEX[id])).toEqual(ACTIVITIES.map((_, i) => i));
});

it('keeps the numbers that files hold: new kinds only at the end', () => {
  expect(EVENT_INDEX.trap).toBe(0);
  expect(EVENT_INDEX['native-served']).toBe(30);
  expect(MESSAGE_INDEX.RELEASE).toBe(7);
  expect(ACTIVITY_INDEX.release).toBe(40);
});
