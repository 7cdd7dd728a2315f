import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import { ACTIVITY_INDEX } from '../../kernel/activities.ts';
import { EVENT_INDEX, MESSAGE_INDEX } from '../../kernel/events.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { record } from '../../run/record.ts';
import type { Recording } from '../../run/recording.ts';
import { arbitraryRunnable } from '../../testing/arbitrary-runnable.ts';
import { craftPlan, crafted, planOf } from '../../testing/plans.ts';
import { checkInvariants } from './check.ts';
import type { Finding } from './finding.ts';
import { INVARIANTS, Violations } from './finding.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const brokenIn = (findings: readonly Finding[]) =>
  findings.filter((finding) => !finding.ok).map((finding) => finding.id);

it('finds nothing wrong in any run', () => {
  fc.assert(
    fc.property(arbitraryRunnable(), ({ plan }) => {
      const findings = checkInvariants(plan, record(plan));
      expect(findings.filter((finding) => !finding.ok)).toEqual([]);
      expect(findings.map((finding) => finding.id)).toEqual(INVARIANTS.map((_, i) => i + 1));
      expect(findings.map((finding) => finding.name)).toEqual(INVARIANTS);
    }),
    { numRuns: 300 },
  );
});

it('says what it cannot check, and why', () => {
  const plan = craftPlan({ apps: [{ redundancy: 'native' }] });
  const findings = checkInvariants(plan, record(plan));
  const idle = findings.filter((finding) => !finding.applies);
  expect(idle.map((finding) => finding.id)).toEqual([8, 9, 10]);
  for (const finding of idle) expect(finding.details).toHaveLength(1);
});

const plan = craftPlan({
  apps: [{ signalling: 'ipc', redundancy: 3, workload: crafted('pagefault', 40) }],
  costs: { skew_sigma: 300 },
});
const honest = record(plan);

type Writable<T> = T extends (...args: never[]) => unknown
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> };

/** A copy of the honest recording, changed by `doctor`. */
function doctored(doctor: (recording: Writable<Recording>) => void): Recording {
  const copy = structuredClone(honest) as Writable<Recording>;
  doctor(copy);
  return copy;
}

function rowOf({ events }: Recording, kind: keyof typeof EVENT_INDEX, nth = 0): number {
  let left = nth;
  for (let i = 0; i < events.length; i++) {
    if (events.kind[i] === EVENT_INDEX[kind] && left-- === 0) return i;
  }
  throw new Error(`no row ${nth} of kind ${kind}`);
}

const firstSpan = (recording: Recording, core: number, activity: keyof typeof ACTIVITY_INDEX) =>
  recording.spans[core].activity.indexOf(ACTIVITY_INDEX[activity]);

