import { assert } from '../../base/assert.ts';
import { upperBound } from '../../base/binary-search.ts';
import type { AppId, CoreId, Cycles, ReplicaId } from '../../base/units.ts';
import { ACTIVITIES, ACTIVITY_INDEX, STYLE_WORDS } from '../../kernel/activities.ts';
import type { SpanStyle } from '../../kernel/activities.ts';
import { eventWords } from '../../base/event-words.ts';
import { EVENT_INDEX } from '../../kernel/events.ts';
import type { MachinePlan } from '../../kernel/plan.ts';
import type { FlowEnd } from './flows.ts';
import type { TraceEvent } from './format.ts';
import { pidOfCore, replicaOfTid, tidOfSpan } from './places.ts';
import type { Clock, TraceSource } from './source.ts';

/** What Romain does in no slice: it waits, or the program runs. */
const NO_SLICE: ReadonlySet<SpanStyle> = new Set(['halted', 'blocked', 'user']);

const DEAD = ACTIVITY_INDEX.dead;
const TRAP = EVENT_INDEX.trap;

/** When each replica trapped: `times[app][replica]`, ascending. */
export type TrapTimes = readonly (readonly (readonly Cycles[])[])[];

/** The instants at which replicas left user code, which number the slices of their events. */
export function trapTimes({ plan, recording }: TraceSource): TrapTimes {
  const times: Cycles[][][] = plan.apps.map(({ cores }) => cores.map(() => []));
  const { length, kind, app, replica, time } = recording.events;
  for (let k = 0; k < length; k++) {
    if (kind[k] === TRAP) times[app[k]][replica[k]]?.push(time[k]);
  }
  return times;
}

/** A slice that is open. */
interface Open {
  readonly tid: number;
  readonly name: string;
  readonly cat: string;
  readonly from: Cycles;
  readonly args: Readonly<Record<string, number>> | null;
}

/**
 * What one core did in the range, in order of time: of each span a slice on the thread of whoever it
 * was for, inside a slice for the externalization event (replicas) or the state (Romain, the kernel).
 * Both ends are written apart (`B`, `E`), as a length of its own would be rounded apart from the
 * beginning of the next slice. Ends of arrows stand where their slice is open.
 */
export function* coreSlices(
  source: TraceSource,
  work: {
    readonly core: CoreId;
    readonly clock: Clock;
    readonly traps: TrapTimes;
    readonly flows: readonly FlowEnd[];
  },
): Generator<TraceEvent, void, undefined> {
  const { core, flows } = work;
  const spans = source.recording.spans[core];
  const writer = new SliceWriter(source, work);
  const { from } = source.range;
  const end = Math.min(source.range.to, source.recording.summary.totalCycles);
  let next = 0;
  for (
    let i = Math.max(upperBound(spans.start, from, spans.length) - 1, 0);
    i < spans.length;
    i++
  ) {
    const start = Math.max(spans.start[i], from);
    if (start >= end) break;
    // An arrow leaves the slice that ends now, and ends at the one that begins now.
    while (next < flows.length && leavesBefore(flows[next], start))
      yield writer.flow(flows[next++]);
    yield* writer.enter(i, start, end);
    while (next < flows.length && flows[next].time <= start) yield writer.flow(flows[next++]);
  }
  while (next < flows.length) yield writer.flow(flows[next++]);
  yield* writer.close(end);
}

function leavesBefore({ time, ph }: FlowEnd, start: Cycles): boolean {
  return time < start || (time === start && ph === 's');
}

class SliceWriter {
  private readonly source: TraceSource;
  private readonly work: { core: CoreId; clock: Clock; traps: TrapTimes };
  private outer: Open | null = null;
  private inner: Open | null = null;

  constructor(source: TraceSource, work: { core: CoreId; clock: Clock; traps: TrapTimes }) {
    this.source = source;
    this.work = work;
  }

