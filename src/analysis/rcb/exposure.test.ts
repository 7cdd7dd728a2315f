import { describe, expect, it } from 'vitest';

import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { ACTIVITIES } from '../../kernel/activities.ts';
import { record } from '../../run/record.ts';
import { compilePlan } from '../../scenario/compile.ts';
import { DEFAULT_APP, defaultScenario } from '../../scenario/default-scenario.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { compareExposure, exposureScenarios } from './compare-methods.ts';
import { measureExposure, unprotectedShare } from './exposure.ts';
import type { Exposure } from './exposure.ts';

const workload = { kind: 'periodic', events: 40, instructions: 40_000, trap: 'syscall' } as const;
const scenario: Scenario = { ...defaultScenario(), apps: [{ ...DEFAULT_APP, workload }] };

const compared = compareExposure(scenario, 0, new Map());
const exposures = compared.ok ? compared.value : [];
const of = (method: SignallingMethod): Exposure => {
  const found = exposures.find(({ signalling }) => signalling === method);
  if (found === undefined) throw new Error(`no exposure of ${method}`);
  return found;
};

describe('exposure of the RCB', () => {
  it.each(SIGNALLING_METHODS)('counts every cycle that a core is not halted under %s', (method) => {
    const plan = compilePlan(
      exposureScenarios(scenario, 0)[SIGNALLING_METHODS.indexOf(method)],
      new Map(),
    );
    if (!plan.ok) throw new Error(JSON.stringify(plan.error));
    const { summary, spans } = record(plan.value);
    const { steps, events } = measureExposure(plan.value);
    const counted = steps.reduce((sum, step) => sum + step.cyclesPerEvent * events, 0);
    let busy = 0;
    for (const lane of spans) {
      for (let i = 0; i < lane.length; i++) {
        const end = lane.start[i + 1] ?? summary.totalCycles;
        if (ACTIVITIES[lane.activity[i]].mode !== 'halted') busy += end - lane.start[i];
      }
    }
    expect(counted).toBeCloseTo(busy, 3);
  });

  it('leaves user code to the vote and never runs it on a Res core', () => {
    for (const { steps } of exposures) {
      const user = steps.filter(({ code }) => code === 'user');
      expect(user.map(({ resilient, protection }) => [resilient, protection])).toEqual([
        [false, 'vote'],
      ]);
    }
  });

  it('finds all of Romain unprotected where replicas handle their traps themselves', () => {
    expect(unprotectedShare(of('local'))).toBe(1);
  });

  it('finds kernel entry code on NonRes cores under every method', () => {
    for (const { steps } of exposures) {
      const trap = steps.find(({ activity }) => activity === 'trap');
      expect(trap).toMatchObject({ resilient: false, protection: 'none', code: 'rcb' });
    }
  });

  it.each(['migration', 'ipc', 'polling'] as const)(
    'finds vote and handling of %s on the Res core only',
    (method) => {
      const watched = of(method).steps.filter(({ activity }) =>
        ['checksum', 'proxyCall', 'get', 'put'].includes(activity),
      );
      expect(watched.length).toBeGreaterThan(1);
      expect(watched.every(({ protection }) => protection === 'resilient')).toBe(true);
    },
  );

  it('keeps polling apart from work', () => {
    expect(of('polling').polledUnprotected).toBeGreaterThan(0);
    expect(of('polling').polledResilient).toBeGreaterThan(0);
    expect(of('ipc').polledUnprotected + of('ipc').polledResilient).toBe(0);
  });

  it('orders the steps as an event does', () => {
    const names = of('ipc').steps.map(({ activity }) => activity);
    const order = ['user', 'trap', 'buildCall', 'checksum', 'proxyCall', 'sendNotify', 'resume'];
    expect(names.filter((name) => order.includes(name))).toEqual(order);
  });

  it('compares a native app as three replicas, and nothing watches it alone', () => {
    const native = { ...scenario, apps: [{ ...scenario.apps[0], redundancy: 'native' as const }] };
    expect(exposureScenarios(native, 0).map(({ apps }) => apps[0].redundancy)).toEqual([
      3, 3, 3, 3,
    ]);
    const plan = compilePlan(native, new Map());
    if (!plan.ok) throw new Error(JSON.stringify(plan.error));
    expect(new Set(measureExposure(plan.value).steps.map(({ protection }) => protection))).toEqual(
      new Set(['none']),
    );
  });
});
