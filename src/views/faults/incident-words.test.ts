import { describe, expect, it } from 'vitest';

import { record } from '../../run/record.ts';
import { INCIDENT_KINDS } from '../../kernel/faults/incidents.ts';
import type { Incident } from '../../kernel/faults/incidents.ts';
import { compilePlan } from '../../scenario/compile.ts';
import { DEFAULT_APP, defaultScenario } from '../../scenario/default-scenario.ts';
import type { FaultSpec, Scenario } from '../../scenario/scenario.ts';
import { incidentSentence } from './incident-words.ts';

function scenarioOf(fault: Partial<FaultSpec>, apps: Partial<Scenario['apps'][number]>): Scenario {
  const workload = {
    kind: 'periodic',
    events: 6,
    instructions: 40_000,
    trap: 'pagefault',
  } as const;
  return {
    ...defaultScenario(),
    apps: [{ ...DEFAULT_APP, name: 'small', workload, ...apps }],
    faults: [{ at: { event: 2 }, app: 0, replica: 1, target: 'gpr', ...fault }],
  };
}

/** What is told of a run, in words. */
function story(fault: Partial<FaultSpec>, apps: Partial<Scenario['apps'][number]>): string[] {
  const plan = compilePlan(scenarioOf(fault, apps), new Map());
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return record(plan.value).incidents.map((incident) => incidentSentence(incident, plan.value));
}

describe('the sentences of incidents', () => {
  it('tell a flip that is outvoted and recovered, with bit, register and bytes', () => {
    const fault = { register: 'bx', bit: 17, fate: 'stays' } as const;
    expect(story(fault, { signalling: 'migration' })).toEqual([
      'A fault flips bit 17 of bx in R1.',
      'Romain compares 3 states: they differ.',
      'Romain decides that R1 is wrong and copies R2 to it.',
      'R1 equals R2 again: registers, UTCB and 64 KiB copied.',
    ]);
  });

  it('tell why a run stopped', () => {
    const fault = { register: 'bx', bit: 17, fate: 'stays' } as const;
    expect(story(fault, { signalling: 'ipc' }).at(-1)).toBe(
      'Romain enters the kernel debugger, which halts the machine.',
    );
    expect(story(fault, { signalling: 'local', redundancy: 2 }).at(-1)).toContain('two states');
  });

  it('tell a message that a fault loses', () => {
    const fault = { target: 'message', message: 'CALL', mode: 'drop' } as const;
    expect(story(fault, { signalling: 'ipc' }).slice(0, 2)).toEqual([
      'A fault hits the next CALL of R1.',
      'A fault loses the CALL of R1.',
    ]);
  });

  it('have at most 14 words, whatever the kind and numbers', () => {
    const plan = compilePlan(scenarioOf({}, {}), new Map());
    if (!plan.ok) throw new Error(JSON.stringify(plan.error));
    for (const kind of INCIDENT_KINDS) {
      for (const other of [0, 1, 2, 3, 4, 5, 6]) {
        for (const place of [-1, 1, 10, 11]) {
          const incident: Incident = {
            kind,
            other,
            place,
            time: 1,
            step: 1,
            app: 0,
            replica: 1,
            event: 1,
            fault: 0,
            at: 20_000,
            mask: 0xffff,
          };
          const sentence = incidentSentence(incident, plan.value);
          expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(14);
          expect(sentence).toMatch(/^[A-Z].*\.$/u);
        }
      }
    }
  });
});
