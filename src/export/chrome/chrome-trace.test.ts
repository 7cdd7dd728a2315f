import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { record } from '../../run/record.ts';
import { arbitraryFaulty } from '../../testing/arbitrary-faults.ts';
import { arbitraryRunnable } from '../../testing/arbitrary-runnable.ts';
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
type Stretch = Extract<TraceEvent, { ph: 'b' | 'e' }>;
const isStretch = (event: TraceEvent): event is Stretch => event.ph === 'b' || event.ph === 'e';
const trackOf = ({ pid, cat, id }: Stretch): string => `${pid} ${cat} ${id}`;
const isFlow = (event: TraceEvent): event is Flow => event.ph === 's' || event.ph === 'f';

/** Each end with the last beginning that was open (and: did it hold no other?), and what stays open. */
function matched<T extends { readonly ph: string }>(
  edges: readonly T[],
): { pairs: [T, T, boolean][]; open: T[] } {
  const open: { begun: T; leaf: boolean }[] = [];
  const pairs: [T, T, boolean][] = [];
  for (const edge of edges) {
    if (edge.ph.toUpperCase() === 'B') {
      for (const around of open.slice(-1)) around.leaf = false;
      open.push({ begun: edge, leaf: true });
    } else {
      const { begun, leaf } = open.pop()!;
      pairs.push([begun, edge, leaf]);
    }
  }
  return { pairs, open: open.map(({ begun }) => begun) };
}

/** `spans`, those that meet at an instant that is no edge in one. */
function joined(spans: readonly number[][], edges: ReadonlySet<number>): number[][] {
  const all: number[][] = [];
  for (const [from, to] of spans) {
    if (edges.has(from)) all.push([from, to]);
    else all.at(-1)![1] = to;
  }
  return all;
}

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
      const events = [...traceEvents(source)];
      const named = events.filter(({ ph, name }) => ph === 'M' && name === 'thread_name');
      const threads = new Map(named.map(({ tid, pid }) => [tid, pid]));
      expect(threads.size).toBe(named.length);
      for (const [tid, pid] of threads) {
        const slices = events.filter(isSlice).filter((slice) => slice.tid === tid);
        expect(slices.every((slice) => slice.pid === pid)).toBe(true);
        const times = slices.map(({ ts }) => ts);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        const { pairs, open } = matched(slices);
        expect(open).toEqual([]);
        expect(pairs).toHaveLength(slices.length / 2);
        for (const [begun, ended] of pairs) {
          expect({ ...begun, ph: 'E', ts: ended.ts }).toEqual(ended);
          expect(ended.ts).toBeGreaterThan(begun.ts);
        }
      }
      expect(events.filter(isSlice).every(({ tid }) => threads.has(tid))).toBe(true);
    }),
    { numRuns: 25 },
  );
});

it('gives each core, in slices that hold no other, just the time of its recorded spans', () => {
  fc.assert(
    fc.property(arbitrarySource, (source) => {
      const { plan, recording, range, detail } = source;
      const cycles = (ts: number): number => Math.round(ts * plan.clockGHz * 1000);
      const slices = [...traceEvents(source)].filter(isSlice);
      const end = Math.min(range.to, recording.summary.totalCycles);
      for (const [core, { start }] of recording.spans.entries()) {
        const leaves = matched(slices.filter(({ pid }) => pid === 101 + core))
          .pairs.filter(([, , leaf]) => leaf)
          .map(([begun, ended]) => ({
            ...begun.args,
            edges: [cycles(begun.ts), cycles(ended.ts)],
          }));
        const seen = leaves.map(({ edges }) => edges);
        const wanted = [...start].flatMap((time, i) => {
          const span = [Math.max(time, range.from), Math.min(start[i + 1] ?? end, end)];
          return span[1] > span[0] ? [span] : [];
        });
        const spans = { cycles: wanted, names: joined(wanted, new Set(seen.flat())) }[detail];
        expect(seen).toEqual(spans);
        const told = seen.map((edges) => ({ edges, cycle: edges[0], cycles: edges[1] - edges[0] }));
        expect(leaves).toEqual({ cycles: told, names: seen.map((edges) => ({ edges })) }[detail]);
      }
    }),
    { numRuns: 25 },
  );
});

it('ends every asynchronous stretch on its track, by name', () => {
  fc.assert(
    fc.property(arbitrarySource, (source) => {
      const edges = [...traceEvents(source)].filter(isStretch);
      const tracks = new Set(edges.map(trackOf));
      for (const track of tracks) {
        const own = edges.filter((edge) => trackOf(edge) === track);
        const times = own.map(({ ts }) => ts);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        const { pairs, open } = matched(own);
        expect(open).toEqual([]);
        expect(pairs.map(([begun]) => begun.name)).toEqual(pairs.map(([, ended]) => ended.name));
      }
    }),
    { numRuns: 25 },
  );
});

it('binds both ends of every arrow to a slice that is open on that thread', () => {
  let arrows = 0;
  fc.assert(
    fc.property(arbitrarySource, (source) => {
      const flows: Flow[] = [];
      const depth = new Map<number, number>();
      const unbound: Flow[] = [];
      for (const event of traceEvents(source)) {
        const open = depth.get(event.tid) ?? 0;
        if (isSlice(event)) depth.set(event.tid, open + (event.ph === 'B' ? 1 : -1));
        if (isFlow(event)) flows.push(event);
        if (isFlow(event) && open === 0) unbound.push(event);
      }
      expect(unbound).toEqual([]);
      const clock = clockOf(source.plan);
      const { sent, arrival, from, to } = source.recording.messages;
      const starts = flows.filter(({ ph }) => ph === 's');
      const ends = new Map(flows.filter(({ ph }) => ph === 'f').map((flow) => [flow.id, flow]));
      expect(ends.size).toBe(starts.length);
      for (const { id, pid, ts } of starts) {
        arrows += 1;
        const end = ends.get(id)!;
        expect([pid, end.pid]).toEqual([101 + from[id - 1], 101 + to[id - 1]]);
        expect([ts, end.ts]).toEqual([clock(sent[id - 1]), clock(arrival[id - 1])]);
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
