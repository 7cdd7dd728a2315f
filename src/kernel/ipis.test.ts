import { describe, expect, it, vi } from 'vitest';
import type { MessageKind } from './events.ts';
import { EVENT_INDEX, MESSAGE_KINDS } from './events.ts';
import type { MachinePlan } from './plan.ts';
import { record } from '../testing/runs.ts';
import { craftPlan, crafted } from '../testing/plans.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 60_000 });

/*
 * Inter-processor interrupts per externalization event, facts 4.9 (A12): upper bounds without
 * coalescing. Computation is long, so an event is over before the next one begins.
 */

const GROUP_SIZES = [1, 2, 3, 4, 5, 6, 7] as const;
const machine = { sockets: 2, coresPerSocket: 8 };

/** Messages of each kind per event, without the exit and the event before it, which it follows at once. */
function messagesPerEvent(plan: MachinePlan): Record<MessageKind, number>[] {
  const { messages, rendezvous } = record(plan);
  const [{ length, trapped }] = rendezvous;
  return Array.from({ length: length - 2 }, (_, event) => {
    const counts = Object.fromEntries(MESSAGE_KINDS.map((kind) => [kind, 0]));
    for (let i = 0; i < messages.length; i++) {
      const inEvent = messages.sent[i] >= trapped[event] && messages.sent[i] < trapped[event + 1];
      if (inEvent) counts[MESSAGE_KINDS[messages.kind[i]]]++;
    }
    return counts as Record<MessageKind, number>;
  });
}

function ipisOf(counts: Record<MessageKind, number>): number {
  return MESSAGE_KINDS.filter((kind) => kind !== 'POST' && kind !== 'RELEASE').reduce(
    (sum, kind) => sum + counts[kind],
    0,
  );
}

describe.each(['pagefault', 'syscall'] as const)('in an event of kind %s', (trap) => {
  const workload = crafted(trap, 4);

  it.each(GROUP_SIZES)('local sends 2(N-1) IPIs, N = %i', (n) => {
    const plan = craftPlan({ apps: [{ signalling: 'local', redundancy: n, workload }], machine });
    for (const counts of messagesPerEvent(plan)) {
      expect(counts.WAKE).toBe(2 * (n - 1));
      expect(ipisOf(counts)).toBe(2 * (n - 1));
    }
  });

  it.each(GROUP_SIZES.slice(1))('migration sends 2N IPIs, N = %i', (n) => {
    const plan = craftPlan({
      apps: [{ signalling: 'migration', redundancy: n, workload }],
      machine,
    });
    for (const counts of messagesPerEvent(plan)) {
      expect(counts.MIGRATE).toBe(2 * n);
      expect(ipisOf(counts)).toBe(2 * n);
    }
  });

  it.each(GROUP_SIZES.slice(1))('ipc sends 4N + 2(N-1) when all trap at once, N = %i', (n) => {
    const plan = craftPlan({ apps: [{ signalling: 'ipc', redundancy: n, workload }], machine });
    const [first] = messagesPerEvent(plan);
    expect(first).toMatchObject({ CALL: n, NOTIFY: n, HANDSHAKE: n - 1, ANSWER: 3 * n - 1 });
    expect(ipisOf(first)).toBe(4 * n + 2 * (n - 1));
  });

  it.each(GROUP_SIZES)('polling sends none, N = %i', (n) => {
    const plan = craftPlan({ apps: [{ signalling: 'polling', redundancy: n, workload }], machine });
    const posts = n === 1 ? 0 : n;
    for (const counts of messagesPerEvent(plan)) {
      expect(counts).toMatchObject({ POST: posts, RELEASE: posts });
      expect(ipisOf(counts)).toBe(0);
    }
    expect(record(plan).summary.ipis).toBe(0);
  });
});

/** Least gap between two replicas' traps, per event as above. */
function leastGaps(plan: MachinePlan): number[] {
  const { events, rendezvous } = record(plan);
  const n = plan.apps[0].cores.length;
  const times = plan.apps[0].cores.map(() => [] as number[]);
  for (let i = 0; i < events.length; i++) {
    if (events.kind[i] === EVENT_INDEX.trap) times[events.replica[i]].push(events.time[i]);
  }
  return Array.from({ length: rendezvous[0].length - 2 }, (_, event) => {
    const inOrder = times.map((own) => own[event]).toSorted((a, b) => a - b);
    return Math.min(...Array.from({ length: n - 1 }, (__, i) => inOrder[i + 1] - inOrder[i]));
  });
}

it.each(GROUP_SIZES.slice(1))('ipc sends 4N when all trap far apart, N = %i', (n) => {
  const plan = craftPlan({
    apps: [{ signalling: 'ipc', redundancy: n, workload: crafted('pagefault', 40) }],
    costs: { skew_sigma: 2_000_000 },
    machine,
  });
  const gaps = leastGaps(plan);
  const far = messagesPerEvent(plan).filter((_, event) => gaps[event] > 10_000);
  expect(far.length).toBeGreaterThan(5);
  for (const counts of far) {
    expect(counts.HANDSHAKE).toBe(0);
    expect(ipisOf(counts)).toBe(4 * n);
  }
});

it.each(GROUP_SIZES.slice(1))(
  'ipc sends two more per handshake, at most N-1 of them, N = %i',
  (n) => {
    const plan = craftPlan({
      apps: [{ signalling: 'ipc', redundancy: n, workload: crafted('pagefault', 40) }],
      costs: { skew_sigma: 3000 },
      machine,
    });
    const perEvent = messagesPerEvent(plan);
    for (const counts of perEvent) {
      expect(counts.HANDSHAKE).toBeLessThanOrEqual(n - 1);
      expect(ipisOf(counts)).toBe(4 * n + 2 * counts.HANDSHAKE);
    }
    expect(perEvent.some((counts) => counts.HANDSHAKE > 0)).toBe(true);
  },
);

it('one replica sends no IPI whatever the method', () => {
  for (const signalling of ['local', 'migration', 'ipc', 'polling'] as const) {
    const plan = craftPlan({ apps: [{ signalling, redundancy: 1 }] });
    expect(record(plan).summary.ipis).toBe(0);
  }
});
