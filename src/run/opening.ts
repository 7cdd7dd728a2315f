import { upperBound } from '../base/binary-search.ts';
import type { AppId } from '../base/units.ts';
import type { IncidentKind } from '../kernel/faults/incidents.ts';
import type { MachinePlan } from '../kernel/plan.ts';
import type { LinkView } from '../scenario/codec/view.ts';
import { eventIndexAt, playheadAt, playheadAtStep, playheadOfLink } from './instants.ts';
import type { Playhead } from './instants.ts';
import type { MachineView } from './machine-view.ts';
import type { Recording } from './recording.ts';
import { clampWindow, windowAround } from './time-window.ts';
import type { TimeWindow } from './time-window.ts';

/** A run that can be looked into. */
export interface LookedInto {
  readonly plan: MachinePlan;
  readonly recording: Recording;
  /** The machine at any instant. */
  readonly viewAt: (playhead: Playhead) => MachineView;
}

/** Where a person stands in a run, and how much of it the timeline shows. */
export interface Place {
  readonly playhead: Playhead;
  readonly window: TimeWindow;
}

/** Where a run opens: at the instant of a link, else at one that is worth seeing of `app`. */
export function openingPlace(run: LookedInto, app: AppId, view: LinkView | null): Place {
  return view === null ? firstPlace(run, app) : placeOfLink(run, app, view);
}

/** What is worth seeing first of a run with faults. */
const SIGHTS: ReadonlySet<IncidentKind> = new Set([
  'mismatch',
  'externalized',
  'rcb-failed',
  'stalled',
]);

/** Where the first fault of `app` is found, or gets out, or at least where it is injected. */
function placeAtFault(run: LookedInto, app: AppId): Place | null {
  const own = run.recording.incidents.filter((incident) => incident.app === app);
  const sight = own.find(({ kind }) => SIGHTS.has(kind)) ?? own[0];
  if (sight === undefined) return null;
  const [from, to] = eventWindow(run, app, sight.event);
  // With the fault before it, unless that is far away.
  const start = own[0].time > from - 2 * (to - from) ? Math.min(from, own[0].time) : from;
  const margin = start < from ? 0.1 * (to - start) : 0;
  return {
    playhead: playheadAtStep(run, sight.step + 1),
    window: clampWindow([start - margin, to], run.recording.summary.totalCycles),
  };
}

/** Where a run that comes without an instant opens. */
function firstPlace(run: LookedInto, app: AppId): Place {
  return placeAtFault(run, app) ?? placeAtEvent(run, app, firstEvent(run, app));
}

function placeAtEvent(run: LookedInto, app: AppId, k: number): Place {
  return { playhead: awaitingInstant(run, app, k), window: eventWindow(run, app, k) };
}

/** The window around event `k` of `app`; the whole run where there is no such app. */
export function eventWindow(run: LookedInto, app: AppId, k: number): TimeWindow {
  const rendezvous = run.recording.rendezvous[app];
  const end = run.recording.summary.totalCycles;
  return rendezvous === undefined ? [0, end] : windowAround(rendezvous, k, end);
}

function placeOfLink(run: LookedInto, app: AppId, view: LinkView): Place {
  const playhead = playheadOfLink(run, view);
  if (playhead === undefined) return firstPlace(run, app);
  const end = run.recording.summary.totalCycles;
  const window =
    view.window === undefined
      ? eventWindow(run, app, eventIndexAt(run, app, playhead.time))
      : clampWindow(view.window, end);
  // A window that was given may well lie elsewhere than the playhead.
  return { playhead, window };
}

/**
 * An instant worth looking at in event `k`: the last replica is just being awaited, its message in
 * flight where the method sends one, else shortly before all have met.
 */
export function awaitingInstant(run: LookedInto, app: AppId, k: number): Playhead {
  const rendezvous = run.recording.rendezvous[app];
  const met = rendezvous?.met[k];
  const metStep = rendezvous?.metStep[k];
  if (rendezvous === undefined || met === undefined || metStep === undefined) {
    return { time: 0, step: 0 };
  }
  // The step that completed the meeting is number `metStep`; the one before has not.
  const before = run.viewAt(playheadAtStep(run, metStep - 1));
  const from = Math.max(lastArrival(before, app), rendezvous.trapped[k]);
  if (met - from < 2) return { time: met, step: metStep };
  const flight = lastFlight(run, app, { view: before, from, met });
  return playheadAt(run, Math.floor(flight ?? from + 0.75 * (met - from)));
}

/** The middle of the last message that a replica still awaited sent in [from, met), if it sent one. */
function lastFlight(
  run: LookedInto,
  app: AppId,
  { view, from, met }: { readonly view: MachineView; readonly from: number; readonly met: number },
): number | undefined {
  const { messages } = run.recording;
  const awaited = (view.apps[app]?.replicas ?? []).filter(({ arrival }) => arrival < 0);
  const homes = new Set(awaited.map(({ home }) => home));
  let middle: number | undefined;
  for (let row = upperBound(messages.sent, from, messages.length); row < messages.length; row++) {
    const sent = messages.sent[row];
    if (sent >= met) break;
    const flying = messages.arrival[row] - sent > 1 && messages.arrival[row] <= met;
    if (flying && homes.has(messages.from[row])) middle = (sent + messages.arrival[row]) / 2;
  }
  return middle;
}

/** When the last replica that has arrived did so; 0 when none has. */
function lastArrival(view: MachineView, app: AppId): number {
  let last = 0;
  for (const { arrival, arrivedAt } of view.apps[app]?.replicas ?? []) {
    if (arrival >= 0 && arrivedAt > last) last = arrivedAt;
  }
  return last;
}

/** Share of the run after which a first visit looks at it: far enough for the chart to have grown. */
const FIRST_LOOK = 0.6;

/** The event (from 0) that a first visit shows; where several apps run, one while all of them do. */
function firstEvent(run: LookedInto, app: AppId): number {
  const rendezvous = run.recording.rendezvous[app];
  if (rendezvous === undefined) return 0;
  const allRunUntil = Math.min(...run.recording.summary.apps.map((other) => other.totalCycles));
  const events = upperBound(rendezvous.completed, allRunUntil, rendezvous.length);
  return Math.floor(FIRST_LOOK * events);
}
