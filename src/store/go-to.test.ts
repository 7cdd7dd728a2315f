import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';

import { speak } from '../base/language.ts';
import { parseGoTo } from './go-to.ts';
import { positionOf, SPEED_POSITIONS, speedAt, speedText } from './speed.ts';

afterEach(() => speak('en', {}));

describe('an instant in words', () => {
  it.each([
    ['+200us', { kind: 'microseconds', value: 200, relative: true }],
    ['-3 ms', { kind: 'microseconds', value: -3000, relative: true }],
    ['1.5ms', { kind: 'microseconds', value: 1500, relative: false }],
    ['2 964.114', { kind: 'microseconds', value: 2964.114, relative: false }],
    ['12 µs', { kind: 'microseconds', value: 12, relative: false }],
    ['cycle 77000', { kind: 'cycle', value: 77_000, relative: false }],
    ['77 000 cycles', { kind: 'cycle', value: 77_000, relative: false }],
    ['Event 41', { kind: 'event', value: 41, relative: false }],
    ['event -2', { kind: 'event', value: -2, relative: true }],
    ['step 1000', { kind: 'step', value: 1000, relative: false }],
    ['−1 step', { kind: 'step', value: -1, relative: true }],
  ])('reads %s', (text, value) => {
    expect(parseGoTo(text)).toEqual({ ok: true, value });
  });

  it.each([
    '',
    '  ',
    'soon',
    'event',
    'event 1.5',
    '5 parsec',
    'event 5 ms',
    '1e9',
    '--3',
    'constructor 1',
  ])('refuses "%s" with a sentence', (text) => {
    const read = parseGoTo(text);
    expect(read.ok ? 'read' : read.error).toMatch(/\.$/u);
  });

  it.each([
    ['Ereignis 41', { kind: 'event', value: 41, relative: false }],
    ['Takt 77000', { kind: 'cycle', value: 77_000, relative: false }],
    ['+3 Schritte', { kind: 'step', value: 3, relative: true }],
    ['1,5 ms', { kind: 'microseconds', value: 1500, relative: false }],
    ['1.5 ms', { kind: 'microseconds', value: 1500, relative: false }],
    ['event 41', { kind: 'event', value: 41, relative: false }],
  ])('reads %s where German is spoken', (text, value) => {
    speak('de', {});
    expect(parseGoTo(text)).toEqual({ ok: true, value });
  });

  it('takes no comma for a decimal mark in English', () => {
    expect(parseGoTo('1,5 ms').ok).toBe(false);
  });

  it('never throws, and what it reads is finite', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        const read = parseGoTo(text);
        expect(!read.ok || Number.isFinite(read.value.value)).toBe(true);
      }),
    );
  });
});

describe('speed', () => {
  it('goes from 1 us to 100 ms per second', () => {
    expect([speedAt(0), speedAt(SPEED_POSITIONS)]).toEqual([1, 100_000]);
    expect(speedText(speedAt(positionOf(50)))).toBe('50 µs');
    expect(speedText(100_000)).toBe('100 ms');
  });

  it('rises with the position', () => {
    const speeds = Array.from({ length: SPEED_POSITIONS + 1 }, (_, i) => speedAt(i));
    expect(speeds.every((speed, i) => i === 0 || speed >= (speeds[i - 1] ?? 0))).toBe(true);
  });
});
