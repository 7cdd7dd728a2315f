import { expect, it } from 'vitest';
import { measureFirstEvent } from '../../testing/first-event.ts';
import { CRAFTED_COMPUTE, CRAFTED_COSTS, craftPlan, crafted } from '../../testing/plans.ts';
import type { StepRow } from '../../testing/steps.ts';
import { cyclesOf, kindsIn, kindsOf, rowIn, stepFor, stepsOf } from '../../testing/steps.ts';

const plan = craftPlan({ apps: [{ signalling: 'ipc' }] });
const steps = stepsOf(plan);
const copies = craftPlan({ apps: [{ signalling: 'ipc', workload: crafted('syscall') }] });
const copySteps = stepsOf(copies);

/** Both replicas trap at once: the CALL of R1 finds Romain (M, on C0) busy. */
const ROWS: readonly StepRow[] = [
  {
    title: 'trap C1 R0',
    leads: ['trap-entered C1 R0 after trap_entry'],
    parts: 'trap compute',
    source: '(b) P1, P2; 4.2 A12',
  },
  {
    title: 'trap-entered C1 R0',
    leads: ['call-built C1 R0 after ipc_entry'],
    parts: 'signalIn trap',
    source: '(b) mode 2 step 1; 4.1 #2 A12 notify()',
  },
  {
    title: 'call-built C1 R0',
    leads: ['call-sent C1 R0 after drq + ipi_send'],
    parts: 'signalIn signalIn',
    source: '(b) mode 2 step 1; 4.9 A12 remote request',
  },
  {
    title: 'call-sent C1 R0',
    leads: ['ipi-arrived C0 R0 CALL after ipi_latency'],
    parts: 'signalIn signalIn',
    source: '(b) mode 2 steps 1 and 2',
  },
  {
    title: 'ipi-arrived C0 R0 CALL',
    leads: ['ipi-handled C0 R0 CALL after idle_wake + ipi_handler + drq + ipi_send'],
    parts: 'signalIn signalIn',
    source: '(b) mode 2 step 2: C0 halts in the open wait; 4.9 A12: the handler answers',
  },
  {
    title: 'ipi-handled C0 R0 CALL',
    leads: [
      'ipi-arrived C1 R0 ANSWER after ipi_latency',
      'ipi-handled C0 R1 CALL after ipi_handler + drq + ipi_send',
    ],
    parts: 'signalIn signalIn',
    source: '(b) mode 2 step 2: answer to C1 (2 IPIs); 4.9 A12',
  },
  {
    title: 'ipi-handled C0 R1 CALL',
    leads: ['ipi-arrived C2 R1 ANSWER after ipi_latency', 'call-taken C0 M >R0 after ctx_switch'],
    parts: 'signalIn signalIn',
    source: '(b) mode 2 step 2: R1 is queued; Romain is switched in for R0',
  },
  {
    title: 'ipi-arrived C1 R0 ANSWER',
    leads: ['ipi-handled C1 R0 ANSWER after idle_wake + ipi_handler'],
    parts: 'signalIn signalIn',
    source: '(b) mode 2 step 2: R0 is now in receive',
  },
  {
    title: 'ipi-handled C1 R0 ANSWER',
    leads: [],
    parts: 'signalIn signalIn',
    source: '(b) mode 2 step 1: blocked, C1 halts again',
  },
  {
    title: 'call-taken C0 M >R0',
    leads: ['summed C0 M >R0 after csum + state_lines*line_local'],
    parts: 'wait signalIn',
    source: '(b) mode 2 step 3: V1 at once; 4.1 #2 A12',
  },
  {
    title: 'summed C0 M >R0',
    leads: ['wait-entered C0 M after ipc_entry'],
    parts: 'wait signalIn',
    source: '(b) mode 2 step 3: waits again',
  },
  {
    title: 'wait-entered C0 M',
    leads: ['handshake-sent C0 M >R1 after ipi_send'],
    parts: 'wait signalIn',
    source: '(b) mode 2 step 2, M busy; 4.9 A12 drq_state_change',
  },
  {
    title: 'handshake-sent C0 M >R1',
    leads: ['ipi-arrived C2 R1 HANDSHAKE after ipi_latency'],
    parts: 'wait signalIn',
    source: '(b) mode 2 step 2, M busy: M is blocked',
  },
  {
    title: 'ipi-arrived C2 R1 HANDSHAKE',
    leads: ['ipi-handled C2 R1 HANDSHAKE after idle_wake + ipi_handler + drq + ipi_send'],
    parts: 'wait signalIn',
    source: '(b) mode 2 step 2, M busy: 2 further IPIs',
  },
  {
    title: 'ipi-handled C2 R1 HANDSHAKE',
    leads: ['ipi-arrived C0 R1 ANSWER after ipi_latency'],
    parts: 'wait signalIn',
    source: '(b) mode 2 step 2, M busy',
  },
  {
    title: 'ipi-handled C0 R1 ANSWER',
    leads: ['call-taken C0 M >R1 after 0'],
    parts: 'wait signalIn',
    source: '(b) mode 2 step 2, M busy: M goes on, no other thread ran',
  },
  {
    title: 'call-taken C0 M >R1',
    leads: ['compared C0 M >R1 after csum + state_lines*line_local'],
    parts: 'compare compare',
    source: '(b) mode 2 steps 3 and 4: the last arriver completes the vote',
  },
  {
    title: 'compared C0 M >R1',
    leads: ['handled C0 M >R0 after observer_dispatch + pf_handle'],
    parts: 'handle handle',
    source: '(b) mode 2 step 4: leader = first arriver; 4.1 #2 A12',
  },
  {
    title: 'handled C0 M >R0',
    leads: ['handled C0 M >R1 after observer_dispatch + pf_handle'],
    parts: 'handle handle',
    source: '(b) mode 2 step 4, V5: serially on C0; 4.1 #2 A12',
  },
  {
    title: 'handled C0 M >R1',
    leads: ['gdt-updated C0 M >R0 after gdt_set'],
    parts: 'signalOut signalOut',
    source: '(b) mode 2 step 5; 4.1 #2 A12: GDT on behalf of the replica',
  },
  {
    title: 'gdt-updated C0 M >R0',
    leads: ['notify-sent C0 M >R0 after ipc_entry + ipi_send'],
    parts: 'signalOut signalOut',
    source: '(b) mode 2 step 5; 4.1 #2 A12: a plain send',
  },
  {
    title: 'notify-sent C0 M >R0',
    leads: ['ipi-arrived C1 R0 NOTIFY after ipi_latency'],
    parts: 'signalOut signalOut',
    source: '(b) mode 2 step 5',
  },
  {
    title: 'ipi-arrived C1 R0 NOTIFY',
    leads: ['ipi-handled C1 R0 NOTIFY after idle_wake + ipi_handler + drq + ipi_send'],
    parts: 'signalOut signalOut',
    source: '(b) mode 2 step 5; 4.9 A12',
  },
  {
    title: 'ipi-handled C1 R0 NOTIFY',
    leads: ['ipi-arrived C0 R0 ANSWER after ipi_latency', 'woke-up C1 R0 after ctx_switch'],
    parts: 'signalOut signalOut',
    source: '(b) mode 2 steps 5 and 6: answer IPI to C0',
  },
  {
    title: 'woke-up C1 R0',
    leads: ['gdt-updated C1 R0 after gdt_set'],
    parts: 'resume signalOut',
    source: '(b) mode 2 step 6, S1; 4.1 #2 A12: 2N GDT calls per event',
  },
  {
    title: 'ipi-arrived C0 R0 ANSWER',
    leads: ['ipi-handled C0 R0 ANSWER after idle_wake + ipi_handler'],
    parts: 'resume signalOut',
    source: '(b) mode 2 step 5: M is blocked until the answer',
  },
  {
    title: 'ipi-handled C0 R0 ANSWER',
    leads: ['gdt-updated C0 M >R1 after gdt_set'],
    parts: 'resume signalOut',
    source: '(b) mode 2 step 5: only then the next replica',
  },
  {
    title: 'ipi-handled C0 R1 ANSWER',
    nth: 2,
    leads: ['wait-entered C0 M after ipc_entry'],
    parts: 'compute resume',
    source: '(b) mode 2 step 3 of the next event',
  },
  {
    title: 'wait-entered C0 M',
    nth: 2,
    leads: [],
    parts: 'compute resume',
    source: '(b) mode 2 step 2: M in open wait, C0 halts',
  },
  {
    title: 'gdt-updated C1 R0',
    leads: ['resumed C1 R0 after vcpu_resume'],
    parts: 'resume signalOut',
    source: '(b) mode 2 step 6, S2',
  },
  {
    title: 'resumed C1 R0',
    leads: [`trap C1 R0 after ${CRAFTED_COMPUTE}`],
    parts: 'compute signalOut',
    source: '(b) P1 of the next event',
  },
];

