import type { Process, Recorder } from './recorder.ts';
import { MAX_KEPT_OF_ONE, MAX_KEPT_TRAPS } from './recorder.ts';
import type { TrapClass } from './rows.ts';
import { trapClassIndex } from './rows.ts';
import { noteStamp } from './strace-clock.ts';

/** One event of a table or a Chrome trace; times in nanoseconds, a duration may be NaN. */
export interface TrackEvent {
  readonly start: number;
  readonly duration: number;
  readonly name: number;
  readonly what: TrapClass;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** Place of its line in the preview; absent = it is not shown. */
  readonly shown?: number;
}

/**
 * Events by process that come in any order: kept until the end, then sorted by start. Of events that
 * lie within another only the outermost are traps.
 */
export interface Tracks {
  add(process: Process, event: TrackEvent): void;
  /** Enters all events; gives how many lay within others. */
  finish(): number;
}

export function createTracks(recorder: Recorder, only: number | null): Tracks {
  const tracks = new Map<Process, TrackEvent[]>();
  let kept = 0;

  function add(process: Process, event: TrackEvent): void {
    let events = tracks.get(process);
    if (events === undefined) {
      events = [];
      tracks.set(process, events);
    }
    process.calls += event.what === 'fault' ? 0 : 1;
    process.faults += event.what === 'fault' ? 1 : 0;
    noteStamp(recorder.counters, event.start);
    const room = kept < MAX_KEPT_TRAPS / 2 && events.length < MAX_KEPT_OF_ONE;
    if (!room || (only !== null && process.pid !== only)) return;
    events.push(recorder.shown < 0 ? event : { ...event, shown: recorder.shown });
    kept += 1;
  }

  function enter(process: Process, events: TrackEvent[]): number {
    events.sort((a, b) => a.start - b.start || endOf(b) - endOf(a));
    let nested = 0;
    let end = -Infinity;
    for (const event of events) {
      if (event.start < end) {
        nested += 1;
        continue;
      }
      end = endOf(event);
      const { name, bytesIn, bytesOut, start, duration, what } = event;
      const row = {
        gap: Number.NaN,
        flags: 0,
        name,
        what: trapClassIndex(what),
        bytesIn,
        bytesOut,
        pages: 0,
      };
      recorder.shown = event.shown ?? -1;
      recorder.trap(process, row, { start, end: start + duration, waits: false });
    }
    return nested;
  }

  return {
    add,
    finish() {
      let nested = 0;
      for (const [process, events] of tracks) nested += enter(process, events);
      tracks.clear();
      recorder.shown = -1;
      return nested;
    },
  };
}

function endOf({ start, duration }: TrackEvent): number {
  return duration > 0 ? start + duration : start;
}

/** The class of an event by its name or category. */
export function classByName(text: string): TrapClass {
  if (/fault/iu.test(text)) return 'fault';
  return /\bipc\b|l4_ipc/iu.test(text) ? 'ipc' : 'server';
}
