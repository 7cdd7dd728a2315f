import { lowerBound, upperBound } from '../../base/binary-search.ts';
import type { AppId, CoreId, Cycles, ReplicaId } from '../../base/units.ts';
import { ACTIVITIES, ACTIVITY_INDEX } from '../../kernel/activities.ts';
import { EVENT_KINDS, MESSAGE_KINDS } from '../../kernel/events.ts';
import { planAt } from '../../kernel/phases.ts';
import { timeOfStep } from '../../run/navigate.ts';
import type { RendezvousColumns, SpanColumns } from '../../run/recording.ts';
import type { Selection } from '../../base/selection.ts';
import type { Stretch, TracedRun } from './chain-of.ts';
import { assertUnreachable } from '../../base/assert.ts';

/*
 * What is to be explained of each kind of selection:
 * - a wait: from the replica's arrival until all have met;
 * - an event: from its first trap to its last return;
 * - a span in which the core does nothing of its own (halted, blocked, polling): all of it, over the
 *   interrupts that only pass through, until the core works again: why did that take so long?
 * - a span of work: the work itself, and what came before it: the idle stretch that it ends, or the
 *   work that it follows: why did it begin when it did?
 * - a message: from the work of its sender that led to it until it arrives;
 * - a kernel step: from the start of the event in which it lies, or of the computing before it.
 */

/** The stretch that explains `selection`; `null` as for `chainOf`. */
export function stretchOf(run: TracedRun, selection: Selection): Stretch | null {
  switch (selection.kind) {
    case 'span':
      return ofSpan(run, selection.core, selection.start);
    case 'wait':
      return ofWait(run, selection);
    case 'event':
      return ofEvent(run, selection.app, selection.event);
    case 'message':
      return ofMessage(run, selection.row);
    case 'step':
      return ofStep(run, selection.step);
    case 'area':
      return null;
    default:
      return assertUnreachable(selection);
  }
}

function ofWait(
  { plan, recording, seeker }: TracedRun,
  { app, replica, event }: { app: AppId; replica: ReplicaId; event: number },
): Stretch | null {
  const rendezvous = recording.rendezvous[app];
  const core = plan.apps[app]?.cores[replica];
  if (rendezvous === undefined || core === undefined) return null;
  if (event < 0 || event >= rendezvous.length) return null;
  const { metStep, met } = rendezvous;
  if (!Number.isFinite(met[event])) return null;
  const { arrivedAt } = seeker.machineAtStep(metStep[event]).replicas[app][replica];
  // A native application meets nobody.
  if (arrivedAt < 0) return null;
  const about = { kind: 'wait', app, replica, core, event } as const;
  return { about, from: arrivedAt, to: met[event], step: metStep[event] };
}

function ofEvent({ recording, provenance }: TracedRun, app: AppId, event: number): Stretch | null {
  const rendezvous = recording.rendezvous[app];
  if (rendezvous === undefined || event < 0 || event >= rendezvous.length) return null;
  const { trapped, completed } = rendezvous;
  if (!Number.isFinite(completed[event])) return null;
  const step = provenance.completedBy(app, event, completed[event]);
  if (step === -1) return null;
  const about = { kind: 'event', app, replica: -1, core: -1, event } as const;
  return { about, from: trapped[event], to: completed[event], step };
}

function ofSpan(run: TracedRun, core: CoreId, start: Cycles): Stretch | null {
  const spans = run.recording.spans[core];
  if (spans === undefined) return null;
  const row = Math.max(0, upperBound(spans.start, start, spans.length) - 1);
  if (isIdle(spans, row)) return ofIdle(run, core, row);
  const to = endOfSpan(run, spans, row);
  const step = run.provenance.spanBegunBy(core, to);
  if (step <= 0) return null;
  const before = row - 1;
  const from =
    before < 0
      ? spans.start[row]
      : spans.start[isIdle(spans, before) ? idleBounds(spans, before)[0] : before];
  return { about: { kind: 'work', ...placeOf(run, core, row) }, from, to, step };
}

function ofIdle(run: TracedRun, core: CoreId, row: number): Stretch | null {
  const spans = run.recording.spans[core];
  const [first, end] = idleBounds(spans, row);
  // Nothing ends what lasts to the end of the run.
  if (end >= spans.length) return null;
  const to = spans.start[end];
  const step = run.provenance.spanBegunBy(core, to);
  if (step <= 0) return null;
  return {
    about: { kind: 'idle', ...placeOf(run, core, first) },
    from: spans.start[first],
    to,
    step,
  };
}

/**
 * [first, end) of the spans around `row` in which the core does nothing of its own. An interrupt is
 * part of it when the core is idle again afterwards.
 */
