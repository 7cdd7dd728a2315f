import { describe, expect, it } from 'vitest';
import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import { faultOf, runFaulty } from '../../testing/fault-runs.ts';
import type { Crafted } from '../../testing/plans.ts';
import { crafted } from '../../testing/plans.ts';
import { STATE_BYTES } from '../handling.ts';

type Faults = Exclude<Crafted['faults'], undefined>;
const BARRIERS = ['local', 'migration'] as const;
const SPLITS = ['ipc', 'polling'] as const;

/** bx of each of these replicas is wrong at the vote of event 1, each by another bit. */
function flips(...replicas: readonly number[]): Faults {
  return replicas.flatMap((replica) =>
    faultOf({ target: 'gpr', register: 'bx', bit: 3 + replica, fate: 'stays', replica }),
  );
}

const WHAT_IF = { splitRecovery: 'what-if' } as const;

function tmr(signalling: (typeof SIGNALLING_METHODS)[number], more: Partial<Crafted>) {
  return runFaulty({
    apps: [{ signalling, redundancy: 3, workload: crafted('syscall', 4) }],
    ...more,
  });
}

describe('the scan of three (4.5) in whole runs', () => {
  const verdicts = [
    [[0], ['outvoted R0 by R1', 'recovered R0 from R1']],
    [[1], ['outvoted R1 by R2', 'recovered R1 from R2']],
    [[2], ['outvoted R2 by R1', 'recovered R2 from R1']],
  ] as const;
  it.each(BARRIERS.flatMap((method) => verdicts.map((verdict) => [method, ...verdict] as const)))(
    'under %s overwrites bad %j',
    (signalling, bad, expected) => {
      const { told, app } = tmr(signalling, { faults: flips(...bad) });
      expect(told).toEqual([`injected R${bad[0]} bx`, 'mismatch', ...expected]);
      expect(app).toMatchObject({ outcome: 'corrected', stop: 'none', completedEvents: 5 });
      expect(app.faults).toMatchObject({ detectedEvent: 1, recoveries: 1, latent: 0 });
    },
  );

  it.each(BARRIERS)('under %s copies 1 to 2 and leaves 0 wrong when all differ', (signalling) => {
    const { told } = tmr(signalling, { faults: flips(0, 1, 2) });
    const vote = told.slice(told.indexOf('mismatch'));
    expect(vote.slice(0, 4)).toEqual([
      'mismatch',
      'outvoted R2 by R1',
      'overlooked R0',
      'recovered R2 from R1',
    ]);
  });

  it.each(BARRIERS)('under %s stops when all differ and it is strict', (signalling) => {
    const protection = { noMajority: 'strict' } as const;
    const { told, app } = tmr(signalling, { faults: flips(0, 1, 2), protection });
    expect(told.slice(3)).toEqual(['mismatch', 'stopped no-majority']);
    expect(app).toMatchObject({ outcome: 'detected, stopped', stop: 'no-majority' });
  });

  it('lets two that are equally wrong win', () => {
    const flip = { target: 'gpr', register: 'bx', bit: 5, fate: 'stays' } as const;
    const faults = [0, 1].flatMap((replica) => faultOf({ ...flip, replica }));
    const { told } = tmr('migration', { faults });
    expect(told).toContain('outvoted R2 by R1');
    expect(told).toContain('recovered R2 from R1');
  });
});