  /** From `start` on span `i` runs, which lasts at most until `end`. */
  *enter(i: number, start: Cycles, end: Cycles): Generator<TraceEvent, void, undefined> {
    const { recording, detail } = this.source;
    const spans = recording.spans[this.work.core];
    const tid = tidOfSpan(this.source.plan, this.work.core, { spans, row: i });
    const around = this.around(i, tid, start);
    const stop = Math.min(i + 1 < spans.length ? spans.start[i + 1] : end, end);
    const { label, mode } = ACTIVITIES[spans.activity[i]];
    const served = replicaOfTid(tid) === null && spans.replica[i] >= 0;
    const name = served ? `${label} (R${spans.replica[i]})` : label;
    const goesOn =
      this.outer?.name === around?.name &&
      (this.inner?.tid ?? tid) === tid &&
      (this.outer === null || this.outer.tid === tid);
    if (goesOn && detail === 'names' && this.inner?.name === name) return;
    if (goesOn) yield* this.endInner(start);
    else yield* this.close(start);
    if (!goesOn && around !== null) {
      const args = detail === 'names' ? null : { cycle: start, ...around.args };
      this.outer = { tid, name: around.name, cat: 'event', from: start, args };
      yield this.edge('B', this.outer, start);
    }
    const args = detail === 'names' ? null : { cycle: start, cycles: stop - start };
    this.inner = { tid, name, cat: mode, from: start, args };
    yield this.edge('B', this.inner, start);
  }

  /** Ends what is open. */
  *close(time: Cycles): Generator<TraceEvent, void, undefined> {
    yield* this.endInner(time);
    if (this.outer !== null) yield this.edge('E', this.outer, time);
    this.outer = null;
  }

  /** One end of an arrow, at the slice that is open. */
  flow({ ph, id, name, time }: FlowEnd): TraceEvent {
    assert(this.inner !== null, 'an arrow must have a slice at its end');
    const pid = pidOfCore(this.work.core);
    const at = { pid, tid: this.inner.tid, ts: this.work.clock(time) };
    const rest = { name, cat: 'signal', id, ...at };
    return ph === 's' ? { ph, ...rest } : { ph, bp: 'e', ...rest };
  }

  private *endInner(time: Cycles): Generator<TraceEvent, void, undefined> {
    if (this.inner !== null) yield this.edge('E', this.inner, time);
    this.inner = null;
  }

  private edge(ph: 'B' | 'E', { tid, name, cat, args }: Open, time: Cycles): TraceEvent {
    const at = { pid: pidOfCore(this.work.core), tid, ts: this.work.clock(time) };
    return { ph, name, cat, ...at, ...(args === null ? {} : { args }) };
  }

  /** The slice around span `i`: the event of a replica, or the state of Romain; `null` = none. */
  private around(
    i: number,
    tid: number,
    start: Cycles,
  ): { name: string; args: Readonly<Record<string, number>> } | null {
    const spans = this.source.recording.spans[this.work.core];
    const { style } = ACTIVITIES[spans.activity[i]];
    const who = replicaOfTid(tid);
    if (who === null) return NO_SLICE.has(style) ? null : { name: STYLE_WORDS[style], args: {} };
    if (style === 'user' || spans.activity[i] === DEAD) return null;
    return this.eventOf(who, start);
  }

  private eventOf(
    { app, replica }: { app: AppId; replica: ReplicaId },
    time: Cycles,
  ): { name: string; args: Readonly<Record<string, number>> } | null {
    const { plan, detail } = this.source;
    const event = upperBound(this.work.traps[app][replica] ?? [], time) - 1;
    if (event < 0) return null;
    const trap = trapWord(plan, app, event);
    if (detail === 'names') return { name: trap, args: {} };
    return { name: `Event ${event + 1} · ${trap}`, args: { event } };
  }
}

/** What an event of `app` is, in words. */
export function trapWord({ apps }: MachinePlan, app: AppId, event: number): string {
  const { program } = apps[app];
  return event < program.length ? eventWords(apps[app], event) : 'trap';
}
