import { describe, expect, it, vi } from 'vitest';
import { SIGNALLING_METHODS } from '../base/vocabulary.ts';
import { record } from '../testing/runs.ts';
import type { Recording } from '../testing/runs.ts';
import { craftPlan, crafted } from '../testing/plans.ts';
import { cyclesOf } from '../testing/steps.ts';
import { ACTIVITY_INDEX } from './activities.ts';
import type { EventKind } from './events.ts';
import { EVENT_INDEX } from './events.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 60_000 });

/*
 * What must come out of each method, whatever the costs (facts 4.1, 4.3, 4.6 and (b)): who leads,
 * where and how often a trap is handled, the barriers, and what a release does to the next event.
 */

interface Row {
  readonly time: number;
  readonly core: number;
  readonly replica: number;
  readonly arg: number;
}

/** The steps of one kind of a run with one app, in order. */
function rowsOf({ events }: Recording, kind: EventKind): Row[] {
  const rows: Row[] = [];
  for (let i = 0; i < events.length; i++) {
    if (events.kind[i] !== EVENT_INDEX[kind]) continue;
    const [time, core] = [events.time[i], events.core[i]];
    rows.push({ time, core, replica: events.replica[i], arg: events.arg[i] });
  }
  return rows;
}

/** The rows cut into groups of `n`, one per externalization event. */
function perEvent(rows: readonly Row[], n: number): Row[][] {
  return Array.from({ length: rows.length / n }, (_, i) => rows.slice(i * n, (i + 1) * n));
}

describe.each([2, 3, 5])('with N = %i replicas that arrive far apart', (n) => {
  const runOf = (signalling: 'local' | 'migration' | 'ipc' | 'polling') =>
    record(
      craftPlan({
        apps: [{ signalling, redundancy: n, workload: crafted('pagefault', 12) }],
        costs: { skew_sigma: 400_000 },
        machine: { coresPerSocket: 8 },
      }),
    );
  const trapOrders = (run: Recording) => {
    // The exit follows at once; before it an event is over when the next one begins.
    const traps = rowsOf(run, 'trap').slice(0, 12 * n);
    return perEvent(traps, n).map((group) => group.map((row) => row.replica));
  };

  it.each(['local', 'migration'] as const)(
    'the last arriver leads under %s (4.3 A12)',
    (signalling) => {
      const run = runOf(signalling);
      const last = trapOrders(run).map((order) => order.at(-1));
      expect([...run.rendezvous[0].leader].slice(0, 12)).toEqual(last);
      expect(new Set(last).size).toBeGreaterThan(1);
    },
  );

  it('the first arriver leads under ipc (4.1 #2 A12)', () => {
    const run = runOf('ipc');
    const first = trapOrders(run).map((order) => order[0]);
    expect([...run.rendezvous[0].leader].slice(0, 12)).toEqual(first);
    expect(new Set(first).size).toBeGreaterThan(1);
  });

  it('replica 0 leads under polling (4.1 #3 A12)', () => {
    const run = runOf('polling');
    expect(new Set(run.rendezvous[0].leader)).toEqual(new Set([0]));
    expect(new Set(trapOrders(run).map((order) => order[0])).size).toBeGreaterThan(1);
  });

  it.each(SIGNALLING_METHODS)(
    'nobody is handled before all have arrived under %s',
    (signalling) => {
      const run = runOf(signalling);
      const handled = perEvent(rowsOf(run, 'handled').slice(0, 12 * n), n);
      const lastTraps = perEvent(rowsOf(run, 'trap').slice(0, 12 * n), n).map(
        (g) => g.at(-1)!.time,
      );
      handled.forEach((group, event) => {
        for (const row of group) expect(row.time).toBeGreaterThan(lastTraps[event]);
      });
    },
  );

  it.each(['local', 'migration'] as const)('has two barriers under %s (4.3 A12)', (signalling) => {
    const run = runOf(signalling);
    const { compared, handled } = run.rendezvous[0];
    const releases = perEvent(rowsOf(run, 'left').slice(0, 12 * (n - 1)), n - 1);
    const reentries = perEvent(rowsOf(run, 'reentered').slice(0, 12 * (n - 1)), n - 1);
    for (let event = 0; event < 12; event++) {
      for (const row of reentries[event]) expect(row.time).toBeGreaterThan(compared[event]);
      for (const row of releases[event]) expect(row.time).toBeGreaterThan(handled[event]);
    }
  });
});

/** Where and when pages were mapped, by core and time. */
function mappedPages(run: Recording): { core: number; from: number; to: number }[] {
  return run.spans.flatMap(({ length, start, activity }, core) =>
    Array.from({ length }, (_, i) => ({ core, from: start[i], to: start[i + 1] })).filter(
      (__, i) => activity[i] === ACTIVITY_INDEX.mapPage,
    ),
  );
}