const COPY_ROWS: readonly StepRow[] = [
  {
    title: 'handled C0 M >R0',
    leads: ['state-put C0 M >R0 after put'],
    parts: 'handle handle',
    source: '(b) V5 replicatable; 4.1 #2 A12: put once',
  },
  {
    title: 'state-put C0 M >R0',
    leads: ['state-got C0 M >R1 after get'],
    parts: 'handle handle',
    source: '(b) V5 replicatable; 4.1 #2 A12: get N-1 times',
  },
  {
    title: 'state-got C0 M >R1',
    leads: ['gdt-updated C0 M >R0 after gdt_set'],
    parts: 'signalOut signalOut',
    source: '(b) mode 2 step 5',
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

const SUM = 'csum + state_lines*line_local';
const REQUEST = 'ipi_send + ipi_latency + idle_wake + ipi_handler + drq';
const ANSWER = 'ipi_send + ipi_latency + idle_wake + ipi_handler';

/** (b) mode 2 with simultaneous arrivals: N-1 handshakes, then N releases a round trip apart. */
function eventOf(n: number, handling: string): string {
  const others = Array.from({ length: n - 1 }, () => n);
  return [
    'trap_entry + ipc_entry + drq + ipi_send + ipi_latency + idle_wake',
    `${n}*ipi_handler + ${n}*drq + ${n}*ipi_send + ctx_switch + ${SUM}`,
    ...others.map(() => `ipc_entry + ${REQUEST} + ${ANSWER} + ${SUM}`),
    handling,
    ...others.map(() => `gdt_set + ipc_entry + ${REQUEST} + ${ANSWER}`),
    `gdt_set + ipc_entry + ${REQUEST} + ipi_send + ctx_switch + gdt_set + vcpu_resume`,
  ].join(' + ');
}

it.each([2, 3, 5, 7])('costs what its steps sum to for N = %i', (redundancy) => {
  const machine = { coresPerSocket: 8 };
  const fault = craftPlan({ apps: [{ signalling: 'ipc', redundancy }], machine });
  const pages = `${redundancy}*observer_dispatch + ${redundancy}*pf_handle`;
  expect(measureFirstEvent(fault)).toBe(cyclesOf(fault.costs, eventOf(redundancy, pages)));
  const workload = crafted('syscall');
  const call = craftPlan({ apps: [{ signalling: 'ipc', redundancy, workload }], machine });
  const proxied = `observer_dispatch + 4*utcb_copy + ipc_entry + server_time + put + ${redundancy - 1}*get`;
  expect(measureFirstEvent(call)).toBe(cyclesOf(call.costs, eventOf(redundancy, proxied)));
});

it.each([2, 3])('costs 4N-2 flights and N states more a socket away, N = %i', (redundancy) => {
  const [near, far] = (['same-socket', 'other-socket'] as const).map((placement) =>
    measureFirstEvent(craftPlan({ apps: [{ signalling: 'ipc', redundancy, placement }] })),
  ) as [number, number];
  const { line_local, line_remote, ipi_remote } = CRAFTED_COSTS as Required<typeof CRAFTED_COSTS>;
  // One CALL, N-1 handshakes and N-1 releases there and back, the last NOTIFY.
  const flights = 1 + 4 * (redundancy - 1) + 1;
  expect(far - near).toBe(flights * ipi_remote + redundancy * 4 * (line_remote - line_local));
});
