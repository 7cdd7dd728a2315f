import { describe, expect, it } from 'vitest';

import { record } from '../../run/record.ts';
import { compilePlan } from '../../scenario/compile.ts';
import { DEFAULT_APP, defaultScenario } from '../../scenario/default-scenario.ts';
import type { AppSpec, FaultSpec, ProtectionSpec, Scenario } from '../../scenario/scenario.ts';
import { endWords } from './outcome-words.ts';

const WORKLOAD = {
  kind: 'periodic',
  events: 6,
  instructions: 40_000,
  trap: 'pagefault',
} as const;

function endOf(
  fault: Partial<FaultSpec> | null,
  app: Partial<AppSpec>,
  protection: Partial<ProtectionSpec> = {},
): ReturnType<typeof endWords> {
  const base = defaultScenario();
  const scenario: Scenario = {
    ...base,
    apps: [{ ...DEFAULT_APP, name: 'small', workload: WORKLOAD, ...app }],
    faults:
      fault === null ? [] : [{ at: { event: 2 }, app: 0, replica: 1, target: 'gpr', ...fault }],
    protection: { ...base.protection, ...protection },
  };
  const plan = compilePlan(scenario, new Map());
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return endWords({ plan: plan.value, recording: record(plan.value) }, 0);
}

const flip = { register: 'bx', bit: 17, fate: 'stays' } as const;

describe('how a run ended', () => {
  it('is not said where no fault was injected', () => {
    expect(endOf(null, {})).toBeNull();
  });

  it('names who was corrected, at which event, and how long after the fault', () => {
    const end = endOf(flip, { signalling: 'migration' });
    expect(end?.text).toMatch(/^R1 corrected at event 3 · found \d+\.\d µs after the fault$/u);
    expect(end?.tone).toBe('good');
    expect(end?.at).toBeGreaterThan(0);
  });

  it('says what stopped it', () => {
    expect(endOf(flip, { signalling: 'ipc' })?.text).toMatch(/^stopped: kernel debugger · found/u);
    expect(endOf(flip, { redundancy: 2, signalling: 'local' })?.text).toContain('fail-stop');
    expect(endOf(flip, { signalling: 'ipc' })?.tone).toBe('bad');
  });

  it('says who never traps', () => {
    expect(endOf({ ...flip, fate: 'hang' }, { signalling: 'migration' })?.text).toMatch(
      /^hang: R1 never traps/u,
    );
  });

  it('tells a fault that is gone from one that nobody has noticed', () => {
    expect(endOf({ ...flip, fate: 'dies' }, {})?.text).toBe('the fault is masked');
    const memory = { target: 'mem', address: 64, bit: 1, fate: 'stays' } as const;
    expect(endOf(memory, {})?.text).toMatch(/^\d+ wrong values? at the end, unnoticed$/u);
  });
});
