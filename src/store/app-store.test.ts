import { beforeEach, describe, expect, it } from 'vitest';

import { shownTheme } from './app-store.ts';
import type { AppStore } from './app-store.ts';
import { createTimelineModel } from './timeline-model.ts';
import { isBusy } from './idle.ts';
import { runOf, smallScenario, testApp } from './testing.ts';
import type { FakeFrames, FakeSimulator, FakeTimers, TestApp } from './testing.ts';

let simulator: FakeSimulator;
let timers: FakeTimers;
let frames: FakeFrames;
let still: boolean;
let app: AppStore;
let begin: TestApp['begin'];

beforeEach(() => {
  still = false;
  ({ app, simulator, timers, frames, begin } = testApp({ reducedMotion: () => still }));
});

const state = () => app.store.getState();
const end = (): number => app.held.run?.recording.summary.totalCycles ?? 0;
const replicas = (count: number) => (draft: { apps: { redundancy: 'native' | number }[] }) => {
  const [first] = draft.apps;
  if (first !== undefined) first.redundancy = count;
};

describe('a run', () => {
  it('opens at an instant at which one replica is still awaited', () => {
    begin();
    const view = app.held.run?.viewAt(state().playhead)?.apps[0];
    expect(state().run.kind).toBe('ready');
    expect(view?.stage).toBe('arriving');
    expect(view?.arrived).toBe(2);
    const { playhead, window } = state();
    expect(playhead.time).toBeGreaterThan(window[0]);
    expect(playhead.time).toBeLessThan(window[1]);
  });

  it('is followed by the matrix, which later runs of another method resume', () => {
    begin();
    expect(simulator.asked).toEqual(['run', 'matrix from 0']);
    app.edits.edit((draft) => {
      for (const each of draft.apps) each.signalling = 'polling';
    });
    simulator.completeRun();
    expect(simulator.asked.slice(2)).toEqual(['run', 'matrix from 0']);
  });

  it('compares the app that is selected', () => {
    const [first] = smallScenario().apps;
    const second = { ...smallScenario(20).apps[0], placement: 'other-socket' } as const;
    if (first !== undefined)
      app.edits.load({ ...smallScenario(), apps: [first, { ...first, ...second }] });
    simulator.completeRun();
    app.held.matrix = [{} as never];
    app.navigation.selectApp(1);
    expect(simulator.asked.at(-1)).toBe('matrix from 0');
    expect(app.held.matrix).toEqual([]);
  });

  it('forgets the matrix when the machine changes', () => {
    begin();
    app.held.matrix = [{} as never];
    app.edits.edit((draft) => {
      draft.machine.cpi = 2;
    });
    simulator.completeRun();
    expect(app.held.matrix).toEqual([]);
  });

  it('reports progress and can be cancelled, keeping the last good run', () => {
    begin();
    const before = app.held.run;
    app.edits.edit(replicas(2));
    simulator.reply({ kind: 'progress', job: 3, steps: 5, fraction: 0.5 });
    expect(state().run).toEqual({ kind: 'running', steps: 5, fraction: 0.5 });
    app.runs.cancel();
    expect(simulator.asked.at(-1)).toBe('cancel');
    expect(state().run.kind).toBe('cancelled');
    expect(app.held.run).toBe(before);
  });

  it('shows what is wrong and keeps the last good run', () => {
    begin();
    const before = app.held.run;
    app.edits.edit((draft) => {
      draft.machine.sockets = 0;
    });
    const problems = [{ path: 'machine.sockets', message: 'Must be at least 1.' }];
    simulator.reply({ kind: 'failed', job: 3, problems });
    expect(state().run).toEqual({ kind: 'failed', problems });
    expect(app.held.run).toBe(before);
  });

  it('is shown at the same event after an edit', () => {
    begin();
    app.navigation.goTo('event 9');
    app.edits.edit(replicas(2));
    simulator.completeRun();
    const run = app.held.run;
    expect(run?.plan.apps[0]?.redundancy).toBe(2);
    const view = run?.viewAt(state().playhead)?.apps[0];
    expect(view?.event).toBe(8);
  });

  it('keeps busy until run and matrix have ended and workloads are listed', () => {
    expect(isBusy(state())).toBe(true);
    begin();
    expect(isBusy(state())).toBe(true);
    app.setWorkloads([]);
    expect(isBusy(state())).toBe(false);
    app.playback.play();
    expect(isBusy(state())).toBe(true);
  });
});

