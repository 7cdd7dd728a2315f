import { t } from '../base/language.ts';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { microsecondsToCycles } from '../base/units.ts';
import { nextRendezvous, previousRendezvous } from '../run/navigate.ts';
import type { Selection } from '../base/selection.ts';
import type { Core } from './core.ts';
import { parseGoTo } from './go-to.ts';
import type { Destination } from './go-to.ts';
import { endOf } from './held.ts';
import type { HeldRun } from './held.ts';
import { eventIndexAt, playheadAt, playheadAtStep } from '../run/instants.ts';
import type { Axis, Playhead, TimeWindow } from './state.ts';
import { clampWindow, followWindow } from '../run/time-window.ts';

/** Moves the playhead and the timeline's window. Nothing happens while there is no run. */
export interface Navigation {
  /** To `time`, all events up to it applied; stops playing. */
  readonly seek: (time: number) => void;
  /** As `seek`, but keeps playing: for the player itself. */
  readonly playTo: (playhead: Playhead) => void;
  /** A deliberate jump to an instant of the run. */
  readonly jumpTo: (playhead: Playhead) => void;
  /** By kernel events. */
  readonly stepBy: (count: number) => void;
  /** To the next (1) or previous (-1) rendezvous of the selected app. */
  readonly stepRendezvous: (direction: 1 | -1) => void;
  /** To right after the next (1) or previous (-1) step at which a fault did something, or something was done about it. */
  readonly stepIncident: (direction: 1 | -1) => void;
  readonly toStart: () => void;
  readonly toEnd: () => void;
  /** To where `text` says; the error is a sentence. */
  readonly goTo: (text: string) => Result<Playhead, string>;
  readonly setWindow: (window: TimeWindow) => void;
  readonly selectApp: (app: number) => void;
  /** Selects a part of the run in every view; `null` = nothing. */
  readonly select: (selection: Selection | null) => void;
  /** Marks link `index` of the explanation as the one that is looked at. */
  readonly followCause: (index: number) => void;
  readonly setAxis: (axis: Axis) => void;
  readonly setCloseGaps: (closeGaps: boolean) => void;
}

/** Navigation over what `core` holds. */
export function createNavigation({ store, held }: Core): Navigation {
  const placed = (
    run: HeldRun,
    playhead: Playhead,
  ): { playhead: Playhead; window: TimeWindow } => ({
    playhead,
    window:
      held.timeline?.follow(store.getState().window, playhead.time) ??
      followWindow(store.getState().window, playhead.time, endOf(run)),
  });

  const move = (to: (run: HeldRun) => Playhead, counts: { step?: 1; jump?: 1 } = {}): void => {
    const { run } = held;
    if (run === null) return;
    const { touches, stepsTaken, jumps } = store.getState();
    store.setState({
      playing: false,
      touches: touches + 1,
      stepsTaken: stepsTaken + (counts.step ?? 0),
      jumps: jumps + (counts.jump ?? 0),
      ...placed(run, to(run)),
    });
  };

  return {
    seek: (time) => move((run) => playheadAt(run, time)),
    playTo(playhead) {
      if (held.run !== null) store.setState(placed(held.run, playhead));
    },
    jumpTo: (playhead) => move(() => playhead, { step: 1, jump: 1 }),
    stepBy: (count) =>
      move((run) => playheadAtStep(run, store.getState().playhead.step + count), { step: 1 }),
    stepRendezvous: (direction) =>
      move((run) => rendezvousFrom(run, store.getState(), direction), { step: 1 }),
    stepIncident: (direction) =>
      move((run) => incidentFrom(run, store.getState().playhead, direction), { step: 1 }),
    toStart: () => move((run) => playheadAtStep(run, 0), { step: 1 }),
    toEnd: () => move((run) => playheadAt(run, endOf(run)), { step: 1 }),
    goTo(text) {
      const destination = parseGoTo(text);
      if (!destination.ok) return destination;
      if (held.run === null) return err(t('There is no run yet.'));
      const target = resolve(held.run, destination.value, store.getState());
      if (target.ok) move(() => target.value, { step: 1, jump: 1 });
      return target;
    },
    setWindow(window) {
      if (held.run === null) return;
      const { touches } = store.getState();
      store.setState({ window: clampWindow(window, endOf(held.run)), touches: touches + 1 });
    },
    selectApp: (app) => store.setState({ app }),
    select: (selection) => store.setState({ selection, explanation: null }),
    followCause(current) {
      const { explanation } = store.getState();
      if (explanation !== null) store.setState({ explanation: { ...explanation, current } });
    },
    setAxis: (axis) => store.setState({ axis }),
    setCloseGaps: (closeGaps) => store.setState({ closeGaps }),
  };
}

interface Standpoint {
  readonly playhead: Playhead;
  readonly app: number;
}

function rendezvousFrom(run: HeldRun, from: Standpoint, direction: 1 | -1): Playhead {
  const find = direction === 1 ? nextRendezvous : previousRendezvous;
  const time = find(run.recording, from.app, from.playhead.time);
  return time === null ? from.playhead : playheadAt(run, time);
}

/** Where the next incident in a direction is shown; the playhead itself after the last. */
function incidentFrom(run: HeldRun, playhead: Playhead, direction: 1 | -1): Playhead {
  // An incident belongs to the step that comes after the ones it counts.
  const steps = run.recording.incidents.map(({ step }) => step + 1);
  const step =
    direction === 1
      ? steps.find((after) => after > playhead.step)
      : steps.findLast((after) => after < playhead.step);
  return step === undefined ? playhead : playheadAtStep(run, step);
}

function resolve(
  run: HeldRun,
  { kind, value, relative }: Destination,
  from: Standpoint,
): Result<Playhead, string> {
  const { playhead, app } = from;
  switch (kind) {
    case 'microseconds':
    case 'cycle': {
      const cycles = kind === 'cycle' ? value : microsecondsToCycles(value, run.plan.clockGHz);
      const time = cycles + (relative ? playhead.time : 0);
      return inRange(time, endOf(run), 'cycle') ?? ok(playheadAt(run, time));
    }
    case 'event': {
      const times = run.recording.rendezvous[app]?.met;
      const count = run.recording.rendezvous[app]?.length ?? 0;
      const number = relative ? eventIndexAt(run, app, playhead.time) + 1 + value : value;
      const time = times?.[number - 1];
      if (time !== undefined && number <= count) return ok(playheadAt(run, time));
      return err(noSuchEvent(count, run.recording.summary.apps[app]?.events.total ?? count));
    }
    default: {
      const step = value + (relative ? playhead.step : 0);
      return inRange(step, run.recording.events.length, 'step') ?? ok(playheadAtStep(run, step));
    }
  }
}

/** Why there is no event but 1 to `count`, of `total` that the workload has. */
function noSuchEvent(count: number, total: number): string {
  if (count >= total) return t('Events go from 1 to {count}.', { count });
  if (count === 0) return t('This run stops before its first event.');
  return t('This run stops at event {count} of {total}.', { count, total });
}

function inRange(
  value: number,
  end: number,
  unit: 'cycle' | 'step',
): { readonly ok: false; readonly error: string } | undefined {
  if (value >= 0 && value <= end) return undefined;
  return err(
    t(
      'The run goes from {unit, select, cycle {cycle} other {step}} 0 to {unit, select, cycle {cycle} other {step}} {end}.',
      { unit, end },
    ),
  );
}
