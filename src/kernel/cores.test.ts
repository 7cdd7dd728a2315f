import { describe, expect, it, vi } from 'vitest';
import { PARTS, SIGNALLING_METHODS } from '../base/vocabulary.ts';
import type { SignallingMethod } from '../base/vocabulary.ts';
import { record } from '../testing/runs.ts';
import { CRAFTED_COMPUTE, craftPlan, crafted } from '../testing/plans.ts';
import { stepsOf } from '../testing/steps.ts';
import type { Step } from '../testing/steps.ts';
import { ACTIVITIES } from './activities.ts';
import { MESSAGE_KINDS } from './events.ts';
import type { MachinePlan } from './plan.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const twoApps = (signalling: SignallingMethod, resCore = 0): MachinePlan =>
  craftPlan({
    apps: [{ signalling }, { signalling, resCore }],
    machine: { resCores: [0, 11] },
  });

describe('an idle core', () => {
  it.each(['local', 'migration', 'ipc'] as const)('halts under %s (4.9 A12)', (signalling) => {
    const { cores, totalCycles } = record(craftPlan({ apps: [{ signalling }] })).summary;
    expect(cores.map((core) => core.polling)).toEqual(cores.map(() => 0));
    for (const core of cores) expect(core.halted).toBeGreaterThan(0);
    expect(cores[5].halted).toBe(totalCycles);
  });

  it('never halts while it polls ((b) mode 3)', () => {
    const { cores, totalCycles } = record(craftPlan({ apps: [{ signalling: 'polling' }] })).summary;
    for (const core of cores.slice(0, 3)) {
      expect(core.halted).toBe(0);
      expect(core.polling).toBeGreaterThan(0);
    }
    expect(cores[0].user).toBe(0);
    expect(cores[3].halted).toBe(totalCycles);
  });

  it('takes idle_wake longer to handle an interrupt, and only when it was halted', () => {
    const seen = { halted: 0, busy: 0 };
    for (const signalling of ['local', 'migration', 'ipc'] as const) {
      const plan = twoApps(signalling);
      stepsOf(plan).forEach((step, i, steps) => {
        const handler = handlerStartedBy(step);
        if (handler === null || i === 0) return;
        const before = steps[i - 1].machine.cores[step.event.core];
        const halted = ACTIVITIES[before.activity].mode === 'halted';
        expect(handler).toBe(
          handlerCycles(plan, step.event.arg) + (halted ? plan.costs.idle_wake : 0),
        );
        seen[halted ? 'halted' : 'busy']++;
      });
    }
    expect(seen.halted).toBeGreaterThan(10);
    expect(seen.busy).toBeGreaterThan(0);
  });
});

/** Cycles of the handler that an arriving interrupt starts; `null` when it has to wait. */
function handlerStartedBy(step: Step): number | null {
  if (step.event.kind !== 'ipi-arrived' || step.leads.length === 0) return null;
  return Number(step.leads[0].split(' after ')[1]);
}

/** By the step lists in (b) and 4.9: a request (DRQ) is executed and answered, an answer only noted. */
function handlerCycles({ costs }: MachinePlan, message: number): number {
  const { ipi_handler, drq, ipi_send } = costs;
  const extra = { MIGRATE: 0, ANSWER: 0, WAKE: drq, CALL: drq + ipi_send };
  const kind = MESSAGE_KINDS[message] as keyof typeof extra;
  return ipi_handler + (extra[kind] ?? drq + ipi_send);
}

/** When Romain has handled the first trap of R0. */
function handledAt(plan: MachinePlan): number {
  const step = stepsOf(plan).find((s) => s.title === 'handled C0 M >R0');
  if (step === undefined) throw new Error('nothing handled');
  return step.event.time;
}

describe('an interrupt', () => {
  const first = { signalling: 'ipc', workload: crafted('pagefault', 1) } as const;

  it('delays the work below it by exactly the handlers that ran', () => {
    const alone = craftPlan({ apps: [first] });
    // The two CALLs of the second app reach C0 while the first app's page is mapped.
    const instructions = 2 * (CRAFTED_COMPUTE + 6500);
    const second = {
      ...first,
      workload: { kind: 'periodic', events: 1, instructions, trap: 'pagefault' },
    } as const;
    const both = craftPlan({ apps: [first, second] });
    const { ipi_handler, drq, ipi_send } = both.costs;
    expect(handledAt(both) - handledAt(alone)).toBe(2 * (ipi_handler + drq + ipi_send));
  });

  it('leaves the paused work as it was: same activity, same replica, rest of its cycles', () => {
    const plan = twoApps('ipc');
    const steps = stepsOf(plan);
    let resumed = 0;
    steps.forEach((step, i) => {
      if (step.event.kind !== 'ipi-arrived' || i === 0 || step.leads.length === 0) return;
      const core = step.event.core;
      const before = steps[i - 1].machine.cores[core];
      if (before.thread === -1) return;
      const rest = before.doneAt - step.machine.now;
      const after = steps.slice(i).find((s) => s.machine.cores[core].handler === -1);
      if (after === undefined) return;
      const now = after.machine.cores[core];
      expect([now.activity, now.subject, now.thread]).toEqual([
        before.activity,
        before.subject,
        before.thread,
      ]);
      expect(now.doneAt - after.machine.now).toBe(rest);
      resumed++;
    });
    expect(resumed).toBeGreaterThan(0);
  });
});

