import { expect, it } from 'vitest';

import type { Selection } from '../../base/selection.ts';
import { driverWork } from '../../testing/driver-runs.ts';
import { craftPlan, crafted } from '../../testing/plans.ts';
import { cyclesOf } from '../../testing/steps.ts';
import type { CauseChain } from './chain.ts';
import { chainOf } from './chain-of.ts';
import { clauseText } from './clause-words.ts';
import { chainHeadline, latenessText } from './headline.ts';
import { trace } from './testing.ts';

type Method = 'local' | 'migration' | 'ipc' | 'polling';
const EVENT: Selection = { kind: 'event', app: 0, event: 1 };

/** A crafted run of three replicas; it has no skew, so its numbers never change. */
function runOf(signalling: Method, trap: 'pagefault' | 'syscall' = 'pagefault') {
  return trace(craftPlan({ apps: [{ redundancy: 3, workload: crafted(trap, 3), signalling }] }));
}

function found(run: ReturnType<typeof runOf>, selection: Selection): CauseChain {
  const chain = chainOf(run, selection);
  if (chain === null) throw new Error(`nothing explains ${JSON.stringify(selection)}`);
  return chain;
}

const SENTENCES: Readonly<Record<Method, readonly string[]>> = {
  local: [
    'R0 computes',
    'R0 traps and enters the barrier',
    'R0 sums the registers of R0, R1 and R2 and compares',
    'The group maps a page for R0 and R2 one after another',
    'R0 is woken to leave the barrier',
    'R1 is woken to leave the barrier',
    'R1 returns to user code',
  ],
  migration: [
    'R1, R2 and R0 enter the barrier on C0, one after another, interrupted for R2 and R0',
    'Romain sums the registers of R0, R1 and R2 and compares',
    'Romain maps a page for R0, R1 and R2 one after another',
    'R0, R1 and R2 migrate home, one after another',
    'R1 returns to user code',
  ],
  ipc: [
    'R2 computes',
    'R2 traps and its CALL reaches Romain',
    'Romain sums the registers of R2 and compares',
    'Romain maps a page for R0, R1 and R2 one after another',
    'NOTIFY wakes R0; Romain is blocked until it answers',
    'NOTIFY wakes R1; Romain is blocked until it answers',
    'NOTIFY wakes R2',
    'R2 returns to user code',
  ],
  polling: [
    'R2 computes',
    'R2 traps and posts its slot; Romain’s next poll sees it',
    'Romain sums the registers of R0, R1 and R2 and compares',
    'Romain maps a page for R0, R1 and R2 one after another',
    'Romain clears the slot of R0',
    'Romain clears the slot of R1',
    'Romain clears the slot of R2, which its next poll sees',
    'R2 returns to user code',
  ],
};

it.each(Object.keys(SENTENCES) as Method[])('tells an event under %s', (signalling) => {
  const run = runOf(signalling);
  const chain = found(run, EVENT);
  const told = chain.clauses.map((clause) => clauseText(run.plan, chain, clause));
  expect(told).toEqual(SENTENCES[signalling]);
});

it('gives each step of an ipc event the cycles of what it is made of', () => {
  const run = runOf('ipc', 'syscall');
  const { clauses } = found(run, EVENT);
  const round =
    'gdt_set + ipc_entry + ipi_send + 2*ipi_latency + 2*idle_wake + ipi_handler + drq + ipi_send';
  expect(clauses.slice(1).map(({ from, to }) => to - from)).toEqual(
    [
      'trap_entry + ipc_entry + drq + ipi_send + ipi_latency + idle_wake + ipi_handler + drq + ipi_send + ctx_switch',
      'csum + 4*line_local',
      'observer_dispatch + 4*utcb_copy + ipc_entry + server_time + put + 2*get',
      `${round} + ipi_handler`,
      `${round} + ipi_handler`,
      'gdt_set + ipc_entry + ipi_send + ipi_latency + idle_wake + ipi_handler + drq + ipi_send + ctx_switch',
      'gdt_set + vcpu_resume',
    ].map((sum) => cyclesOf(run.plan.costs, sum)),
  );
});

it('says in the headline what most of the time goes into, and why one replica is behind', () => {
  const run = runOf('ipc');
  const chain = found(run, EVENT);
  expect(chainHeadline(run.plan, chain, String)).toBe(
    'Event 2 lasts 28894 cycles, 27 % of it while Romain maps a page for R0, R1 and R2 one after another.',
  );
  // Two releases come before that of R2, and nothing else differs without skew.
  const two = 2 * ((chain.clauses[4]?.to ?? 0) - (chain.clauses[4]?.from ?? 0));
  expect(chain.earlier).toEqual({
    replica: 2,
    than: 0,
    event: 0,
    releasedLater: two,
    computedLonger: 0,
  });
  expect(chain.earlier && latenessText(chain.earlier, String)).toBe(
    `because event 1 released R2 ${two} cycles after R0`,
  );
});

it('explains the whole wait of a replica whichever idle part of it is selected', () => {
  const run = runOf('ipc');
  const { met } = run.recording.rendezvous[0];
  // Right before all have met, R0 is blocked in its CALL.
  const wait = found(run, { kind: 'span', core: 1, start: met[1] - 1 });
  expect(wait.about).toEqual({ kind: 'idle', app: 0, replica: 0, core: 1, event: 1 });
  const { start, activity, length } = run.recording.spans[1];
  const row = start.subarray(0, length).indexOf(wait.from);
  const end = start.subarray(0, length).indexOf(wait.to);
  // Blocked, interrupted by the answer to its CALL, and blocked again.
  expect(end - row).toBe(3);
  expect(activity[row]).toBe(activity[row + 2]);
  for (const part of [row, row + 2])
    expect(found(run, { kind: 'span', core: 1, start: start[part] }).to).toBe(wait.to);
  // The interrupt itself is work, which has causes of its own.
  expect(found(run, { kind: 'span', core: 1, start: start[row + 1] }).about.kind).toBe('work');
});

