import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { SIGNALLING_METHODS } from '../base/vocabulary.ts';
import { arbitraryFaulty } from '../testing/arbitrary-faults.ts';
import { arbitraryRunnable } from '../testing/arbitrary-runnable.ts';
import { CRAFTED_COMPUTE, craftPlan, planOf } from '../testing/plans.ts';
import { record } from '../testing/runs.ts';
import { crowded, sharingPlan } from '../testing/sharing.ts';
import { SILENT, stepsOf } from '../testing/steps.ts';
import type { Step } from '../testing/steps.ts';
import { ACTIVITIES } from './activities.ts';
import type { Costs } from './costs.ts';
import { createMachine } from './create.ts';
import type { Core, Machine } from './machine.ts';
import type { MachinePlan } from './plan.ts';
import { advance, isEnded } from './reducer.ts';
import { HANDLED } from './trace-sink.ts';
import { FOREVER } from './work.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 120_000 });

/** Applications that share cores, with slices so short that they matter. */
const shared = fc
  .tuple(arbitraryRunnable(), fc.nat())
  .map(([{ scenario }, pick]) => crowded(scenario, pick))
  .filter(({ apps }) => apps.length > 1);

/** The same without skew, so that nothing is drawn in an order that depends on who runs first. */
const steady = shared.map((scenario) => ({
  ...scenario,
  costs: { ...scenario.costs, overrides: { ...scenario.costs.overrides, skew_sigma: 0 } },
  costChanges: [],
}));

const faulty = fc
  .nat()
  .chain((pick) => arbitraryFaulty({ change: (scenario) => crowded(scenario, pick) }));

/** Calls `look` with every state of the run. */
function watch(plan: MachinePlan, look: (machine: Machine) => void): Machine {
  let machine = createMachine(plan);
  look(machine);
  while (!isEnded(machine)) {
    const { steps } = machine;
    machine = advance(plan, machine, { steps: steps + 1 });
    if (machine.steps === steps) break;
    look(machine);
  }
  return machine;
}

const homes = (plan: MachinePlan): number[] =>
  plan.shared.flatMap((isShared, core) => (isShared ? [core] : []));

/** Cores that replicas of several applications share: what always holds of them. */
function expectOrder(plan: MachinePlan, machine: Machine): void {
  const seen = new Set<number>();
  for (const id of homes(plan)) {
    const c = machine.cores[id];
    const here = c.thread === -1 ? c.ready : [c.thread, ...c.ready];
    for (const thread of here) {
      expect(seen.has(thread)).toBe(false);
      seen.add(thread);
      expect(plan.threads[thread].home).toBe(id);
    }
    if (c.stopped) continue;
    const idle = ACTIVITIES[c.activity].mode === 'halted';
    expect({ idle: idle && c.handler === -1, ready: c.ready }).toEqual({
      idle: idle && c.handler === -1,
      ready: idle && c.handler === -1 ? [] : c.ready,
    });
    expectTimer(plan, machine, id);
  }
}

/** Somebody computes while others could: then a timer is set, within a slice from now. */
function expectTimer(plan: MachinePlan, machine: Machine, id: number): void {
  const c = machine.cores[id];
  if (c.thread === -1 || c.pollSince !== -1 || c.kind === 'switched-to') return;
  if (!c.ready.some((thread) => isFinite(machine, thread))) return;
  const timer = machine.queue.find(
    ({ kind, core, token }) => kind === 'slice-ended' && core === id && token === c.turn,
  );
  expect(timer).toBeDefined();
  // Costs may have changed since it was set.
  if (plan.phases.length > 0) return;
  expect((timer?.time ?? 0) - machine.now).toBeLessThanOrEqual(plan.costs.time_slice);
}

function isFinite({ threads }: Machine, thread: number): boolean {
  const { kind, cycles } = threads[thread];
  return kind !== 'yielded' && cycles !== FOREVER;
}