describe('handling', () => {
  it('is serial on the Res core under migration, ipc and polling (4.9 A12)', () => {
    for (const signalling of ['migration', 'ipc', 'polling'] as const) {
      const spans = mappedPages(record(craftPlan({ apps: [{ signalling, redundancy: 3 }] })));
      expect(spans).toHaveLength(9);
      expect(new Set(spans.map((span) => span.core))).toEqual(new Set([0]));
      for (let i = 1; i < 9; i++) expect(spans[i].from).toBeGreaterThanOrEqual(spans[i - 1].to);
    }
  });

  it('is parallel on the home cores under local ((b) mode 0 step 3)', () => {
    const spans = mappedPages(
      record(craftPlan({ apps: [{ signalling: 'local', redundancy: 3 }] })),
    );
    expect(new Set(spans.map((span) => span.core))).toEqual(new Set([1, 2, 3]));
    const c1 = spans.find((span) => span.core === 1)!;
    const c2 = spans.find((span) => span.core === 2)!;
    expect(Math.max(c1.from, c2.from)).toBeLessThan(Math.min(c1.to, c2.to));
  });

  it.each(
    SIGNALLING_METHODS.flatMap((method) =>
      (
        [
          [2012, 'pagefault', 'finished'],
          [2013, 'pagefault', 'replicatable'],
          [2012, 'exception', 'finished'],
          [2013, 'exception', 'finished'],
          [2012, 'syscall', 'replicatable'],
          [2013, 'ipc', 'replicatable'],
          [2012, 'irq', 'replicatable'],
        ] as const
      ).map(([era, trap, kind]) => [method, era, trap, kind] as const),
    ),
  )('%s, era %i: a %s is %s (4.6, 4.7)', (signalling, era, trap, kind) => {
    const plan = craftPlan({
      apps: [{ signalling, redundancy: 3, workload: crafted(trap, 1) }],
      era,
    });
    const run = record(plan);
    const end = run.rendezvous[0].handled[0];
    const count = (event: EventKind) => rowsOf(run, event).filter((row) => row.time <= end).length;
    const once = [count('handled'), count('state-put'), count('state-got')];
    expect(once).toEqual(kind === 'finished' ? [3, 0, 0] : [1, 1, 2]);
  });

  it('copies a state per put and get and four UTCBs per proxied call (4.3, 4.7 A12)', () => {
    const plan = craftPlan({ apps: [{ redundancy: 3, workload: crafted('syscall', 2) }] });
    // Two calls and the exit are proxied; the exit is not copied to anyone.
    expect(record(plan).summary.bytesCopied).toBe(3 * 4 * 512 + 2 * 3 * (18 * 4 + 512));
  });
});

const ROUND_TRIP =
  'ipi_send + ipi_latency + idle_wake + ipi_handler + drq + ipi_send + ipi_latency + idle_wake + ipi_handler';

it.each([
  ['migration', 'ctx_switch + gdt_set + mig_src + ipi_send', '(b) mode 1'],
  ['ipc', `gdt_set + ipc_entry + ${ROUND_TRIP}`, '(b) mode 2 step 6'],
  ['polling', 'gdt_set + store', '(b) mode 3 step 5'],
] as const)(
  'the release stagger of %s, %s, is the next skew (%s)',
  (signalling, stagger, _source) => {
    const plan = craftPlan({ apps: [{ signalling, redundancy: 3 }], costs: { poll_period: 1 } });
    const [first, second] = perEvent(rowsOf(record(plan), 'trap'), 3);
    expect(new Set(first.map((row) => row.time)).size).toBe(1);
    const gaps = [1, 2].map((i) => second[i].time - second[i - 1].time);
    const cycles = cyclesOf(plan.costs, stagger);
    expect(gaps).toEqual([cycles, cycles]);
  },
);

it('Romain fetches a queued CALL by a handshake only when it was busy (4.9 A12)', () => {
  const plan = craftPlan({ apps: [{ signalling: 'ipc', redundancy: 2 }] });
  const handshakes = rowsOf(record(plan), 'handshake-sent').map((row) => row.arg);
  // Event 0: R1 calls while R0's CALL is taken. Event 1: R1 comes a round trip later and waits not.
  expect(handshakes[0]).toBe(1);
  const { compared } = record(plan).rendezvous[0];
  const inSecond = rowsOf(record(plan), 'handshake-sent').filter(
    (row) => row.time > compared[0] && row.time < compared[1],
  );
  expect(inSecond).toEqual([]);
});

it.each([
  ['ipc', 'notify-sent', 'arrival order', '4.1 #2 A12'],
  ['polling', 'released', 'index order', '4.1 #3 A12'],
] as const)('releases under %s (%s) in %s (%s)', (signalling, kind, order, _source) => {
  const costs = { skew_sigma: 400_000 };
  const workload = crafted('pagefault', 12);
  const run = record(craftPlan({ apps: [{ signalling, redundancy: 3, workload }], costs }));
  const groups = (of: EventKind, by: 'replica' | 'arg') =>
    perEvent(rowsOf(run, of).slice(0, 36), 3).map((group) => group.map((row) => row[by]));
  const arrivals = groups('trap', 'replica');
  expect(groups(kind, 'arg')).toEqual(
    order === 'index order' ? arrivals.map(() => [0, 1, 2]) : arrivals,
  );
});
