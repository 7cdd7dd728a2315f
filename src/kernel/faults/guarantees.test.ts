import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { FaultTarget } from '../../base/vocabulary.ts';
import type { Faulty } from '../../testing/arbitrary-faults.ts';
import { arbitraryFaulty, oneGroup } from '../../testing/arbitrary-faults.ts';
import { measure } from '../../testing/runs.ts';
import { SILENT } from '../../testing/steps.ts';
import { createMachine } from '../create.ts';
import type { Stage } from '../machine.ts';
import type { MachinePlan } from '../plan.ts';
import { advance } from '../reducer.ts';

/*
 * Invariant 9: what Romain promises for one fault in the state of a replica. Romain looks at a state
 * once, at the vote: what hits the leader while its trap is handled is seen by nobody, so the
 * promise is about faults that hit at any other time.
 */

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 120_000 });

const STATE: readonly FaultTarget[] = ['gpr', 'instr', 'alu', 'rat', 'mem', 'utcb'];

function single(replicas: number, protection: Exclude<Faulty['protection'], undefined>): Faulty {
  return { targets: STATE, maxFaults: 1, protection, change: oneGroup(replicas) };
}

/** Where the group stood when the fault hit; `null` = it never did. */
function stageAtHit(plan: MachinePlan): Stage | null {
  let stage: Stage | null = null;
  const sink = {
    ...SILENT,
    step: (machine: { apps: readonly { stage: Stage }[] }, { kind }: { kind: string }) => {
      if (kind === 'fault-injected') ({ stage } = machine.apps[0]);
    },
  };
  advance(plan, createMachine(plan, sink), {}, sink);
  return stage;
}

describe('full comparison, one fault in the state of a replica before the vote', () => {
  it('lets DMR never externalize a wrong value', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryFaulty(single(2, { comparison: 'full' })), ({ plan }) => {
        fc.pre(stageAtHit(plan) !== 'handling');
        const [app] = measure(plan).summary.apps;
        seen.add(app.outcome);
        expect(app.faults.externalizedAt).toBe(-1);
        expect(app.stop).toMatch(/^(none|crash|fail-stop|debugger)$/);
      }),
      { numRuns: 250 },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['masked', 'detected, stopped']));
  });

  it.each([3, 4, 5, 7])('gives the fault-free output of %i replicas with recovery', (replicas) => {
    const protection = { comparison: 'full', splitRecovery: 'what-if', watchdog: 50_000 } as const;
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryFaulty(single(replicas, protection)), ({ plan }) => {
        fc.pre(stageAtHit(plan) !== 'handling');
        const [app] = measure(plan).summary.apps;
        seen.add(app.outcome);
        expect(app.faults.externalizedAt).toBe(-1);
        expect(app.completedEvents).toBe(plan.apps[0].program.length);
        expect(app.outcome).toMatch(/^(completed|masked|corrected|latent at end)$/);
      }),
      { numRuns: 150 },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['masked', 'corrected']));
  });

  it('recovers nobody but the replica that was hit', () => {
    const protection = { comparison: 'full', splitRecovery: 'what-if', watchdog: 50_000 } as const;
    fc.assert(
      fc.property(arbitraryFaulty(single(3, protection)), ({ plan, scenario }) => {
        fc.pre(stageAtHit(plan) !== 'handling');
        const outvoted = new Set<number>();
        const sink = {
          ...SILENT,
          step: () => undefined,
          incident: ({ kind, replica }: { kind: string; replica: number }) => {
            if (kind === 'outvoted') outvoted.add(replica);
          },
        };
        advance(plan, createMachine(plan, sink), {}, sink);
        outvoted.delete(scenario.faults[0].replica);
        expect([...outvoted]).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

it('makes no promise for a flip in the leader while its trap is handled', () => {
  const after = arbitraryFaulty(single(2, { comparison: 'full' }));
  let slipped = 0;
  fc.assert(
    fc.property(after, ({ plan }) => {
      if (stageAtHit(plan) !== 'handling') return;
      if (measure(plan).summary.apps[0].faults.externalizedAt !== -1) slipped++;
    }),
    { numRuns: 1500, seed: 1 },
  );
  expect(slipped).toBeGreaterThan(0);
});

it('costs nothing while no fault hits, whatever the protection but the watchdog', () => {
  fc.assert(
    fc.property(arbitraryFaulty({ protection: { watchdog: null } }), ({ plan }) => {
      const { protection } = plan.faults;
      const free = { ...plan, faults: { ...plan.faults, atCycle: [], atEvent: [] } };
      const prototype = {
        ...free,
        faults: {
          ...free.faults,
          protection: {
            ...protection,
            comparison: 'prototype' as const,
            strictMajority: false,
            splitRecovers: false,
            memoryIsolation: false,
          },
        },
      };
      expect(measure(free)).toEqual(measure(prototype));
    }),
    { numRuns: 40 },
  );
});
