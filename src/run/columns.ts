import type { EventColumns, MessageColumns, SpanColumns } from './recording.ts';
import { cut, grown, resized } from './growable.ts';
import type { KernelEvent } from '../kernel/events.ts';
import { EVENT_INDEX } from '../kernel/events.ts';
import type { ThreadPlan } from '../kernel/plan.ts';
import type { SentMessage } from '../kernel/trace-sink.ts';

/** Event columns under construction; 14 bytes a row. */
export class EventWriter {
  length = 0;
  private time: Float64Array;
  private kind: Uint8Array;
  private core: Int8Array;
  private app: Int8Array;
  private replica: Int8Array;
  private arg: Int16Array;

  /** `capacity` rows fit before the columns grow. */
  constructor(capacity: number = 1024) {
    this.time = new Float64Array(capacity);
    this.kind = new Uint8Array(capacity);
    this.core = new Int8Array(capacity);
    this.app = new Int8Array(capacity);
    this.replica = new Int8Array(capacity);
    this.arg = new Int16Array(capacity);
  }

  /** Appends the step that applies `event`, which concerns `thread`. */
  add(event: KernelEvent, thread: ThreadPlan): void {
    const i = this.length++;
    if (i === this.time.length) this.resize(grown(i));
    this.time[i] = event.time;
    this.kind[i] = EVENT_INDEX[event.kind];
    this.core[i] = event.core;
    this.app[i] = thread.app;
    this.replica[i] = thread.replica;
    this.arg[i] = event.arg;
  }

  private resize(capacity: number): void {
    this.time = resized(this.time, capacity);
    this.kind = resized(this.kind, capacity);
    this.core = resized(this.core, capacity);
    this.app = resized(this.app, capacity);
    this.replica = resized(this.replica, capacity);
    this.arg = resized(this.arg, capacity);
  }

  /** The columns, cut to size. */
  finish(): EventColumns {
    const { length } = this;
    return {
      length,
      time: cut(this.time, length),
      kind: cut(this.kind, length),
      core: cut(this.core, length),
      app: cut(this.app, length),
      replica: cut(this.replica, length),
      arg: cut(this.arg, length),
    };
  }
}

/** Span columns of one core under construction; 11 bytes a span. A span of no length is overwritten. */
export class SpanWriter {
  private length = 0;
  private start: Float64Array;
  private activity: Uint8Array;
  private app: Int8Array;
  private replica: Int8Array;

  /** `capacity` rows fit before the columns grow. */
  constructor(capacity: number = 64) {
    this.start = new Float64Array(capacity);
    this.activity = new Uint8Array(capacity);
    this.app = new Int8Array(capacity);
    this.replica = new Int8Array(capacity);
  }

  /** From `time` on the core does something else. */
  begin(time: number, activity: number, app: number, replica: number): void {
    const last = this.length - 1;
    const i = last >= 0 && this.start[last] === time ? last : this.length++;
    if (i === this.start.length) this.resize(grown(i));
    this.start[i] = time;
    this.activity[i] = activity;
    this.app[i] = app;
    this.replica[i] = replica;
  }

  private resize(capacity: number): void {
    this.start = resized(this.start, capacity);
    this.activity = resized(this.activity, capacity);
    this.app = resized(this.app, capacity);
    this.replica = resized(this.replica, capacity);
  }

  /** The columns, cut to size. */
  finish(): SpanColumns {
    const { length } = this;
    return {
      length,
      start: cut(this.start, length),
      activity: cut(this.activity, length),
      app: cut(this.app, length),
      replica: cut(this.replica, length),
    };
  }
}

/** Message columns under construction; 22 bytes a row. */
export class MessageWriter {
  private length = 0;
  private longestFlight = 0;
  private sent: Float64Array;
  private arrival: Float64Array;
  private kind: Uint8Array;
  private from: Int8Array;
  private to: Int8Array;
  private app: Int8Array;
  private replica: Int8Array;
  private fault: Uint8Array;

  /** `capacity` rows fit before the columns grow. */
  constructor(capacity: number = 256) {
    this.sent = new Float64Array(capacity);
    this.arrival = new Float64Array(capacity);
    this.kind = new Uint8Array(capacity);
    this.from = new Int8Array(capacity);
    this.to = new Int8Array(capacity);
    this.app = new Int8Array(capacity);
    this.replica = new Int8Array(capacity);
    this.fault = new Uint8Array(capacity);
  }

  /** Appends one message. */
  add(message: SentMessage): void {
    const i = this.length++;
    if (i === this.sent.length) this.resize(grown(i));
    const flight = message.arrival - message.sent;
    if (flight > this.longestFlight) this.longestFlight = flight;
    this.sent[i] = message.sent;
    this.arrival[i] = message.arrival;
    this.kind[i] = message.kind;
    this.from[i] = message.from;
    this.to[i] = message.to;
    this.app[i] = message.app;
    this.replica[i] = message.replica;
    this.fault[i] = message.fault;
  }

  private resize(capacity: number): void {
    this.sent = resized(this.sent, capacity);
    this.arrival = resized(this.arrival, capacity);
    this.kind = resized(this.kind, capacity);
    this.from = resized(this.from, capacity);
    this.to = resized(this.to, capacity);
    this.app = resized(this.app, capacity);
    this.replica = resized(this.replica, capacity);
    this.fault = resized(this.fault, capacity);
  }

  /** The columns, cut to size. */
  finish(): MessageColumns {
    const { length } = this;
    return {
      length,
      longestFlight: this.longestFlight,
      sent: cut(this.sent, length),
      arrival: cut(this.arrival, length),
      kind: cut(this.kind, length),
      from: cut(this.from, length),
      to: cut(this.to, length),
      app: cut(this.app, length),
      replica: cut(this.replica, length),
      fault: cut(this.fault, length),
    };
  }
}
