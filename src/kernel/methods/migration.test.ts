import { expect, it } from 'vitest';
import { measureFirstEvent } from '../../testing/first-event.ts';
import { CRAFTED_COMPUTE, CRAFTED_COSTS, craftPlan, crafted } from '../../testing/plans.ts';
import type { StepRow } from '../../testing/steps.ts';
import { cyclesOf, kindsIn, kindsOf, rowIn, stepFor, stepsOf } from '../../testing/steps.ts';

const plan = craftPlan({ apps: [{ signalling: 'migration' }] });
const steps = stepsOf(plan);
const copies = craftPlan({ apps: [{ signalling: 'migration', workload: crafted('syscall') }] });
const copySteps = stepsOf(copies);

/** Both replicas trap at once; C0 is the Res core. */
const ROWS: readonly StepRow[] = [
  {
    title: 'trap C2 R1',
    leads: ['trap-entered C2 R1 after trap_entry'],
    parts: 'trap trap',
    source: '(b) P1, P2; 4.2 A12',
  },
  {
    title: 'trap-entered C1 R0',
    leads: ['migrate-sent C1 R0 after mig_src + ipi_send'],
    parts: 'signalIn trap',
    source: '(b) mode 1 step 1; 4.1 #1 A12, 4.9 A12',
  },
  {
    title: 'migrate-sent C1 R0',
    leads: ['ipi-arrived C0 R0 MIGRATE after ipi_latency'],
    parts: 'signalIn signalIn',
    source: '(b) mode 1 steps 1 and 2; 4.9 A12: one IPI per direction',
  },
  {
    title: 'ipi-arrived C0 R0 MIGRATE',
    leads: ['ipi-handled C0 R0 MIGRATE after idle_wake + ipi_handler'],
    parts: 'signalIn signalIn',
    source: '(b) mode 1 step 2: C0 was halted',
  },
  {
    title: 'ipi-arrived C0 R1 MIGRATE',
    leads: [],
    parts: 'signalIn signalIn',
    source: '(b) mode 1 step 2: waits for the handler that runs',
  },
  {
    title: 'ipi-handled C0 R0 MIGRATE',
    leads: ['ipi-handled C0 R1 MIGRATE after ipi_handler'],
    parts: 'signalIn signalIn',
    source: '(b) mode 1 step 2: C0 is awake by now',
  },
  {
    title: 'ipi-handled C0 R1 MIGRATE',
    leads: ['switched-in C0 R0 after mig_dst + ctx_switch'],
    parts: 'signalIn signalIn',
    source: '(b) mode 1 step 2: arrivals serialise',
  },
  {
    title: 'switched-in C0 R0',
    leads: ['entered C0 R0 after cold_cache/2 + mutex'],
    parts: 'signalIn signalIn',
    source: '(b) mode 1 steps 2 and 3; 5.2 cold_cache shared among the N arrivals',
  },
  {
    title: 'entered C0 R0',
    leads: ['switched-in C0 R1 after mig_dst + ctx_switch'],
    parts: 'wait signalIn',
    source: '(b) mode 1 step 3: not last, sleeps; the next thread has the core',
  },
  {
    title: 'entered C0 R1',
    leads: ['warmed-up C0 R1 after cold_cache/2'],
    parts: 'compare compare',
    source: '(b) mode 1 step 3: last = leader; 5.2 cold_cache half again before voting',
  },
  {
    title: 'warmed-up C0 R1',
    leads: ['summed C0 R1 >R0 after csum'],
    parts: 'compare compare',
    source: '(b) V1, mode 1 step 3: lines are local to the Res core by now',
  },
  {
    title: 'summed C0 R1 >R0',
    leads: ['compared C0 R1 >R1 after csum'],
    parts: 'compare compare',
    source: '(b) V1, V2; 4.4 A12',
  },
  {
    title: 'compared C0 R1 >R1',
    leads: ['handled C0 R1 >R1 after observer_dispatch + pf_handle'],
    parts: 'handle handle',
    source: '(b) V4; 4.6 A12',
  },
  {
    title: 'handled C0 R1 >R1',
    leads: ['woken C0 R1 >R0 after irq_trigger'],
    parts: 'handle handle',
    source: '(b) mode 1 step 4; 4.1 #1 A12: no IPI for wake-ups',
  },
  {
    title: 'woken C0 R1 >R0',
    leads: ['reentered C0 R0 after ctx_switch + mutex'],
    parts: 'handle handle',
    source: '(b) mode 1 step 4: each thread in turn re-locks',
  },
  {
    title: 'reentered C0 R0',
    leads: ['handled C0 R0 >R0 after observer_dispatch + pf_handle'],
    parts: 'handle handle',
    source: '(b) mode 1 step 4, V5: serial on one core',
  },
  {
    title: 'handled C0 R0 >R0',
    leads: ['woken C0 R0 >R1 after irq_trigger'],
    parts: 'signalOut signalOut',
    source: '(b) mode 1 step 5: the last opens the leave barrier, no IPI',
  },
  {
    title: 'woken C0 R0 >R1',
    leads: ['gdt-updated C0 R0 after gdt_set'],
    parts: 'signalOut signalOut',
    source: '(b) mode 1 step 6: the last finisher runs on; 4.2 A12',
  },
  {
    title: 'gdt-updated C0 R0',
    leads: ['migrate-sent C0 R0 after mig_src + ipi_send'],
    parts: 'signalOut signalOut',
    source: '(b) mode 1 step 6; 4.1 #1 A12',
  },
  {
    title: 'migrate-sent C0 R0',
    leads: ['ipi-arrived C1 R0 MIGRATE after ipi_latency', 'left C0 R1 after ctx_switch'],
    parts: 'signalOut signalOut',
    source: '(b) mode 1 steps 6 and 7: the next thread has the core',
  },
  {
    title: 'left C0 R1',
    leads: ['gdt-updated C0 R1 after gdt_set'],
    parts: 'signalOut signalOut',
    source: '(b) mode 1 step 6',
  },
  {
    title: 'ipi-handled C1 R0 MIGRATE',
    leads: ['woke-up C1 R0 after mig_dst + cold_cache/2'],
    parts: 'signalOut signalOut',
    source: '(b) mode 1 step 7; 5.2 cold_cache half per return',
  },
  {
    title: 'woke-up C1 R0',
    leads: ['resumed C1 R0 after vcpu_resume'],
    parts: 'resume signalOut',
    source: '(b) mode 1 step 7, S2',
  },
  {
    title: 'resumed C2 R1',
    leads: [`trap C2 R1 after ${CRAFTED_COMPUTE}`],
    parts: 'compute compute',
    source: '(b) P1 of the next event',
  },
];

