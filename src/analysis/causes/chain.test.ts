import fc from 'fast-check';
import { expect, it, vi } from 'vitest';

import { ACTIVITY } from '../../kernel/activities.ts';
import type { Selection } from '../../base/selection.ts';
import { arbitraryFaulty } from '../../testing/arbitrary-faults.ts';
import { arbitraryRunnable } from '../../testing/arbitrary-runnable.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { CauseChain, CauseLink } from './chain.ts';
import { compilePlan } from '../../scenario/compile.ts';
import { DEFAULT_APP, defaultScenario } from '../../scenario/default-scenario.ts';
import { chainOf } from './chain-of.ts';
import type { TracedRun } from './chain-of.ts';
import { trace } from './testing.ts';

// Long enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 240_000 });

const pick = fc.array(fc.double({ min: 0, max: 0.999_999, noNaN: true }), {
  minLength: 12,
  maxLength: 12,
});

/** A selection of every kind, at random places of the run. */
function selections({ plan, recording }: TracedRun, at: readonly number[]): Selection[] {
  const index = (i: number, length: number): number => Math.floor((at[i] ?? 0) * length);
  const app = index(0, plan.apps.length);
  const event = index(1, recording.rendezvous[app].length);
  const core = index(2, plan.coreCount);
  const spans = recording.spans[core];
  const busy = plan.apps[app].cores[index(3, plan.apps[app].cores.length)];
  const replica = index(4, plan.apps[app].cores.length);
  const span = (id: number, i: number): Selection => {
    const { start, length } = recording.spans[id];
    return { kind: 'span', core: id, start: start[index(i, length)] };
  };
  return [
    { kind: 'wait', app, replica, event },
    { kind: 'event', app, event },
    { kind: 'span', core, start: spans.start[index(5, spans.length)] },
    span(busy, 6),
    span(plan.apps[app].resCore, 7),
    { kind: 'message', row: index(8, recording.messages.length) },
    { kind: 'step', step: 1 + index(9, recording.events.length) },
    { kind: 'step', step: recording.events.length },
  ];
}

function expectGapless({ from, to, links, clauses }: CauseChain): void {
  let at = from;
  for (const link of links) {
    expect(link.from).toBe(at);
    expect(link.to).toBeGreaterThan(link.from);
    at = link.to;
  }
  expect(at).toBe(to);
  let next = 0;
  for (const [i, clause] of clauses.entries()) {
    expect(clause.first).toBe(next);
    expect(clause.end).toBeGreaterThan(clause.first);
    expect(clause.from).toBe(links[clause.first]?.from);
    expect(clause.to).toBe(links[clause.end - 1]?.to);
    for (const link of links.slice(clause.first, clause.end)) expect(link.clause).toBe(i);
    next = clause.end;
  }
  expect(next).toBe(links.length);
}

const sumOf = ({ costs }: CauseLink): number => costs.reduce((sum, { cycles }) => sum + cycles, 0);

/** Did what a link says happen, by what the recording keeps without any chain? */
function happened({ plan, recording }: TracedRun, link: CauseLink): boolean {
  const { spans, messages } = recording;
  const { start, length } = spans[link.core];
  switch (link.kind) {
    case 'flight':
      return Array.from({ length: messages.length }, (_, i) => i).some(
        (i) =>
          messages.arrival[i] === link.to &&
          messages.sent[i] <= link.from &&
          messages.from[i] === link.fromCore &&
          messages.to[i] === link.core,
      );
    case 'work':
      // The core may serve another app until the device has something to say.
      if (link.activity === 'awaitInterrupt')
        return plan.apps[link.app].device?.arrivals.includes(link.to) === true;
      return start.subarray(0, length).every((time) => time <= link.from || time >= link.to);
    default:
      return true;
  }
}

it('explains every stretch by links without gaps that sum to it', () => {
  let explained = 0;
  fc.assert(
    fc.property(arbitraryRunnable(), pick, ({ plan }, at) => {
      const run = trace(plan);
      for (const selection of selections(run, at)) {
        const chain = chainOf(run, selection);
        if (chain === null) continue;
        explained += 1;
        expectGapless(chain);
        for (const link of chain.links) {
          expect({ link, happened: happened(run, link) }).toEqual({ link, happened: true });
          expect(sumOf(link)).toBeLessThanOrEqual(link.to - link.from);
        }
      }
    }),
    { numRuns: 120 },
  );
  expect(explained).toBeGreaterThan(400);
});

it('explains runs with faults as well', () => {
  let explained = 0;
  fc.assert(
    fc.property(arbitraryFaulty(), pick, ({ plan }, at) => {
      const run = trace(plan);
      for (const selection of selections(run, at)) {
        const chain = chainOf(run, selection);
        if (chain === null) continue;
        explained += 1;
        expectGapless(chain);
      }
    }),
    { numRuns: 120 },
  );
  expect(explained).toBeGreaterThan(400);
});

/** User code, and a core that waits for a device: no cost says how long. */
const UNPRICED: ReadonlySet<string> = new Set(['user', 'halted']);

it('takes every stretch of work, flight and poll apart into cost parameters, to the cycle', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(arbitraryRunnable(), pick, ({ plan }, at) => {
      const run = trace(plan);
      for (const selection of selections(run, at))
        for (const link of chainOf(run, selection)?.links ?? []) {
          const user = link.kind === 'work' && UNPRICED.has(ACTIVITY[link.activity].style);
          seen.add(link.kind === 'work' ? link.activity : link.kind);
          expect({ link, sum: sumOf(link) }).toEqual({ link, sum: user ? 0 : link.to - link.from });
        }
    }),
    { numRuns: 120 },
  );
  expect(seen.size).toBeGreaterThan(30);
});

it('prices work that goes on when others have had its core at the costs with which it began', () => {
  const of = { ...DEFAULT_APP, redundancy: 2, placement: [7, 6] } as const;
  const workload = { kind: 'periodic', events: 2, instructions: 1, trap: 'syscall' } as const;
  const scenario: Scenario = {
    ...defaultScenario(),
    costs: { preset: 'fast-ipi', overrides: { time_slice: 1000, trap_entry: 900 } },
    // Each first trap is under way then, and outlasts its time slice.
    costChanges: [{ at: { cycle: 400 }, overrides: { trap_entry: 0 } }],
    apps: [
      { ...of, name: 'one', workload, signalling: 'polling' },
      { ...of, name: 'other', workload, signalling: 'local' },
    ],
  };
  const plan = compilePlan(scenario, new Map());
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  const run = trace(plan.value);
  const all = Array.from({ length: run.recording.events.length }, (_, i) =>
    chainOf(run, { kind: 'step', step: i + 1 }),
  ).flatMap((chain) => chain?.links ?? []);
  const trapping = all.filter((link) => link.kind === 'work' && link.activity === 'trap');
  const resumed = new Map(trapping.map((link) => [link.from, sumOf(link)]));
  expect([...resumed].filter(([, cycles]) => cycles > 0)).toEqual([
    [4234, 290],
    [5000, 24],
  ]);
});
