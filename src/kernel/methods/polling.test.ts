import { expect, it } from 'vitest';
import { createMachine } from '../create.ts';
import { record } from '../../testing/runs.ts';
import { measureFirstEvent } from '../../testing/first-event.ts';
import { CRAFTED_COMPUTE, CRAFTED_COSTS, craftPlan, crafted } from '../../testing/plans.ts';
import type { StepRow } from '../../testing/steps.ts';
import { cyclesOf, kindsIn, kindsOf, rowIn, stepFor, stepsOf } from '../../testing/steps.ts';

/** With a poll in every cycle the phase of a poll loop plays no part. */
const costs = { poll_period: 1 };
const plan = craftPlan({ apps: [{ signalling: 'polling' }], costs });
const steps = stepsOf(plan);
const copies = craftPlan({
  apps: [{ signalling: 'polling', workload: crafted('syscall') }],
  costs,
});
const copySteps = stepsOf(copies);

/** Both replicas trap at once; Romain (M) polls on C0. */
const ROWS: readonly StepRow[] = [
  {
    title: 'trap C1 R0',
    leads: ['trap-entered C1 R0 after trap_entry'],
    parts: 'trap compute',
    source: '(b) P1, P2; 4.2 A12',
  },
  {
    title: 'trap-entered C1 R0',
    leads: ['posted C1 R0 after store'],
    parts: 'signalIn trap',
    source: '(b) mode 3 step 1; 4.1 #3 A12',
  },
  {
    title: 'posted C1 R0',
    leads: ['post-visible C0 R0 after line_local'],
    parts: 'signalIn signalIn',
    source: '(b) mode 3 steps 1 and 2: then it polls its slot',
  },
  {
    title: 'post-visible C0 R0',
    leads: ['post-seen C0 M >R0 after 0'],
    parts: 'signalIn signalIn',
    source: '(b) mode 3 step 2: the next poll of slot 0 sees it',
  },
  {
    title: 'post-visible C0 R1',
    leads: [],
    parts: 'signalIn wait',
    source: '(b) mode 3 step 2: slot 1 is looked at after slot 0; 4.1 #3 A12 index order',
  },
  {
    title: 'post-seen C0 M >R0',
    leads: ['summed C0 M >R0 after csum + state_lines*line_local'],
    parts: 'compare compare',
    source: '(b) mode 3 steps 2 and 3, V1; 4.1 #3 N12: sums in both builds',
  },
  {
    title: 'summed C0 M >R0',
    leads: ['compared C0 M >R1 after csum + state_lines*line_local'],
    parts: 'compare compare',
    source: '(b) mode 3 step 3, V1, V2',
  },
  {
    title: 'compared C0 M >R1',
    leads: ['handled C0 M >R0 after observer_dispatch + pf_handle'],
    parts: 'handle handle',
    source: '(b) mode 3 step 3: leader = replica 0; 4.1 #3 A12',
  },
  {
    title: 'handled C0 M >R0',
    leads: ['handled C0 M >R1 after observer_dispatch + pf_handle'],
    parts: 'handle handle',
    source: '(b) mode 3 step 3, V5: serially on C0',
  },
  {
    title: 'handled C0 M >R1',
    leads: ['gdt-updated C0 M >R0 after gdt_set'],
    parts: 'signalOut signalOut',
    source: '(b) mode 3 step 4; 4.1 #3 A12',
  },
  {
    title: 'gdt-updated C0 M >R0',
    leads: ['released C0 M >R0 after store'],
    parts: 'signalOut signalOut',
    source: '(b) mode 3 step 4; 4.1 #3 A12: slot by slot',
  },
  {
    title: 'released C0 M >R0',
    leads: ['release-seen C1 R0 after line_local', 'gdt-updated C0 M >R1 after gdt_set'],
    parts: 'signalOut signalOut',
    source: '(b) mode 3 steps 4 and 5',
  },
  {
    title: 'release-seen C1 R0',
    leads: ['gdt-updated C1 R0 after gdt_set'],
    parts: 'resume signalOut',
    source: '(b) mode 3 step 5, S1; 4.2 A12',
  },
  {
    title: 'gdt-updated C1 R0',
    leads: ['resumed C1 R0 after vcpu_resume'],
    parts: 'resume signalOut',
    source: '(b) mode 3 step 5, S2',
  },
  {
    title: 'resumed C1 R0',
    leads: [`trap C1 R0 after ${CRAFTED_COMPUTE}`],
    parts: 'compute resume',
    source: '(b) P1 of the next event',
  },
];

