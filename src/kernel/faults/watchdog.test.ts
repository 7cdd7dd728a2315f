import { describe, expect, it } from 'vitest';
import { SIGNALLING_METHODS, TRAP_KINDS } from '../../base/vocabulary.ts';
import { faultOf, runFaulty } from '../../testing/fault-runs.ts';
import { CRAFTED_COMPUTE, crafted } from '../../testing/plans.ts';

/** Instructions: a quarter of a segment, which lasts `CRAFTED_COMPUTE` cycles at half a cycle each. */
const WATCHDOG = CRAFTED_COMPUTE / 2;
const HANG = { target: 'gpr', register: 'cx', bit: 3, fate: 'hang' } as const;

const apps = (signalling: (typeof SIGNALLING_METHODS)[number], redundancy = 3) => [
  { signalling, redundancy, workload: crafted('syscall', 2) },
];
const protection = { watchdog: WATCHDOG, splitRecovery: 'what-if' } as const;

it('cuts every stretch of computing that is longer', () => {
  const { app, plan } = runFaulty({ apps: apps('migration'), protection });
  const traps = [...plan.apps[0].program.trap].map((trap) => TRAP_KINDS[trap]);
  // The exit follows the last call at once.
  expect(traps.join(' ')).toBe(
    'watchdog watchdog watchdog syscall watchdog watchdog watchdog syscall exit',
  );
  expect(app).toMatchObject({ outcome: 'completed', completedEvents: 9 });
  expect(app.events.watchdog).toBe(6);
});

it('costs events, and nothing natively', () => {
  const [on, off] = [WATCHDOG, null].map(
    (watchdog) => runFaulty({ apps: apps('migration'), protection: { watchdog } }).app,
  );
  expect(on.nativeCycles).toBe(off.nativeCycles);
  expect(on.totalCycles).toBeGreaterThan(off.totalCycles);
});

describe.each(SIGNALLING_METHODS)('under %s, a replica that hangs', (signalling) => {
  it('is waited for without end when it is off', () => {
    const { app, told, recording } = runFaulty({ apps: apps(signalling), faults: faultOf(HANG) });
    expect(told).toEqual(['injected R1 cx', 'hung R1', 'stalled']);
    expect(app).toMatchObject({ outcome: 'hang', completedEvents: 1 });
    expect(app.replicas[1].breakdown.compute).toBeGreaterThan(CRAFTED_COMPUTE);
    const { met } = recording.rendezvous[0];
    expect(met.at(-1)).toBe(Infinity);
  });

  it('is stopped, outvoted and recovered when it is on', () => {
    const { app, told } = runFaulty({ apps: apps(signalling), faults: faultOf(HANG), protection });
    const caught = told.filter((line) => !line.startsWith('spread'));
    expect(caught).toEqual([
      'injected R1 cx',
      'hung R1',
      'watchdog R1',
      'mismatch',
      'outvoted R1 by R2',
      'recovered R1 from R2',
    ]);
    expect(app).toMatchObject({ outcome: 'corrected', completedEvents: 9 });
  });

  it('traps at the latest when the counter expires', () => {
    const { recording } = runFaulty({ apps: apps(signalling), faults: faultOf(HANG), protection });
    const time = (kind: string) =>
      recording.incidents.find((incident) => incident.kind === kind)?.time ?? NaN;
    expect(time('watchdog') - time('hung')).toBeLessThanOrEqual(WATCHDOG / 2);
  });
});

it('lets two replicas stop where one hangs', () => {
  const two = runFaulty({ apps: apps('local', 2), faults: faultOf(HANG), protection });
  expect(two.app).toMatchObject({ outcome: 'detected, stopped', stop: 'fail-stop' });
});

it('does not help against a core that stops', () => {
  const faults = faultOf({ target: 'core', mode: 'stop' });
  const { app, told } = runFaulty({ apps: apps('local'), faults, protection });
  expect(told.at(-1)).toBe('stalled');
  expect(app.outcome).toBe('hang');
});
