import { describe, expect, it } from 'vitest';
import type { FaultOutcome } from '../../base/vocabulary.ts';
import { FAULT_TARGETS, SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import { faultOf, runFaulty } from '../../testing/fault-runs.ts';
import { crafted } from '../../testing/plans.ts';

type Fault = Parameters<typeof faultOf>[0];

/** What a fault of R1 of three tells up to the vote; then its outcome at the barrier, and under ipc and polling. */
interface Row {
  readonly fault: Fault;
  readonly told: readonly string[];
  readonly barrier: FaultOutcome;
  readonly split: FaultOutcome;
}

const RECOVERED = ['mismatch', 'outvoted R1 by R2', 'recovered R1 from R2'];
const HALTED = ['mismatch', 'stopped debugger'];

const seen = (fault: Fault, ...told: readonly string[]): Row => ({
  fault,
  told,
  barrier: 'corrected',
  split: 'detected, stopped',
});
const alike = (outcome: FaultOutcome, fault: Fault, ...told: readonly string[]): Row => ({
  fault,
  told,
  barrier: outcome,
  split: outcome,
});
const failed = (fault: Fault, how: string): Row =>
  alike('RCB failure', fault, 'injected R1', `rcb-failed ${how}`, 'stopped rcb');

const PANIC = 'kernel panic on a NonRes core';
const WRONG = 'Romain computes a wrong result';

const ROWS: readonly Row[] = [
  seen({ target: 'gpr', register: 'bx', bit: 3, fate: 'stays' }, 'injected R1 bx'),
  alike('masked', { target: 'gpr', register: 'cx', fate: 'dies' }, 'injected R1 cx', 'died R1 cx'),
  seen(
    { target: 'gpr', register: 'sp', fate: 'crash' },
    'injected R1 sp',
    'spread R1 ip from sp',
    'crashed R1',
  ),
  seen(
    { target: 'gpr', register: 'ip', fate: 'trap' },
    'injected R1 ip',
    'spread R1 ip from ip',
    'wrong-trap R1 pagefault',
  ),
  alike(
    'hang',
    { target: 'gpr', register: 'cx', fate: 'hang' },
    'injected R1 cx',
    'hung R1',
    'stalled',
  ),
  seen({ target: 'alu', register: 'ax', fate: 'stays' }, 'injected R1 ax'),
  seen({ target: 'rat', register: 'dx', fate: 'stays' }, 'injected R1 dx'),
  alike('masked', { target: 'instr', fate: 'dies' }, 'injected R1', 'died R1'),
  seen({ target: 'instr', fate: 'crash' }, 'injected R1 ip', 'spread R1 ip from ip', 'crashed R1'),
  alike('hang', { target: 'instr', fate: 'hang' }, 'injected R1 ip', 'hung R1', 'stalled'),
  alike(
    'masked',
    { target: 'mem', address: 64, bit: 1, fate: 'dies' },
    'injected R1 page',
    'died R1 page',
  ),
  alike(
    'masked',
    { target: 'utcb', word: 3, bit: 1, fate: 'dies' },
    'injected R1 utcb',
    'died R1 utcb',
  ),
  failed({ target: 'kernel', fate: 'crash' }, PANIC),
  alike('masked', { target: 'kernel', fate: 'dies' }, 'injected R1', 'died R1'),
  failed({ target: 'romain', fate: 'crash' }, 'Romain crashes'),
  failed({ target: 'romain', fate: 'spreads' }, WRONG),
  alike('masked', { target: 'romain', fate: 'dies' }, 'injected R1', 'died'),
  alike('hang', { target: 'core', mode: 'stop' }, 'injected R1', 'core-stopped R1 C2', 'stalled'),
];

const titled = ROWS.map((row) => ({
  ...row,
  title: `${row.fault.target} ${row.fault.fate ?? row.fault.mode ?? ''}`,
}));

describe.each(SIGNALLING_METHODS)('under %s, TMR', (signalling) => {
  const barrier = signalling === 'local' || signalling === 'migration';
  it.each(titled)('a fault of $title ends as it should', ({ fault, told, ...ends }) => {
    const { app, told: heard } = runFaulty({
      apps: [{ signalling, redundancy: 3, workload: crafted('syscall', 4) }],
      faults: faultOf(fault),
    });
    const outcome = barrier ? ends.barrier : ends.split;
    const reaction = barrier ? RECOVERED : HALTED;
    const expected = ends.barrier === 'corrected' ? [...told, ...reaction] : told;
    expect({ outcome: app.outcome, heard }).toEqual({ outcome, heard: expected });
  });
});

it('has a row for every target but those with a test of their own', () => {
  const rows = new Set<string>(ROWS.map(({ fault }) => fault.target));
  expect(FAULT_TARGETS.filter((target) => !rows.has(target))).toEqual(['message', 'slot']);
});

it('injects half way through the computing before an event, or at a cycle', () => {
  const flip = { target: 'gpr', replica: 0, fate: 'dies' } as const;
  const halfway = runFaulty({ apps: [{ redundancy: 1 }], faults: faultOf(flip) });
  const { trapped } = halfway.recording.rendezvous[0];
  const [{ time }] = halfway.recording.incidents;
  expect(trapped[1] - time).toBe(500_000);
  const at = { cycle: 123_456 };
  const timed = runFaulty({ apps: [{}], faults: faultOf({ target: 'gpr', at }) });
  expect(timed.recording.incidents[0]).toMatchObject({ kind: 'injected', time: 123_456, event: 0 });
});

it('injects faults of one cycle in the order of the list', () => {
  const fault = { at: { cycle: 500 }, app: 0, replica: 1, target: 'gpr', fate: 'dies' } as const;
  const faults = [
    { ...fault, register: 'bx' },
    { ...fault, register: 'ax' },
  ] as const;
  const { told } = runFaulty({ apps: [{}], faults });
  expect(told.slice(0, 2)).toEqual(['injected R1 bx', 'injected R1 ax']);
});

it('takes a second flip of the same bit back', () => {
  const flip = { at: { cycle: 500 }, app: 0, replica: 1, target: 'gpr', fate: 'stays' } as const;
  const once = { ...flip, register: 'ax', bit: 9 } as const;
  const { app, told, recording } = runFaulty({
    apps: [{}],
    faults: [once, { ...once, at: { cycle: 600 } }],
  });
  expect(told).toEqual(['injected R1 ax', 'injected R1 ax']);
  expect(recording.divergence.map(({ count }) => count)).toEqual([1, 0]);
  expect(app.outcome).toBe('masked');
});

it('notes the first fault of an app, its event and what is left of it', () => {
  const { app } = runFaulty({
    apps: [{ signalling: 'migration' }],
    faults: faultOf({ target: 'gpr', register: 'si', bit: 3, fate: 'stays', at: { event: 2 } }),
    flow: { data_dies: 0, data_argument: 0, data_crash: 0, data_trap: 0, data_hang: 0 },
  });
  expect(app.faults).toMatchObject({
    injected: 1,
    injectedEvent: 2,
    detectedAt: -1,
    recoveries: 0,
  });
});

it('hits nobody once the app is over', () => {
  const apps = [{ workload: crafted('syscall', 1) }, { workload: crafted('syscall', 9) }];
  const at = { cycle: 5_000_000 };
  const { app, told } = runFaulty({ apps, faults: faultOf({ target: 'gpr', at }) });
  expect(told).toEqual([]);
  expect(app.outcome).toBe('completed');
});