/** Each lie, and the number of the invariant that must show it. */
const LIES: readonly (readonly [
  string,
  number,
  string,
  (recording: Writable<Recording>) => void,
])[] = [
  [
    'a trap that was never raised',
    1,
    'before all had trapped',
    ({ events }) => (events.kind[rowOf(honest, 'trap-entered', 4)] = EVENT_INDEX.resumed),
  ],
  [
    'a vote moved before the last trap',
    1,
    'before all had trapped',
    ({ events }) => {
      events.kind[rowOf(honest, 'trap-entered', 5)] = EVENT_INDEX.compared;
      events.kind[rowOf(honest, 'compared', 1)] = EVENT_INDEX['trap-entered'];
    },
  ],
  [
    'a second trap before the vote',
    1,
    'before its last event was compared',
    ({ events }) => (events.kind[rowOf(honest, 'call-built')] = EVENT_INDEX['trap-entered']),
  ],
  [
    'an event met before it was trapped',
    1,
    'event 7 is not met, compared, handled in order',
    ({ rendezvous }) => (rendezvous[0].trapped[7] = rendezvous[0].met[7] + 1),
  ],
  [
    'an event handled before it was compared',
    1,
    'event 3 is not met, compared, handled in order',
    ({ rendezvous }) => (rendezvous[0].handled[3] = rendezvous[0].compared[3] - 1),
  ],
  [
    'an event completed before it was handled',
    1,
    'event 3 is not met, compared, handled in order',
    ({ rendezvous }) => (rendezvous[0].completed[3] = rendezvous[0].handled[3] - 1),
  ],
  [
    'a gap before the first span',
    3,
    'core 2 has no first span',
    ({ spans }) => (spans[2].start[0] = 1),
  ],
  [
    'two spans at once',
    3,
    'not after the one before',
    ({ spans }) => (spans[1].start[5] = spans[1].start[4]),
  ],
  [
    'a span that ends a cycle late',
    3,
    'cycles, the summary',
    ({ spans }) => (spans[1].start[firstSpan(honest, 1, 'trap')] += 1),
  ],
  [
    'a summary with a halted cycle more',
    3,
    'halted cycles, the summary',
    ({ summary }) => (summary.cores[1].halted += 1),
  ],
  [
    'a message that arrives before it was sent',
    4,
    'sent at',
    ({ messages }) => (messages.arrival[9] = messages.sent[9] - 1),
  ],
  [
    'a message that never arrived',
    4,
    'never arrived',
    ({ events }) => (events.kind[rowOf(honest, 'ipi-arrived', 6)] = EVENT_INDEX.resumed),
  ],
  [
    'a message that arrived at another core',
    4,
    'arrived and was never sent',
    ({ events }) => (events.core[rowOf(honest, 'ipi-arrived', 6)] = 7),
  ],
  [
    'a message that arrived as another kind',
    4,
    'CALL at',
    ({ messages }) => (messages.kind[0] = MESSAGE_INDEX.NOTIFY),
  ],
  [
    'user code on the Res core',
    5,
    'core 0 is resilient and runs user code',
    ({ spans }) => (spans[0].activity[3] = ACTIVITY_INDEX.user),
  ],
  [
    "user code on another replica's core",
    5,
    'core 2 runs user code of app 0 R0',
    ({ spans }) => (spans[2].replica[firstSpan(honest, 2, 'user')] = 0),
  ],
  [
    'user code of an app that does not exist',
    5,
    'user code of app 3',
    ({ spans }) => (spans[2].app[firstSpan(honest, 2, 'user')] = 3),
  ],
  [
    'time that goes back',
    6,
    'before step',
    ({ events }) => (events.time[20] = events.time[19] - 1),
  ],
  [
    'another digest',
    6,
    'replay has digest',
    ({ summary }) => (summary.digest = '0123456789abcdef'),
  ],
  [
    'a checkpoint that is another machine',
    6,
    'seeking gives another state than running',
    ({ checkpoints }) => (checkpoints[1].machine.apps[0].ipis += 1),
  ],
  [
    'a cycle lost from a breakdown',
    7,
    'parts sum to',
    ({ summary }) => (summary.apps[0].replicas[1].breakdown.wait -= 1),
  ],
  [
    'an IPI that nobody had to send',
    7,
    'NOTIFY sent',
    ({ messages }) => {
      const row = messages.kind.indexOf(MESSAGE_INDEX.CALL);
      messages.kind[row] = MESSAGE_INDEX.NOTIFY;
    },
  ],
];

it.each(LIES)('sees %s by invariant %i', (_, id, words, doctor) => {
  const findings = checkInvariants(plan, doctored(doctor));
  expect(brokenIn(findings)).toContain(id);
  expect(findings[id - 1].details.join('\n')).toContain(words);
});

it('has a lie for every invariant that a recording can break', () => {
  expect(new Set(LIES.map(([, id]) => id))).toEqual(new Set([1, 3, 4, 5, 6, 7]));
  expect(
    brokenIn(
      checkInvariants(
        plan,
        doctored(() => undefined),
      ),
    ),
  ).toEqual([]);
});

