import { describe, expect, it } from 'vitest';

import { alignRuns } from '../../analysis/compare/align.ts';
import { endOf, holdRun } from '../../store/held.ts';
import type { HeldRun } from '../../store/held.ts';
import { presentCode } from '../../store/late-code.ts';
import { LOOKING } from '../../store/looking.ts';
import { runOf, smallScenario } from '../../store/testing.ts';
import type { CompletedRun } from '../../worker/protocol.ts';
import { modelOf } from '../timeline/testing.ts';
import { createOtherModel } from './other-model.ts';
import { runEnd } from './run-end.ts';

const hold = (run: CompletedRun): HeldRun => holdRun(run, presentCode(LOOKING));
const tmr = hold(runOf(smallScenario()));
const dmr = hold(
  runOf({
    ...smallScenario(),
    apps: smallScenario().apps.map((app) => ({ ...app, redundancy: 2 })),
  }),
);
const aligned = alignRuns({ ...tmr, app: 0 }, { ...dmr, app: 0 }, 'event');
const [one, other] = [tmr.recording.rendezvous[0], dmr.recording.rendezvous[0]];

describe('the timeline of the other run', () => {
  it('shows the aligned image of window and playhead, the same objects until they change', () => {
    const model = modelOf({
      window: [one.trapped[2], one.completed[4]],
      playhead: { time: one.met[3], step: 1 },
    });
    const theirs = createOtherModel(model, dmr, { aligned, hold: true });
    const state = theirs.getState();
    expect(state.window).toEqual([other.trapped[2], other.completed[4]]);
    expect(state.playhead.time).toBe(other.met[3]);
    expect(state.playhead.step).toBeGreaterThan(1);
    model.seek(one.met[4]);
    expect(theirs.getState().window).toBe(state.window);
    expect(theirs.getState().playhead.time).toBe(other.met[4]);
  });

  it('moves the run that is shown, so that both move', () => {
    const model = modelOf({ window: [0, 1000] });
    const theirs = createOtherModel(model, dmr, { aligned, hold: true });
    theirs.seek(other.handled[5]);
    expect(model.getState().playhead.time).toBe(one.handled[5]);
    theirs.setWindow([other.trapped[1], other.trapped[6]]);
    expect(model.getState().window).toEqual([one.trapped[1], one.trapped[6]]);
  });

  it('keeps selections, notes and the rest of A to A', () => {
    const selection = { kind: 'event', app: 0, event: 1 } as const;
    const model = modelOf({ selection, notes: [] });
    const theirs = createOtherModel(model, dmr, { aligned, hold: true });
    expect(theirs.getState().selection).toBeNull();
    theirs.select(null);
    expect(model.getState().selection).toBe(selection);
  });

  describe('of a run that stopped', () => {
    const [from, to] = [one.trapped[9], one.completed[11]];
    const stopped = hold(
      runOf({
        ...smallScenario(),
        faults: [
          {
            at: { event: 4 },
            app: 0,
            replica: 1,
            target: 'gpr',
            register: 'bx',
            bit: 3,
            fate: 'stays',
          },
        ],
        apps: smallScenario().apps.map((app) => ({ ...app, redundancy: 2 })),
      }),
    );
    const end = endOf(stopped);
    const short = alignRuns({ ...tmr, app: 0 }, { ...stopped, app: 0 }, 'event');
    const model = () => modelOf({ window: [from, to], playhead: { time: to, step: 1 } });

    it('is held at its stop, playhead and all, where the other goes on', () => {
      expect(stopped.recording.summary.apps[0]?.completedEvents).toBe(4);
      const { window, playhead } = createOtherModel(model(), stopped, {
        aligned: short,
        hold: true,
      }).getState();
      expect(window[0]).toBeLessThan(end);
      expect(window[1]).toBeGreaterThan(end);
      expect(window[1] - window[0]).toBeCloseTo(short.toB(to) - short.toB(from), 6);
      expect(playhead.time).toBe(end);
      const stop = runEnd(stopped, 0, 'B');
      expect(stop?.time).toBe(end);
      expect(stop?.text).toMatch(/^B stopped in event 5, at [\d\s.]+ µs\.$/u);
      expect(runEnd(tmr, 0, 'A')?.text).toMatch(/^A has ended, at /u);
    });

    it('is panned and sought from where it is held as if it were not', () => {
      const shown = model();
      const theirs = createOtherModel(shown, stopped, { aligned: short, hold: true });
      const [heldFrom, heldTo] = theirs.getState().window;
      theirs.setWindow([heldFrom + 10, heldTo + 10]);
      expect(shown.getState().window[0]).toBeCloseTo(from + 10, 6);
      theirs.seek(other.met[2]);
      expect(shown.getState().playhead.time).toBe(one.met[2]);
    });

    it('stays where it is while its end shows, and at the same time', () => {
      const early = modelOf({ window: [one.trapped[2], to] });
      const shown = createOtherModel(early, stopped, { aligned: short, hold: true });
      expect(shown.getState().window[0]).toBe(other.trapped[2]);
      const atOnce = createOtherModel(model(), stopped, { aligned: short, hold: false });
      expect(atOnce.getState().window[0]).toBeGreaterThan(end);
    });
  });
});
