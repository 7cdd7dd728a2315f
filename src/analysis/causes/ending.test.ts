import { describe, expect, it } from 'vitest';

import { faultOf } from '../../testing/fault-runs.ts';
import { craftPlan, crafted } from '../../testing/plans.ts';
import { endingSentence, stopLine } from './ending.ts';
import { trace } from './testing.ts';

const workload = crafted('pagefault', 4);

/** What is said of the end of a run that `fault` hits. */
function endingOf(signalling: 'ipc' | 'migration', fault?: Parameters<typeof faultOf>[0]) {
  const { plan, recording } = trace(
    craftPlan({
      apps: [{ redundancy: 3, workload, signalling }],
      ...(fault !== undefined && { faults: faultOf(fault) }),
    }),
  );
  return endingSentence(plan, recording, 0, String);
}

describe('the end of a run', () => {
  it('is told with how far it came and what stopped it', () => {
    const told = endingOf('ipc', { target: 'gpr', register: 'bx', bit: 3, fate: 'stays' });
    expect(told).toMatch(
      /^The application completes \d of 5 events\. Romain enters the kernel debugger, which halts the machine\.$/u,
    );
  });

  it('is told as waiting where nothing stops it', () => {
    const told = endingOf('ipc', { target: 'message', message: 'NOTIFY', mode: 'drop' });
    expect(told).toMatch(/^The application completes \d of 5 events and then waits for ever\.$/u);
  });

  it('needs no words where the program came to its own', () => {
    expect(endingOf('migration')).toBeNull();
  });

  it('names one of several applications', () => {
    const { plan } = trace(
      craftPlan({
        apps: [
          { redundancy: 2, workload },
          { redundancy: 2, workload },
        ],
      }),
    );
    expect(stopLine(plan, [], 1, 'fail-stop')).toContain(plan.apps[1]?.name);
  });
});
