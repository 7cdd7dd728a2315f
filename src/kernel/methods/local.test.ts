import { expect, it } from 'vitest';
import { CRAFTED_COMPUTE, CRAFTED_COSTS, craftPlan, crafted } from '../../testing/plans.ts';
import type { StepRow } from '../../testing/steps.ts';
import { cyclesOf, kindsIn, kindsOf, rowIn, stepFor, stepsOf } from '../../testing/steps.ts';
import { measureFirstEvent } from '../../testing/first-event.ts';

const plan = craftPlan({ apps: [{ signalling: 'local' }] });
const steps = stepsOf(plan);
const copies = craftPlan({ apps: [{ signalling: 'local', workload: crafted('syscall') }] });
const copySteps = stepsOf(copies);

/** Page faults of the 2012 era: every replica handles its own. */
const ROWS: readonly StepRow[] = [
  {
    title: 'trap C1 R0',
    leads: ['trap-entered C1 R0 after trap_entry'],
    parts: 'trap compute',
    source: '(b) P1, P2; 4.2 A12',
  },
  {
    title: 'trap-entered C2 R1',
    leads: ['entered C2 R1 after mutex'],
    parts: 'signalIn signalIn',
    source: '(b) mode 0 step 1; 4.3 A12 enter()',
  },
  {
    title: 'entered C1 R0',
    leads: [],
    parts: 'wait signalIn',
    source: '(b) mode 0 step 1: not last, sleeps; 4.3 A12',
  },
  {
    title: 'entered C2 R1',
    leads: ['summed C2 R1 >R0 after csum + state_lines*line_local'],
    parts: 'compare compare',
    source: '(b) mode 0 step 2, V1: the last arriver sums on its own core; 4.4 A12',
  },
  {
    title: 'summed C2 R1 >R0',
    leads: ['compared C2 R1 >R1 after csum'],
    parts: 'compare compare',
    source: '(b) V1: its own lines are in its cache',
  },
  {
    title: 'compared C2 R1 >R1',
    leads: ['handled C2 R1 >R1 after observer_dispatch + pf_handle'],
    parts: 'handle handle',
    source: '(b) V2, V4; 4.6 A12',
  },
  {
    title: 'handled C2 R1 >R1',
    leads: ['woken C2 R1 >R0 after irq_trigger + ipi_send'],
    parts: 'handle handle',
    source: '(b) mode 0 step 3; 4.3 A12 resume()',
  },
  {
    title: 'woken C2 R1 >R0',
    leads: ['ipi-arrived C1 R0 WAKE after ipi_latency'],
    parts: 'handle handle',
    source: '(b) mode 0 step 3; 4.9 A12: asynchronous, one IPI',
  },
  {
    title: 'ipi-arrived C1 R0 WAKE',
    leads: ['ipi-handled C1 R0 WAKE after idle_wake + ipi_handler + drq'],
    parts: 'handle handle',
    source: '(b) mode 0 step 3; 4.9 A12: idle cores halt',
  },
  {
    title: 'ipi-handled C1 R0 WAKE',
    leads: ['reentered C1 R0 after ctx_switch + mutex'],
    parts: 'handle handle',
    source: '(b) mode 0 step 3: re-lock; 4.3 A12',
  },
  {
    title: 'reentered C1 R0',
    leads: ['handled C1 R0 >R0 after observer_dispatch + pf_handle'],
    parts: 'handle handle',
    source: '(b) V5 on its own core; 4.6 A12: each replica resolves its own fault',
  },
  {
    title: 'handled C1 R0 >R0',
    leads: ['woken C1 R0 >R1 after irq_trigger + ipi_send'],
    parts: 'signalOut signalOut',
    source: '(b) mode 0 step 4: the last finisher opens the leave barrier; 4.3 A12',
  },
  {
    title: 'woken C1 R0 >R1',
    leads: ['ipi-arrived C2 R1 WAKE after ipi_latency', 'gdt-updated C1 R0 after gdt_set'],
    parts: 'resume signalOut',
    source: '(b) mode 0 steps 4 and 5, S1; 4.2 A12',
  },
  {
    title: 'ipi-handled C2 R1 WAKE',
    leads: ['left C2 R1 after ctx_switch + mutex'],
    parts: 'compute signalOut',
    source: '(b) mode 0 step 4: same wake-up cost',
  },
  {
    title: 'left C2 R1',
    leads: ['gdt-updated C2 R1 after gdt_set'],
    parts: 'compute resume',
    source: '(b) mode 0 step 5, S1; 4.2 A12',
  },
  {
    title: 'gdt-updated C1 R0',
    leads: ['resumed C1 R0 after vcpu_resume'],
    parts: 'resume signalOut',
    source: '(b) S2; 4.2 A12',
  },
  {
    title: 'resumed C1 R0',
    leads: [`trap C1 R0 after ${CRAFTED_COMPUTE}`],
    parts: 'compute signalOut',
    source: '(b) P1 of the next event',
  },
];