const COPY_ROWS: readonly StepRow[] = [
  {
    title: 'handled C0 M >R0',
    leads: ['state-put C0 M >R0 after put'],
    parts: 'handle handle',
    source: '(b) V5 replicatable; 4.1 A12',
  },
  {
    title: 'state-put C0 M >R0',
    leads: ['state-got C0 M >R1 after get'],
    parts: 'handle handle',
    source: '(b) V5 replicatable; 4.1 A12',
  },
  {
    title: 'state-got C0 M >R1',
    leads: ['gdt-updated C0 M >R0 after gdt_set'],
    parts: 'signalOut signalOut',
    source: '(b) mode 3 step 4',
  },
];

it.each(ROWS)('does as the facts say at $title ($source)', (row) => {
  expect(stepFor(steps, row)).toEqual(rowIn(plan, row));
});

it.each(COPY_ROWS)('does as the facts say at $title of a call ($source)', (row) => {
  expect(stepFor(copySteps, row)).toEqual(rowIn(copies, row));
});

it('has a row for every kind of step it makes', () => {
  expect(kindsIn([...ROWS, ...COPY_ROWS])).toEqual(kindsOf([...steps, ...copySteps]));
});

/** (b) mode 3 where every poll sees at once what is there. */
function eventOf(n: number, handling: string): string {
  return [
    `trap_entry + store + line_local + ${n}*csum + ${n}*state_lines*line_local`,
    handling,
    `${n}*gdt_set + ${n}*store + line_local + gdt_set + vcpu_resume`,
  ].join(' + ');
}

it.each([2, 3, 5, 7])('costs what its steps sum to for N = %i', (redundancy) => {
  const machine = { coresPerSocket: 8 };
  const fault = craftPlan({ apps: [{ signalling: 'polling', redundancy }], machine, costs });
  const pages = `${redundancy}*observer_dispatch + ${redundancy}*pf_handle`;
  expect(measureFirstEvent(fault)).toBe(cyclesOf(fault.costs, eventOf(redundancy, pages)));
  const workload = crafted('syscall');
  const call = craftPlan({
    apps: [{ signalling: 'polling', redundancy, workload }],
    machine,
    costs,
  });
  const proxied = `observer_dispatch + 4*utcb_copy + ipc_entry + server_time + put + ${redundancy - 1}*get`;
  expect(measureFirstEvent(call)).toBe(cyclesOf(call.costs, eventOf(redundancy, proxied)));
});

it.each([2, 3])(
  'costs N+1 stores, N sums and 2 line transfers more a socket away, N = %i',
  (redundancy) => {
    const [near, far] = (['same-socket', 'other-socket'] as const).map((placement) =>
      measureFirstEvent(
        craftPlan({ apps: [{ signalling: 'polling', redundancy, placement }], costs }),
      ),
    ) as [number, number];
    const { line_local, line_remote } = CRAFTED_COSTS as Required<typeof CRAFTED_COSTS>;
    expect(far - near).toBe((redundancy + 1 + 4 * redundancy + 2) * (line_remote - line_local));
  },
);

it.each([1, 7, 350, 4001])(
  'sees a store at the first poll of its loop, period %i',
  (poll_period) => {
    const phased = craftPlan({ apps: [{ signalling: 'polling' }], costs: { poll_period } });
    const { trap_entry, store, line_local } = phased.costs;
    const posted = CRAFTED_COMPUTE + trap_entry + store;
    const all = stepsOf(phased);
    const timeOf = (title: string) => all.find((step) => step.title === title)?.event.time;
    // Romain's loop began with the run, a replica's when it had posted.
    expect(timeOf('post-seen C0 M >R0')).toBe(
      Math.ceil((posted + line_local) / poll_period) * poll_period,
    );
    const visible = timeOf('released C0 M >R0')! + line_local;
    expect(timeOf('release-seen C1 R0')).toBe(
      posted + Math.ceil((visible - posted) / poll_period) * poll_period,
    );
  },
);

it.each([1, 2, 3])('counts a poll at each start of a loop and one per period, %i apps', (apps) => {
  const own = { signalling: 'polling', workload: crafted('syscall', 1) } as const;
  const phased = craftPlan({ apps: Array.from({ length: apps }, () => own) });
  let polls = 0;
  let before = createMachine(phased).cores;
  for (const { machine } of stepsOf(phased)) {
    machine.cores.forEach(({ pollSince }, core) => {
      const since = before[core].pollSince;
      if (since === -1 || since === pollSince) return;
      polls += Math.floor((machine.now - since) / phased.costs.poll_period) + 1;
    });
    before = machine.cores;
  }
  expect(before.every((core) => core.pollSince === -1)).toBe(true);
  expect(record(phased).summary.polls).toBe(polls);
});
