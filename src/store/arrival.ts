import { assertUnreachable } from '../base/assert.ts';
import { equalData } from '../base/equal.ts';
import type { AppId } from '../base/units.ts';
import type { LinkView } from '../scenario/codec/view.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { IncidentKind } from '../kernel/faults/incidents.ts';
import type { Selection } from '../base/selection.ts';
import { endOf } from './held.ts';
import type { HeldRun } from './held.ts';
import {
  awaitingInstant,
  eventIndexAt,
  firstEvent,
  playheadAt,
  playheadAtStep,
} from './instant.ts';
import type { AppState, Playhead, TimeWindow } from './state.ts';
import { clampWindow, followWindow, windowAround } from './window.ts';

/** Where to stand when a run arrives. */
export type Arrival =
  /** A first visit, or a link to a scenario: an instant worth looking at. */
  | { readonly kind: 'first' }
  /** A link to a moment: absent parts of its view are chosen. */
  | { readonly kind: 'link'; readonly view: LinkView }
  /** The scenario was edited: stay at the same instant where both runs are alike until a fault, else at the same externalization event. */
  | { readonly kind: 'keep' };

type Place = Pick<AppState, 'playhead' | 'window'>;

/** Playhead and window for `run`, which follows `previous` (or nothing). */
export function placeIn(
  run: HeldRun,
  arrival: Arrival,
  before: { readonly run: HeldRun | null; readonly state: AppState },
): Place {
  const app = Math.min(before.state.app, run.plan.apps.length - 1);
  if (arrival.kind === 'link') return placeOfLink(run, app, arrival.view);
  if (arrival.kind === 'first' || before.run === null) {
    return firstPlace(run, app);
  }
  const { playhead, window } = before.state;
  if (runAlike(before.run.scenario, run.scenario)) {
    return samePlace(run, { run: before.run, playhead, window });
  }
  return keptPlace(run, app, { run: before.run, playhead, window });
}

/** What is worth seeing first of a run with faults. */
const SIGHTS: ReadonlySet<IncidentKind> = new Set([
  'mismatch',
  'externalized',
  'rcb-failed',
  'stalled',
]);

/** Where the first fault of `app` is found, or gets out, or at least where it is injected. */
function placeAtFault(run: HeldRun, app: AppId): Place | null {
  const own = run.recording.incidents.filter((incident) => incident.app === app);
  const sight = own.find(({ kind }) => SIGHTS.has(kind)) ?? own[0];
  if (sight === undefined) return null;
  const [from, to] = eventWindow(run, app, sight.event);
  // With the fault before it, unless that is far away.
  const start = own[0].time > from - 2 * (to - from) ? Math.min(from, own[0].time) : from;
  const margin = start < from ? 0.1 * (to - start) : 0;
  return {
    playhead: playheadAtStep(run, sight.step + 1),
    window: clampWindow([start - margin, to], endOf(run)),
  };
}

/** Where a run that comes without an instant opens. */
function firstPlace(run: HeldRun, app: AppId): Place {
  return placeAtFault(run, app) ?? placeAtEvent(run, app, firstEvent(run, app));
}

function placeAtEvent(run: HeldRun, app: AppId, k: number): Place {
  return { playhead: awaitingInstant(run, app, k), window: eventWindow(run, app, k) };
}

function eventWindow(run: HeldRun, app: AppId, k: number): TimeWindow {
  const rendezvous = run.recording.rendezvous[app];
  const end = endOf(run);
  return rendezvous === undefined ? [0, end] : windowAround(rendezvous, k, end);
}

/** What is selected in `run` as it arrives: what a link says, if there is such a thing. */
export function selectionIn(run: HeldRun, arrival: Arrival): Selection | null {
  const selection = arrival.kind === 'link' ? arrival.view.selection : undefined;
  if (selection === undefined) return null;
  return isIn(run, selection) ? selection : null;
}

