import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_INDEX, EVENT_KINDS } from '../kernel/events.ts';
import { EventWriter, MessageWriter, SpanWriter } from './columns.ts';
import { cut, grown, resized } from './growable.ts';

describe('a growing array', () => {
  it('keeps what it holds when it grows and when it is cut', () => {
    const array = Float64Array.from([1, 2, 3]);
    expect(resized(array, 5)).toEqual(Float64Array.from([1, 2, 3, 0, 0]));
    expect(cut(array, 2)).toEqual(Float64Array.from([1, 2]));
    expect(cut(array, 2).buffer).toBe(array.buffer);
    expect(cut(resized(array, 64), 3)).toEqual(array);
    expect(cut(resized(array, 64), 3).buffer.byteLength).toBe(array.byteLength);
    expect(resized(Int8Array.from([-1]), 3)).toEqual(Int8Array.from([-1, 0, 0]));
    expect(resized(array, 3)).not.toBe(array);
  });

  it('always grows, to twice its size at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (length) => {
        expect(grown(length)).toBeGreaterThan(length);
        expect(grown(length)).toBeLessThanOrEqual(length * 2);
      }),
    );
  });
});

describe('event columns', () => {
  it.each([0, 1, 1023, 1024, 1025, 5000])('hold %i rows as they were added', (rows) => {
    const writer = new EventWriter();
    for (let i = 0; i < rows; i++) {
      const kind = EVENT_KINDS[i % EVENT_KINDS.length];
      const event = {
        time: i * 3e9,
        seq: i,
        kind,
        core: i % 64,
        thread: 0,
        token: i,
        arg: (i % 9) - 1,
      };
      writer.add(event, { app: i % 16, replica: (i % 8) - 1, home: 0 });
    }
    const columns = writer.finish();
    expect(columns.length).toBe(rows);
    for (let i = 0; i < rows; i++) {
      expect([
        columns.time[i],
        columns.kind[i],
        columns.core[i],
        columns.app[i],
        columns.replica[i],
        columns.arg[i],
      ]).toEqual([
        i * 3e9,
        EVENT_INDEX[EVENT_KINDS[i % EVENT_KINDS.length]],
        i % 64,
        i % 16,
        (i % 8) - 1,
        (i % 9) - 1,
      ]);
    }
    const { length, ...arrays } = columns;
    for (const array of Object.values(arrays)) expect(array).toHaveLength(length);
  });
});

describe('span columns', () => {
  it('drop spans of no length', () => {
    const writer = new SpanWriter();
    writer.begin(0, 1, 0, 0);
    writer.begin(0, 2, 0, 1);
    writer.begin(7, 3, 1, -1);
    writer.begin(7, 4, -1, -1);
    writer.begin(9, 5, 0, 2);
    const spans = writer.finish();
    expect(spans.length).toBe(3);
    expect([...spans.start]).toEqual([0, 7, 9]);
    expect([...spans.activity]).toEqual([2, 4, 5]);
    expect([...spans.app]).toEqual([0, -1, 0]);
    expect([...spans.replica]).toEqual([1, -1, 2]);
  });

  it('hold any number of spans', () => {
    const writer = new SpanWriter();
    for (let i = 0; i < 700; i++) writer.begin(i * 2, i % 41, i % 3, i % 7);
    const spans = writer.finish();
    expect(spans.length).toBe(700);
    expect(spans.start).toEqual(Float64Array.from({ length: 700 }, (_, i) => i * 2));
    expect(spans.activity).toEqual(Uint8Array.from({ length: 700 }, (_, i) => i % 41));
  });
});

it('message columns hold any number of messages', () => {
  const writer = new MessageWriter();
  for (let i = 0; i < 900; i++) {
    writer.add({
      kind: i % 8,
      sent: i,
      arrival: i + 5,
      from: i % 12,
      to: 3,
      app: 1,
      replica: i % 3,
      fault: i % 4,
    });
  }
  const columns = writer.finish();
  expect(columns.length).toBe(900);
  expect(columns.sent).toEqual(Float64Array.from({ length: 900 }, (_, i) => i));
  expect(columns.arrival).toEqual(Float64Array.from({ length: 900 }, (_, i) => i + 5));
  expect(columns.from).toEqual(Int8Array.from({ length: 900 }, (_, i) => i % 12));
  expect(columns.replica).toEqual(Int8Array.from({ length: 900 }, (_, i) => i % 3));
});