describe('apps that share a Res core', () => {
  const methods = SIGNALLING_METHODS.filter((method) => method !== 'local');

  it.each(methods)('queue there under %s, and no cycle is lost', (signalling) => {
    const { apps } = record(twoApps(signalling)).summary;
    const queues = apps.flatMap((app) => app.replicas.map((replica) => replica.breakdown.queue));
    expect(Math.max(...queues)).toBeGreaterThan(0);
    for (const app of apps) {
      for (const { breakdown } of app.replicas) {
        expect(PARTS.reduce((sum, part) => sum + breakdown[part], 0)).toBe(app.totalCycles);
      }
    }
  });

  it.each(methods)('do not queue when each has its own, or is alone, under %s', (signalling) => {
    const plans = [twoApps(signalling, 11), craftPlan({ apps: [{ signalling }] })];
    for (const { apps } of plans.map((plan) => record(plan).summary)) {
      for (const app of apps) expect(app.breakdown.queue).toBe(0);
    }
  });

  it.each(methods)('run as if alone when each has its own under %s', (signalling) => {
    const apart = record(twoApps(signalling, 11)).summary.apps[0];
    const alone = record(craftPlan({ apps: [{ signalling }] })).summary.apps[0];
    expect(apart.totalCycles).toBe(alone.totalCycles);
  });

  it('book the interrupt handlers of another app as queue, not as handling', () => {
    // App 1 calls while Romain maps pages for app 0: its messages preempt that work.
    const plan = craftPlan({
      apps: [
        { redundancy: 2, signalling: 'ipc', workload: crafted('pagefault', 1) },
        {
          redundancy: 2,
          signalling: 'ipc',
          workload: {
            kind: 'periodic',
            events: 1,
            instructions: 2 * CRAFTED_COMPUTE + 9000,
            trap: 'pagefault',
          },
        },
      ],
    });
    const alone = craftPlan({
      apps: [{ redundancy: 2, signalling: 'ipc', workload: crafted('pagefault', 1) }],
    });
    const [first] = record(plan).summary.apps;
    expect(first.breakdown.queue).toBeGreaterThan(0);
    expect(first.breakdown.handle).toBe(record(alone).summary.apps[0].breakdown.handle);
  });

  it('never queue under local, which does not use it', () => {
    for (const app of record(twoApps('local')).summary.apps) expect(app.breakdown.queue).toBe(0);
  });

  it.each(['migration', 'ipc'] as const)(
    'are served first come, first served under %s',
    (signalling) => {
      const plan = craftPlan({
        apps: [1, 2, 3].map(() => ({ signalling })),
        costs: { skew_sigma: 2000 },
      });
      let queue: readonly number[] = [];
      let longest = 0;
      for (const { machine } of stepsOf(plan)) {
        const { ready } = machine.cores[0];
        longest = Math.max(longest, ready.length);
        // Whoever stays keeps its place: the old queue less its head is a beginning of the new one.
        const stayed = queue.filter((thread) => ready.includes(thread));
        expect(ready.slice(0, stayed.length)).toEqual(stayed);
        const gone = queue.slice(0, queue.length - stayed.length);
        expect(queue).toEqual([...gone, ...stayed]);
        queue = ready.slice();
      }
      expect(longest).toBeGreaterThan(1);
    },
  );

  it('take turns polling, so each waits longer for its poll and its turn', () => {
    const alone = record(craftPlan({ apps: [{ signalling: 'polling' }] })).summary;
    const shared = record(twoApps('polling')).summary;
    expect(shared.apps[0].totalCycles).toBeGreaterThan(alone.apps[0].totalCycles);
    expect(shared.cores[0].halted).toBe(0);
  });

  it('take turns being served, so that none starves where the Res core is always busy', () => {
    const apps = Array.from({ length: 5 }, () => ({
      signalling: 'polling' as const,
      workload: {
        kind: 'periodic' as const,
        events: 40,
        instructions: 100,
        trap: 'pagefault' as const,
      },
    }));
    const { summary } = record(craftPlan({ apps }));
    const ends = summary.apps.map(({ totalCycles }) => totalCycles);
    expect(Math.max(...ends) / Math.min(...ends)).toBeLessThan(1.1);
  });

  it.each([0, 1, 2])('poller %i of 3 polls every third time, from its own first turn', (app) => {
    // Only this app's traps come; the others compute on for long.
    const workloads = [0, 1, 2].map((id) => ({
      signalling: 'polling' as const,
      workload: {
        kind: 'periodic' as const,
        events: 1,
        instructions: id === app ? 2 * CRAFTED_COMPUTE : 20 * CRAFTED_COMPUTE,
        trap: 'syscall' as const,
      },
    }));
    const plan = craftPlan({ apps: workloads });
    const { poll_period, trap_entry, store, line_local } = plan.costs;
    const visible = CRAFTED_COMPUTE + trap_entry + store + line_local;
    const turn = (poll: number) => (app + 3 * poll) * poll_period;
    let poll = 0;
    while (turn(poll) < visible) poll++;
    const sight = stepsOf(plan).find((step) => step.event.kind === 'post-seen');
    expect(sight?.event.time).toBe(turn(poll));
  });
});