/** Calls are handled once; the result is stored and taken over. */
const COPY_ROWS: readonly StepRow[] = [
  {
    title: 'handled C2 R1 >R1',
    leads: ['state-put C2 R1 >R1 after put'],
    parts: 'handle handle',
    source: '(b) V5 replicatable; 4.3 A12 leader_replicate, 4.7 A12',
  },
  {
    title: 'state-put C2 R1 >R1',
    leads: ['woken C2 R1 >R0 after irq_trigger + ipi_send'],
    parts: 'handle handle',
    source: '(b) mode 0 step 3; 4.3 A12',
  },
  {
    title: 'reentered C1 R0',
    leads: ['state-got C1 R0 >R0 after get'],
    parts: 'handle handle',
    source: '(b) V5 replicatable: get; 4.3 A12',
  },
  {
    title: 'state-got C1 R0 >R0',
    leads: ['woken C1 R0 >R1 after irq_trigger + ipi_send'],
    parts: 'signalOut signalOut',
    source: '(b) mode 0 step 4; 4.3 A12',
  },
  {
    title: 'compared C2 R1 >R1',
    leads: ['handled C2 R1 >R1 after observer_dispatch + 4*utcb_copy + ipc_entry + server_time'],
    parts: 'handle handle',
    source: '(b) V4; 4.7 A12: four UTCB copies around one kernel entry',
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

const WAKE = 'irq_trigger + ipi_send';
const WOKEN = 'ipi_latency + idle_wake + ipi_handler + drq + ctx_switch + mutex';
const PAGE = 'observer_dispatch + pf_handle';
const CALL = 'observer_dispatch + 4*utcb_copy + ipc_entry + server_time';

/** (b) mode 0: prefix, mutex, sums, leader, wake-ups, the last sleeper, wake-ups, suffix. */
function eventOf(n: number, leader: string, sleeper: string): string {
  const wakes = Array.from({ length: n - 1 }, () => WAKE).join(' + ');
  const sums = `${n}*csum + ${n - 1}*state_lines*line_local`;
  const last = `${wakes} + ${WOKEN}`;
  return `trap_entry + mutex + ${sums} + ${leader} + ${last} + ${sleeper} + ${last} + gdt_set + vcpu_resume`;
}

it.each([2, 3, 5, 7])('costs what its steps sum to for N = %i', (redundancy) => {
  const fault = craftPlan({
    apps: [{ signalling: 'local', redundancy }],
    machine: { coresPerSocket: 8 },
  });
  expect(measureFirstEvent(fault)).toBe(cyclesOf(fault.costs, eventOf(redundancy, PAGE, PAGE)));
  const call = craftPlan({
    apps: [{ signalling: 'local', redundancy, workload: crafted('syscall') }],
    machine: { coresPerSocket: 8 },
  });
  expect(measureFirstEvent(call)).toBe(
    cyclesOf(call.costs, eventOf(redundancy, `${CALL} + put`, 'get')),
  );
});

it('costs 4 lines and 2 flights more when one of two replicas is a socket away', () => {
  const near = craftPlan({ apps: [{ signalling: 'local', placement: [1, 2] }] });
  const apart = craftPlan({ apps: [{ signalling: 'local', placement: [1, 6] }] });
  const { line_local, line_remote, ipi_remote } = CRAFTED_COSTS as Required<typeof CRAFTED_COSTS>;
  expect(measureFirstEvent(apart) - measureFirstEvent(near)).toBe(
    4 * (line_remote - line_local) + 2 * ipi_remote,
  );
});
