import { describe, expect, it } from 'vitest';
import { FAULT_TARGETS, REGISTERS, SIGNALLING_METHODS } from '../../base/vocabulary.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import { record } from '../../run/record.ts';
import type { Recording } from '../../run/recording.ts';
import { createSeeker } from '../../run/seek.ts';
import { viewMachine } from '../../run/view.ts';
import { compilePlan } from '../../scenario/compile.ts';
import { DEFAULT_APP, defaultScenario } from '../../scenario/default-scenario.ts';
import type { AppSpec, FaultSpec, Scenario } from '../../scenario/scenario.ts';
import { createEvidence } from './evidence.ts';
import { EVENT_PARTS, partsOf } from './parts.ts';
import { stagesOf } from './stages.ts';
import { voteOf } from './vote.ts';
import { whyOf } from './why.ts';
import type { Why } from './why.ts';

interface Setting {
  readonly app?: Partial<AppSpec>;
  readonly faults: readonly Partial<FaultSpec>[];
  readonly over?: Partial<Scenario>;
}

const FLIP = { register: 'bx', bit: 17, fate: 'stays' } as const;

function runOf({ app, faults, over }: Setting): { plan: MachinePlan; recording: Recording } {
  const workload = {
    kind: 'periodic',
    events: 8,
    instructions: 40_000,
    trap: 'pagefault',
  } as const;
  const scenario: Scenario = {
    ...defaultScenario(),
    apps: [{ ...DEFAULT_APP, name: 'small', workload, signalling: 'migration', ...app }],
    faults: faults.map((fault) => ({
      at: { event: 3 },
      app: 0,
      replica: 1,
      target: 'gpr',
      ...fault,
    })),
    ...over,
  };
  const plan = compilePlan(scenario, new Map());
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return { plan: plan.value, recording: record(plan.value) };
}

function whyAt(run: ReturnType<typeof runOf>, time: number): Why {
  const { plan, recording } = run;
  const machine = createSeeker(plan, recording).machineAt(time);
  const why = whyOf(plan, recording, viewMachine(plan, recording, machine, time));
  if (why === null) throw new Error('an app is shown');
  return why;
}

function timeOf({ recording }: ReturnType<typeof runOf>, kind: string): number {
  const told = recording.incidents.find((one) => one.kind === kind);
  if (told === undefined) throw new Error(`no ${kind}`);
  return told.time;
}

const plain = (text: string): string => text.replaceAll('\u202f', ' ');

describe('the account of a flip that is outvoted', () => {
  const run = runOf({ faults: [FLIP] });
  const time = timeOf(run, 'mismatch') + 100;
  const why = whyAt(run, time);

  it('names the flipped bit and the vote', () => {
    expect(why.headline).toBe(
      'R1 is outvoted 2 to 1: bit 17 of bx is wrong, so its register sum differs.',
    );
  });

  it('folds equal registers and marks the digit that differs', () => {
    expect(why.table?.equal).toEqual(['ip', 'sp', 'ax', 'cx', 'dx', 'bp']);
    const [row] = why.table?.rows ?? [];
    expect(row?.name).toBe('bx');
    expect(row?.cells.map(({ marked }) => marked)).toEqual([[], [3], []]);
    expect(why.table?.sum?.cells[1]?.marked.length).toBeGreaterThan(0);
    expect(why.table?.wrong).toEqual([false, true, false]);
  });

  it('goes from the fault over the vote and the copy to user code, with its costs', () => {
    expect(why.chain.map(({ text }) => plain(text).replace(/ \d+\.\d µs/u, ' t'))).toEqual([
      'A fault flips bit 17 of bx in R1',
      expect.stringMatching(/^All three trap; R\d arrives last$/u),
      'Vote 2:1: R0 = R2 ≠ R1, found t after the fault',
      'Copied R2 → R1: registers, UTCB, 64 KiB',
      'Handled for all',
      'All three are back in user code',
    ]);
    expect(why.chain[3]?.note).toContain('memcpy_bw');
    expect(why.done).toBe(3);
  });

  it('states what the prototype does not compare', () => {
    expect(why.limit).toBe('Only these 7 registers are compared; memory, flags, si, di are not.');
  });

  it('shows no table before the vote, but what is wrong', () => {
    const before = whyAt(run, timeOf(run, 'injected') + 10);
    expect(before.table).toBeNull();
    expect(before.divergence).toEqual(['R1 differs in bit 17 of bx; the sum covers bx.']);
  });

  it('divides the event into parts that include the recovery', () => {
    const [app] = run.plan.apps;
    const sums = EVENT_PARTS.map(() => 0);
    for (let event = 0; event < (app?.program.length ?? 0); event++) {
      const stages = app === undefined ? null : stagesOf(run.recording, app, event);
      const cycles = stages === null ? null : partsOf(stages)[1]?.cycles;
      cycles?.forEach((part, i) => {
        sums[i] = (sums[i] ?? 0) + part;
      });
    }
    const breakdown = run.recording.summary.apps[0]?.replicas[1]?.breakdown;
    expect(sums).toEqual(EVENT_PARTS.map((part) => breakdown?.[part]));
    expect(breakdown?.recover).toBeGreaterThan(0);
  });
});

