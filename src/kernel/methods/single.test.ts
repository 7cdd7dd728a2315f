import { expect, it } from 'vitest';
import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import { record } from '../../testing/runs.ts';
import { measureFirstEvent } from '../../testing/first-event.ts';
import { CRAFTED_COMPUTE, craftPlan, crafted } from '../../testing/plans.ts';
import type { StepRow } from '../../testing/steps.ts';
import { cyclesOf, kindsIn, kindsOf, rowIn, stepFor, stepsOf } from '../../testing/steps.ts';

const plan = craftPlan({ apps: [{ redundancy: 1 }] });
const steps = stepsOf(plan);

const ROWS: readonly StepRow[] = [
  {
    title: 'trap C1 R0',
    leads: ['trap-entered C1 R0 after trap_entry'],
    parts: 'trap',
    source: '(b) P1, P2; 4.2 A12',
  },
  {
    title: 'trap-entered C1 R0',
    leads: ['handled C1 R0 >R0 after observer_dispatch + pf_handle'],
    parts: 'handle',
    source: '(b) V4, test invariant 1; 4.3 A12 NoRed for N=1',
  },
  {
    title: 'handled C1 R0 >R0',
    leads: ['gdt-updated C1 R0 after gdt_set'],
    parts: 'resume',
    source: '(b) S1; 4.2 A12',
  },
  {
    title: 'gdt-updated C1 R0',
    leads: ['resumed C1 R0 after vcpu_resume'],
    parts: 'resume',
    source: '(b) S2',
  },
  {
    title: 'resumed C1 R0',
    leads: [`trap C1 R0 after ${CRAFTED_COMPUTE}`],
    parts: 'compute',
    source: '(b) P1 of the next event',
  },
];

it.each(ROWS)('does as the facts say at $title ($source)', (row) => {
  expect(stepFor(steps, row)).toEqual(rowIn(plan, row));
});

it('has a row for every kind of step it makes', () => {
  expect(kindsIn(ROWS)).toEqual(kindsOf(steps));
});

const HANDLED = {
  pagefault: 'observer_dispatch + pf_handle',
  syscall: 'observer_dispatch + 4*utcb_copy + ipc_entry + server_time',
  ipc: 'observer_dispatch + 4*utcb_copy + ipc_entry + server_time',
  exception: 'observer_dispatch',
  irq: 'observer_dispatch + irq_trigger',
} as const;
const TRAPS = Object.keys(HANDLED) as (keyof typeof HANDLED)[];

it.each(SIGNALLING_METHODS.flatMap((method) => TRAPS.map((trap) => [method, trap] as const)))(
  'costs prefix, handling and suffix whatever the method: %s, %s',
  (signalling, trap) => {
    const one = craftPlan({ apps: [{ redundancy: 1, signalling, workload: crafted(trap) }] });
    expect(measureFirstEvent(one)).toBe(
      cyclesOf(one.costs, `trap_entry + ${HANDLED[trap]} + gdt_set + vcpu_resume`),
    );
    const { summary } = record(one);
    expect([summary.ipis, summary.messages, summary.polls]).toEqual([0, 0, 0]);
  },
);

it('draws no skew: there is nobody to arrive before', () => {
  const skewed = craftPlan({ apps: [{ redundancy: 1 }], costs: { skew_sigma: 5000 } });
  expect(record(skewed).summary.totalCycles).toBe(record(plan).summary.totalCycles);
});
