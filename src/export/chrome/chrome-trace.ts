import { upperBound } from '../../base/binary-search.ts';
import type { CoreId } from '../../base/units.ts';
import { appTracks, noteMarks } from './app-tracks.ts';
import { flowEnds } from './flows.ts';
import type { TraceEvent } from './format.ts';
import { nameEvents, tidOfSpan } from './places.ts';
import { coreSlices, trapTimes } from './slices.ts';
import { clockOf } from './source.ts';
import type { TraceSource } from './source.ts';
import { trapMarks } from './trap-marks.ts';

/**
 * A run as a Chrome trace (JSON object format), line by line without line ends, so that a million
 * spans never are one text. Perfetto and speedscope open it: cores are processes, whoever runs there
 * is a thread, messages are arrows, waits and externalization events are asynchronous tracks.
 */
export function* chromeTrace(source: TraceSource): Generator<string, void, undefined> {
  yield '{"displayTimeUnit":"ns",';
  yield `"otherData":${JSON.stringify(otherData(source))},`;
  yield '"traceEvents":[';
  let before = '';
  for (const event of traceEvents(source)) {
    if (before !== '') yield `${before},`;
    before = JSON.stringify(event);
  }
  yield before;
  yield ']}';
}

/** The entries of the trace: names first, then core by core, then app by app. */
export function* traceEvents(source: TraceSource): Generator<TraceEvent, void, undefined> {
  const { plan, recording } = source;
  const clock = clockOf(plan);
  yield* nameEvents(
    plan,
    recording.spans.map((_, core) => threadsOf(source, core)),
  );
  const traps = trapTimes(source);
  const flows = flowEnds(source);
  for (const core of recording.spans.keys()) {
    yield* coreSlices(source, { core, clock, traps, flows: flows[core] });
  }
  yield* trapMarks(source, clock);
  for (const app of plan.apps) yield* appTracks(source, app, clock);
  yield* noteMarks(source, clock);
}

/** Threads that have a span on `core` in the range, ascending. */
function threadsOf({ plan, recording, range }: TraceSource, core: CoreId): ReadonlySet<number> {
  const spans = recording.spans[core];
  const found = new Set<number>();
  const first = Math.max(upperBound(spans.start, range.from, spans.length) - 1, 0);
  for (let i = first; i < spans.length && spans.start[i] < range.to; i++) {
    found.add(tidOfSpan(plan, core, { spans, row: i }));
  }
  return new Set([...found].toSorted((a, b) => a - b));
}

function otherData({
  plan,
  recording,
  range,
  about,
}: TraceSource): Record<string, string | number> {
  const { summary } = recording;
  return {
    program: 'Watchmen',
    note: 'Output of a model, not a measurement.',
    units: `ts in microseconds of simulated time; cycles = ts x ${plan.clockGHz * 1000}. Arguments count cycles, events from 0, kernel steps from 1.`,
    clockGHz: plan.clockGHz,
    seed: summary.seed,
    digest: summary.digest,
    totalCycles: summary.totalCycles,
    kernelSteps: summary.kernelSteps,
    fromCycle: range.from,
    toCycle: Math.min(range.to, summary.totalCycles),
    ...about,
  };
}