/** Is there anything in `run` that `selection` names? */
function isIn({ plan, recording }: HeldRun, selection: Selection): boolean {
  const { coreCount } = plan;
  switch (selection.kind) {
    case 'span':
      return selection.core < coreCount;
    case 'wait':
    case 'event': {
      const { app, event } = selection;
      if (event >= (recording.rendezvous[app]?.length ?? 0)) return false;
      const replicas = plan.apps[app]?.cores.length ?? 0;
      return selection.kind === 'event' || selection.replica < replicas;
    }
    case 'message':
      return selection.row < recording.messages.length;
    case 'step':
      return selection.step > 0 && selection.step <= recording.events.length;
    case 'area': {
      const { from, to, cores } = selection;
      return from < to && cores.length > 0 && cores.every((core) => core < coreCount);
    }
    default:
      return assertUnreachable(selection);
  }
}

/** The instant that a link names; its step counts only if it belongs to its time. */
export function playheadOfLink(run: HeldRun, { time, step }: LinkView): Playhead | undefined {
  if (time === undefined) return step === undefined ? undefined : playheadAtStep(run, step);
  const whole = playheadAt(run, time);
  // Between two events any time belongs to the step; among events of one time, several steps do.
  const belongs = step !== undefined && step <= whole.step && stepsBefore(run, whole.time) <= step;
  return belongs ? { time: whole.time, step } : whole;
}

/** Kernel steps strictly before `time`. */
function stepsBefore(run: HeldRun, time: number): number {
  return time <= 0 ? 0 : playheadAt(run, time - 1).step;
}

function placeOfLink(run: HeldRun, app: AppId, view: LinkView): Place {
  const playhead = playheadOfLink(run, view);
  if (playhead === undefined) return firstPlace(run, app);
  const end = endOf(run);
  const window =
    view.window === undefined
      ? eventWindow(run, app, eventIndexAt(run, app, playhead.time))
      : clampWindow(view.window, end);
  // A window that was given may well lie elsewhere than the playhead.
  return { playhead, window };
}

/** Are the runs of both the same until a fault hits one of them, or Romain reacts to it? */
function runAlike(one: Scenario, other: Scenario): boolean {
  return equalData(faultless(one), faultless(other));
}

function faultless({ seed, era, machine, costs, apps, protection }: Scenario): unknown {
  return [seed, era, machine, costs, apps, protection.watchdog];
}

/** Same instant in another run, or its end if that comes before. */
function samePlace(run: HeldRun, before: { readonly run: HeldRun } & Place): Place {
  const end = endOf(run);
  const { time, step } = before.playhead;
  const playhead = playheadOfLink(run, { time, step }) ?? playheadAt(run, time);
  const whole = before.window[1] - before.window[0] >= endOf(before.run);
  const window = whole ? ([0, end] as const) : clampWindow(before.window, end);
  return { playhead, window: followWindow(window, playhead.time, end) };
}

/** Same event in another run; the start stays the start, the end the end. */
function keptPlace(run: HeldRun, app: AppId, before: { readonly run: HeldRun } & Place): Place {
  const oldEnd = endOf(before.run);
  const end = endOf(run);
  const { time } = before.playhead;
  const length = run.recording.rendezvous[app]?.length ?? 0;
  const k = Math.min(eventIndexAt(before.run, app, time), Math.max(length - 1, 0));
  const playhead =
    time <= 0
      ? playheadAtStep(run, 0)
      : time >= oldEnd
        ? playheadAt(run, end)
        : awaitingInstant(run, app, k);
  const width = before.window[1] - before.window[0];
  if (width >= oldEnd) return { playhead, window: [0, end] };
  const near = eventWindow(run, app, k);
  const wide: TimeWindow = [playhead.time - 0.42 * width, playhead.time + 0.58 * width];
  const window = width > 4 * (near[1] - near[0]) ? clampWindow(wide, end) : near;
  return { playhead, window: followWindow(window, playhead.time, end) };
}
