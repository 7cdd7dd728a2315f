import { describe, expect, it } from 'vitest';
import type { FaultMode, SignallingMethod } from '../../base/vocabulary.ts';
import { FAULT_MODES } from '../../base/vocabulary.ts';
import { faultOf, runFaulty } from '../../testing/fault-runs.ts';
import type { FaultyRun } from '../../testing/fault-runs.ts';
import type { Crafted } from '../../testing/plans.ts';
import { crafted } from '../../testing/plans.ts';
import { MESSAGE_INDEX, MESSAGE_KINDS } from '../events.ts';

type Kind = (typeof MESSAGE_KINDS)[number];

const DELAY = 50_000;

function hit(
  signalling: SignallingMethod,
  message: Kind,
  mode: FaultMode,
  more: Partial<Crafted> = {},
): FaultyRun {
  const fault = { target: 'message', message, mode, ...(mode === 'delay' && { delay: DELAY }) };
  return runFaulty({
    apps: [{ signalling, redundancy: 3, workload: crafted('syscall', 4) }],
    faults: faultOf(fault as Parameters<typeof faultOf>[0]),
    ...more,
  });
}

/** What follows of a message of R1 that is corrupted; one that is lost stalls the group in any case. */
const CORRUPTED: readonly (readonly [SignallingMethod, Kind, readonly string[]])[] = [
  ['local', 'WAKE', ['message-empty R1 WAKE']],
  ['migration', 'MIGRATE', ['message-empty R1 MIGRATE']],
  [
    'ipc',
    'CALL',
    ['message-corrupted R1 CALL', 'rcb-failed Romain follows a wrong pointer', 'stopped rcb'],
  ],
  ['ipc', 'ANSWER', ['message-empty R1 ANSWER']],
  ['ipc', 'HANDSHAKE', ['message-empty R1 HANDSHAKE']],
  ['ipc', 'NOTIFY', ['message-empty R1 NOTIFY']],
  [
    'polling',
    'POST',
    ['message-corrupted R1 POST', 'rcb-failed Romain follows a wrong pointer', 'stopped rcb'],
  ],
  ['polling', 'RELEASE', ['message-corrupted R1 RELEASE', 'stalled']],
];

it('covers every kind of message', () => {
  expect(CORRUPTED.map(([, kind]) => kind).toSorted()).toEqual(MESSAGE_KINDS.toSorted());
});

describe.each(CORRUPTED)('under %s, a %s', (signalling, kind, corrupted) => {
  it('that is dropped lets the group wait for ever', () => {
    const { app, told, recording } = hit(signalling, kind, 'drop');
    expect(told).toEqual(['injected R1', `message-dropped R1 ${kind}`, 'stalled']);
    expect(app).toMatchObject({ outcome: 'hang', stop: 'none' });
    expect(app.completedEvents).toBeLessThan(5);
    const { length, fault } = recording.messages;
    const marked = [...fault.subarray(0, length)].filter((mark) => mark !== 0);
    expect(marked).toEqual([1 + FAULT_MODES.indexOf('drop')]);
  });

  it('that is delayed makes the group late by about as much, and nothing else', () => {
    const { app, told, recording } = hit(signalling, kind, 'delay');
    const free = runFaulty({
      apps: [{ signalling, redundancy: 3, workload: crafted('syscall', 4) }],
    });
    expect(told).toEqual(['injected R1', `message-delayed R1 ${kind}`]);
    expect(app.outcome).toBe('masked');
    const late = app.totalCycles - free.app.totalCycles;
    expect(late).toBeLessThanOrEqual(DELAY + 5000);
    // The answer to a CALL is only noted; the group does not wait for it.
    expect(late).toBeGreaterThan(kind === 'ANSWER' ? -1 : DELAY - 10_000);
    const row = recording.messages.fault.indexOf(1 + FAULT_MODES.indexOf('delay'));
    const { arrival, sent } = recording.messages;
    expect(arrival[row] - sent[row]).toBeGreaterThan(DELAY);
  });

  it('that is corrupted does what its word does', () => {
    expect(hit(signalling, kind, 'corrupt').told).toEqual(['injected R1', ...corrupted]);
  });
});

describe('a corrupted pointer that is mapped', () => {
  it.each([
    ['ipc', 'CALL'],
    ['polling', 'POST'],
  ] as const)('under %s shows as a mismatch', (signalling, kind) => {
    const { told } = hit(signalling, kind, 'corrupt', { flow: { wild_unmapped: 0 } });
    expect(told.slice(2)).toEqual(['mismatch', 'stopped debugger']);
  });

  it.each([
    ['ipc', 'CALL'],
    ['polling', 'POST'],
  ] as const)('under %s is repaired by what-if recovery', (signalling, kind) => {
    const protection = { splitRecovery: 'what-if' } as const;
    const { told, app } = hit(signalling, kind, 'corrupt', {
      flow: { wild_unmapped: 0 },
      protection,
    });
    expect(told.slice(2)).toEqual(['mismatch', 'outvoted R1 by R2', 'recovered R1 from R2']);
    expect(app.outcome).toBe('corrected');
  });
});

it('leaves a replica deaf whose CALL is not answered: Romain stays blocked with its NOTIFY', () => {
  const { recording, app } = hit('ipc', 'ANSWER', 'drop');
  const { handled, completed } = recording.rendezvous[0];
  expect(handled[1]).toBeLessThan(Infinity);
  expect(completed[1]).toBe(Infinity);
  expect(app.replicas[1].breakdown.signalOut).toBeGreaterThan(0);
});

it('waits for the next message of its kind, of its replica only', () => {
  const { recording } = hit('ipc', 'CALL', 'drop');
  const { kind, fault, replica, sent, length } = recording.messages;
  const hits = Array.from({ length }, (_, i) => i).filter((i) => fault[i] !== 0);
  expect(hits).toHaveLength(1);
  const [row] = hits;
  expect([kind[row], replica[row]]).toEqual([MESSAGE_INDEX.CALL, 1]);
  const [{ time }] = recording.incidents;
  expect(sent[row]).toBeGreaterThan(time);
});

it('counts a dropped message as sent', () => {
  const { app, recording } = hit('ipc', 'CALL', 'drop');
  expect(app.messages).toBe(recording.messages.length);
  expect(app.ipis).toBe(recording.messages.length);
});
