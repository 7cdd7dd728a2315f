import { lowerBound, upperBound } from '../../base/binary-search.ts';
import type { CoreId, Cycles } from '../../base/units.ts';
import { SPAN_STYLES } from '../../kernel/activities.ts';
import { MESSAGE_KINDS } from '../../kernel/events.ts';
import type { TimelineSource } from './layout.ts';
import { spanAt, STYLE_OF_ACTIVITY } from './lod.ts';
import type { Interval } from './labels.ts';
import type { TimeScale } from './scale.ts';

/** A stretch of a lane in which nothing but a flat line is drawn. CSS px. */
export interface NameRoom {
  readonly core: CoreId;
  /** What is told there: on the lane of its replica a message needs no more than its name. */
  readonly text: string;
  readonly range: Interval;
  /** Does what is named happen at the end of the stretch, or at its begin? */
  readonly at: 'end' | 'begin';
}

/** Where the name of a message may stand, the best room first. */
export type MessageName = readonly NameRoom[];

/** In an event that is drawn narrower no message is named. CSS px. */
const LEAST_EVENT = 240;
const FLAT = new Set(['halted', 'blocked'].map((style) => SPAN_STYLES.indexOf(style as 'halted')));
const NOTHING: readonly MessageName[] = [];

/** The externalization event of the bracketed app to which `time` belongs: the next that is not completed. */
export function eventAt({ recording, bracketApp }: TimelineSource, time: Cycles): number {
  const { completed, length } = recording.rendezvous[bracketApp];
  return upperBound(completed, time, length);
}

/**
 * The messages of externalization event `event`: each is named where its receiver waits for it, or
 * else where its sender waits behind it, as nothing else is drawn there.
 */
export function layoutMessageNames(
  source: TimelineSource,
  scale: TimeScale,
  event: number,
): readonly MessageName[] {
  const { recording, bracketApp } = source;
  const { trapped, completed, length } = recording.rendezvous[bracketApp];
  if (event >= length) return NOTHING;
  const [from, to] = [trapped[event], Math.min(completed[event], recording.summary.totalCycles)];
  if (scale.toX(to) - scale.toX(from) < LEAST_EVENT) return NOTHING;
  const { messages } = recording;
  const names: MessageName[] = [];
  const last = Math.min(to, scale.window[1]);
  const first = lowerBound(messages.sent, from, messages.length);
  for (let row = first; row < messages.length && messages.sent[row] <= last; row++) {
    if (messages.app[row] !== bracketApp || messages.arrival[row] < scale.window[0]) continue;
    const name = nameOf(source, scale, row);
    if (name.length > 0) names.push(name);
  }
  return names;
}

function nameOf(source: TimelineSource, scale: TimeScale, row: number): MessageName {
  const { plan, recording, bracketApp } = source;
  const { sent, arrival, kind, from, to, replica } = recording.messages;
  const kindName = MESSAGE_KINDS[kind[row]];
  const home = plan.apps[bracketApp].cores[replica[row]];
  const textOn = (core: CoreId): string =>
    core === home ? kindName : `${kindName} R${replica[row]}`;
  const rooms: NameRoom[] = [];
  const there = flatStretch(source, to[row], arrival[row] - 1);
  if (there !== null && arrival[row] <= there[1]) {
    const range: Interval = [scale.toX(there[0]), scale.toX(arrival[row])];
    rooms.push({ core: to[row], text: textOn(to[row]), range, at: 'end' });
  }
  const here = flatStretch(source, from[row], sent[row]);
  if (here !== null) {
    const range: Interval = [scale.toX(Math.max(here[0], sent[row])), scale.toX(here[1])];
    rooms.push({ core: from[row], text: textOn(from[row]), range, at: 'begin' });
  }
  return rooms;
}

/** The span of `core` at `time` as [start, end) in cycles, if it is a flat line; `null` otherwise. */
function flatStretch(
  { recording }: TimelineSource,
  core: CoreId,
  time: Cycles,
): readonly [Cycles, Cycles] | null {
  const spans = recording.spans[core];
  if (spans === undefined || spans.length === 0 || time < 0) return null;
  const row = spanAt(spans, time);
  if (!FLAT.has(STYLE_OF_ACTIVITY[spans.activity[row]])) return null;
  const end = row + 1 < spans.length ? spans.start[row + 1] : recording.summary.totalCycles;
  return [spans.start[row], end];
}
