import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { SIGNALLING_METHODS } from '../base/vocabulary.ts';
import { arbitraryDriver } from '../testing/arbitrary-driver.ts';
import { driverPlan, driverWork } from '../testing/driver-runs.ts';
import { craftPlan, crafted } from '../testing/plans.ts';
import type { Recording } from '../testing/runs.ts';
import { record } from '../testing/runs.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const deviceOf = ({ summary }: Recording) => {
  const { device } = summary.apps[0];
  if (device === undefined) throw new Error('the app has no device');
  return device;
};
const incidentsOf = ({ incidents }: Recording, kind: string) =>
  incidents.filter((incident) => incident.kind === kind);

describe('a native driver', () => {
  it('takes as long as its native time, waits for interrupts included', () => {
    fc.assert(
      fc.property(arbitraryDriver({ count: 20, amount: fc.nat({ max: 300_000 }) }), (spec) => {
        const plan = driverPlan({ ...spec, app: { redundancy: 'native' } });
        const run = record(plan);
        const [app] = run.summary.apps;
        expect(app.totalCycles).toBe(app.nativeCycles);
        expect(app.nativeCycles).toBeGreaterThanOrEqual(plan.apps[0].device?.arrivals.at(-1) ?? 0);
        const { reads, writes, wrongInputs, wrongWrites } = deviceOf(run);
        expect([reads, writes]).toEqual([
          spec.interrupts * spec.reads,
          spec.interrupts * spec.writes,
        ]);
        expect(wrongInputs + wrongWrites).toBe(0);
      }),
    );
  });
});

describe.each(SIGNALLING_METHODS)('proxied access under %s', (signalling) => {
  it('makes every access once and gives all replicas the same input', () => {
    const driver = arbitraryDriver({
      count: 8,
      amount: fc.nat({ max: 200_000 }),
      access: 'proxied',
    });
    fc.assert(
      fc.property(driver, fc.integer({ min: 1, max: 4 }), (spec, redundancy) => {
        const run = record(driverPlan({ ...spec, app: { signalling, redundancy } }));
        const { interrupts, reads, writes } = spec;
        expect(deviceOf(run)).toMatchObject({
          access: 'proxied',
          interrupts,
          reads: interrupts * reads,
          readsDue: interrupts * reads,
          emptyReads: 0,
          wrongInputs: 0,
          writes: interrupts * writes,
          writesDue: interrupts * writes,
          wrongWrites: 0,
        });
        expect(run.summary.apps[0].outcome).toBe('completed');
        expect(run.incidents).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('handles no interrupt before it comes, and a late one at once', () => {
    const plan = driverPlan({ access: 'proxied', every: 20_000, app: { signalling } });
    const { rendezvous } = record(plan);
    const { waitsFor, arrivals } = plan.apps[0].device as NonNullable<
      (typeof plan.apps)[0]['device']
    >;
    const { compared, handled } = rendezvous[0];
    const waits = [...waitsFor].flatMap((interrupt, event) =>
      interrupt === -1 ? [] : [{ came: arrivals[interrupt], event }],
    );
    const early = waits.filter(({ came, event }) => handled[event] < came);
    const late = waits.filter(({ came, event }) => compared[event] >= came);
    const slow = late.filter(({ event }) => handled[event] - compared[event] > 20_000);
    expect([waits.length, early.length, slow.length]).toEqual([12, 0, 0]);
    expect(late.length).toBeGreaterThan(0);
  });

  it('costs more than one replica that touches the device itself', () => {
    const [naive, proxied] = (['naive', 'proxied'] as const).map((access) =>
      record(driverPlan({ access, app: { signalling, redundancy: 1 } })),
    );
    expect(proxied.summary.totalCycles).toBeGreaterThan(naive.summary.totalCycles);
  });
});

describe('naive access', () => {
  it.each([1, 2, 3, 5])('lets each of %i replicas write', (redundancy) => {
    const run = record(driverPlan({ access: 'naive', reads: 0, writes: 2, app: { redundancy } }));
    expect(deviceOf(run)).toMatchObject({ writes: 24 * redundancy, writesDue: 24, wrongWrites: 0 });
    expect(incidentsOf(run, 'write-repeated')).toHaveLength(12 * (redundancy - 1));
    expect(run.summary.apps[0].outcome).toBe(redundancy === 1 ? 'completed' : 'silent corruption');
  });

  it('lets two that find the FIFO empty outvote the one that got the item', () => {
    const run = record(driverPlan({ access: 'naive', every: 400_000, writes: 0 }));
    const device = deviceOf(run);
    expect(device).toMatchObject({ reads: 36, readsDue: 12, emptyReads: 24, wrongInputs: 24 });
    const wrong = new Set(
      incidentsOf(run, 'input-differs')
        .filter(({ event }) => event === 1)
        .map(({ replica }) => replica),
    );
    const [outvoted] = incidentsOf(run, 'outvoted');
    expect(wrong.size).toBe(2);
    expect(wrong).not.toContain(outvoted.replica);
    expect(wrong).toContain(outvoted.other);
  });

  it('leaves no majority where each read gives the next number', () => {
    const strict = { noMajority: 'strict' } as const;
    const run = record(driverPlan({ access: 'naive', input: 'counter', protection: strict }));
    expect(run.summary.apps[0]).toMatchObject({ stop: 'no-majority', completedEvents: 1 });
    expect(deviceOf(run)).toMatchObject({ reads: 3, wrongInputs: 2 });
  });

  it.each([
    ['ipc', 3, 'debugger'],
    ['polling', 3, 'debugger'],
    ['local', 2, 'fail-stop'],
    ['migration', 2, 'fail-stop'],
  ] as const)('stops %s with %i replicas at the first vote', (signalling, redundancy, stop) => {
    const run = record(driverPlan({ access: 'naive', app: { signalling, redundancy } }));
    expect(run.summary.apps[0]).toMatchObject({ stop, completedEvents: 1 });
    expect(incidentsOf(run, 'mismatch')).toHaveLength(1);
    // Nobody asks before a replica writes: the vote comes too late.
    expect(deviceOf(run).writes).toBe(redundancy);
  });

  it('is right again in a register that is read anew', () => {
    const run = record(driverPlan({ access: 'naive', every: 400_000, writes: 0, interrupts: 2 }));
    const again = incidentsOf(run, 'input-differs').filter(({ event }) => event === 2);
    expect(again).toHaveLength(2);
    const replicas = new Set([0, 1, 2]);
    for (const { replica } of again) replicas.delete(replica);
    const [right] = replicas;
    const gone = incidentsOf(run, 'died').find(
      ({ event, replica }) => event === 2 && replica === right,
    );
    expect(gone?.fault).toBe(-1);
  });
});

describe('a Res core that waits for a device', () => {
  it.each(['migration', 'ipc', 'polling'] as const)('serves another app under %s', (signalling) => {
    const late = driverWork({ access: 'proxied', interrupts: 1, every: 60_000_000 });
    const other = { signalling, redundancy: 2, workload: crafted('syscall', 20) };
    const plan = craftPlan({
      apps: [{ signalling, redundancy: 2, workload: late }, other],
    });
    const { summary } = record(plan);
    expect(summary.apps[1].totalCycles).toBeLessThan(40_000_000);
    expect(summary.apps[1].breakdown.queue).toBe(0);
    expect(summary.apps[0].totalCycles).toBeGreaterThan(60_000_000);
  });
});
