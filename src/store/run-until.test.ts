import { beforeEach, describe, expect, it } from 'vitest';

import { EVENT_KINDS } from '../kernel/events.ts';
import type { Condition } from '../scenario/condition.ts';
import { nextMatch } from '../run/conditions.ts';
import type { AppStore } from './app-store.ts';
import type { HeldRun } from './held.ts';
import { startedApp } from './testing.ts';
import type { FakeFrames } from './testing.ts';

let app: AppStore;
let frames: FakeFrames;
let still: boolean;

beforeEach(() => {
  still = false;
  ({ app, frames } = startedApp({ reducedMotion: () => still }));
  app.navigation.toStart();
});

const state = () => app.store.getState();
const held = (): HeldRun => {
  if (app.held.run === null) throw new Error('there is no run');
  return app.held.run;
};
/** Frames until playing stops. */
const playOut = (): void => {
  for (let now = 0; state().playing; now += 16) frames.frame(now);
};
const TRAP: Condition = { kind: 'event-kind', event: 'trap' };
const CORE: Condition = { kind: 'core', core: 0 };
const kindAt = (step: number) => EVENT_KINDS[held().recording.events.kind[step - 1] ?? -1];

describe('run until', () => {
  it('goes to the next match at once, and back to the one before', () => {
    app.runUntil.choose(TRAP);
    app.runUntil.go(1);
    const first = state().playhead;
    expect(kindAt(first.step)).toBe('trap');
    app.runUntil.go(1);
    expect(state().playhead.step).toBeGreaterThan(first.step);
    expect(kindAt(state().playhead.step)).toBe('trap');
    app.runUntil.go(-1);
    expect(state().playhead).toEqual(first);
    expect(state().halt).toMatchObject({ condition: TRAP, met: true, direction: -1, at: first });
  });

  it('moves nothing where there is no match, and says so', () => {
    const before = state();
    app.runUntil.go(1);
    expect(state().playhead).toEqual(before.playhead);
    expect(state().window).toEqual(before.window);
    expect(state().halt).toMatchObject({ condition: { kind: 'mismatch' }, met: false });
    app.runUntil.play();
    expect(state().playing).toBe(false);
    expect(state().halt?.met).toBe(false);
  });

  it.each([false, true])('plays until the very step at which it holds; still: %s', (motionless) => {
    still = motionless;
    const condition = { kind: 'event-kind', event: 'compared' } as const;
    const { playhead, speed } = state();
    const at = nextMatch(held().recording, condition, { from: playhead, direction: 1 });
    app.runUntil.choose(condition);
    app.runUntil.play();
    expect(state().playing).toBe(true);
    playOut();
    expect(state().playhead).toEqual(at);
    expect(state().halt).toMatchObject({ condition, breakpoint: false, met: true, at });
    expect(state().speed).toBe(speed);
    expect(state().heading).toBeNull();
  });

  it('stops between two steps for a wait that grows too long', () => {
    const wait: Condition = { kind: 'wait', cycles: 137 };
    const at = nextMatch(held().recording, wait, { from: state().playhead, direction: 1 });
    app.runUntil.choose(wait);
    app.runUntil.play();
    playOut();
    expect(state().playhead).toEqual(at);
    expect(held().recording.events.time).not.toContain(at?.time);
  });
});

describe('breakpoints', () => {
  it('stop playing at the right step, one after the other', () => {
    app.breakpoints.toggle(TRAP);
    app.breakpoints.toggle(CORE);
    let from = state().playhead;
    for (let i = 0; i < 6; i++) {
      const expected = [TRAP, CORE]
        .map((one) => nextMatch(held().recording, one, { from, direction: 1 })?.step ?? Infinity)
        .reduce((a, b) => Math.min(a, b));
      app.playback.play();
      expect(state().halt).toBeNull();
      playOut();
      expect(state().playhead.step).toBe(expected);
      expect(state().halt).toMatchObject({ breakpoint: true, met: true });
      from = state().playhead;
    }
  });

  it('do not stop anything while they are off', () => {
    app.breakpoints.toggle(TRAP);
    app.breakpoints.setEnabled(TRAP, false);
    app.playback.setSpeed(5000);
    app.playback.play();
    playOut();
    expect(state().playhead.time).toBe(held().recording.summary.totalCycles);
    expect(state().halt).toBeNull();
  });

  it('come and go, and undo and redo bring each change back', () => {
    app.breakpoints.toggle(TRAP);
    app.breakpoints.toggle(CORE);
    app.breakpoints.setEnabled(CORE, false);
    const both = [
      { condition: TRAP, enabled: true },
      { condition: CORE, enabled: false },
    ];
    expect(state().breakpoints).toEqual(both);
    app.breakpoints.toggle({ event: 'trap', kind: 'event-kind' });
    expect(state().breakpoints).toEqual([both[1]]);
    app.breakpoints.clear();
    const { past } = state();
    app.breakpoints.clear();
    expect(state().past).toBe(past);
    expect(state().breakpoints).toEqual([]);
    app.history.undo();
    app.history.undo();
    expect(state().breakpoints).toEqual(both);
    app.history.redo();
    expect(state().breakpoints).toEqual([both[1]]);
    expect(state().run.kind).toBe('ready');
  });

  it('can be gone to, forth and back', () => {
    app.breakpoints.toggle({ kind: 'event-kind', event: 'compared' });
    app.runUntil.goToBreakpoint(1);
    app.runUntil.goToBreakpoint(1);
    const second = state().playhead.step;
    expect(kindAt(second)).toBe('compared');
    app.runUntil.goToBreakpoint(-1);
    expect(kindAt(state().playhead.step)).toBe('compared');
    expect(state().playhead.step).toBeLessThan(second);
    app.runUntil.goToBreakpoint(-1);
    expect(state().halt).toMatchObject({ condition: null, met: false, direction: -1 });
  });
});
