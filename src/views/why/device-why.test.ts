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
function whyAtVote({ plan, recording }: Run, event = 1): Why {
  const time = recording.rendezvous[0]?.compared[event] ?? NaN;
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
    ).toMatch(/gets another item: [23]/u);
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
