import { assertUnreachable } from '../../base/assert.ts';
import { upperBound } from '../../base/binary-search.ts';
import type { Cycles } from '../../base/units.ts';
import type { Alignment } from '../../base/vocabulary.ts';
import type { ComparedRun } from './compared-run.ts';

/**
 * Which instant of run B belongs to an instant of run A, and the other way round: straight lines
 * between anchors, which both directions meet exactly. Both columns ascend strictly and begin at 0.
 */
export interface AlignedRuns {
  /** Number of anchors; at least 1. */
  readonly length: number;
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** Real-valued, strictly increasing; instants beyond the last anchor go on at `slope`. */
  readonly toB: (time: Cycles) => Cycles;
  readonly toA: (time: Cycles) => Cycles;
  /** Cycles of B per cycle of A where nothing else is known: the ratio of their clocks. */
  readonly slope: number;
}

/**
 * Lays B beside A. By event: the milestones of event k are the same milestones of event k. By time:
 * the same wall-clock time since the start. By work: as many cycles of the native run done.
 */
export function alignRuns(a: ComparedRun, b: ComparedRun, by: Alignment): AlignedRuns {
  const slope = b.plan.clockGHz / a.plan.clockGHz;
  switch (by) {
    case 'time':
      return alignAt([], slope);
    case 'event':
      return alignAt(eventAnchors(a, b), slope);
    case 'work':
      return alignAt(workAnchors(a, b), slope);
    default:
      return assertUnreachable(by);
  }
}

type Anchor = readonly [Cycles, Cycles];

/** Anchors that do not move on in both runs are left out: the map could not be inverted there. */
function alignAt(anchors: Iterable<Anchor>, slope: number): AlignedRuns {
  const a = [0];
  const b = [0];
  for (const [timeA, timeB] of anchors) {
    const last = a.length - 1;
    if (timeA <= a[last] || timeB <= b[last] || timeA === Infinity || timeB === Infinity) continue;
    a.push(timeA);
    b.push(timeB);
  }
  const columnA = Float64Array.from(a);
  const columnB = Float64Array.from(b);
  return {
    length: a.length,
    a: columnA,
    b: columnB,
    toB: (time) => interpolate(columnA, columnB, { time, slope }),
    toA: (time) => interpolate(columnB, columnA, { time, slope: 1 / slope }),
    slope,
  };
}

function interpolate(
  from: Float64Array,
  to: Float64Array,
  { time, slope }: { readonly time: Cycles; readonly slope: number },
): Cycles {
  const i = Math.max(upperBound(from, time) - 1, 0);
  const past = time - from[i];
  if (time < 0 || i === from.length - 1) return to[i] + past * slope;
  return to[i] + past * ((to[i + 1] - to[i]) / (from[i + 1] - from[i]));
}

function* eventAnchors(a: ComparedRun, b: ComparedRun): Generator<Anchor> {
  const one = a.recording.rendezvous[a.app];
  const other = b.recording.rendezvous[b.app];
  const events = Math.min(one.length, other.length);
  for (let k = 0; k < events; k++) {
    yield [one.trapped[k], other.trapped[k]];
    yield [one.met[k], other.met[k]];
    yield [one.compared[k], other.compared[k]];
    yield [one.handled[k], other.handled[k]];
    yield [one.completed[k], other.completed[k]];
  }
}

/** Native cycles done at instants of a run; both ascend strictly, from (0, 0). */
interface Work {
  readonly done: number[];
  readonly time: number[];
}

function workOf({ plan, recording, app }: ComparedRun): Work {
  const { nativeAt, program } = plan.apps[app];
  const { length, trapped, completed } = recording.rendezvous[app];
  const work: Work = { done: [0], time: [0] };
  const add = (done: number, time: Cycles): void => {
    const last = work.done.length - 1;
    if (done <= work.done[last] || time <= work.time[last] || time === Infinity) return;
    work.done.push(done);
    work.time.push(time);
  };
  for (let k = 0; k < length; k++) {
    add(nativeAt[k] + program.cycles[k], trapped[k]);
    add(nativeAt[k + 1], completed[k]);
  }
  return work;
}

/** Every point of either run at which its progress bends, up to what both have done. */
function* workAnchors(a: ComparedRun, b: ComparedRun): Generator<Anchor> {
  const one = workOf(a);
  const other = workOf(b);
  let i = 1;
  let j = 1;
  while (i < one.done.length && j < other.done.length) {
    const doneA = one.done[i];
    const doneB = other.done[j];
    const done = Math.min(doneA, doneB);
    yield [timeAt(one, i, done), timeAt(other, j, done)];
    if (doneA === done) i += 1;
    if (doneB === done) j += 1;
  }
}

/** When `done` is reached, on the line that ends at point `i`. */
function timeAt({ done, time }: Work, i: number, reached: number): Cycles {
  if (reached === done[i]) return time[i];
  const share = (reached - done[i - 1]) / (done[i] - done[i - 1]);
  return time[i - 1] + share * (time[i] - time[i - 1]);
}
