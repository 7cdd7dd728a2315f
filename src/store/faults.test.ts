import { beforeEach, describe, expect, it } from 'vitest';

import type { FaultSpec } from '../scenario/scenario.ts';
import type { AppStore } from './app-store.ts';
import { smallScenario, startedApp } from './testing.ts';
import type { TestApp } from './testing.ts';
import { workspaceOf } from './workspace.ts';

let app: AppStore;
let complete: TestApp['complete'];

beforeEach(() => {
  ({ app, complete } = startedApp());
});

const state = () => app.store.getState();
const incidents = () => app.held.run?.recording.incidents ?? [];
/** A flip that the next vote sees, one cycle after the instant shown. */
const flipHere = (): FaultSpec => ({
  at: { cycle: state().playhead.time + 1 },
  app: 0,
  replica: 1,
  target: 'gpr',
  register: 'bx',
  bit: 17,
  fate: 'stays',
});

describe('a fault that is injected here', () => {
  it('leaves the instant and the window, and the next step shows it', () => {
    const { playhead, window } = state();
    app.faults.inject(flipHere(), 'a fault');
    complete();
    expect(state().playhead).toEqual(playhead);
    expect(state().window[1] - state().window[0]).toBe(window[1] - window[0]);
    app.navigation.stepBy(1);
    expect(app.held.run?.viewAt(state().playhead)?.apps[0]?.replicas[1]?.deviations).toHaveLength(
      1,
    );
  });

  it('that stops the run tells who asks for a later event where', () => {
    const scenario = smallScenario();
    const [small] = scenario.apps;
    if (small === undefined) throw new Error('no app');
    app.edits.load({ ...scenario, apps: [{ ...small, redundancy: 2 }] });
    complete();
    app.faults.inject(flipHere(), 'a fault');
    complete();
    const gone = app.navigation.goTo('event 12');
    expect(gone.ok ? 'gone' : gone.error).toMatch(/^This run stops at event \d of 13\.$/u);
  });

  it('is taken away by undo, at the same instant, and comes back by redo', () => {
    const { playhead } = state();
    app.faults.inject(flipHere(), 'a fault');
    complete();
    app.history.undo();
    complete();
    expect(incidents()).toEqual([]);
    expect(state().playhead).toEqual(playhead);
    app.history.redo();
    complete();
    expect(incidents().length).toBeGreaterThan(0);
    expect(state().playhead).toEqual(playhead);
  });

  it('moves the playhead to the end when it stops the run before', () => {
    const fault = flipHere();
    app.navigation.toEnd();
    app.faults.inject(fault, 'a fault');
    complete();
    expect(app.held.run?.recording.summary.apps[0]?.stop).toBe('debugger');
    expect(state().playhead.time).toBe(app.held.run?.recording.summary.totalCycles);
  });
});

describe('the faults of a scenario', () => {
  it('are changed, removed and cleared one undo step at a time', () => {
    app.faults.inject(flipHere(), 'a fault');
    app.faults.inject({ ...flipHere(), replica: 2 }, 'a fault');
    app.faults.replace(0, { ...flipHere(), bit: 3 });
    expect(state().scenario.faults.map(({ bit, replica }) => [bit, replica])).toEqual([
      [3, 1],
      [17, 2],
    ]);
    app.faults.remove(0);
    expect(state().scenario.faults.map(({ replica }) => replica)).toEqual([2]);
    app.faults.setRate({ meanCycles: 1e6, targets: ['gpr'] });
    app.faults.clear();
    expect(state().scenario).toMatchObject({ faults: [], faultRate: null });
    app.history.undo();
    expect(state().scenario.faultRate).not.toBeNull();
    expect(state().scenario.faults).toHaveLength(1);
  });

  it('take the same course as before when one is taken away or changed', () => {
    app.faults.inject(flipHere(), 'a fault');
    app.faults.inject({ ...flipHere(), replica: 2 }, 'a fault');
    app.faults.remove(0);
    app.faults.replace(0, flipHere());
    expect(state().scenario.faults).toEqual([{ ...flipHere(), stream: 1 }]);
    app.faults.setRate({ meanCycles: 1e6, targets: ['gpr'] });
    expect(state().scenario.faultRate).toMatchObject({ stream: 2 });
    app.faults.remove(0);
    expect(state().scenario).toMatchObject({ faults: [], faultRate: { stream: 2 } });
  });

  it('leave no trace in the flow when a probability is reset', () => {
    app.faults.changeFlow('data_dies', 0.5);
    expect(state().scenario.flow).toEqual({ data_dies: 0.5 });
    app.faults.changeFlow('data_dies', undefined);
    expect(state().scenario.flow).toEqual({});
  });

  it('are shown first where one is found', () => {
    app.edits.load({ ...smallScenario(), faults: [{ ...flipHere(), at: { event: 3 } }] });
    complete();
    const view = app.held.run?.viewAt(state().playhead);
    expect(view?.apps[0]?.stop).toBe('debugger');
    const [from, to] = state().window;
    expect(from).toBeLessThan(incidents()[0].time);
    expect(to).toBeGreaterThanOrEqual(state().playhead.time);
  });

  it('are shown first also by a link that names no instant', () => {
    const scenario = { ...smallScenario(), faults: [{ ...flipHere(), at: { event: 3 } }] };
    app.edits.begin(workspaceOf(scenario), { kind: 'link', view: {} });
    complete();
    expect(app.held.run?.viewAt(state().playhead)?.apps[0]?.stop).toBe('debugger');
  });
});

describe('steps from incident to incident', () => {
  it('stand right after each, and stay at the last', () => {
    app.faults.inject(flipHere(), 'a fault');
    complete();
    const times = [...new Set(incidents().map(({ step }) => step + 1))];
    const seen = times.map(() => {
      app.navigation.stepIncident(1);
      return state().playhead.step;
    });
    expect(seen).toEqual(times);
    app.navigation.stepIncident(1);
    expect(state().playhead.step).toBe(times.at(-1));
    app.navigation.stepIncident(-1);
    expect(state().playhead.step).toBe(times.at(-2));
  });
});

describe('the dialog of faults', () => {
  it('stops playing, and closes without a change', () => {
    app.playback.toggle();
    app.faults.openInject({ replica: 2 });
    expect(state().playing).toBe(false);
    expect(state().injecting).toEqual({ kind: 'new', fault: { replica: 2 } });
    app.faults.closeInject();
    expect(state().injecting).toBeNull();
    expect(state().past).toEqual([]);
  });

  it('opens only for a fault that exists', () => {
    app.faults.openFault(0);
    expect(state().injecting).toBeNull();
    app.faults.inject(flipHere(), 'a fault');
    app.faults.openFault(0);
    expect(state().injecting).toMatchObject({ kind: 'change', index: 0 });
  });
});
