import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { record } from '../../run/record.ts';
import { arbitraryFaulty } from '../../testing/arbitrary-faults.ts';
import { arbitraryRunnable } from '../../testing/arbitrary-scenario.ts';
import { wholeRun } from '../range.ts';
import { chromeTrace, traceEvents } from './chrome-trace.ts';
import { CHROME_TRACE } from './format.ts';
import type { TraceEvent } from './format.ts';
import { clockOf } from './source.ts';
import type { SliceDetail, TraceSource } from './source.ts';

/** Random runs, with and without faults, whole or cut anywhere. */
const arbitrarySource = fc
  .tuple(
    fc.oneof(arbitraryRunnable(), arbitraryFaulty()),
    fc.constantFrom<SliceDetail>('cycles', 'names'),
    fc.option(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
    ),
  )
  .map(([{ plan }, detail, cut]): TraceSource => {
    const recording = record(plan);
    const { totalCycles } = recording.summary;
    const ends = (cut ?? [])
      .map((share) => Math.round(share * totalCycles))
      .toSorted((a, b) => a - b);
    const range = cut === null ? wholeRun(recording) : { from: ends[0], to: ends[1] + 1 };
    const notes = [{ time: ends[0] ?? 0, step: 0, text: 'look "here"', bookmark: 1 }];
    return { plan, recording, range, detail, notes, about: { link: '#s=1' } };
  });

type Slice = Extract<TraceEvent, { ph: 'B' | 'E' }>;
type Flow = Extract<TraceEvent, { ph: 's' | 'f' }>;

const isSlice = (event: TraceEvent): event is Slice => event.ph === 'B' || event.ph === 'E';
const isFlow = (event: TraceEvent): event is Flow => event.ph === 's' || event.ph === 'f';

it('is one JSON document that keeps to its schema', () => {
  fc.assert(
    fc.property(arbitrarySource, (source) => {
      const document = JSON.parse([...chromeTrace(source)].join('\n')) as unknown;
      const trace = v.parse(CHROME_TRACE, document);
      expect(trace.traceEvents).toEqual([...traceEvents(source)]);
      expect(trace.otherData).toMatchObject({
        digest: source.recording.summary.digest,
        link: '#s=1',
      });
    }),
    { numRuns: 25 },
  );
});

