import { assert } from '../base/assert.ts';
import { equalData } from '../base/equal.ts';
import type { AppId } from '../base/units.ts';
import { eventIndexAt, playheadAt, playheadAtStep, playheadOfLink } from '../run/instants.ts';
import type { Playhead } from '../run/instants.ts';
import { lookInto } from '../run/look.ts';
import type { MachineView } from '../run/machine-view.ts';
import { awaitingInstant, eventWindow, openingPlace } from '../run/opening.ts';
import type { LookedInto, Place } from '../run/opening.ts';
import { clampWindow, followWindow } from '../run/time-window.ts';
import type { TimeWindow } from '../run/time-window.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { CompletedRun } from '../worker/protocol.ts';
import type { Arrival } from './arrival.ts';
import { endOf } from './held.ts';
import type { HeldRun } from './held.ts';
import type { AppState } from './state.ts';

/** What a run needs that is looked into, as code that comes behind the first picture. */
export interface Looking {
  readonly lookInto: typeof lookInto;
  readonly placeIn: typeof placeIn;
}

/**
 * To look into a run takes the kernel, which goes from a checkpoint to any instant. The first picture
 * does without: the worker tells what is to be seen there.
 */
export const LOOKING: Looking = { lookInto, placeIn };

/** Playhead and window for `run`, which follows another one (or nothing). */
export function placeIn(
  run: HeldRun,
  arrival: Arrival,
  before: { readonly run: CompletedRun | null; readonly state: AppState },
): Place {
  const looked = lookedInto(run);
  const app = Math.min(before.state.app, run.plan.apps.length - 1);
  if (arrival.kind === 'link') return openingPlace(looked, app, arrival.view);
  if (arrival.kind === 'first' || before.run === null) return openingPlace(looked, app, null);
  const { playhead, window } = before.state;
  if (runAlike(before.run.scenario, run.scenario)) {
    return samePlace(run, { run: before.run, playhead, window });
  }
  return keptPlace(looked, app, { run: before.run, playhead, window });
}

/** `run` as one that can be looked into: whoever calls has the code. */
function lookedInto(run: HeldRun): CompletedRun & LookedInto {
  const viewAt = (playhead: Playhead): MachineView => {
    const view = run.viewAt(playhead);
    assert(view !== null, 'the code that looks into runs is there');
    return view;
  };
  return { ...run, viewAt };
}

/** Are the runs of both the same until a fault hits one of them, or Romain reacts to it? */
function runAlike(one: Scenario, other: Scenario): boolean {
  return equalData(faultless(one), faultless(other));
}

function faultless({ seed, era, machine, costs, apps, protection }: Scenario): unknown {
  return [seed, era, machine, costs, apps, protection.watchdog];
}

/** Same instant in another run, or its end if that comes before. */
function samePlace(run: CompletedRun, before: { readonly run: CompletedRun } & Place): Place {
  const end = endOf(run);
  const { time, step } = before.playhead;
  const playhead = playheadOfLink(run, { time, step }) ?? playheadAt(run, time);
  const whole = before.window[1] - before.window[0] >= endOf(before.run);
  const window = whole ? ([0, end] as const) : clampWindow(before.window, end);
  return { playhead, window: followWindow(window, playhead.time, end) };
}

/** Same event in another run; the start stays the start, the end the end. */
function keptPlace(
  run: CompletedRun & LookedInto,
  app: AppId,
  before: { readonly run: CompletedRun } & Place,
): Place {
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