describe('invariant 7', () => {
  it.each(SIGNALLING_METHODS.filter((method) => method !== 'ipc'))(
    'misses a message that was not recorded under %s',
    (signalling) => {
      const other = craftPlan({ apps: [{ signalling }] });
      const recording = record(other);
      const { length } = recording.messages;
      const cut = { ...recording, messages: { ...recording.messages, length: length - 1 } };
      expect(brokenIn(checkInvariants(other, cut))).toContain(7);
    },
  );

  it('misses a message from a group that sends none', () => {
    const single = craftPlan({ apps: [{ redundancy: 1 }] });
    const findings = checkInvariants(single, { ...record(single), messages: honest.messages });
    expect(brokenIn(findings)).toContain(7);
  });
});

describe('invariant 8', () => {
  it('sees one replica that took a cycle more than its costs', () => {
    const single = craftPlan({ apps: [{ redundancy: 1 }] });
    const recording = structuredClone(record(single)) as Writable<Recording>;
    recording.summary.apps[0].totalCycles += 1;
    const finding = checkInvariants(single, recording)[7];
    expect(finding.ok).toBe(false);
    expect(finding.details[0]).toContain('one replica takes');
  });

  it('sees polling that costs more than ipc', () => {
    const slow: MachinePlan = { ...plan, slotStore: plan.slotStore.map((cycles) => cycles) };
    const at = slow.apps[0].cores[1] * slow.coreCount + slow.apps[0].resCore;
    (slow.slotStore as number[])[at] = 1_000_000;
    const finding = checkInvariants(slow, record(slow))[7];
    expect(finding.ok).toBe(false);
    expect(finding.details[0]).toMatch(/^polling takes \d+ cycles, ipc \d+$/);
  });

  it('is not checked where a poll costs more than a message, nor on several apps', () => {
    const slow = craftPlan({ apps: [{ signalling: 'ipc' }], costs: { poll_period: 5000 } });
    const two = craftPlan({ apps: [{}, {}] });
    for (const other of [slow, two]) {
      expect(checkInvariants(other, record(other))[7]).toMatchObject({ ok: true, applies: false });
    }
  });
});

it('costs less under polling than under ipc, in every run that keeps the proviso', () => {
  let compared = 0;
  fc.assert(
    fc.property(arbitraryRunnable(), ({ scenario, plan: any }) => {
      const [app] = scenario.apps;
      const redundancy = Math.max(2, any.apps[0].cores.length);
      const totals = (['polling', 'ipc'] as const).map((signalling) => {
        const alone = { ...app, signalling, redundancy, placement: 'same-socket' as const };
        const machine = { ...scenario.machine, sockets: 1, coresPerSocket: 16 };
        // The proviso below is about costs that stay.
        return planOf({ ...scenario, machine, apps: [alone], costChanges: [] });
      });
      const { store, line_local, poll_period, ipi_send, ipi_latency, ipi_handler, drq } =
        totals[0].costs;
      fc.pre(ipi_send > 0 && ipi_latency > 0 && ipi_handler > 0);
      fc.pre(store + line_local + poll_period < ipi_send + ipi_latency + ipi_handler + drq);
      compared++;
      const [polling, ipc] = totals.map((twin) => record(twin).summary.totalCycles);
      expect(polling).toBeLessThan(ipc);
    }),
    { numRuns: 100 },
  );
  expect(compared).toBeGreaterThanOrEqual(100);
});

it('keeps the first five violations and counts the rest', () => {
  const violations = new Violations();
  for (let i = 0; i < 12; i++) violations.expect(i === 3, () => `number ${i}`);
  const finding = violations.finding(4);
  expect(finding.ok).toBe(false);
  expect(finding.details).toEqual([
    'number 0',
    'number 1',
    'number 2',
    'number 4',
    'number 5',
    'and 6 more',
  ]);
});

it('does not compare polling with ipc where one of the replicas is farther than a message', () => {
  const far = craftPlan({
    apps: [{ redundancy: 2, signalling: 'ipc', placement: [1, 6] }],
    costs: { line_remote: 3000, skew_sigma: 0 },
  });
  expect(checkInvariants(far, record(far))[7]).toMatchObject({ id: 8, ok: true, applies: false });
});
