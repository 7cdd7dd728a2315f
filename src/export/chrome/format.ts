import * as v from 'valibot';

/*
 * The part of the Trace Event Format that is written, as a schema: types come from it, and tests hold
 * every file to it. `ts` is in microseconds.
 */

const args = v.record(
  v.string(),
  v.union([v.string(), v.number(), v.null(), v.array(v.union([v.string(), v.number()]))]),
);
const place = { pid: v.pipe(v.number(), v.integer(), v.minValue(1)), ts: v.number() };
const onThread = { ...place, tid: v.pipe(v.number(), v.integer(), v.minValue(1)) };
const name = v.pipe(v.string(), v.nonEmpty());

const EVENT = v.variant('ph', [
  /** Name and order of a process or thread; its `ts` says nothing, but some readers ask for one. */
  v.strictObject({
    ph: v.literal('M'),
    name: v.picklist(['process_name', 'process_sort_index', 'thread_name', 'thread_sort_index']),
    ...onThread,
    args: v.union([
      v.strictObject({ name: v.string() }),
      v.strictObject({ sort_index: v.number() }),
    ]),
  }),
  /** A slice begins or ends on a thread; both ends carry the same name and arguments. */
  v.strictObject({
    ph: v.literal('B'),
    name,
    cat: v.string(),
    ...onThread,
    args: v.optional(args),
  }),
  v.strictObject({
    ph: v.literal('E'),
    name,
    cat: v.string(),
    ...onThread,
    args: v.optional(args),
  }),
  /** An asynchronous slice begins or ends on the track `id` of `cat`. */
  v.strictObject({
    ph: v.picklist(['b', 'e']),
    name,
    cat: v.string(),
    id: v.string(),
    ...onThread,
    args: v.optional(args),
  }),
  /** An arrow leaves the slice that is open on this thread. */
  v.strictObject({
    ph: v.literal('s'),
    name,
    cat: v.string(),
    id: v.pipe(v.number(), v.integer(), v.minValue(1)),
    ...onThread,
  }),
  /** An arrow ends at the slice that is open on this thread (`bp: "e"`). */
  v.strictObject({
    ph: v.literal('f'),
    bp: v.literal('e'),
    name,
    cat: v.string(),
    id: v.pipe(v.number(), v.integer(), v.minValue(1)),
    ...onThread,
  }),
  /** An instant, of a thread, a process or everything. */
  v.strictObject({
    ph: v.literal('i'),
    s: v.picklist(['t', 'p', 'g']),
    name,
    cat: v.string(),
    ...onThread,
    args: v.optional(args),
  }),
  /** A counter has these values from `ts` on. */
  v.strictObject({
    ph: v.literal('C'),
    name,
    cat: v.string(),
    ...onThread,
    args: v.record(v.string(), v.number()),
  }),
]);

/** A whole file. */
export const CHROME_TRACE = v.strictObject({
  displayTimeUnit: v.literal('ns'),
  otherData: v.record(v.string(), v.union([v.string(), v.number()])),
  traceEvents: v.array(EVENT),
});

/** One entry of `traceEvents`. */
export type TraceEvent = v.InferOutput<typeof EVENT>;
