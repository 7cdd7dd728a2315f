import { describe, expect, it } from 'vitest';
import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import type { SignallingMethod } from '../../base/vocabulary.ts';
import { record } from '../../run/record.ts';
import { createSeeker } from '../../run/seek.ts';
import { compilePlan } from '../../scenario/compile.ts';
import { defaultScenario } from '../../scenario/default-scenario.ts';
import { arrivalsOf } from '../../draw/timeline/arrivals.ts';

function runOf(signalling: SignallingMethod, instructions: number) {
  const scenario = defaultScenario();
  const [app] = scenario.apps;
  const workload = { kind: 'periodic', events: 60, instructions, trap: 'syscall' } as const;
  const compiled = compilePlan(
    { ...scenario, apps: [{ ...app, workload, signalling }] },
    new Map(),
  );
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  const plan = compiled.value;
  return { plan, recording: record(plan) };
}

describe('arrivalsOf', () => {
  const cases = SIGNALLING_METHODS.flatMap((method) => [
    { method, instructions: 20000 },
    { method, instructions: 50 },
  ]);
  it.each(cases)(
    'equals the arrivals of the machine: $method, $instructions apart',
    ({ method, instructions }) => {
      const { plan, recording } = runOf(method, instructions);
      const rows = recording.rendezvous[0];
      const seeker = createSeeker(plan, recording);
      for (let k = 0; k < rows.length; k++) {
        const machine = seeker.machineAtStep(rows.metStep[k] + 1);
        const expected = machine.replicas[0].map((replica) => replica.arrivedAt);
        expect(Math.min(...expected)).toBeGreaterThanOrEqual(rows.trapped[k]);
        const found = arrivalsOf(recording.events, 0, [rows.trapped[k], rows.met[k]]);
        const times = expected.map((_, id) => found.find((one) => one.replica === id)?.time ?? -1);
        expect(times, `event ${k}`).toEqual(expected);
      }
    },
  );
});