describe('recovery', () => {
  const costs = { put: 211, get: 223, memcpy_bw: 3.5 };
  const writableKiB = 100;
  const copy = 211 + 223 + Math.round((writableKiB * 1024) / 3.5);
  const app = { redundancy: 3, workload: crafted('pagefault', 4), writableKiB };

  it.each(SIGNALLING_METHODS)('under %s costs put, get and all writable memory', (signalling) => {
    const run = (faults: Faults) =>
      runFaulty({ apps: [{ ...app, signalling }], costs, faults, protection: WHAT_IF });
    const [hit, free] = [run(flips(1)), run([])];
    for (const replica of hit.app.replicas) expect(replica.breakdown.recover).toBe(copy);
    for (const replica of free.app.replicas) expect(replica.breakdown.recover).toBe(0);
    expect(hit.app.bytesCopied - free.app.bytesCopied).toBe(STATE_BYTES + writableKiB * 1024);
    const compared = hit.recording.rendezvous[0].compared[1];
    const recovered = hit.recording.incidents.find(({ kind }) => kind === 'recovered');
    expect(recovered?.time).toBe(compared + copy);
  });

  it('copies one after the other', () => {
    const faults = flips(1, 3);
    const apps = [{ ...app, redundancy: 5, signalling: 'migration' as const }];
    const { app: five, told } = runFaulty({ apps, costs, faults });
    expect(told.slice(2)).toEqual([
      'mismatch',
      'outvoted R1 by R0',
      'outvoted R3 by R0',
      'recovered R1 from R0',
      'recovered R3 from R0',
    ]);
    expect(five.replicas[0].breakdown.recover).toBe(2 * copy);
    expect(five.faults.recoveries).toBe(2);
  });

  it('needs a true majority of more than three', () => {
    const apps = [{ ...app, redundancy: 4, signalling: 'migration' as const }];
    const { app: four } = runFaulty({ apps, faults: flips(1, 2) });
    expect(four.stop).toBe('no-majority');
  });

  it('takes wrong memory along, which no comparison sees', () => {
    const page = faultOf({ target: 'mem', address: 64, bit: 1, fate: 'stays', replica: 2 });
    const flow = { page_dies: 0, page_spreads: 0, page_stores: 0, page_argument: 0 };
    const quiet = { ...flow, page_trap: 0, page_crash: 0, page_hang: 0 };
    const { app: hit } = tmr('migration', {
      faults: [...page, ...flips(1)],
      flow: quiet,
    });
    expect(hit).toMatchObject({ outcome: 'latent at end', faults: { recoveries: 1, latent: 2 } });
  });
});

describe('a mismatch under a split method', () => {
  const two = (signalling: (typeof SPLITS)[number]): Crafted => ({
    apps: [
      { signalling, redundancy: 3, workload: crafted('syscall', 4) },
      { signalling, redundancy: 2, workload: crafted('pagefault', 9) },
    ],
    faults: flips(1),
  });

  it.each(SPLITS)('under %s halts the machine in the debugger, other apps too', (signalling) => {
    const { recording, told } = runFaulty(two(signalling));
    expect(told.slice(1)).toEqual(['mismatch', 'stopped debugger', 'stopped machine-halted']);
    const { apps, totalCycles } = recording.summary;
    expect(apps.map(({ stop }) => stop)).toEqual(['debugger', 'machine-halted']);
    expect(apps.map((app) => app.totalCycles)).toEqual([totalCycles, totalCycles]);
  });

  it.each(SPLITS)('under %s is repaired if Romain could', (signalling) => {
    const { recording } = runFaulty({ ...two(signalling), protection: WHAT_IF });
    const { apps } = recording.summary;
    expect(apps.map(({ outcome }) => outcome)).toEqual(['corrected', 'completed']);
  });

  it.each(SPLITS)('under %s stops two replicas even if Romain could', (signalling) => {
    const apps = [{ signalling, redundancy: 2 }];
    const { app } = runFaulty({ apps, faults: flips(1), protection: WHAT_IF });
    expect(app).toMatchObject({ outcome: 'detected, stopped', stop: 'fail-stop' });
  });
});