it('nests slices on every thread, in order of time, without a thread that has no name', () => {
  fc.assert(
    fc.property(arbitrarySource, (source) => {
      const stacks = new Map<number, { slices: Slice[]; time: number; last: number }>();
      for (const event of traceEvents(source)) {
        if (event.ph === 'M' && event.name === 'thread_name') {
          expect(stacks.has(event.tid)).toBe(false);
          stacks.set(event.tid, { slices: [], time: -1, last: event.pid });
        }
        if (!isSlice(event)) continue;
        const thread = stacks.get(event.tid)!;
        expect(thread.last).toBe(event.pid);
        expect(event.ts).toBeGreaterThanOrEqual(thread.time);
        thread.time = event.ts;
        if (event.ph === 'B') thread.slices.push(event);
        else {
          const begun = thread.slices.pop()!;
          expect({ ...begun, ph: 'E', ts: event.ts }).toEqual(event);
          expect(event.ts).toBeGreaterThan(begun.ts);
        }
      }
      for (const { slices } of stacks.values()) expect(slices).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

it('gives each core, in slices that hold no other, just the time of its recorded spans', () => {
  fc.assert(
    fc.property(arbitrarySource, (source) => {
      const { plan, recording, range } = source;
      const perMicrosecond = plan.clockGHz * 1000;
      const leaves = new Map<number, [number, number][]>();
      const open: (Slice & { leaf: boolean })[] = [];
      for (const event of traceEvents(source)) {
        if (!isSlice(event)) continue;
        if (event.ph === 'B') {
          const around = open.at(-1);
          if (around !== undefined) around.leaf = false;
          open.push({ ...event, leaf: true });
          continue;
        }
        const begun = open.pop()!;
        if (!begun.leaf) continue;
        const cycles = (ts: number): number => Math.round(ts * perMicrosecond);
        const found = leaves.get(event.pid) ?? [];
        leaves.set(event.pid, [...found, [cycles(begun.ts), cycles(event.ts)]]);
        const { args } = event;
        if (source.detail === 'cycles') {
          expect(args).toEqual({
            cycle: cycles(begun.ts),
            cycles: cycles(event.ts) - cycles(begun.ts),
          });
        }
      }
      const end = Math.min(range.to, recording.summary.totalCycles);
      for (const [core, { start }] of recording.spans.entries()) {
        const slices = leaves.get(101 + core) ?? [];
        const edges = new Set(slices.flat());
        // Gapless from the beginning of the range to its end, and nothing twice.
        expect(slices.reduce((sum, [from, to]) => sum + to - from, 0)).toBe(
          Math.max(end - range.from, 0),
        );
        slices.slice(1).forEach(([from], i) => expect(from).toBe(slices[i][1]));
        if (source.detail === 'names') continue;
        for (const time of start)
          if (time > range.from && time < end) expect(edges).toContain(time);
        expect(slices).toHaveLength(
          start.filter((time, i) => time < end && (start[i + 1] ?? Infinity) > range.from).length,
        );
      }
    }),
    { numRuns: 25 },
  );
});

it('ends every asynchronous stretch on its track, by name', () => {
  fc.assert(
    fc.property(arbitrarySource, (source) => {
      const tracks = new Map<string, { name: string; ts: number }[]>();
      for (const event of traceEvents(source)) {
        if (event.ph !== 'b' && event.ph !== 'e') continue;
        const key = `${event.pid} ${event.cat} ${event.id}`;
        const stack = tracks.get(key) ?? [];
        tracks.set(key, stack);
        if (event.ph === 'b') {
          const around = stack.at(-1);
          if (around !== undefined) expect(event.ts).toBeGreaterThanOrEqual(around.ts);
          stack.push(event);
        } else {
          const begun = stack.pop()!;
          expect(begun.name).toBe(event.name);
          expect(event.ts).toBeGreaterThanOrEqual(begun.ts);
        }
      }
      for (const stack of tracks.values()) expect(stack).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

it('binds both ends of every arrow to a slice that is open on that thread', () => {
  let arrows = 0;
  fc.assert(
    fc.property(arbitrarySource, (source) => {
      const ends = new Map<number, Flow[]>();
      const depth = new Map<number, number>();
      for (const event of traceEvents(source)) {
        if (isSlice(event)) {
          depth.set(event.tid, (depth.get(event.tid) ?? 0) + (event.ph === 'B' ? 1 : -1));
        }
        if (!isFlow(event)) continue;
        expect(depth.get(event.tid) ?? 0).toBeGreaterThan(0);
        ends.set(event.id, [...(ends.get(event.id) ?? []), event]);
      }
      const clock = clockOf(source.plan);
      const { messages } = source.recording;
      for (const [id, flows] of ends) {
        arrows += 1;
        const [start, finish] = flows.toSorted((a, b) => a.ts - b.ts || (a.ph === 's' ? -1 : 1));
        expect([start.ph, finish.ph, flows.length]).toEqual(['s', 'f', 2]);
        expect([start.pid, finish.pid]).toEqual([
          101 + messages.from[id - 1],
          101 + messages.to[id - 1],
        ]);
        expect([start.ts, finish.ts]).toEqual([
          clock(messages.sent[id - 1]),
          clock(messages.arrival[id - 1]),
        ]);
      }
    }),
    { numRuns: 40 },
  );
  expect(arrows).toBeGreaterThan(100);
});

it('counts overhead whose parts sum to it', () => {
  let samples = 0;
  fc.assert(
    fc.property(arbitrarySource, (source) => {
      const counters = [...traceEvents(source)].filter((event) => event.ph === 'C');
      for (let i = 0; i < counters.length; i += 2) {
        samples += 1;
        const [whole, parts] = [counters[i].args, counters[i + 1].args];
        const sum = Object.values(parts).reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(whole['percent'], 6);
      }
    }),
    { numRuns: 15 },
  );
  expect(samples).toBeGreaterThan(20);
});
