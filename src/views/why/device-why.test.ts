import { describe, expect, it } from 'vitest';
import type { MachinePlan } from '../../kernel/plan.ts';
import { record } from '../../run/record.ts';
import type { Recording } from '../../run/recording.ts';
import { createSeeker } from '../../run/seek.ts';
import { viewMachine } from '../../run/view.ts';
import { driverPlan } from '../../testing/driver-runs.ts';
import { whyOf } from './why.ts';
import type { Why } from './why.ts';

type Run = { readonly plan: MachinePlan; readonly recording: Recording };

function runOf(changes: Parameters<typeof driverPlan>[0]): Run {
  const plan = driverPlan({ interrupts: 3, every: 400_000, ...changes });
  return { plan, recording: record(plan) };
}

/** The account of the instant at which the vote of event `event` is held. */
function whyAtVote(run: Run, event = 1): Why {
  return whyAt(run, run.recording.rendezvous[0]?.compared[event] ?? NaN);
}

function whyAt({ plan, recording }: Run, time: number): Why {
  const machine = createSeeker(plan, recording).machineAt(time);
  const why = whyOf(plan, recording, viewMachine(plan, recording, machine, time));
  if (why === null) throw new Error('an app is shown');
  return why;
}

describe('a driver whose replicas touch the device', () => {
  it('is told from the reads to the vote', () => {
    const { chain, divergence, trap } = whyAtVote(runOf({ access: 'naive' }));
    expect(trap).toBe('device interrupt');
    const texts = chain.map(({ text }) => text);
    const reads = texts.filter((text) => text.endsWith('and finds the FIFO empty'));
    const writes = texts.filter((text) => text.endsWith('the effect happens once more'));
    expect([reads.length, writes.length]).toEqual([2, 2]);
    expect(texts.findIndex((text) => text.startsWith('Vote 2:1'))).toBeGreaterThan(
      texts.indexOf(reads[1] ?? ''),
    );
    expect(divergence[0]).toMatch(
      /^R\d took what was in the FIFO, so R\d and R\d found it empty\.$/u,
    );
    expect(divergence[1]).toBe(
      'The device saw three writes where one is due: nobody compares before a replica writes.',
    );
  });

  it('is told of a counter', () => {
    const run = runOf({ access: 'naive', input: 'counter', protection: { noMajority: 'strict' } });
    expect(whyAtVote(run).divergence[0]).toContain('every read advances the counter');
    expect(
      whyAtVote(run)
        .chain.map(({ text }) => text)
        .join(),
    ).toMatch(/than is due: number [23]/u);
  });

  it('is told of nobody who is right where no replica is', () => {
    const run = runOf({ access: 'naive', interrupts: 12, every: 20_000 });
    const lines = Array.from({ length: 12 }, (_, i) => whyAtVote(run, i + 1).divergence[0] ?? '');
    expect(lines.some((line) => line.includes('due later or to another'))).toBe(true);
    for (const line of lines) expect(line).toMatch(/^(?:R\d|The device|)/u);
  });
});

it('has nothing to say of a device that Romain touches', () => {
  const run = runOf({ access: 'proxied' });
  const { divergence, trap } = whyAtVote(run);
  expect([trap, divergence]).toEqual(['register read', []]);
});

it('names what breaks before the vote, then who waits', () => {
  const run = runOf({ access: 'naive' });
  const { headline, divergence } = whyAt(run, (run.recording.rendezvous[0]?.met[1] ?? NaN) - 1);
  expect(headline).toMatch(/^R\d took what was in the FIFO, so R\d and R\d found it empty\.$/u);
  expect(divergence[0]).toMatch(/^R\d has waited /u);
  expect(divergence[1]).toMatch(/^The device saw three writes/u);
});

it.each([
  ['naive', {}],
  ['proxied', {}],
  ['proxied', { redundancy: 1 }],
] as const)('tells the wait for an interrupt apart from its handling: %s, %j', (access, app) => {
  const run = runOf({ access, app });
  const device = run.plan.apps[0]?.device;
  const due = device?.arrivals[1] ?? NaN;
  const event = device?.waitsFor.indexOf(1) ?? -1;
  const { chain } = whyAt(run, due - 1000);
  const place = chain.findIndex(({ text }) => text === 'The interrupt of the device comes');
  expect(chain[place]?.time).toBe(due);
  expect(chain[place + 1]?.text).toMatch(/^Handled for /u);
  expect(chain[place + 1]?.cycles).toBe((run.recording.rendezvous[0]?.handled[event] ?? NaN) - due);
});

it.each([
  [3, 'All three replicas wait for the interrupt of the device.'],
  [1, 'The only replica waits for the interrupt of the device.'],
] as const)('says of %d that they wait for the interrupt', (redundancy, words) => {
  const run = runOf({ access: 'proxied', app: { redundancy } });
  expect(whyAt(run, (run.plan.apps[0]?.device?.arrivals[1] ?? NaN) - 1000).headline).toBe(words);
});

it('leaves out an interrupt that comes after the machine has halted', () => {
  const run = runOf({ access: 'naive', app: { signalling: 'ipc' } });
  const texts = whyAtVote(run).chain.map(({ text }) => text);
  expect(texts.at(-1)).toContain('kernel debugger');
});