const COPY_ROWS: readonly StepRow[] = [
  {
    title: 'handled C0 R1 >R1',
    leads: ['state-put C0 R1 >R1 after put'],
    parts: 'handle handle',
    source: '(b) V5 replicatable; 4.3 A12',
  },
  {
    title: 'state-put C0 R1 >R1',
    leads: ['woken C0 R1 >R0 after irq_trigger'],
    parts: 'handle handle',
    source: '(b) mode 1 step 4',
  },
  {
    title: 'reentered C0 R0',
    leads: ['state-got C0 R0 >R0 after get'],
    parts: 'handle handle',
    source: '(b) V5 replicatable: get; 4.3 A12',
  },
  {
    title: 'state-got C0 R0 >R0',
    leads: ['woken C0 R0 >R1 after irq_trigger'],
    parts: 'signalOut signalOut',
    source: '(b) mode 1 step 5',
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

const PAGE = 'observer_dispatch + pf_handle';
const CALL = 'observer_dispatch + 4*utcb_copy + ipc_entry + server_time';
const HALTED_HANDLER = 'ipi_latency + idle_wake + ipi_handler';

/** (b) mode 1: everything between the two migrations is serial on C0. */
function eventOf(n: number, leader: string, sleeper: string): string {
  return [
    'trap_entry + mig_src + ipi_send',
    `${HALTED_HANDLER} + ${n - 1}*ipi_handler`,
    `${n}*mig_dst + ${n}*ctx_switch + cold_cache + ${n}*mutex`,
    `cold_cache/2 + ${n}*csum + ${leader}`,
    ...Array.from({ length: n - 1 }, () => `irq_trigger + ctx_switch + mutex + ${sleeper}`),
    `${n - 1}*irq_trigger + ${n - 1}*ctx_switch`,
    `${n}*gdt_set + ${n}*mig_src + ${n}*ipi_send`,
    `${HALTED_HANDLER} + mig_dst + cold_cache/2 + vcpu_resume`,
  ].join(' + ');
}

it.each([2, 3, 5, 7])('costs what its steps sum to for N = %i', (redundancy) => {
  const fault = craftPlan({
    apps: [{ signalling: 'migration', redundancy }],
    machine: { coresPerSocket: 8 },
  });
  expect(measureFirstEvent(fault)).toBe(cyclesOf(fault.costs, eventOf(redundancy, PAGE, PAGE)));
  const call = craftPlan({
    apps: [{ signalling: 'migration', redundancy, workload: crafted('syscall') }],
    machine: { coresPerSocket: 8 },
  });
  expect(measureFirstEvent(call)).toBe(
    cyclesOf(call.costs, eventOf(redundancy, `${CALL} + put`, 'get')),
  );
});

it.each([2, 3])(
  'costs two flights and N+1 fetched states more a socket away, N = %i',
  (redundancy) => {
    const [near, far] = (['same-socket', 'other-socket'] as const).map((placement) =>
      measureFirstEvent(craftPlan({ apps: [{ signalling: 'migration', redundancy, placement }] })),
    ) as [number, number];
    const { line_local, line_remote, ipi_remote } = CRAFTED_COSTS as Required<typeof CRAFTED_COSTS>;
    expect(far - near).toBe(2 * ipi_remote + (redundancy + 1) * 4 * (line_remote - line_local));
  },
);
