import { extraParts, overheadAtEvent } from '../../analysis/overhead.ts';
import type { AppId, Cycles } from '../../base/units.ts';
import type { AppPlan } from '../../kernel/plan.ts';
import { incidentRow } from '../incidents.ts';
import { isWithin } from '../range.ts';
import { waitsOf } from '../waits.ts';
import type { TraceEvent } from './format.ts';
import { pidOfApp } from './places.ts';
import { trapWord } from './slices.ts';
import type { Clock, TraceSource } from './source.ts';

type Args = Readonly<Record<string, string | number | null>>;

/** Everything of one app that is not of one core. */
export function* appTracks(
  source: TraceSource,
  app: AppPlan,
  clock: Clock,
): Generator<TraceEvent, void, undefined> {
  const tracks = new AppTracks(source, app.id, clock);
  yield* tracks.events();
  if (app.redundancy !== 'native') {
    yield* tracks.waits();
    yield* tracks.votes();
  }
  yield* tracks.incidents();
  yield* tracks.overhead();
}

/** The notes on instants, over everything. */
export function* noteMarks(
  { notes, range }: TraceSource,
  clock: Clock,
): Generator<TraceEvent, void, undefined> {
  for (const { time, text, bookmark } of notes) {
    if (!isWithin(range, time)) continue;
    const name = text === '' ? `Bookmark ${bookmark ?? ''}` : text;
    const place = { ts: clock(time), pid: 1, tid: 1 };
    yield { ph: 'i', s: 'g', name, cat: 'note', ...place, args: { cycle: time, bookmark } };
  }
}

/** A stretch on an asynchronous track. */
interface Stretch {
  readonly cat: string;
  readonly id: string;
  readonly name: string;
  readonly from: Cycles;
  readonly to: Cycles;
  readonly args?: Args;
}

class AppTracks {
  private readonly source: TraceSource;
  private readonly app: AppId;
  private readonly clock: Clock;
  /** End of what is written. */
  private readonly end: Cycles;

  constructor(source: TraceSource, app: AppId, clock: Clock) {
    this.source = source;
    this.app = app;
    this.clock = clock;
    this.end = Math.min(source.range.to, source.recording.summary.apps[app].totalCycles);
  }

  /**
   * The externalization events with their four stretches. A fast replica may trap again before the
   * last one is back, so events take turns on as many tracks as overlap.
   */
  *events(): Generator<TraceEvent, void, undefined> {
    const { plan, recording } = this.source;
    const rows = recording.rendezvous[this.app];
    const free: Cycles[] = [];
    for (let event = 0; event < rows.length; event++) {
      const trapped = rows.trapped[event];
      const completed = Math.min(rows.completed[event], this.end);
      if (completed <= this.source.range.from || trapped >= this.end) continue;
      let track = free.findIndex((until) => until <= trapped);
      if (track === -1) track = free.length;
      free[track] = completed;
      const name = `Event ${event + 1} · ${trapWord(plan, this.app, event)}`;
      const args = { event, leader: rows.leader[event], trapped, completed };
      const on = { cat: 'event', id: `app${this.app}.event${track}` };
      const [from, to] = this.cut(trapped, completed);
      yield this.edge('b', { ...on, name, from, to, args }, from);
      yield* this.phases(event, on);
      yield this.edge('e', { ...on, name, from, to, args }, to);
    }
  }

  private *phases(
    event: number,
    on: { cat: string; id: string },
  ): Generator<TraceEvent, void, undefined> {
    const { trapped, met, compared, handled, completed } =
      this.source.recording.rendezvous[this.app];
    const ends = [
      ['gather', trapped[event], met[event]],
      ['compare', met[event], compared[event]],
      ['handle', compared[event], handled[event]],
      ['release', handled[event], completed[event]],
    ] as const;
    for (const [name, begin, end] of ends) {
      const [from, to] = this.cut(begin, end);
      if (to > from) yield* this.stretch({ ...on, name, from, to });
    }
  }

  /** One track a replica: from its arrival until all have met. */
  *waits(): Generator<TraceEvent, void, undefined> {
    for (const { event, replica, arrived, met } of waitsOf(this.source.recording, this.app)) {
      const [from, to] = this.cut(arrived, met);
      if (to <= from) continue;
      const id = `app${this.app}.wait${replica}`;
      const args = { event, cycle: arrived, cycles: met - arrived };
      yield* this.stretch({ cat: 'wait', id, name: `R${replica} waits`, from, to, args });
    }
  }

  /** The instants at which Romain has compared all replicas. */
  *votes(): Generator<TraceEvent, void, undefined> {
    const { compared, length } = this.source.recording.rendezvous[this.app];
    for (let event = 0; event < length; event++) {
      if (isWithin(this.source.range, compared[event])) {
        yield this.instant('vote', 'vote', compared[event], { event });
      }
    }
  }

  /** What faults did. */
  *incidents(): Generator<TraceEvent, void, undefined> {
    for (const incident of this.source.recording.incidents) {
      if (incident.app !== this.app || !isWithin(this.source.range, incident.time)) continue;
      const { time, kind, ...args } = incidentRow(incident);
      yield this.instant(String(kind), 'fault', incident.time, { ...args, cycle: time });
    }
  }

  /** Overhead so far in percent of the native run, and the shares of its parts, which sum to it. */
  *overhead(): Generator<TraceEvent, void, undefined> {
    const series = this.source.recording.series[this.app];
    for (let i = 0; i < series.length; i++) {
      if (!isWithin(this.source.range, series.time[i])) continue;
      const at = overheadAtEvent(series, series.event[i]);
      const shares = extraParts(at).map(({ part, percent }) => [part, percent] as const);
      const place = { ...this.place(series.time[i]), cat: 'overhead' };
      yield { ph: 'C', name: 'overhead', ...place, args: { percent: at.percent } };
      yield { ph: 'C', name: 'overhead by part, %', ...place, args: Object.fromEntries(shares) };
    }
  }

  private cut(from: Cycles, to: Cycles): readonly [Cycles, Cycles] {
    return [Math.max(from, this.source.range.from), Math.min(to, this.end)];
  }

  private place(time: Cycles): { ts: number; pid: number; tid: number } {
    const pid = pidOfApp(this.app);
    return { ts: this.clock(time), pid, tid: pid };
  }

  private *stretch(stretch: Stretch): Generator<TraceEvent, void, undefined> {
    yield this.edge('b', stretch, stretch.from);
    yield this.edge('e', stretch, stretch.to);
  }

  private edge(ph: 'b' | 'e', { cat, id, name, args }: Stretch, time: Cycles): TraceEvent {
    const told = ph === 'b' && args !== undefined ? { args } : {};
    return { ph, cat, id, name, ...this.place(time), ...told };
  }

  private instant(name: string, cat: string, time: Cycles, args: Args): TraceEvent {
    return { ph: 'i', s: 'p', name, cat, ...this.place(time), args };
  }
}
