import { lowerBound } from '../base/binary-search.ts';
import { PARTS } from '../base/vocabulary.ts';
import type { Part } from '../base/vocabulary.ts';
import type { OverheadSeries } from '../run/recording.ts';

/** How a run stands after a number of externalization events. */
export interface OverheadPoint {
  /** (t_k - nu_k) / nu_k in percent; 0 before the first event. */
  readonly percent: number;
  /** t_k: cycles since the start. */
  readonly time: number;
  /** nu_k: cycles of a plain L4 run of the same segments and traps. */
  readonly native: number;
  /** Of nu_k, waits for the device of a driver. */
  readonly nativeWait: number;
  /** Cycles of the segments alone, without skew and traps. */
  readonly nominal: number;
  /** Mean cycles per replica by part, in the order of `PARTS`; they sum to `time`. */
  readonly parts: readonly number[];
}

const START: OverheadPoint = point({
  time: 0,
  native: 0,
  nativeWait: 0,
  nominal: 0,
  parts: PARTS.map(() => 0),
});

/**
 * The run after `events` externalization events (0 <= events), linearly between the samples of the
 * series; after the last sample it stays at the last.
 */
export function overheadAtEvent(series: OverheadSeries, events: number): OverheadPoint {
  if (series.length === 0 || events <= 0) return START;
  const i = lowerBound(series.event, events, series.length);
  if (i === series.length) return sampleAt(series, series.length - 1);
  const after = sampleAt(series, i);
  if (series.event[i] === events) return after;
  const before = i === 0 ? START : sampleAt(series, i - 1);
  const from = i === 0 ? 0 : series.event[i - 1];
  const share = (events - from) / (series.event[i] - from);
  return blend(before, after, share);
}

function sampleAt(series: OverheadSeries, i: number): OverheadPoint {
  return point({
    time: series.time[i],
    native: series.native[i],
    nativeWait: series.nativeWait[i],
    nominal: series.nominal[i],
    parts: series.parts.map((column) => column[i]),
  });
}

function blend(a: OverheadPoint, b: OverheadPoint, share: number): OverheadPoint {
  const mix = (x: number, y: number): number => x + (y - x) * share;
  return point({
    time: mix(a.time, b.time),
    native: mix(a.native, b.native),
    nativeWait: mix(a.nativeWait, b.nativeWait),
    nominal: mix(a.nominal, b.nominal),
    parts: a.parts.map((cycles, p) => mix(cycles, b.parts[p])),
  });
}

function point(values: Omit<OverheadPoint, 'percent'>): OverheadPoint {
  const { time, native } = values;
  return { percent: native === 0 ? 0 : ((time - native) / native) * 100, ...values };
}

/** A part of the cycles that a run takes beyond the native one. */
export interface ExtraPart {
  readonly part: Part;
  /** Mean cycles per replica. */
  readonly cycles: number;
  /** In percent of the native run; the shares of all parts sum to `percent` of the point. */
  readonly percent: number;
}

/** A run of a program, measured in the whole native run. */
type Measured = Readonly<{ series: OverheadSeries; nativeCycles: number }>;

/** Percent of the whole native run that a cycle is; a program without work has none. */
export function percentPerCycle({ nativeCycles }: Pick<Measured, 'nativeCycles'>): number {
  return nativeCycles === 0 ? 0 : 100 / nativeCycles;
}

/**
 * Extra cycles of a run after `events` completed events in percent of the whole native run, so that
 * they only grow and end at the run's overhead; with their parts, one per `PARTS`, which sum to them.
 */
export function extraAtEvent(
  run: Measured,
  events: number,
): { readonly percent: number; readonly parts: readonly number[] } {
  const share = percentPerCycle(run);
  const at = overheadAtEvent(run.series, events);
  return {
    percent: (at.time - at.native) * share,
    parts: extraParts(at).map(({ cycles }) => cycles * share),
  };
}

/**
 * Where the extra cycles of `at` went, one entry per part in the order of `PARTS`. The native cost
 * of the same traps is taken out of `handle`, the waits of the native driver out of `device`, the
 * nominal computation out of `compute`: what is left there is the skew between the replicas. A
 * driver that replication makes slower waits less for its device than the native one.
 */
export function extraParts(at: OverheadPoint): ExtraPart[] {
  const share = at.native === 0 ? 0 : 100 / at.native;
  return PARTS.map((part, p) => {
    let cycles = at.parts[p];
    if (part === 'compute') cycles -= at.nominal;
    if (part === 'handle') cycles -= at.native - at.nativeWait - at.nominal;
    if (part === 'device') cycles -= at.nativeWait;
    return { part, cycles, percent: cycles * share };
  });
}
