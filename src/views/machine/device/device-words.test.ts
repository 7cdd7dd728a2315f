import { describe, expect, it } from 'vitest';
import type { DeviceView } from '../../../run/device-view.ts';
import { planOf } from '../testing.ts';
import {
  deviceDescription,
  dueText,
  lineWords,
  readText,
  soFarWords,
  writesText,
  writeText,
} from './device-words.ts';

const [app] = planOf({ redundancy: 3, signalling: 'migration' }).apps;
if (app === undefined) throw new Error('the plan has no app');

const IDLE: DeviceView = {
  access: 'naive',
  input: 'fifo',
  interrupts: 20,
  arrived: 0,
  taken: 0,
  raisedAt: null,
  queued: 0,
  serving: -1,
  dueWords: [],
  dueWrites: 0,
  reads: [],
  writes: [],
  soFar: { reads: 0, readsDue: 0, wrongInputs: 0, writes: 0, writesDue: 0, wrongWrites: 0 },
};

const NAIVE: DeviceView = {
  ...IDLE,
  arrived: 3,
  taken: 1,
  raisedAt: 900,
  serving: 0,
  dueWords: [0xab],
  dueWrites: 1,
  reads: [
    { replica: 2, words: [0xab], right: true },
    { replica: 0, words: [null], right: false },
  ],
  writes: [
    { interrupt: 0, replica: 2, count: 1, repeated: false, wrong: false },
    { interrupt: 0, replica: 0, count: 1, repeated: true, wrong: true },
  ],
  soFar: { reads: 2, readsDue: 1, wrongInputs: 1, writes: 2, writesDue: 1, wrongWrites: 1 },
};

const PROXIED: DeviceView = {
  ...NAIVE,
  access: 'proxied',
  reads: [{ replica: -1, words: [0xab], right: true }],
  writes: [{ interrupt: 0, replica: -1, count: 1, repeated: false, wrong: false }],
  soFar: { reads: 1, readsDue: 1, wrongInputs: 0, writes: 1, writesDue: 1, wrongWrites: 0 },
};

describe('what the box says', () => {
  it('names the word that a replica got, or that there was none', () => {
    expect(NAIVE.reads.map((read) => readText(read, NAIVE.dueWords))).toEqual([
      '000000ab',
      'empty',
    ]);
    expect(readText({ words: [1, null, 3] }, [1, 2, 3])).toBe('2 of 3 right');
  });

  it('numbers writes as the device sees them, and counts them', () => {
    expect(NAIVE.writes.map((write) => writeText(NAIVE.writes, write))).toEqual(['1st', '2nd']);
    expect(writesText(NAIVE)).toEqual({ text: '2 writes', wrong: true });
    expect(writesText(PROXIED)).toEqual({ text: '1 write', wrong: false });
    const [wrong] = NAIVE.writes.slice(1);
    expect(writesText({ ...PROXIED, writes: wrong === undefined ? [] : [wrong] }).wrong).toBe(true);
  });

  it('says what is due once there is an interrupt', () => {
    expect(dueText(IDLE)).toEqual({ read: '', write: '' });
    expect(dueText(NAIVE)).toEqual({ read: '000000ab', write: '1 write' });
    expect(dueText({ ...NAIVE, dueWords: [1, 2], dueWrites: 4 })).toEqual({
      read: '2 words',
      write: '4 writes',
    });
  });

  it('raises the line while interrupts wait', () => {
    expect(lineWords(IDLE, 1000)).toEqual({ text: 'no interrupt yet', raised: false });
    expect(lineWords(NAIVE, 1000)).toEqual({ text: '2 interrupts wait 100 cyc', raised: true });
    expect(lineWords({ ...NAIVE, arrived: 2 }, 1000).text).toBe('interrupt 2 waits 100 cyc');
    expect(lineWords({ ...NAIVE, raisedAt: null }, 1000).text).toBe('interrupt 1 taken');
  });

  it('compares with one copy of the driver', () => {
    expect(soFarWords(NAIVE)).toEqual({ text: '2 reads for 1, 2 writes for 1', wrong: true });
    expect(soFarWords(PROXIED)).toEqual({ text: '1 read, 1 write', wrong: false });
  });
});

describe('the description', () => {
  it('tells of replicas that touch the device themselves', () => {
    expect(deviceDescription(app, NAIVE, 1000)).toBe(
      'Each replica touches it itself. Interrupt 1 of 20 was taken last; two wait, for 100 cycles. ' +
        'Due to be read: 000000ab. R2 reads 000000ab; R0 reads that the FIFO is empty, which is wrong. ' +
        'One write is due, two made by R2 and R0; what R0 wrote is wrong. ' +
        'So far 2 reads for 1, 2 writes for 1.',
    );
  });

  it('tells of Romain that touches it for all', () => {
    expect(deviceDescription(app, PROXIED, 1000)).toContain(
      'Romain touches it, once for all replicas.',
    );
    expect(deviceDescription(app, PROXIED, 1000)).toContain(
      'Romain reads 000000ab, copied to all. One write is due, one made by Romain.',
    );
  });

  it('waits for the first interrupt', () => {
    expect(deviceDescription(app, IDLE, 10)).toBe(
      'Each replica touches it itself. No interrupt has been taken yet; none waits. So far 0 reads, 0 writes.',
    );
  });
});