describe('edits', () => {
  it('undo and redo restore the very scenarios', () => {
    begin();
    const first = state().scenario;
    app.edits.edit(replicas(2));
    const second = state().scenario;
    app.history.undo();
    expect(state().scenario).toBe(first);
    app.history.redo();
    expect(state().scenario).toBe(second);
    app.history.redo();
    expect(state().scenario).toBe(second);
  });

  it('run after a pause while typing, and one field is one undo step', () => {
    begin();
    const asked = simulator.asked.length;
    for (const cpi of [1, 1.5, 1.55]) {
      app.edits.edit((draft) => {
        draft.machine.cpi = cpi;
      }, 'machine.cpi');
    }
    expect(simulator.asked.slice(asked)).not.toContain('run');
    timers.pass();
    expect(simulator.asked.at(-1)).toBe('run');
    expect(simulator.scenarios.at(-1)?.machine.cpi).toBe(1.55);
    app.history.undo();
    expect(state().scenario.machine.cpi).toBe(0.5);
  });

  it('that change nothing run nothing', () => {
    begin();
    const asked = simulator.asked.length;
    app.edits.edit(replicas(3));
    expect(simulator.asked.length).toBe(asked);
    expect(state().past).toEqual([]);
  });
});

it('opens a loaded scenario while all of its apps run', () => {
  app.navigation.toEnd();
  const [long] = smallScenario(60).apps;
  const [short] = smallScenario(12).apps;
  if (long === undefined || short === undefined) throw new Error('no app');
  app.edits.load({ ...smallScenario(), apps: [long, { ...short, name: 'short' }] });
  simulator.completeRun();
  const summary = app.held.run?.recording.summary;
  const ends = summary?.apps.map(({ totalCycles }) => totalCycles) ?? [];
  expect(ends[1]).toBeLessThan(ends[0] ?? 0);
  expect(state().playhead.time).toBeGreaterThan(0);
  expect(state().playhead.time).toBeLessThan(ends[1] ?? 0);
});

describe('navigation', () => {
  beforeEach(() => begin());

  it('steps by single kernel events, forth and back to the same place', () => {
    const before = state().playhead;
    app.navigation.stepBy(1);
    expect(state().playhead.step).toBe(before.step + 1);
    app.navigation.stepBy(-1);
    expect(state().playhead.step).toBe(before.step);
  });

  it('stays within the run', () => {
    app.navigation.toStart();
    app.navigation.stepBy(-1);
    expect(state().playhead).toEqual({ time: 0, step: 0 });
    app.navigation.toEnd();
    const last = state().playhead;
    app.navigation.stepBy(1);
    expect(state().playhead).toEqual(last);
    expect(last.time).toBe(end());
  });

  it('finds the next rendezvous, when all replicas have met', () => {
    app.navigation.stepRendezvous(1);
    const met = [...(app.held.run?.recording.rendezvous[0]?.met ?? [])];
    expect(met).toContain(state().playhead.time);
    const view = app.held.run?.viewAt(state().playhead)?.apps[0];
    expect(view?.arrived).toBe(3);
  });

  it('seeking equals stepping', () => {
    app.navigation.goTo('step 50');
    const stepped = app.held.run?.viewAt(state().playhead);
    app.navigation.seek(state().playhead.time);
    app.navigation.goTo('step 50');
    expect(app.held.run?.viewAt(state().playhead)).toEqual(stepped);
  });

  it('moves the window only when the playhead leaves it', () => {
    const { window } = state();
    app.navigation.stepBy(1);
    expect(state().window).toBe(window);
    app.navigation.toStart();
    expect(state().window[0]).toBe(0);
    expect(state().window[1] - state().window[0]).toBe(window[1] - window[0]);
  });

  it.each([
    ['cycle 5000', 5000],
    ['1us', 2600],
    ['0.01 ms', 26_000],
  ])('goes to %s', (text, time) => {
    expect(app.navigation.goTo(text).ok).toBe(true);
    expect(state().playhead.time).toBe(time);
  });

  it('goes to the rendezvous of an event', () => {
    app.navigation.goTo('event 3');
    expect(state().playhead.time).toBe(app.held.run?.recording.rendezvous[0]?.met[2]);
  });

  it.each(['event 0', 'event 14', 'cycle 99999999999', 'step 1000000', '-1s'])(
    'refuses %s with the range and does not move',
    (text) => {
      const before = state().playhead;
      const gone = app.navigation.goTo(text);
      expect(gone.ok ? 'gone' : gone.error).toMatch(/ from .* to /u);
      expect(state().playhead).toBe(before);
    },
  );
});

