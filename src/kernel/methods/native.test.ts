import { expect, it } from 'vitest';
import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import { record } from '../../testing/runs.ts';
import { measureFirstEvent } from '../../testing/first-event.ts';
import { CRAFTED_COMPUTE, craftPlan, crafted } from '../../testing/plans.ts';
import type { StepRow } from '../../testing/steps.ts';
import { kindsIn, kindsOf, rowIn, stepFor, stepsOf } from '../../testing/steps.ts';

const plan = craftPlan({ apps: [{ redundancy: 'native' }] });
const steps = stepsOf(plan);

const ROWS: readonly StepRow[] = [
  {
    title: 'trap C1 R0',
    leads: ['native-served C1 R0 after native_pf'],
    parts: 'handle',
    source: '5.2 native_pf: pager IPC to the region mapper',
  },
  {
    title: 'native-served C1 R0',
    leads: [`trap C1 R0 after ${CRAFTED_COMPUTE}`],
    parts: 'compute',
    source: '5.2: back in user code, no Romain',
  },
];

it.each(ROWS)('does as the facts say at $title ($source)', (row) => {
  expect(stepFor(steps, row)).toEqual(rowIn(plan, row));
});

it('has a row for every kind of step it makes', () => {
  expect(kindsIn(ROWS)).toEqual(kindsOf(steps));
});

it.each([
  ['pagefault', 'native_pf'],
  ['syscall', 'native_sys'],
  ['ipc', 'native_sys'],
  ['exception', 'native_sys'],
  ['irq', 'native_sys'],
] as const)('serves a %s in %s', (trap, cost) => {
  const one = craftPlan({ apps: [{ redundancy: 'native', workload: crafted(trap) }] });
  expect(measureFirstEvent(one)).toBe(one.costs[cost]);
});

it.each(SIGNALLING_METHODS)(
  'takes its native time and sends nothing, signalling %s',
  (signalling) => {
    const one = craftPlan({
      apps: [{ redundancy: 'native', signalling }],
      costs: { skew_sigma: 900 },
    });
    const { summary } = record(one);
    expect(summary.totalCycles).toBe(one.apps[0].nativeAt.at(-1));
    expect(summary.apps[0].overheadPercent).toBe(0);
    expect([summary.ipis, summary.messages, summary.polls, summary.bytesCopied]).toEqual([
      0, 0, 0, 0,
    ]);
  },
);