describe('a core that applications share', () => {
  it('runs one of them at a time, is never idle while one is ready, and ends every slice', () => {
    let looked = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          shared.map((scenario) => planOf(scenario)),
          faulty.map(({ plan }) => plan),
        ),
        (plan) => {
          watch(plan, (machine) => {
            expectOrder(plan, machine);
            looked += homes(plan).length;
          });
        },
      ),
      { numRuns: 25 },
    );
    expect(looked).toBeGreaterThan(500);
  });

  it('brings every application to its end, with the user code that it has alone', () => {
    fc.assert(
      fc.property(steady, (scenario) => {
        const plan = planOf(scenario);
        const { summary } = record(plan);
        for (const app of summary.apps) {
          expect(app.completedEvents).toBe(plan.apps[app.id].program.length);
          const nominal = plan.apps[app.id].program.cycles.reduce((a, b) => a + b, 0);
          // A driver without Romain accesses its device in user code.
          if (plan.apps[app.id].device !== null) continue;
          for (const { breakdown } of app.replicas) expect(breakdown.compute).toBe(nominal);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('lets every application do outside what it does alone, in the same order', () => {
    fc.assert(
      fc.property(steady, (scenario) => {
        const together = outputs(planOf(scenario));
        scenario.apps.forEach((app, id) => {
          expect(together[id]).toEqual(outputs(planOf({ ...scenario, apps: [app] }))[0]);
        });
      }),
      { numRuns: 40 },
    );
  });
});

/** What each app had handled: number of the event, trap of the leader, and what its device saw. */
function outputs(plan: MachinePlan): unknown[] {
  const handled: string[][] = plan.apps.map(() => []);
  let last = createMachine(plan);
  last = advance(
    plan,
    last,
    {},
    {
      ...SILENT,
      step: () => undefined,
      milestone: (machine, app, event, milestone) => {
        if (milestone !== HANDLED) return;
        const { leader } = machine.apps[app];
        handled[app].push(`${event} ${machine.replicas[app][Math.max(0, leader)].raised}`);
      },
    },
  );
  return plan.apps.map(({ id }) => {
    const { device } = last.apps[id];
    const seen = device === null ? [] : [device.reads, device.writes, device.interrupts];
    return [handled[id], seen];
  });
}

/** Two plain L4 applications on core 1: three segments and an exit each. */
function natives(costs: Partial<Costs>): MachinePlan {
  const app = { redundancy: 'native', placement: [1] } as const;
  return craftPlan({ apps: [app, app], costs });
}

const COMPUTE = CRAFTED_COMPUTE;

/** A program of one page fault after so many cycles. */
const segment = (cycles: number) =>
  ({ kind: 'periodic', events: 1, instructions: 2 * cycles, trap: 'pagefault' }) as const;

const turns = (steps: readonly Step[]) =>
  steps
    .filter(({ event }) => event.kind === 'slice-ended' || event.kind === 'switched-to')
    .map(({ event }) => `${event.time} ${event.kind} ${event.thread}`);

describe('a time slice', () => {
  it('ends the turn of a thread that computes, and the others come in turn', () => {
    const plan = natives({ time_slice: 400_000, core_switch: 1000 });
    expect(turns(stepsOf(plan)).slice(0, 6)).toEqual([
      '400000 slice-ended 0',
      '401000 switched-to 1',
      '801000 slice-ended 1',
      '802000 switched-to 0',
      '1202000 slice-ended 0',
      '1203000 switched-to 1',
    ]);
  });

  it('loses nothing: the run lasts as long as the work and its switches', () => {
    const plan = natives({ time_slice: 400_000, core_switch: 1000 });
    const { summary, events } = record(plan);
    const switches = stepsOf(plan).filter(({ event }) => event.kind === 'switched-to').length;
    const native = plan.apps.reduce((sum, app) => sum + (app.nativeAt.at(-1) ?? 0), 0);
    expect(summary.totalCycles).toBe(native + switches * 1000);
    expect(events.length).toBeGreaterThan(0);
  });

  it('is not measured while nobody else could run', () => {
    const plan = craftPlan({
      apps: [
        { redundancy: 'native', placement: [1] },
        {
          redundancy: 'native',
          placement: [1],
          workload: { kind: 'periodic', events: 1, instructions: 2000, trap: 'pagefault' },
        },
      ],
      costs: { time_slice: 400_000 },
    });
    const ended = stepsOf(plan).filter(({ event }) => event.kind === 'slice-ended');
    expect(ended).toHaveLength(1);
  });

  it('goes on where it was left when a thread was blocked meanwhile', () => {
    // Each event blocks the replica of the first app; the other app computes for ever in comparison.
    const hog = {
      kind: 'periodic',
      events: 1,
      instructions: 200 * COMPUTE,
      trap: 'pagefault',
    } as const;
    const plan = craftPlan({
      apps: [
        { signalling: 'ipc', placement: [1, 2] },
        { redundancy: 'native', placement: [1], workload: hog },
      ],
      costs: { time_slice: 1_500_000, core_switch: 1000 },
    });
    const first = stepsOf(plan).find(
      ({ event }) => event.kind === 'slice-ended' && event.thread === 0,
    );
    const used = first?.machine.cores[1] as Core;
    expect(used.turnSince).toBeGreaterThan(0);
    // One segment and what it takes to send a CALL, then half a segment.
    expect(first?.machine.replicas[0][0].segment).toBe(1);
  });
});

describe('a replica that signals on a shared core', () => {
  it.each(SIGNALLING_METHODS)('gives it to the other application under %s', (signalling) => {
    const { summary } = record(sharingPlan(signalling));
    const alone = record(craftPlan({ apps: [{ signalling, placement: [1, 2] }] })).summary;
    const { totalCycles } = summary;
    // Two applications take less than twice the time, since one computes while the other signals.
    expect(totalCycles).toBeGreaterThan(alone.totalCycles * 1.5);
    expect(totalCycles).toBeLessThan(alone.totalCycles * 2.2);
    for (const app of summary.apps) expect(app.breakdown.queue).toBeGreaterThan(0);
  });
});

describe('polling on a shared core', () => {
  it('yields after one poll while somebody else computes', () => {
    const plan = sharingPlan('polling');
    for (const [i, step] of stepsOf(plan).entries()) {
      if (step.event.kind !== 'yielded') continue;
      const before = stepsOf(plan)[i - 1].machine.cores[step.event.core];
      expect(step.event.time - before.pollSince).toBe(plan.costs.poll_period);
    }
  });

  it('goes round by arithmetic where all poll, at the instants at which each would poll', () => {
    // R0 of both apps wait on core 1 for their R1, which others keep waiting on cores 2 and 3.
    const hog = { redundancy: 'native', workload: segment(5 * COMPUTE) } as const;
    const polling = { signalling: 'polling', workload: segment(COMPUTE) } as const;
    const plan = craftPlan({
      apps: [
        { ...hog, placement: [2] },
        { ...hog, placement: [3] },
        { ...polling, placement: [1, 2] },
        { ...polling, placement: [1, 3] },
      ],
      costs: { core_switch: 1000, time_slice: 3 * COMPUTE },
    });
    const { poll_period } = plan.costs;
    const steps = stepsOf(plan);
    let found = 0;
    steps.forEach((step, i) => {
      if (step.event.kind !== 'release-seen' || i === 0) return;
      const before = steps[i - 1].machine.cores[step.event.core];
      if (!before.rotating) return;
      found++;
      const members = [before.thread, ...before.ready];
      const turn = 1000 + poll_period;
      const first = before.pollSince + 1000 + members.indexOf(step.event.thread) * turn;
      expect((step.event.time - first) % (members.length * turn)).toBe(0);
      const visible = steps
        .slice(0, i)
        .findLast(
          ({ event }) => event.kind === 'release-visible' && event.thread === step.event.thread,
        );
      expect(step.event.time - (visible?.event.time ?? 0)).toBeLessThan(members.length * turn);
    });
    expect(found).toBeGreaterThan(0);
  });
});

describe('a fault on a shared core', () => {
  const app = { signalling: 'local', placement: [1, 2] } as const;

  it('that stops one application leaves the core to the other', () => {
    const { summary } = record(
      craftPlan({
        apps: [app, app],
        costs: { time_slice: COMPUTE / 10 },
        faults: [
          {
            at: { event: 1 },
            app: 0,
            replica: 1,
            target: 'gpr',
            fate: 'stays',
            register: 'bx',
            bit: 3,
          },
        ],
      }),
    );
    const [hit, other] = summary.apps;
    expect([hit.stop, hit.completedEvents]).toEqual(['fail-stop', 1]);
    expect([other.outcome, other.completedEvents]).toEqual(['completed', 4]);
  });

  it('that stops the core stops whoever lives there, and is of the application named', () => {
    const { summary, incidents } = record(
      craftPlan({
        apps: [app, app],
        costs: { time_slice: COMPUTE / 10 },
        faults: [
          { at: { cycle: COMPUTE / 2 }, app: 1, replica: 0, target: 'core', mode: 'stop', core: 2 },
        ],
      }),
    );
    expect(summary.apps.map(({ outcome }) => outcome)).toEqual(['hang', 'hang']);
    const stopped = incidents.find(({ kind }) => kind === 'core-stopped');
    expect(stopped).toMatchObject({ app: 1, replica: 1, at: 2 });
  });

  it('that makes a replica loop for ever takes half of the core, and no more', () => {
    const { summary } = record(
      craftPlan({
        apps: [app, { ...app, redundancy: 'native', placement: [1] }],
        costs: { time_slice: COMPUTE / 10, core_switch: 0 },
        faults: [
          {
            at: { cycle: 1000 },
            app: 0,
            replica: 0,
            target: 'gpr',
            fate: 'hang',
            register: 'ip',
            bit: 3,
          },
        ],
      }),
    );
    const [hung, other] = summary.apps;
    expect(hung.outcome).toBe('hang');
    expect(other.outcome).toBe('completed');
    expect(other.totalCycles / other.nativeCycles).toBeCloseTo(2, 1);
  });
});