describe('playback', () => {
  beforeEach(() => begin());

  it('moves by the elapsed time times the speed', () => {
    app.navigation.toStart();
    app.playback.setSpeed(100);
    app.playback.play();
    frames.frame(1000);
    frames.frame(1050);
    // 50 ms at 100 us per second are 5 us, 13000 cycles.
    expect(state().playhead.time).toBe(13_000);
  });

  it('changes speed at once', () => {
    app.navigation.toStart();
    app.playback.setSpeed(100);
    app.playback.play();
    frames.frame(0);
    frames.frame(10);
    app.playback.setSpeed(1);
    frames.frame(20);
    expect(state().playhead.time).toBe(2600 + 26);
  });

  it('keeps parts of a cycle at the slowest speed', () => {
    app.navigation.toStart();
    app.playback.setSpeed(1);
    app.playback.play();
    for (let ms = 0; ms <= 100; ms++) frames.frame(ms / 2);
    expect(state().playhead.time).toBeGreaterThanOrEqual(129);
    expect(state().playhead.time).toBeLessThanOrEqual(130);
  });

  it('pauses at the shown instant', () => {
    app.playback.play();
    frames.frame(0);
    frames.frame(16);
    const { playhead } = state();
    app.playback.pause();
    expect(frames.requested).toBe(false);
    frames.frame(100);
    expect(state().playhead).toBe(playhead);
  });

  it('stops at the end, and plays again from the start', () => {
    app.playback.setSpeed(100_000);
    app.playback.play();
    for (let ms = 0; ms < 2000 && state().playing; ms += 100) frames.frame(ms);
    expect(state().playing).toBe(false);
    expect(state().playhead.time).toBe(end());
    app.playback.play();
    expect(state().playhead.time).toBe(0);
    expect(state().playing).toBe(true);
  });

  it('takes one event per second when motion is not wanted', () => {
    still = true;
    app.playback.play();
    const { step } = state().playhead;
    for (let ms = 0; ms <= 1000; ms += 50) frames.frame(ms);
    expect(state().playhead.step).toBe(step + 1);
  });

  it('ends when a person steps', () => {
    app.playback.play();
    app.navigation.stepBy(1);
    expect(state().playing).toBe(false);
    expect(frames.requested).toBe(false);
  });
});

describe('what views read', () => {
  it('the timeline hears of playhead, window and theme only', () => {
    begin();
    const model = createTimelineModel(app);
    let heard = 0;
    const stop = model.subscribe(() => {
      heard += 1;
    });
    app.playback.setSpeed(3);
    expect(heard).toBe(0);
    model.setWindow([100, 20_000]);
    app.setTheme('dark');
    expect(heard).toBe(2);
    expect(model.getState()).toMatchObject({ window: [100, 20_000], theme: 'dark' });
    stop();
    model.seek(0);
    expect(heard).toBe(2);
  });

  it('follows the system until a theme is chosen', () => {
    app.setSystemDark(true);
    expect(shownTheme(state())).toBe('dark');
    for (const theme of ['light', 'projector'] as const) {
      app.setTheme(theme);
      expect(shownTheme(state())).toBe(theme);
    }
  });

  it('a notice is there once and can be dismissed', () => {
    app.notify('problem', 'a');
    app.notify('problem', 'a');
    const [notice] = state().notices;
    expect(state().notices).toHaveLength(1);
    app.dismiss(notice?.id ?? -1);
    expect(state().notices).toEqual([]);
  });

  it('no column or machine is ever in the state', () => {
    begin();
    const typed = (value: unknown): boolean =>
      ArrayBuffer.isView(value) ||
      (typeof value === 'object' && value !== null && Object.values(value).some(typed));
    expect(typed(state())).toBe(false);
    expect(typed(runOf(smallScenario()).recording)).toBe(true);
  });
});