it('says that the sum does not cover si', () => {
  const run = runOf({ faults: [{ register: 'si', bit: 3, fate: 'stays' }] });
  const why = whyAt(run, timeOf(run, 'injected') + 10);
  expect(why.divergence).toEqual(['R1 differs in bit 3 of si; the sum does not cover that.']);
});

it('shows UTCB and si under full comparison, and that memory is not compared', () => {
  const faults = [
    { register: 'si', bit: 3, fate: 'stays' },
    { target: 'utcb', register: undefined, word: 3, bit: 5, fate: 'stays' },
  ] as const;
  const { protection } = defaultScenario();
  const run = runOf({
    faults: faults.map(({ ...fault }) => JSON.parse(JSON.stringify(fault)) as Partial<FaultSpec>),
    over: { protection: { ...protection, comparison: 'full' } },
  });
  const why = whyAt(run, timeOf(run, 'mismatch') + 100);
  expect(why.table?.rows.map(({ name }) => name)).toEqual(['si', 'UTCB 3']);
  expect(why.table?.sum).toBeNull();
  expect(why.limit).toContain('memory is not');
});

it('says of two that differ that nobody can tell which is right', () => {
  const run = runOf({ app: { redundancy: 2 }, faults: [FLIP] });
  const why = whyAt(run, run.recording.summary.totalCycles);
  expect(why.headline).toContain('nobody can tell which is right');
  expect(why.total).toBeNull();
  expect(why.chain.every(({ time }) => Number.isFinite(time))).toBe(true);
  expect(why.chain.at(-1)?.text).toContain('Romain stops the application');
});

it('names the replica that hangs as the reason why all wait', () => {
  const run = runOf({ faults: [{ ...FLIP, fate: 'hang' }] });
  const why = whyAt(run, run.recording.summary.totalCycles);
  expect(why.headline).toBe('R1 loops for ever, so the others wait for ever.');
});

it('tells of a lost release in the event that it belongs to', () => {
  const lost = { target: 'message', message: 'RELEASE', mode: 'drop', register: undefined };
  const fault = JSON.parse(JSON.stringify(lost)) as Partial<FaultSpec>;
  const run = runOf({ app: { signalling: 'polling' }, faults: [fault] });
  const why = whyAt(run, run.recording.summary.totalCycles);
  expect(why.headline).toBe('The RELEASE of R1 was lost, so the group waits for ever.');
  expect(why.chain.map(({ text }) => text)).toContain('A fault loses the RELEASE of R1');
});

it('agrees with Romain on who is outvoted, whatever the faults', () => {
  let votes = 0;
  for (let seed = 0; seed < 24; seed++) {
    const faults = [0, 1].map((i) => ({
      register: REGISTERS[(seed + 3 * i) % REGISTERS.length],
      bit: (seed * 7 + i) % 32,
      replica: (seed + i) % 3,
      seed,
    }));
    const { plan, recording } = runOf({ faults });
    const evidence = createEvidence(plan, recording, 0);
    for (const { kind, event, replica } of recording.incidents) {
      if (kind !== 'outvoted') continue;
      const vote = voteOf(plan, evidence, 0, event);
      expect(vote?.standings[replica]).toBe('differs');
      expect(vote?.causes.length).toBeGreaterThan(0);
      votes++;
    }
  }
  expect(votes).toBeGreaterThan(5);
});

it.each(SIGNALLING_METHODS)('finds words whatever faults do under %s', (signalling) => {
  for (const target of FAULT_TARGETS) {
    // Only split signalling has slots.
    if (target === 'slot' && signalling !== 'ipc' && signalling !== 'polling') continue;
    const faultRate = { meanCycles: 30_000, targets: [target] };
    const { plan, recording } = runOf({ app: { signalling }, faults: [], over: { faultRate } });
    const evidence = createEvidence(plan, recording, 0);
    const seeker = createSeeker(plan, recording);
    const { incidents } = recording;
    const every = Math.max(1, Math.floor(incidents.length / 16));
    for (const { time } of incidents.filter((_, i) => i % every === 0)) {
      const view = viewMachine(plan, recording, seeker.machineAt(time), time);
      const why = whyOf(plan, recording, view, 0, evidence);
      const words = [why?.headline, ...(why?.divergence ?? [])].concat(
        why?.chain.map((item) => item.text) ?? 'null',
      );
      expect(words.join(' ')).not.toMatch(/undefined|NaN|Infinity|null/u);
      expect(why?.chain.every((item) => Number.isFinite(item.cycles))).toBe(true);
    }
  }
});