describe('what the comparison does not see', () => {
  const blind = faultOf({ target: 'gpr', register: 'si', bit: 3, fate: 'stays', at: { event: 1 } });
  const flow = { data_dies: 0, data_spreads: 0, data_stores: 0, data_argument: 0, data_trap: 0 };
  const quiet = { ...flow, data_crash: 0, data_hang: 0 };
  const leaderArgument = faultOf({
    target: 'gpr',
    register: 'si',
    bit: 3,
    fate: 'argument',
    replica: 0,
  });

  it.each(SIGNALLING_METHODS)('under %s si is seen by the full comparison only', (signalling) => {
    const run = (comparison: 'prototype' | 'full') =>
      tmr(signalling, {
        faults: blind,
        flow: quiet,
        protection: { comparison, ...WHAT_IF },
      });
    expect(run('prototype').told).not.toContain('mismatch');
    expect(run('full').app.outcome).toBe('corrected');
  });

  it.each(SPLITS)("under %s a wrong argument of the leader's call gets out", (signalling) => {
    const run = (comparison: 'prototype' | 'full') =>
      tmr(signalling, {
        faults: leaderArgument,
        flow: quiet,
        protection: { comparison, ...WHAT_IF },
      });
    const out = run('prototype');
    expect(out.told).toContain('externalized R0');
    expect(out.app).toMatchObject({
      outcome: 'silent corruption',
      faults: { externalizedEvent: 1, detectedAt: -1 },
    });
    const { app } = run('full');
    expect(app).toMatchObject({ outcome: 'corrected', faults: { externalizedAt: -1 } });
  });

  it("copies the leader's wrong registers to all with the result of its call", () => {
    const apps = [{ redundancy: 3, signalling: 'ipc' as const, workload: crafted('syscall', 4) }];
    const { told } = runFaulty({
      apps,
      faults: faultOf({ target: 'gpr', register: 'di', bit: 3, fate: 'stays', replica: 0 }),
      flow: quiet,
    });
    expect(told.slice(1, 3)).toEqual(['infected R1 di from R0', 'infected R2 di from R0']);
  });

  it("heals a follower's wrong registers with the result of the leader's call", () => {
    const { told, app } = tmr('ipc', { faults: blind, flow: quiet });
    expect(told).toEqual(['injected R1 si', 'died R1 si']);
    expect(app.outcome).toBe('masked');
  });
});

describe('without a vote', () => {
  it.each(['native', 1] as const)('%s replica that crashes is contained', (redundancy) => {
    const apps = [{ redundancy, workload: crafted('syscall', 4) }];
    const crash = faultOf({ target: 'gpr', register: 'sp', fate: 'crash', replica: 0 });
    const { app, told } = runFaulty({ apps, faults: crash });
    expect(told.slice(-2)).toEqual(['crashed R0', 'stopped crash']);
    expect(app).toMatchObject({ outcome: 'crash contained', stop: 'crash', completedEvents: 1 });
  });

  it.each(['native', 1] as const)('%s replica lets a wrong argument out', (redundancy) => {
    const apps = [{ redundancy, workload: crafted('syscall', 4) }];
    const wrong = faultOf({ target: 'gpr', register: 'ax', fate: 'argument', replica: 0 });
    const { app } = runFaulty({ apps, faults: wrong });
    expect(app).toMatchObject({
      outcome: 'silent corruption',
      faults: { externalizedEvent: 1, detectedAt: -1 },
    });
  });

  it.each(['native', 1] as const)('%s replica that hangs waits for nobody', (redundancy) => {
    const apps = [{ redundancy, workload: crafted('syscall', 4) }];
    const hang = faultOf({ target: 'gpr', register: 'cx', fate: 'hang', replica: 0 });
    const { app, told } = runFaulty({ apps, faults: hang });
    expect(told.slice(1)).toEqual(['hung R0', 'stalled']);
    expect(app).toMatchObject({ outcome: 'hang', completedEvents: 1 });
  });
});

describe('several apps', () => {
  it.each(BARRIERS)('under %s go on when one of them stops', (signalling) => {
    const apps = [
      { signalling, redundancy: 2, workload: crafted('syscall', 4) },
      { signalling, redundancy: 2, workload: crafted('syscall', 9) },
    ];
    const { recording } = runFaulty({ apps, faults: flips(1) });
    const [failed, other] = recording.summary.apps;
    expect(failed).toMatchObject({ stop: 'fail-stop', completedEvents: 1 });
    expect(other).toMatchObject({ outcome: 'completed', stop: 'none', completedEvents: 10 });
  });

  it.each(SIGNALLING_METHODS)('under %s go on while one of them hangs', (signalling) => {
    const apps = [
      { signalling, redundancy: 2, workload: crafted('syscall', 4) },
      { signalling, redundancy: 2, workload: crafted('syscall', 9) },
    ];
    const faults = faultOf({ target: 'gpr', register: 'cx', fate: 'hang' });
    const { recording } = runFaulty({ apps, faults });
    const [hung, other] = recording.summary.apps;
    expect(hung).toMatchObject({ outcome: 'hang', completedEvents: 1 });
    expect(other).toMatchObject({ outcome: 'completed', completedEvents: 10 });
    expect(hung.totalCycles).toBe(recording.summary.totalCycles);
  });
});
