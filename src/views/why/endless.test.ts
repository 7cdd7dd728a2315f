import { describe, expect, it } from 'vitest';

import { chainOf } from '../../analysis/causes/chain-of.ts';
import { trace } from '../../analysis/causes/testing.ts';
import type { Selection } from '../../base/selection.ts';
import { viewMachine } from '../../run/view.ts';
import { faultOf } from '../../testing/fault-runs.ts';
import { craftPlan, crafted } from '../../testing/plans.ts';
import { endlessWhy, whyAtInstant } from './endless.ts';

type Method = 'local' | 'migration' | 'ipc' | 'polling';
const workload = crafted('pagefault', 4);

/** A run of three replicas that `fault` cuts short, and how it stands at its end. */
function cutShort(signalling: Method, fault: Parameters<typeof faultOf>[0]) {
  const plan = craftPlan({
    apps: [{ redundancy: 3, workload, signalling }],
    faults: faultOf(fault),
  });
  const run = trace(plan);
  const { totalCycles } = run.recording.summary;
  const machine = run.seeker.machineAt(totalCycles);
  return { ...run, end: viewMachine(plan, run.recording, machine, totalCycles) };
}

/** The last span of the core on which `replica` lives. */
function lastSpan({ plan, recording }: ReturnType<typeof cutShort>, replica: number): Selection {
  const core = plan.apps[0]?.cores[replica] ?? -1;
  const spans = recording.spans[core];
  return { kind: 'span', core, start: spans?.start[(spans.length ?? 0) - 1] ?? 0 };
}

/** Asserts that no chain explains `selection`, and answers what is said instead. */
function toldOf(run: ReturnType<typeof cutShort>, selection: Selection) {
  expect(chainOf(run, selection)).toBeNull();
  const why = endlessWhy(run, selection);
  if (why === null) throw new Error('the app did not come to its end');
  return why;
}

const lost = { target: 'message', message: 'NOTIFY', mode: 'drop' } as const;

describe('what never ends', () => {
  it('is told by the message that was lost, whoever waits for it', () => {
    const run = cutShort('ipc', lost);
    for (const replica of [0, 2]) {
      const why = toldOf(run, lastSpan(run, replica));
      expect(why.headline).toBe('The NOTIFY of R1 was lost, so the group waits for ever.');
      expect(why.chain.map(({ text }) => text)).toContain('A fault loses the NOTIFY of R1');
    }
  });

  it('is told by the replica that hangs, also where it loops', () => {
    const run = cutShort('migration', { target: 'gpr', register: 'bx', bit: 3, fate: 'hang' });
    const why = toldOf(run, lastSpan(run, 1));
    expect(why.headline).toBe('R1 loops for ever, so the others wait for ever.');
    expect(why.chain.map(({ text }) => text)).toContain('R1 loops and raises no trap');
  });

  it('is told by the vote that halts the machine, for the event that it halts in', () => {
    const run = cutShort('ipc', { target: 'gpr', register: 'bx', bit: 3, fate: 'stays' });
    const event = (run.recording.rendezvous[0]?.length ?? 0) - 1;
    const why = toldOf(run, { kind: 'event', app: 0, event });
    expect(why.headline).toContain('The prototype halts in its kernel debugger.');
    expect(why.table).not.toBeNull();
    const { time } = why.chain[0] ?? { time: 0 };
    expect(whyAtInstant(why, time)).toMatchObject({ done: 1, sinceLast: 0 });
    expect(whyAtInstant(why, time - 1).done).toBe(0);
  });

  it('has no cause where the program came to its end', () => {
    const plan = craftPlan({ apps: [{ redundancy: 3, workload }] });
    const run = trace(plan);
    const { totalCycles } = run.recording.summary;
    const machine = run.seeker.machineAt(totalCycles);
    const ended = { ...run, end: viewMachine(plan, run.recording, machine, totalCycles) };
    expect(endlessWhy(ended, lastSpan(ended, 0))).toBeNull();
  });
});
