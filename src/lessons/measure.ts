import type { CoreMode, FaultOutcome, FaultTarget, Part } from '../base/vocabulary.ts';
import type { Moment, StopSpec, Variation } from './lesson.ts';
import type { LockFigure } from './lock-order.ts';
import type { FactName } from './published.ts';

/*
 * What can be measured on the runs of a lesson. Values in texts and right answers are measures, so
 * the kernel says what is right, under any seed.
 */

/** A number in its unit, or a word of the shared vocabulary, `yes` or `no`. */
export type Value = number | string;

/** How a value is written. */
export const VALUE_UNITS = [
  'percent',
  'cycles',
  'microseconds',
  'count',
  /** A number that is no count: per event, or one thing in another. */
  'ratio',
  'kibibytes',
  'gigahertz',
  'bytes',
  'year',
  'replica',
  'core',
  /** An index from 0, shown from 1. */
  'event',
  'word',
] as const;
export type ValueUnit = (typeof VALUE_UNITS)[number];

/** Figures of a whole run, of one app or of the machine, with their units. */
export const RUN_FIGURES = {
  overhead: 'percent',
  'run-time': 'cycles',
  'run-microseconds': 'microseconds',
  'native-time': 'cycles',
  events: 'count',
  'page-faults': 'count',
  'system-calls': 'count',
  'completed-events': 'count',
  'event-cost': 'cycles',
  /** Cycles of computing from one event to the next, on average. */
  'event-distance': 'cycles',
  'event-microseconds': 'microseconds',
  ipis: 'count',
  'ipis-per-event': 'ratio',
  messages: 'count',
  'messages-per-event': 'ratio',
  polls: 'count',
  'polls-per-event': 'ratio',
  'kernel-steps': 'count',
  'copied-kibibytes': 'kibibytes',
  /** Share of the run for which the app's Res core works, or polls. */
  'res-busy': 'percent',
  'res-polling': 'percent',
  /** Core cycles per event: polling, and not halted. */
  'polling-per-event': 'cycles',
  'busy-per-event': 'cycles',
  outcome: 'word',
  stop: 'word',
  /** Was a wrong value given away? Was a fault noticed? */
  'gave-away': 'word',
  noticed: 'word',
  'detection-cycles': 'cycles',
  'detection-events': 'count',
  recoveries: 'count',
  /** RCB work that runs on NonRes cores. */
  unprotected: 'percent',
  'device-writes': 'count',
  'device-writes-due': 'count',
  'writes-per-due': 'ratio',
  'wrong-inputs': 'count',
  'empty-reads': 'count',
  interrupts: 'count',
  'interrupt-latency': 'cycles',
  /** Who leads in every event looked at: the `first` or the `last` to arrive, else `replica-0`, or `varies`. */
  'leader-rule': 'word',
} as const satisfies Readonly<Record<string, ValueUnit>>;
export type RunFigure = keyof typeof RUN_FIGURES;
export const RUN_FIGURE_NAMES = Object.keys(RUN_FIGURES) as readonly RunFigure[];

/** Who, in one externalization event; the value is the number of a replica. */
export const EVENT_ROLES = ['leader', 'first', 'last', 'waits-longest'] as const;
export type EventRole = (typeof EVENT_ROLES)[number];

/** What a run looks like where it stops. */
export const STOP_FIGURES = {
  /** The kernel step that follows, and the core on which it happens. */
  'next-step': 'word',
  'next-core': 'core',
  'core-mode': 'word',
  'core-activity': 'word',
  'replica-part': 'word',
  'messages-in-flight': 'count',
  arrived: 'count',
  'polled-slot': 'count',
  /** Number of the event of the first app. */
  event: 'event',
} as const satisfies Readonly<Record<string, ValueUnit>>;
export type StopFigure = keyof typeof STOP_FIGURES;
export const STOP_FIGURE_NAMES = Object.keys(STOP_FIGURES) as readonly StopFigure[];

/** Something to measure on a run of `scene`, perhaps with another method or group size. */
interface OfScene extends Variation {
  readonly scene: string;
  /** Absent = the first. */
  readonly app?: number;
}

/** A measure that needs no other. */
export type PlainMeasure =
  | (OfScene & { readonly of: RunFigure })
  /** Mean cycles per replica and event that go into a part. */
  | (OfScene & { readonly of: 'part'; readonly part: Part })
  /** Share of all core cycles spent in a mode. */
  | (OfScene & { readonly of: 'mode'; readonly mode: CoreMode; readonly core: number })
  /** Cycles between two instants of an event. */
  | (OfScene & {
      readonly of: 'between';
      readonly event: number;
      readonly from: Moment;
      readonly until: Moment;
    })
  | (OfScene & { readonly of: EventRole; readonly event: number })
  | (OfScene & {
      readonly of: StopFigure;
      readonly stop: StopSpec;
      readonly core?: number;
      readonly replica?: number;
    })
  /** Percent of `runs` runs with one drawn fault each that end like this. */
  | (OfScene & {
      readonly of: 'campaign';
      readonly runs: number;
      readonly targets: readonly FaultTarget[];
      readonly outcomes: readonly FaultOutcome[];
    })
  | { readonly of: 'locks'; readonly locks: string; readonly figure: LockFigure }
  | { readonly of: 'published'; readonly fact: FactName };

/** Two measures against each other. */
interface Derived<Of extends string> {
  readonly of: Of;
  readonly left: PlainMeasure;
  readonly right: PlainMeasure;
}

/** A measure, or two of them against each other. */
export type Measure = PlainMeasure | Derived<'quotient'> | Derived<'difference'>;
