import { describe, expect, it } from 'vitest';

import { alignRuns } from '../../analysis/compare/align.ts';
import { holdRun } from '../../store/held.ts';
import { runOf, smallScenario } from '../../store/testing.ts';
import { modelOf } from '../timeline/testing.ts';
import { createOtherModel } from './other-model.ts';

const tmr = holdRun(runOf(smallScenario()));
const dmr = holdRun(
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
    const theirs = createOtherModel(model, dmr, aligned);
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
    const theirs = createOtherModel(model, dmr, aligned);
    theirs.seek(other.handled[5]);
    expect(model.getState().playhead.time).toBe(one.handled[5]);
    theirs.setWindow([other.trapped[1], other.trapped[6]]);
    expect(model.getState().window).toEqual([one.trapped[1], one.trapped[6]]);
  });

  it('keeps selections, notes and the rest of A to A', () => {
    const selection = { kind: 'event', app: 0, event: 1 } as const;
    const model = modelOf({ selection, notes: [] });
    const theirs = createOtherModel(model, dmr, aligned);
    expect(theirs.getState().selection).toBeNull();
    theirs.select(null);
    expect(model.getState().selection).toBe(selection);
  });
});