function idleBounds(spans: SpanColumns, row: number): readonly [number, number] {
  let first = row;
  while (first > 0 && isIdle(spans, first - 1)) first -= 1;
  while (first > 1 && passesThrough(spans, first - 1)) {
    first -= 2;
    while (first > 0 && isIdle(spans, first - 1)) first -= 1;
  }
  let end = row + 1;
  for (;;) {
    if (end < spans.length && isIdle(spans, end)) end += 1;
    else if (end + 1 < spans.length && passesThrough(spans, end)) end += 2;
    else return [first, end];
  }
}

function passesThrough(spans: SpanColumns, row: number): boolean {
  return (
    spans.activity[row] === ACTIVITY_INDEX.interrupt &&
    isIdle(spans, row - 1) &&
    isIdle(spans, row + 1)
  );
}

const IDLE = new Set(['halted', 'blocked', 'polling']);

function isIdle({ activity }: SpanColumns, row: number): boolean {
  return IDLE.has(ACTIVITIES[activity[row]]?.style ?? '');
}

function endOfSpan({ recording }: TracedRun, spans: SpanColumns, row: number): Cycles {
  return row + 1 < spans.length ? spans.start[row + 1] : recording.summary.totalCycles;
}

/** Whose core it is then, and in which event. */
function placeOf({ plan, recording }: TracedRun, core: CoreId, row: number) {
  const { start, app, replica } = recording.spans[core];
  const home = plan.apps.find(({ cores }) => cores.includes(core));
  const owner = app[row] === -1 ? (home?.id ?? -1) : app[row];
  const who = app[row] === -1 ? (home?.cores.indexOf(core) ?? -1) : replica[row];
  const event = owner === -1 ? -1 : eventAround(recording.rendezvous[owner], start[row]);
  return { app: owner, replica: who, core, event };
}

/** The event (from 0) that runs at `time`, or comes next; -1 = none is left. */
function eventAround({ completed, length }: RendezvousColumns, time: Cycles): number {
  const event = upperBound(completed, time, length);
  return event < length ? event : -1;
}

function ofMessage(run: TracedRun, row: number): Stretch | null {
  const { messages, events, rendezvous } = run.recording;
  if (row < 0 || row >= messages.length) return null;
  const core = messages.from[row];
  const spans = run.recording.spans[core];
  const sent = messages.sent[row];
  const step = arrivalOf(run, row);
  if (step === -1) return null;
  let first = Math.max(0, lowerBound(spans.start, sent, spans.length) - 1);
  while (first > 0 && isOwnWork(spans, first - 1)) first -= 1;
  const app = messages.app[row];
  const event = eventAround(rendezvous[app], sent);
  const about = { kind: 'message', app, replica: messages.replica[row], core, event } as const;
  return { about, from: Math.min(spans.start[first], sent), to: timeOfStep(events, step), step };
}

/** Neither idle nor user code. */
function isOwnWork(spans: SpanColumns, row: number): boolean {
  return !isIdle(spans, row) && ACTIVITIES[spans.activity[row]]?.style !== 'user';
}

const ARRIVALS = new Set(['ipi-arrived', 'post-visible', 'release-visible', 'release-seen']);

/** The step at which the message of `row` arrives, or a poll sees it; -1 = never. */
function arrivalOf({ plan, recording, provenance }: TracedRun, row: number): number {
  const { messages, events } = recording;
  const at = messages.arrival[row];
  // Only a release is noticed later than it arrives: by the replica's next poll.
  const released = MESSAGE_KINDS[messages.kind[row]] === 'RELEASE';
  const patience = released ? planAt(plan, at).costs.poll_period : 0;
  let k = lowerBound(events.time, at, events.length);
  for (; k < events.length && events.time[k] <= at + patience; k++) {
    const mine =
      events.core[k] === messages.to[row] &&
      events.app[k] === messages.app[row] &&
      events.replica[k] === messages.replica[row] &&
      ARRIVALS.has(EVENT_KINDS[events.kind[k]]);
    if (mine && timeOfStep(events, provenance.parentOf(k + 1)) === messages.sent[row]) return k + 1;
  }
  return -1;
}

function ofStep({ recording }: TracedRun, step: number): Stretch | null {
  const { events, rendezvous } = recording;
  if (step < 1 || step > events.length) return null;
  const to = events.time[step - 1];
  const app = events.app[step - 1];
  const { trapped, completed, length } = rendezvous[app];
  const event = Math.min(lowerBound(completed, to, length), length - 1);
  const begun = event >= 0 && trapped[event] < to;
  const from = begun ? trapped[event] : event > 0 ? completed[event - 1] : 0;
  const about = {
    kind: 'step',
    app,
    replica: events.replica[step - 1],
    core: events.core[step - 1],
    event,
  } as const;
  return { about, from: Math.min(from, to), to, step };
}