it('does not take the sender of an interrupt for the cause of the work that it interrupted', () => {
  const run = runOf('migration');
  const { links } = found(run, EVENT);
  const handler = links.findIndex(({ interrupts }) => interrupts);
  const [before, after] = [links[handler - 1], links[handler + 1]];
  expect(before?.activity).toBe('enterCold');
  expect(after).toMatchObject({ activity: 'enterCold', replica: before?.replica, kind: 'work' });
  const pieces = [before, after].flatMap((link) => link?.costs ?? []);
  const sum = pieces.reduce((total, { cycles }) => total + cycles, 0);
  expect(sum).toBe(cyclesOf(run.plan.costs, 'cold_cache/3 + mutex'));
});

it('says when a fault delays a message, and by how much beyond its costs', () => {
  const fault = { at: { event: 1 }, app: 0, replica: 1, target: 'message' } as const;
  const plan = craftPlan({
    apps: [{ redundancy: 3, workload: crafted('pagefault', 3), signalling: 'ipc' }],
    faults: [{ ...fault, message: 'CALL', mode: 'delay', delay: 20_000 }],
  });
  const { clauses, links } = found(trace(plan), EVENT);
  const late = clauses[1];
  expect(late && clauseText(plan, found(trace(plan), EVENT), late)).toBe(
    'R1 traps and its CALL reaches Romain, delayed by a fault',
  );
  const flight = links.find(({ message, kind }) => message === 'CALL' && kind === 'flight');
  expect(flight?.costs).toEqual([{ name: 'ipi_latency', cycles: plan.costs.ipi_latency }]);
  expect((flight?.to ?? 0) - (flight?.from ?? 0)).toBe(plan.costs.ipi_latency + 20_000);
});

it('names the other application that a Res core serves, and what interrupts it', () => {
  const workload = {
    kind: 'periodic',
    events: 5,
    instructions: 10_000,
    trap: 'pagefault',
  } as const;
  const app = { redundancy: 2, signalling: 'ipc', workload } as const;
  const plan = craftPlan({ apps: [app, app], costs: { skew_sigma: 300 } });
  const chain = found(trace(plan), { kind: 'event', app: 0, event: 2 });
  const others = chain.clauses.filter(({ kind }) => kind === 'other');
  expect(others.length).toBeGreaterThan(1);
  const texts = others.map((clause) => clauseText(plan, chain, clause));
  for (const text of texts) expect(text).toMatch(/^C0 serves app 1(, interrupted for R\d)?$/u);
  expect(texts.some((text) => text.includes('interrupted'))).toBe(true);
});

it.each([
  [3, 'migration', 'Romain'],
  [3, 'local', 'R2'],
  ['native', 'migration', 'app 0'],
] as const)('tells the wait for an interrupt apart from its handling: %s, %s', (...given) => {
  const [redundancy, signalling, who] = given;
  const workload = driverWork({ access: 'proxied', every: 400_000 });
  const run = trace(craftPlan({ apps: [{ redundancy, signalling, workload }] }));
  const event = run.plan.apps[0].device?.waitsFor.indexOf(1) ?? -1;
  const chain = found(run, { kind: 'event', app: 0, event });
  const wait = chain.clauses.findIndex(({ kind }) => kind === 'await');
  const [awaited, handled] = chain.clauses.slice(wait);
  expect(clauseText(run.plan, chain, awaited)).toBe(`${who} waits for the interrupt of the device`);
  expect(handled.kind).toBe('handle');
  expect(awaited.to).toBe(run.plan.apps[0].device?.arrivals[1]);
  expect(chainHeadline(run.plan, chain, String)).toMatch(
    new RegExp(`, \\d+ % of it while ${who} waits for the interrupt of the device\\.$`, 'u'),
  );
});

it('has no cause for what lasts to the end of the run', () => {
  const run = runOf('ipc');
  const unused = run.plan.coreCount - 1;
  expect(chainOf(run, { kind: 'span', core: unused, start: 0 })).toBeNull();
  expect(chainOf(run, { kind: 'event', app: 0, event: 99 })).toBeNull();
  expect(chainOf(run, { kind: 'area', from: 0, to: 100, cores: [1] })).toBeNull();
});

it('speaks of several in the plural', () => {
  const texts = (Object.keys(SENTENCES) as Method[]).flatMap((signalling) => {
    const app = { redundancy: 7, workload: crafted('pagefault', 4), signalling } as const;
    const run = trace(craftPlan({ apps: [app], costs: { skew_sigma: 300 } }));
    const spans = run.recording.spans.flatMap(({ start, length }, core): Selection[] =>
      Array.from({ length }, (_, i) => ({ kind: 'span', core, start: start[i] ?? 0 })),
    );
    const chains = [EVENT, ...spans].flatMap((selection) => chainOf(run, selection) ?? []);
    return chains.flatMap((chain) =>
      chain.clauses.map((clause) => clauseText(run.plan, chain, clause)),
    );
  });
  const plural = texts.filter((text) => /^R\d(?:, R\d)* and R\d/u.test(text));
  expect(plural.length).toBeGreaterThan(0);
  for (const text of plural) {
    expect(text).not.toMatch(/\b(?:traps|enters|posts|sends|sees|returns|migrates|is|its)\b/u);
  }
  for (const text of texts) expect(text).not.toMatch(/\b(?:CALL|slot) of R\d(?:,| and) R\d/u);
});
